package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_1;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_2;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_3;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_7;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_8;
import static packettrap.conformance.scenario.generator.CommonSwitch.ROUTER;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv4From1;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv4From7;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv4From8;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv6From1;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv6From7;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;

import java.util.List;

/** Where the route of a packet leads: nowhere, off the device, or back to where it came from. */
final class NexthopPages {
  private static final String ALERT = "94040000";

  private NexthopPages() {}

  static List<Page> all() {
    return List.of(blackhole(), external(), loopback());
  }

  /** A packet that leaves by port 8 of the overlay switch. */
  private static Shot by8(int port, Packet packet, String what) {
    return at(port, packet, what).leaves(8, routed(packet.frame(), NEIGHBOUR_8));
  }

  private static Page blackhole() {
    return new Page("blackhole_nexthop")
        .on(OverlaySwitch.NAME)
        .hit(
            "ipv4",
            "A next hop that is a blackhole swallows what is routed to it.",
            at(1, ipv4From1("10.2.0.1"), "to 10.2.0.1").hits(),
            at(7, ipv4From7("10.2.255.255"), "to 10.2.255.255, from port 7").hits())
        .hit(
            "ipv6",
            "So it is with IPv6.",
            at(1, ipv6From1("2001:db8:a2::1"), "to a2::1").hits(),
            at(7, ipv6From7("2001:db8:a2:ffff::1"), "to a2:ffff::1, from port 7").hits())
        .hit(
            "longer",
            "A longer route to a blackhole wins against a shorter one that leads on.",
            at(1, ipv4From1("10.3.2.1"), "to 10.3.2.1").hits())
        .hit(
            "any-packet",
            "What is in the packet, and how long it has to live, does not matter.",
            at(1, ipv4From1("10.2.0.1").ttl(1), "TTL 1").hits(),
            at(1, ipv4From1("10.2.0.1").dontFragment().length(1500), "1500 bytes").hits(),
            at(1, ipv4From1("10.2.0.1").echo(true), "an echo request").hits())
        .miss(
            "other-nexthop",
            "Another next hop leads on.",
            by8(1, ipv4From1("10.3.0.1"), "to 10.3.0.1"),
            by8(1, ipv4From1("203.0.113.2"), "to a neighbour"))
        .miss(
            "longer-leads-on",
            "A longer route that leads on wins against a shorter one to a blackhole.",
            by8(1, ipv4From1("10.2.3.1"), "to 10.2.3.1"),
            by8(1, ipv6From1("2001:db8:a2:3::1"), "to a2:3::1"))
        .miss(
            "beside",
            "Routes beside it are others.",
            by8(7, new Packet(NEIGHBOUR_7, ROUTER, "10.2.0.1", "10.5.0.1"), "from 10.2.0.1"),
            at(1, ipv4From1("10.77.0.1"), "no route").hitsInstead("ipv4_lpm_miss"))
        .miss(
            "bridged",
            "What is bridged has no next hop.",
            at(1, new Packet(HOST_1, HOST_2, "192.0.2.11", "10.2.0.1"), "to host 2").leaves(2))
        .shows("PKT-08")
        .miss(
            "after-addresses",
            "Addresses are looked at before the route.",
            at(1, new Packet(HOST_1, ROUTER, "127.0.0.1", "10.2.0.1"), "from 127.0.0.1")
                .hitsInstead("sip_is_loopback_address"));
  }

  private static Page external() {
    return new Page("external_route")
        .on(OverlaySwitch.NAME)
        .hit(
            "ipv4",
            "What leaves by an interface of others is for the CPU to forward.",
            at(1, ipv4From1("10.4.0.1"), "via 10.4.255.1").hits(),
            at(7, ipv4From7("10.4.0.1"), "from port 7").hits())
        .hit("ipv6", "So it is with IPv6.", at(1, ipv6From1("2001:db8:a4::1"), "to a4::1").hits())
        .hit(
            "nexthop",
            "A next hop may lead there.",
            at(1, ipv4From1("10.6.0.1"), "to 10.6.0.1").hits())
        .hit(
            "longer",
            "A longer route to others wins against a shorter one of the device's own.",
            at(1, ipv4From1("10.5.4.1"), "to 10.5.4.1").hits())
        .hit(
            "no-exceptions",
            "Neighbour, MTU and TTL are not the device's affair there.",
            at(1, ipv4From1("10.4.0.1").ttl(1), "TTL 1").hits(),
            at(1, ipv4From1("10.4.0.1").dontFragment().length(1501), "1501 bytes").hits())
        .miss(
            "own-interface",
            "What leaves by an interface of the device's is forwarded.",
            by8(1, ipv4From1("10.5.0.1"), "to 10.5.0.1"),
            by8(1, ipv4From1("10.4.1.1"), "a longer route in one that leads to others"),
            by8(1, ipv6From1("2001:db8:a4:1::1"), "IPv6"))
        .miss(
            "own-address",
            "What is for the device itself is not routed on.",
            at(1, ipv4From1("203.0.113.1"), "to 203.0.113.1").hitsInstead("local_route"))
        .miss(
            "bridged",
            "What is bridged needs no route.",
            at(1, new Packet(HOST_1, HOST_2, "192.0.2.11", "10.4.0.1"), "to host 2").leaves(2))
        .shows("PKT-07")
        .miss(
            "after-local-delivery",
            "What the router listens to comes before what others forward.",
            at(1, ipv4From1("10.4.0.1").options(ALERT), "with a router alert")
                .hitsInstead("ipv4_router_alert"))
        .miss(
            "after-rule-that-traps-and-snooping",
            "A flow rule that traps comes before it, and so does what a bridge listens to.",
            at(1, ipv4From1("10.4.21.1"), "to what is trapped").hitsInstead("flow_action_trap"),
            at(1, ipv4From1("10.4.0.1").igmp(0x16, 0, "ef010203"), "an IGMP report")
                .hitsInstead("igmp_v2_report"))
        .hit(
            "before-sample",
            "What others forward comes before a sample.",
            at(1, ipv4From1("10.4.31.1"), "to what is sampled").hits());
  }

  private static Page loopback() {
    Packet in10 = ipv4From1("10.7.0.1");
    Packet in10v6 = ipv6From1("2001:db8:a7::1");
    Packet back = ipv4From1("192.0.2.11");
    Packet from3 = new Packet(HOST_3, ROUTER, "192.0.2.13", "192.0.2.12");
    Packet to3 = ipv4From1("10.9.0.1");
    Packet at7 = ipv4From7("10.1.9.9");
    Packet at7v6 = ipv6From7("2001:db8:a1::99");
    Packet at8 = ipv4From8("10.5.9.9");
    Packet neighbour = ipv4From7("198.51.100.2");
    Packet other = ipv4From7("10.7.0.1");
    Packet sampled = ipv4From7("10.1.31.1");
    Packet hosts = new Packet(HOST_1, HOST_2, "192.0.2.11", "192.0.2.12");
    return new Page("uc_loopback")
        .hit(
            "router-port",
            "A packet that leaves by the interface by which it came in takes a detour.",
            at(7, at7, "by port 7").hits().leaves(7, routed(at7.frame(), NEIGHBOUR_7)),
            at(8, at8, "by port 8").hits().leaves(8, routed(at8.frame(), NEIGHBOUR_8)),
            at(7, neighbour, "to the neighbour")
                .hits()
                .leaves(7, routed(neighbour.frame(), NEIGHBOUR_7)))
        .hit(
            "ipv6",
            "So it is with IPv6.",
            at(7, at7v6, "by port 7").hits().leaves(7, routed(at7v6.frame(), NEIGHBOUR_7)),
            at(1, in10v6, "by VLAN 10").hits().leaves(2, routed(in10v6.frame(), HOST_2)))
        .hit(
            "vlan",
            "On a VLAN the interface is the same, whatever the ports are.",
            at(1, in10, "by ports 1 and 2").hits().leaves(2, routed(in10.frame(), HOST_2)),
            at(3, tagged(10, from3.frame()), "by ports 3 and 2")
                .hits()
                .leaves(2, routed(from3.frame(), HOST_2)),
            at(1, to3, "by ports 1 and 3, tagged")
                .hits()
                .leaves(3, tagged(10, routed(to3.frame(), HOST_3))))
        .hit(
            "same-port",
            "A router, unlike a bridge, sends back where a packet came from.",
            at(1, back, "by port 1 and back").hits().leaves(1, routed(back.frame(), HOST_1)))
        .miss(
            "other-interface",
            "A packet that leaves by another interface takes no detour.",
            at(7, other, "by VLAN 10").leaves(2, routed(other.frame(), HOST_2)),
            by7(1, ipv4From1("10.1.0.1"), "from VLAN 10 by port 7"))
        .miss(
            "bridged",
            "What hosts of a VLAN send each other is not routed.",
            at(1, hosts, "from host to host").leaves(2))
        .shows("PKT-08")
        .miss(
            "after-sample",
            "A sample is taken at the ingress, and the packet goes on.",
            at(7, sampled, "to what is sampled")
                .hitsInstead("flow_action_sample")
                .leaves(7, routed(sampled.frame(), NEIGHBOUR_7)))
        .shows("PKT-07")
        .miss(
            "after-exceptions",
            "What keeps a packet from leaving comes before where it would leave.",
            at(7, ipv4From7("198.51.100.77"), "no neighbour").hitsInstead("unresolved_neigh"),
            at(8, ipv4From8("10.5.9.9").length(1301), "1301 bytes into 1300")
                .hitsInstead("mtu_value_is_too_small"),
            at(7, ipv4From7("10.1.9.9").ttl(1), "TTL 1").hitsInstead("ttl_value_is_too_small"));
  }
}
