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

/** What flow rules send to the CPU, beside forwarding it or instead. */
final class CopyPages {
  private CopyPages() {}

  static Page sample() {
    Frame bySource = plain(SAMPLED_SOURCE, HOST_2);
    Frame byDestination = plain(HOST_1, SAMPLED_DESTINATION);
    Frame tagged = plain(SAMPLED_SOURCE, HOST_4);
    Frame large = new Packet(SAMPLED_SOURCE, HOST_2, "192.0.2.1", "192.0.2.2").length(1501).frame();
    Packet from7 = ipv4From7("10.7.0.1").tcp(40000, 3100, Packet.SYN, "");
    Packet from8 = ipv4From8("10.7.0.1").tcp(40000, 3100, Packet.SYN, "");
    Packet udp = ipv4From7("10.7.0.1").udp(40000, 3100);
    return new Page("flow_action_sample")
        .hit(
            "source-mac",
            "A sampled frame goes its way.",
            at(1, bySource, "from " + SAMPLED_SOURCE).hits().leaves(2),
            at(1, large, "from " + SAMPLED_SOURCE + ", 1515 bytes").hits().leaves(2))
        .hit(
            "tagged",
            "A sampled frame goes its way, tagged or not.",
            at(3, tagged(20, tagged), "VID 20").hits().leaves(4, tagged))
        .hit(
            "flooded",
            "A sampled frame goes all its ways.",
            at(1, byDestination, "to " + SAMPLED_DESTINATION)
                .hits()
                .leaves(2)
                .leaves(3, tagged(10, byDestination)))
        .hit(
            "routed",
            "A sampled packet is routed.",
            by7(1, ipv4From1("10.1.31.1"), "to 10.1.31.1").hits(),
            by7(1, ipv6From1("2001:db8:a1:31::1"), "to a1:31::1").hits())
        .hit(
            "router-port",
            "A rule on a router port samples there.",
            at(7, from7, "TCP to 3100").hits().leaves(2, routed(from7.frame(), HOST_2)))
        .miss(
            "beside",
            "What no rule samples is forwarded without a copy.",
            at(1, plain("02:00:00:00:ac:30", HOST_2), "from an address beside").leaves(2),
            by7(1, ipv4From1("10.1.30.255"), "to 10.1.30.255"),
            by7(1, ipv6From1("2001:db8:a1:30::1"), "to a1:30::1"))
        .miss(
            "other-port",
            "A rule on one port samples nothing on another.",
            at(8, from8, "TCP to 3100").leaves(2, routed(from8.frame(), HOST_2)))
        .miss(
            "other-protocol",
            "A rule on TCP samples no UDP.",
            at(7, udp, "UDP to 3100").leaves(2, routed(udp.frame(), HOST_2)));
  }

  static Page trap() {
    Frame bySource = plain(TRAPPED_SOURCE, HOST_2);
    Frame byDestination = plain(HOST_1, TRAPPED_DESTINATION);
    Frame byType = ethernet(HOST_2, HOST_1, TRAPPED_TYPE, filler(46));
    Frame typeFrom3 = ethernet(HOST_1, HOST_3, TRAPPED_TYPE, filler(1500));
    Frame nextType = ethernet(HOST_2, HOST_1, TRAPPED_TYPE - 1, filler(46));
    Frame query =
        new Packet(TRAPPED_SOURCE, "01:00:5e:00:00:01", "192.0.2.11", "224.0.0.1")
            .ttl(1)
            .igmp(0x11, 100, "00000000")
            .frame();
    Frame request = ArpPages.request(TRAPPED_SOURCE, "192.0.2.11", "192.0.2.12");
    Frame lldpdu = LinkLocalPages.lldpdu(TRAPPED_SOURCE);
    Frame on3 = new Packet(HOST_3, ROUTER, "192.0.2.13", "10.1.0.1").udp(40000, 2100).frame();
    return new Page("flow_action_trap")
        .hit(
            "source-mac",
            "A rule on the source MAC address traps.",
            at(1, bySource, "from " + TRAPPED_SOURCE).hits().leaves(2),
            at(3, tagged(10, bySource), "VID 10").hits().leaves(2, bySource))
        .hit(
            "destination-mac",
            "A rule on the destination MAC address traps.",
            at(1, byDestination, "to " + TRAPPED_DESTINATION)
                .hits()
                .leaves(2)
                .leaves(3, tagged(10, byDestination)))
        .hit(
            "ether-type",
            "A rule on the EtherType traps.",
            at(1, byType, "type b001").hits().leaves(2),
            at(3, tagged(10, typeFrom3), "VID 10, 1518 bytes").hits().leaves(1, typeFrom3))
        .hit(
            "networks",
            "A rule on the destination network traps.",
            by7(1, ipv4From1("10.1.21.1"), "to 10.1.21.1").hits(),
            by7(1, ipv6From1("2001:db8:a1:21::1"), "to a1:21::1").hits())
        .hit(
            "port",
            "A rule on a port and a UDP port traps.",
            by7(1, ipv4From1("10.1.0.1").udp(40000, 2100), "UDP to 2100").hits())
        .shows("PKT-07")
        .hit(
            "before-ttl",
            "The rules at the ingress come before the router.",
            at(1, ipv4From1("10.1.21.1").ttl(1), "to 10.1.21.1, TTL 1").hits())
        .shows()
        .miss(
            "beside",
            "What no rule traps is forwarded.",
            at(1, plain("02:00:00:00:ac:20", HOST_2), "from an address beside").leaves(2),
            at(1, nextType, "type b000").leaves(2),
            by7(1, ipv4From1("10.1.20.255"), "to 10.1.20.255"),
            by7(1, ipv4From1("10.1.0.1").udp(40000, 2101), "UDP to 2101"),
            by7(1, ipv4From1("10.1.0.1").udp(2100, 40000), "UDP from 2100"))
        .miss(
            "other-port",
            "A rule on one port traps nothing on another.",
            at(3, tagged(10, on3), "UDP to 2100").leaves(7, routed(on3, NEIGHBOUR_7)))
        .shows("PKT-07")
        .hit(
            "before-snooping-and-neighbours",
            "A rule that traps comes before what a switch listens to (the order of the groups).",
            at(1, query, "an IGMP query from " + TRAPPED_SOURCE).hits(),
            at(1, request, "an ARP request from " + TRAPPED_SOURCE).hits())
        .shows()
        .shows("PKT-07")
        .miss(
            "after-link-local",
            "What is for the switch itself comes before the rules.",
            at(1, lldpdu, "an LLDPDU from " + TRAPPED_SOURCE).hitsInstead("lldp"))
        .shows()
        .miss(
            "dropped",
            "The first rule that matches decides.",
            at(1, plain(TRAPPED_SOURCE, DROPPED_DESTINATION), "dropped by a rule before")
                .hitsInstead("ingress_flow_action_drop", "deadbeef"));
  }
}
