package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.FlowRules.*;
import static packettrap.conformance.scenario.generator.Frames.ethernet;
import static packettrap.conformance.scenario.generator.Frames.filler;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;

import java.util.List;
import packettrap.spec.packet.Frame;

/** What flow rules at the ingress decide; the rules themselves are in {@link FlowRules}. */
final class FlowPages {

  private FlowPages() {}

  static List<Page> all() {
    return List.of(
        ingressDrop(),
        EgressPages.egressDrop(),
        EgressCopyPages.sample(CopyPages.sample()),
        EgressCopyPages.trap(CopyPages.trap()));
  }

  private static Page ingressDrop() {
    Frame bySource = plain(DROPPED_SOURCE, HOST_2);
    Frame byDestination = plain(HOST_1, DROPPED_DESTINATION);
    Frame on1 = plain(HOST_1, DROPPED_ON_1);
    Frame on2 = plain(HOST_2, DROPPED_ON_1);
    Frame byType = ethernet(HOST_2, HOST_1, DROPPED_TYPE, filler(46));
    Frame large = ethernet(HOST_2, HOST_1, DROPPED_TYPE, filler(1500));
    Frame typeFrom3 = ethernet(HOST_1, HOST_3, DROPPED_TYPE, filler(47));
    Frame fromLocal = new Packet(HOST_1, HOST_2, "192.0.2.200", "192.0.2.12").frame();
    Packet from7 = new Packet(NEIGHBOUR_7, ROUTER, "10.1.77.77", "10.7.0.1");
    Page page =
        new Page("ingress_flow_action_drop")
            .hit(
                "source-mac",
                "A rule on the source MAC address drops, and the report has its cookie.",
                at(1, bySource, "from " + DROPPED_SOURCE).hits("01").leaves(2),
                at(3, tagged(10, bySource), "the same on another port")
                    .hits("01")
                    .leaves(2, bySource))
            .hit(
                "destination-mac",
                "A rule on the destination MAC address drops, and the report has its cookie.",
                at(1, byDestination, "to " + DROPPED_DESTINATION)
                    .hits("deadbeef")
                    .leaves(2)
                    .leaves(3, tagged(10, byDestination)))
            .hit(
                "port",
                "A rule on a port drops on that port.",
                at(1, on1, "on port 1").hits("c001").leaves(2).leaves(3, tagged(10, on1)))
            .hit(
                "ether-type",
                "A rule on the EtherType drops; its cookie may have 16 bytes.",
                at(1, byType, "type 88b6").hits(LONG_COOKIE).leaves(2),
                at(1, large, "type 88b6, 1514 bytes").hits(LONG_COOKIE).leaves(2))
            .hit(
                "ether-type-tagged",
                "A rule on the EtherType looks behind the tag.",
                at(3, tagged(10, typeFrom3), "VID 10, type 88b6")
                    .hits(LONG_COOKIE)
                    .leaves(1, typeFrom3))
            .hit(
                "ipv4-source",
                "A rule on the source network drops what comes from it.",
                from1("192.0.2.192", "10.1.0.1").hits("0a0b0c"),
                from1("192.0.2.200", "10.1.0.1").hits("0a0b0c"),
                from1("192.0.2.207", "10.1.0.1").hits("0a0b0c"),
                at(1, fromLocal, "from 192.0.2.200, bridged").hits("0a0b0c").leaves(2))
            .hit(
                "ipv4-destination",
                "A rule without cookie drops, and the report has none.",
                by7(1, ipv4From1("10.1.10.0"), "to 10.1.10.0").hits(),
                by7(1, ipv4From1("10.1.10.255"), "to 10.1.10.255").hits())
            .hit(
                "ipv6-source",
                "A rule on the source network drops, IPv6 too.",
                from1("2001:db8:1:0:ac00::", "2001:db8:a1::1").hits("0600"),
                from1("2001:db8:1:0:acff:ffff:ffff:ffff", "2001:db8:a1::1").hits("0600"))
            .hit(
                "ipv6-destination",
                "A rule on the destination network drops, IPv6 too.",
                by7(1, ipv6From1("2001:db8:a1:ac::1"), "to a1:ac::1").hits("0601"))
            .hit(
                "router-port",
                "A rule on a router port drops there.",
                at(7, from7, "from 10.1.77.77").hits("77").leaves(2, routed(from7.frame(), HOST_2)))
            .hit(
                "ip-protocol",
                "A rule on the IP protocol drops, IPv4 and IPv6.",
                by7(1, ipv4From1("10.1.0.1").protocol(253), "protocol 253").hits("fd"),
                by7(1, ipv6From1("2001:db8:a1::1").protocol(253), "next header 253").hits("fd"))
            .hit(
                "udp-port",
                "A rule on UDP and a port drops.",
                by7(1, ipv4From1("10.1.0.1").udp(40000, 6666), "UDP to 6666").hits("6666"),
                by7(1, ipv6From1("2001:db8:a1::1").udp(40000, 6666), "IPv6").hits("6666"))
            .hit(
                "any-port",
                "A rule on a port alone drops UDP and TCP.",
                by7(1, ipv4From1("10.1.0.1").udp(40000, 7777), "UDP to 7777").hits("7777"),
                by7(1, tcp4("10.1.0.1", 7777), "TCP to 7777").hits("7777"),
                by7(1, ipv4From1("10.1.0.1").options("01010101").udp(1, 7777), "options before UDP")
                    .hits("7777"))
            .hit(
                "all-conditions",
                "A rule with all conditions drops what meets all.",
                combined(COMBINED, "192.0.2.11", "10.1.20.1", true, 8080).hits("8080808080808080"))
            .shows("PKT-08")
            .hit(
                "before-look-up",
                "The rules at the ingress come before the look-up of the destination.",
                at(4, tagged(30, plain(HOST_4, DROPPED_DESTINATION)), "where nothing floods")
                    .hits("deadbeef")
                    .leavesNothing())
            .shows()
            .shows("PKT-08")
            .hit(
                "before-egress",
                "The rules at the ingress come before those at the egress.",
                at(1, plain(HOST_1, DROPPED_TWICE), "to what both drop").hits("11"))
            .shows();
    return ingressMisses(page)
        .miss(
            "first-match",
            "The first rule that matches decides: one lets pass on port 2 what the next drops.",
            at(2, plain(DROPPED_SOURCE, HOST_1), "from " + DROPPED_SOURCE).leaves(1))
        .miss(
            "other-port",
            "A rule on one port does nothing on another.",
            at(2, on2, "to " + DROPPED_ON_1).leaves(1).leaves(3, tagged(10, on2)),
            at(8, new Packet(NEIGHBOUR_8, ROUTER, "10.1.77.77", "10.1.0.1"), "from 10.1.77.77")
                .leaves(
                    7,
                    routed(
                        new Packet(NEIGHBOUR_8, ROUTER, "10.1.77.77", "10.1.0.1").frame(),
                        NEIGHBOUR_7)));
  }

  private static Page ingressMisses(Page page) {
    Frame nextSource = plain("02:00:00:00:ac:00", HOST_2);
    Frame swapped = plain(DROPPED_DESTINATION, HOST_2);
    Frame nextType = ethernet(HOST_2, HOST_1, DROPPED_TYPE + 1, filler(46));
    return page.miss(
            "macs",
            "A rule on a MAC address matches that address in that place.",
            at(1, nextSource, "from an address beside").leaves(2),
            at(1, swapped, "the destination as source").leaves(2))
        .miss(
            "ether-type-beside",
            "A rule on an EtherType matches no other.",
            at(1, nextType, "type 88b7").leaves(2))
        .miss(
            "networks",
            "A rule on a network matches nothing beside it.",
            from1("192.0.2.191", "10.1.0.1"),
            by7(1, ipv4From1("10.1.9.255"), "to 10.1.9.255"),
            by7(1, ipv4From1("10.1.11.0"), "to 10.1.11.0"),
            from1("2001:db8:1:0:ad00::", "2001:db8:a1::1"),
            from1("2001:db8:1:0:abff:ffff:ffff:ffff", "2001:db8:a1::1"),
            from1("10.1.10.1", "10.1.0.1"))
        .miss(
            "protocols-and-ports",
            "A rule on a protocol and a port matches no other.",
            by7(1, ipv4From1("10.1.0.1").protocol(252), "protocol 252"),
            by7(1, tcp4("10.1.0.1", 6666), "TCP to 6666"),
            by7(1, ipv4From1("10.1.0.1").udp(6666, 50000), "UDP from 6666"),
            by7(1, ipv4From1("10.1.0.1").udp(40000, 6667), "UDP to 6667"),
            by7(1, ipv4From1("10.1.0.1").udp(7777, 7776), "UDP from 7777 to 7776"))
        .miss(
            "no-ports",
            "What is neither TCP nor UDP has no port, nor has a fragment that is not the first.",
            by7(
                1,
                ipv4From1("10.1.0.1").protocol(99, "9c401e61", true, -1),
                "protocol 99, 1e61 where a port would be"),
            by7(
                1,
                ipv4From1("10.1.0.1").lastFragment(Packet.UDP, "9c401e61"),
                "a last fragment, 1e61 where a port would be"))
        .miss(
            "one-condition-less",
            "A rule with all conditions matches nothing that does not meet all.",
            combined(HOST_1, "192.0.2.11", "10.1.20.1", true, 8080),
            combined(COMBINED, "192.0.3.11", "10.1.20.1", true, 8080),
            combined(COMBINED, "192.0.2.11", "10.1.22.1", true, 8080),
            combined(COMBINED, "192.0.2.11", "10.1.20.1", false, 8080),
            combined(COMBINED, "192.0.2.11", "10.1.20.1", true, 8081),
            by7(
                3,
                10,
                new Packet(COMBINED, ROUTER, "192.0.2.11", "10.1.20.1")
                    .tcp(40000, 8080, Packet.SYN, ""),
                "on port 3"),
            at(
                    1,
                    new Packet(COMBINED, HOST_2, "192.0.2.11", "10.1.20.1")
                        .tcp(40000, 8080, Packet.SYN, ""),
                    "to a host")
                .leaves(2))
        .shows("PKT-08")
        .miss(
            "source-first",
            "The source is looked at before the rules.",
            at(1, plain("03:00:00:00:01:01", DROPPED_DESTINATION), "source of a group")
                .hitsInstead("source_mac_is_multicast"))
        .shows();
  }

  /** What the rule with all conditions drops, or all but one of them. */
  private static Shot combined(
      String mac, String source, String destination, boolean tcp, int port) {
    Packet packet = new Packet(mac, ROUTER, source, destination);
    packet = tcp ? packet.tcp(40000, port, Packet.SYN, "") : packet.udp(40000, port);
    String what = "%s, %s to %s, %s to %d";
    return by7(1, packet, what.formatted(mac, source, destination, tcp ? "TCP" : "UDP", port));
  }

  private static Packet tcp4(String destination, int port) {
    return ipv4From1(destination).tcp(40000, port, Packet.SYN, "");
  }

  private static Shot from1(String source, String destination) {
    return by7(1, new Packet(HOST_1, ROUTER, source, destination), "from " + source);
  }
}
