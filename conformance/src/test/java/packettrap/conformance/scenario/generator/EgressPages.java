package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.FlowRules.*;
import static packettrap.conformance.scenario.generator.Frames.ethernet;
import static packettrap.conformance.scenario.generator.Frames.filler;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;

import packettrap.spec.packet.Frame;

/** What flow rules at the egress decide. */
final class EgressPages {

  private EgressPages() {}

  static Page egressDrop() {
    Frame bySource = plain(EGRESS_SOURCE, HOST_2);
    Frame byDestination = plain(HOST_1, EGRESS_DESTINATION);
    Frame destinationFrom3 = plain(HOST_3, EGRESS_DESTINATION);
    Frame byType = ethernet(HOST_3, HOST_1, EGRESS_TYPE, filler(46));
    Frame fromLocal = new Packet(HOST_1, HOST_2, "192.0.2.210", "192.0.2.12").length(1499).frame();
    Frame bridgedTcp = tcp(HOST_1, HOST_2, "192.0.2.11", "192.0.2.12", 9999).frame();
    Packet routedTcp = tcp(NEIGHBOUR_7, ROUTER, "10.1.0.1", "10.7.0.1", 9999);
    Page page =
        new Page("egress_flow_action_drop")
            .hit(
                "source-mac",
                "A rule at an egress port drops what leaves there.",
                at(1, bySource, "from " + EGRESS_SOURCE).hits("e1").leaves(2),
                at(3, tagged(10, bySource), "VID 10").hits("e1").leaves(2, bySource))
            .hit(
                "destination-mac",
                "A rule at all egress ports drops what leaves anywhere.",
                at(1, byDestination, "by port 2").hits("e2e2e2").leaves(2),
                at(3, tagged(20, destinationFrom3), "by port 4")
                    .hits("e2e2e2")
                    .leaves(4, destinationFrom3))
            .hit(
                "ether-type",
                "A rule without cookie drops, and the report has none.",
                at(1, byType, "type b002, leaves with a tag").hits().leaves(3, tagged(10, byType)))
            .hit(
                "ipv4-destination",
                "A rule at a router port drops what is routed there.",
                by7(ipv4From1("10.1.41.1"), "to 10.1.41.1").hits("e4"),
                by7(ipv4From1("10.1.41.127"), "to 10.1.41.127").hits("e4"),
                by7(ipv4From1("10.1.41.1").length(1499), "1513 bytes").hits("e4"))
            .hit(
                "ipv6-destination",
                "A rule at a router port drops what is routed there, IPv6 too.",
                by7(ipv6From1("2001:db8:a1:41::1"), "to a1:41::1").hits("e5e5e5e5e5e5e5e5"))
            .hit(
                "ipv4-source",
                "A rule at all egress ports drops what is routed and what is bridged.",
                by7(new Packet(HOST_1, ROUTER, "192.0.2.208", "10.1.0.1"), "from 192.0.2.208")
                    .hits("e6"),
                at(1, fromLocal, "from 192.0.2.210, bridged").hits("e6").leaves(2))
            .hit(
                "ip-protocol",
                "A rule on the IP protocol drops at the egress.",
                by7(ipv4From1("10.1.0.1").protocol(254), "protocol 254").hits("e7"),
                by7(ipv6From1("2001:db8:a1::1").protocol(254), "next header 254").hits("e7"))
            .hit(
                "tcp-port",
                "A rule on a TCP port drops at the egress.",
                at(1, bridgedTcp, "TCP to 9999, bridged").hits("e8").leaves(2),
                at(7, routedTcp, "TCP to 9999, routed")
                    .hits("e8")
                    .leaves(2, routed(routedTcp.frame(), HOST_2)));
    return misses(page);
  }

  private static Page misses(Page page) {
    Frame bySource = plain(EGRESS_SOURCE, HOST_1);
    Frame sourceToHost3 = plain(EGRESS_SOURCE, HOST_3);
    Frame byType = ethernet(HOST_2, HOST_1, EGRESS_TYPE, filler(46));
    Frame typeFrom3 = ethernet(HOST_1, HOST_3, EGRESS_TYPE, filler(46));
    Packet protocolBy8 = ipv4From1("10.5.0.1").protocol(254);
    Packet udp = ipv4From7("10.7.0.1").udp(40000, 9999);
    return page.miss(
            "other-port",
            "A rule at one egress port drops nothing at another.",
            at(2, bySource, "leaves by port 1").leaves(1),
            at(1, sourceToHost3, "leaves by port 3").leaves(3, tagged(10, sourceToHost3)),
            at(1, protocolBy8, "protocol 254, leaves by port 8")
                .leaves(8, routed(protocolBy8.frame(), NEIGHBOUR_8)))
        .miss(
            "ingress-port",
            "A rule at an egress port drops nothing that comes in there.",
            at(2, bySource, "comes in by port 2").leaves(1),
            at(3, tagged(10, typeFrom3), "type b002, comes in by port 3").leaves(1, typeFrom3))
        .miss(
            "ether-type-elsewhere",
            "A rule on an EtherType at one port drops nothing at another.",
            at(1, byType, "type b002, leaves by port 2").leaves(2))
        .miss(
            "first-match",
            "The first rule that matches decides: one lets pass a part of what the next drops.",
            by7(ipv4From1("10.1.41.128"), "to 10.1.41.128"),
            by7(ipv4From1("10.1.41.255"), "to 10.1.41.255"))
        .miss(
            "beside",
            "A rule on a network matches nothing beside it.",
            by7(ipv4From1("10.1.40.255"), "to 10.1.40.255"),
            by7(ipv4From1("10.1.42.0"), "to 10.1.42.0"),
            by7(ipv6From1("2001:db8:a1:40::1"), "to a1:40::1"),
            by7(new Packet(HOST_1, ROUTER, "192.0.2.224", "10.1.0.1"), "from 192.0.2.224"))
        .miss(
            "other-protocol",
            "A rule on TCP drops no UDP.",
            at(7, udp, "UDP to 9999").leaves(2, routed(udp.frame(), HOST_2)))
        .shows("PKT-08")
        .miss(
            "ingress-first",
            "What was dropped at the ingress does not come to the egress.",
            at(1, plain(HOST_1, DROPPED_TWICE), "to what both drop")
                .hitsInstead("ingress_flow_action_drop", "11"))
        .shows();
  }

  private static Packet tcp(
      String sourceMac, String destinationMac, String source, String destination, int port) {
    return new Packet(sourceMac, destinationMac, source, destination)
        .tcp(40000, port, Packet.SYN, "");
  }
}
