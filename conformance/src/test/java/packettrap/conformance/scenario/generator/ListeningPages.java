package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_1;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_2;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_3;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_4;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_7;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_8;
import static packettrap.conformance.scenario.generator.CommonSwitch.ROUTER;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv4From1;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv4From7;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv6From1;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv6From7;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;
import static packettrap.conformance.scenario.generator.Ways.flooded10;
import static packettrap.conformance.scenario.generator.Ways.flooded20;

import java.util.List;
import packettrap.spec.packet.Frame;
import packettrap.spec.packet.IpAddress;

/** What a router takes notice of before it routes: link-local addresses, and router alerts. */
final class ListeningPages {
  /** RFC 2113, section 2.1. */
  private static final String ALERT = "94040000";

  /** RFC 2711, section 2.1: the alert with value 1 (RSVP), then PadN. */
  private static final String ALERT_6 = "05020001 0100";

  private static final String PADDING_6 = "010400000000";

  private ListeningPages() {}

  static List<Page> all() {
    return List.of(linkLocal(), all(true), all(false), alert4(), alert6());
  }

  private static Page linkLocal() {
    String sender = "2001:db8:1::11";
    Packet from3 = new Packet(HOST_3, ROUTER, "2001:db8:1::13", "fe80::1");
    return new Page("ipv6_uc_dip_link_local_scope")
        .hit(
            "first",
            "Link-local addresses begin with fe80::.",
            at(1, ipv6From1("fe80::"), "to fe80::").hits(),
            at(1, ipv6From1("fe80::1"), "to fe80::1").hits())
        .hit(
            "last",
            "Ten bits make an address link-local.",
            at(1, ipv6From1("febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), "to the last").hits(),
            at(1, ipv6From1("fe90::1"), "to fe90::1").hits())
        .hit(
            "every-interface",
            "So it is on every interface of the router.",
            at(3, tagged(10, from3.frame()), "VID 10").hits(),
            at(7, ipv6From7("fe80::1"), "from port 7").hits(),
            at(8, CommonSwitch.ipv6From8("fe80::1"), "from port 8").hits())
        .hit(
            "hop-limit",
            "What is not forwarded needs no hop limit.",
            at(1, ipv6From1("fe80::1").ttl(1), "hop limit 1").hits(),
            at(1, ipv6From1("fe80::1").ttl(0), "hop limit 0").hits())
        .hit(
            "protocols",
            "What is in the packet does not matter.",
            at(1, ipv6From1("fe80::1").echo(true), "an echo request").hits(),
            at(1, ipv6From1("fe80::1").tcp(40000, 22, Packet.SYN, ""), "TCP").hits())
        .miss(
            "beside",
            "Addresses beside are routed as any.",
            at(1, ipv6From1("fe7f:ffff::1"), "to fe7f:ffff::1").hitsInstead("ipv6_lpm_miss"),
            at(1, ipv6From1("fec0::1"), "to fec0::1").hitsInstead("ipv6_lpm_miss"))
        .miss(
            "bridged",
            "A packet from host to host is the hosts' affair.",
            at(1, new Packet(HOST_1, HOST_2, "fe80::11", "fe80::12"), "to host 2").leaves(2))
        .miss(
            "source",
            "The destination decides, not the source.",
            at(1, new Packet(HOST_1, ROUTER, "fe80::11", "2001:db8:1::1"), "from fe80::11")
                .hitsInstead("local_route"))
        .shows("PKT-07")
        .hit(
            "before-drops",
            "What the router listens to comes before what it drops.",
            at(1, new Packet(HOST_1, ROUTER, "::1", "fe80::1"), "from ::1").hits(),
            at(1, new Packet(HOST_1, ROUTER, "ff02::9", "fe80::1"), "from a group").hits())
        .hit(
            "before-sample",
            "What the router listens to comes before a sample.",
            at(
                    1,
                    new Packet(FlowRules.SAMPLED_SOURCE, ROUTER, sender, "fe80::1"),
                    "from a source that is sampled")
                .hits())
        .miss(
            "after-rule-that-traps",
            "A flow rule that traps comes before what the router listens to.",
            at(
                    1,
                    new Packet(FlowRules.TRAPPED_SOURCE, ROUTER, sender, "fe80::1"),
                    "from a source that is trapped")
                .hitsInstead("flow_action_trap"));
  }

  /** All nodes, or all routers. */
  private static Page all(boolean nodes) {
    String group = nodes ? "ff02::1" : "ff02::2";
    Packet from3 = toGroup(HOST_3, group);
    Packet from4 = toGroup(HOST_4, group);
    Packet third = toGroup(HOST_1, "ff02::3");
    Packet high = toGroup(HOST_1, nodes ? "ff02::1:0:1" : "ff02::1:0:2");
    Packet site = toGroup(HOST_1, nodes ? "ff05::1" : "ff05::2");
    Packet transientOne = toGroup(HOST_1, nodes ? "ff12::1" : "ff12::2");
    Page page =
        new Page(nodes ? "ipv6_dip_all_nodes" : "ipv6_dip_all_routers")
            .hit(
                "vlan",
                "The router is among " + (nodes ? "all nodes." : "all routers."),
                at(1, toGroup(HOST_1, group), "to " + group).hits(),
                at(3, tagged(10, from3.frame()), "VID 10").hits())
            .hit(
                "router-port",
                "So it is on every interface of the router.",
                at(7, toGroup(NEIGHBOUR_7, group), "from port 7").hits(),
                at(8, toGroup(NEIGHBOUR_8, group), "from port 8").hits())
            .hit(
                "router-mac",
                "So it is whether the frame is to the group or to the router.",
                at(1, new Packet(HOST_1, ROUTER, "fe80::11", group), "to the router's MAC").hits())
            .hit(
                "hop-limit",
                "What is not forwarded needs no hop limit.",
                at(1, toGroup(HOST_1, group).ttl(1), "hop limit 1").hits())
            .hit(
                "echo",
                "What is in the packet does not matter, if it has no trap of its own.",
                at(1, toGroup(HOST_1, group).echo(true), "an echo request").hits())
            .miss(
                "no-interface",
                "In a VLAN without router interface there is nobody to take notice.",
                flooded20(from4, "to " + group))
            .miss(
                "other-groups",
                "Other groups are the hosts' affair.",
                flooded10(third.frame(), "to ff02::3"),
                flooded10(high.frame(), "to an address that ends so"),
                flooded10(site.frame(), "to the site's"),
                flooded10(transientOne.frame(), "to a transient address of the link"))
            .miss(
                "other-mac",
                "What is sent to another station is that station's.",
                at(1, new Packet(HOST_1, HOST_2, "fe80::11", group), "to host 2").leaves(2))
            .shows("PKT-07")
            .hit(
                "before-drops",
                "What the router listens to comes before what it drops.",
                at(1, new Packet(HOST_1, ROUTER, "::1", group), "from ::1").hits())
            .hit(
                "before-sample",
                "What the router listens to comes before a sample.",
                at(1, toGroup(FlowRules.SAMPLED_SOURCE, group), "from a source that is sampled")
                    .hits())
            .miss(
                "after-rule-that-traps",
                "A flow rule that traps comes before what the router listens to.",
                at(1, toGroup(FlowRules.TRAPPED_SOURCE, group), "from a source that is trapped")
                    .hitsInstead("flow_action_trap"));
    return nodes ? nodesOnly(page) : page;
  }

  private static Page nodesOnly(Page page) {
    Packet query =
        toGroup(HOST_1, "ff02::1")
            .ttl(1)
            .hopByHop("05020000 0100")
            .icmp(130, "27100000" + "00".repeat(16));
    Packet advert =
        toGroup(HOST_1, "ff02::1")
            .ttl(255)
            .icmp(136, "20000000" + NeighbourPages.address("fe80::11") + "0201 020000000101");
    return page.miss(
            "after-snooping",
            "What a bridge listens to comes before what the router does.",
            flooded10(query.frame(), "an MLD query").hitsInstead("mld_query"))
        .shows("PKT-08")
        .miss(
            "after-neighbour-discovery",
            "A protocol that has a trap of its own is recognised first.",
            at(1, advert, "an advertisement to all nodes").hitsInstead("ipv6_neigh_advert"));
  }

  private static Packet toGroup(String sender, String group) {
    String mac = Frames.multicastMac(Packet.address(IpAddress.parse(group)));
    return new Packet(sender, mac, "fe80::11", group);
  }

  private static Page alert4() {
    Frame from3 = new Packet(HOST_3, ROUTER, "192.0.2.13", "10.1.0.1").options(ALERT).frame();
    return new Page("ipv4_router_alert")
        .hit(
            "alone",
            "A packet with the option is for every router on its way.",
            at(1, ipv4From1("10.1.0.1").options(ALERT), "routed").hits(),
            at(1, ipv4From1("10.1.0.1").options(ALERT).protocol(99), "protocol 99").hits())
        .hit(
            "behind-others",
            "The option may stand behind others.",
            at(1, ipv4From1("10.1.0.1").options("01010101" + ALERT), "behind fillers").hits(),
            at(1, ipv4From1("10.1.0.1").options("07070400000000 01" + ALERT), "behind a route")
                .hits(),
            at(1, ipv4From1("10.1.0.1").options("01" + ALERT + "010101"), "not on a word").hits())
        .hit(
            "value",
            "Whatever its value is, it is an alert.",
            at(1, ipv4From1("10.1.0.1").options("94040001"), "value 1").hits())
        .hit(
            "every-interface",
            "So it is on every interface of the router.",
            at(3, tagged(10, from3), "VID 10").hits(),
            at(7, ipv4From7("10.7.0.1").options(ALERT), "from port 7").hits())
        .miss(
            "other-options",
            "Other options do not alert.",
            by7(ipv4From1("10.1.0.1").options("01010101"), "fillers"),
            by7(ipv4From1("10.1.0.1").options("0707040000000000"), "a route"))
        .miss(
            "behind-end",
            "Behind the end of the options is none.",
            by7(ipv4From1("10.1.0.1").options("00000000" + ALERT), "the end, then 94040000"),
            by7(ipv4From1("10.1.0.1").options("07070494040000 00"), "94040000 in another option"))
        .miss(
            "no-option",
            "A packet without options does not alert.",
            by7(ipv4From1("10.1.0.1").udp(40000, 50000, ALERT), "94040000 in UDP"))
        .miss(
            "bridged",
            "What is not routed needs no router.",
            at(
                    1,
                    new Packet(HOST_1, HOST_2, "192.0.2.11", "192.0.2.12").options(ALERT),
                    "to host 2")
                .leaves(2))
        .shows("PKT-08")
        .hit(
            "before-exceptions",
            "The option is seen before the route is looked up.",
            at(1, ipv4From1("10.1.0.1").options(ALERT).ttl(1), "TTL 1").hits(),
            at(1, ipv4From1("10.77.0.1").options(ALERT), "no route").hits(),
            at(1, ipv4From1("10.6.0.1").options(ALERT), "no neighbour").hits(),
            at(1, ipv4From1("192.0.2.1").options(ALERT), "to the switch itself").hits())
        .shows("PKT-07")
        .hit(
            "before-drops",
            "What the router listens to comes before what it drops.",
            at(1, ipv4From1("10.2.0.1").options(ALERT), "a blackhole route").hits(),
            at(
                    1,
                    new Packet(HOST_1, ROUTER, "127.0.0.1", "10.1.0.1").options(ALERT),
                    "from 127.0.0.1")
                .hits(),
            at(1, ipv4From1("10.1.31.1").options(ALERT), "to what is sampled").hits())
        .miss(
            "after-higher-groups",
            "BGP, a rule that traps, and snooping come before it.",
            at(
                    1,
                    ipv4From1("192.0.2.1").options(ALERT).tcp(40000, 179, Packet.SYN, ""),
                    "BGP to the switch itself")
                .hitsInstead("ipv4_bgp"),
            at(1, ipv4From1("10.1.21.1").options(ALERT), "to what is trapped")
                .hitsInstead("flow_action_trap"),
            at(
                    1,
                    ipv4From1("10.1.0.1").options(ALERT).igmp(0x16, 0, "ef010203"),
                    "an IGMP report to the router")
                .hitsInstead("igmp_v2_report"));
  }

  private static Page alert6() {
    String to = "2001:db8:a1::1";
    Frame from3 = new Packet(HOST_3, ROUTER, "2001:db8:1::13", to).hopByHop(ALERT_6).frame();
    return new Page("ipv6_router_alert")
        .hit(
            "alone",
            "A packet with the option is for every router on its way.",
            at(1, ipv6From1(to).hopByHop(ALERT_6), "routed").hits(),
            at(1, ipv6From1(to).hopByHop(ALERT_6).echo(true), "an echo request").hits())
        .hit(
            "behind-others",
            "The option may stand behind others.",
            at(1, ipv6From1(to).hopByHop("00" + "05020001" + "00"), "behind Pad1").hits(),
            at(1, ipv6From1(to).hopByHop("01020000" + "05020001" + "010400000000"), "behind PadN")
                .hits())
        .hit(
            "value",
            "Whatever its value is, it is an alert.",
            at(1, ipv6From1(to).hopByHop("0502ffff 0100"), "value 65535").hits())
        .hit(
            "every-interface",
            "So it is on every interface of the router.",
            at(3, tagged(10, from3), "VID 10").hits(),
            at(7, ipv6From7("2001:db8:a7::1").hopByHop(ALERT_6), "from port 7").hits())
        .miss(
            "other-options",
            "Other options do not alert.",
            by7(ipv6From1(to).hopByHop(PADDING_6), "padding"),
            by7(ipv6From1(to).hopByHop("010405020000"), "05020000 in padding"))
        .miss(
            "destination-options",
            "Options for the destination are not the routers' affair.",
            by7(
                ipv6From1(to).protocol(60, "3b00" + "05020000" + "0100", false, -1),
                "option 5 for the destination"))
        .miss(
            "bridged",
            "What is not routed needs no router.",
            at(
                    1,
                    new Packet(HOST_1, HOST_2, "2001:db8:1::11", "2001:db8:1::12")
                        .hopByHop(ALERT_6),
                    "to host 2")
                .leaves(2))
        .shows("PKT-08")
        .hit(
            "before-exceptions",
            "The option is seen before the route is looked up.",
            at(1, ipv6From1(to).hopByHop(ALERT_6).ttl(1), "hop limit 1").hits(),
            at(1, ipv6From1("2001:db8:77::1").hopByHop(ALERT_6), "no route").hits(),
            at(1, ipv6From1("2001:db8:1::1").hopByHop(ALERT_6), "to the switch itself").hits())
        .shows("PKT-07")
        .hit(
            "before-drops",
            "What the router listens to comes before what it drops.",
            at(1, ipv6From1("2001:db8:a2::1").hopByHop(ALERT_6), "a blackhole route").hits())
        .miss(
            "after-higher-groups",
            "A rule that traps comes before it.",
            at(1, ipv6From1("2001:db8:a1:21::1").hopByHop(ALERT_6), "to what is trapped")
                .hitsInstead("flow_action_trap"));
  }
}
