package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;

import java.util.List;
import packettrap.spec.packet.Frame;

/** What the look-up of a route comes to. */
final class RoutePages {

  private RoutePages() {}

  static List<Page> all() {
    return List.of(
        blackholeRoute(),
        rejectRoute(),
        MissPages.ipv4LpmMiss(),
        MissPages.ipv6LpmMiss(),
        localRoute());
  }

  private static Page blackholeRoute() {
    return new Page("blackhole_route")
        .hit(
            "ipv4",
            "A blackhole route swallows its packets.",
            at(1, ipv4From1("10.2.0.1"), "to 10.2.0.1").hits(),
            at(7, ipv4From7("10.2.0.1"), "to 10.2.0.1 from a router port").hits())
        .hit(
            "ipv6",
            "A blackhole route for IPv6 swallows its packets.",
            at(1, ipv6From1("2001:db8:a2::1"), "to 2001:db8:a2::1").hits(),
            at(7, ipv6From7("2001:db8:a2::1"), "to 2001:db8:a2::1 from a router port").hits())
        .hit(
            "edges",
            "A route covers its prefix from the first address to the last.",
            at(1, ipv4From1("10.2.0.0"), "the first").hits(),
            at(1, ipv4From1("10.2.255.255"), "the last").hits(),
            at(1, ipv6From1("2001:db8:a2::"), "the first").hits(),
            at(1, ipv6From1("2001:db8:a2:ffff:ffff:ffff:ffff:ffff"), "the last").hits())
        .hit(
            "inside-unicast",
            "The longest match decides: a blackhole in a network that is routed.",
            at(1, ipv4From1("10.1.2.1"), "in 10.1.2.0/24, which is in 10.1.0.0/16").hits(),
            at(1, ipv6From1("2001:db8:a1:2::1"), "in a1:2::/64, which is in a1::/48").hits())
        .hit(
            "host-route",
            "The longest match decides: a blackhole for one address.",
            at(1, ipv4From1("10.1.2.200"), "10.1.2.200/32 in 10.1.2.128/25").hits(),
            at(1, ipv6From1("2001:db8:a1:2:8000::c8"), "one address in a1:2:8000::/65").hits())
        .hit(
            "tagged",
            "A tag changes nothing for the router.",
            at(3, from3("192.0.2.13", "10.2.0.1"), "VID 10, to 10.2.0.1").hits(),
            at(3, from3("2001:db8:1::13", "2001:db8:a2::1"), "VID 10, to 2001:db8:a2::1").hits())
        .hit(
            "lengths",
            "A blackhole swallows packets of any length.",
            at(1, ipv4From1("10.2.0.1").length(46), "60 bytes").hits(),
            at(1, ipv4From1("10.2.0.1").length(1499), "1513 bytes").hits(),
            at(7, ipv6From7("2001:db8:a2::1").length(8986), "9000 bytes").hits())
        .miss(
            "unicast-inside",
            "The longest match decides: a routed network in a blackhole.",
            by7(1, ipv4From1("10.2.3.1"), "in 10.2.3.0/24, which is in 10.2.0.0/16"),
            by7(1, ipv6From1("2001:db8:a2:3::1"), "in a2:3::/64, which is in a2::/48"))
        .miss(
            "unicast-inside-inside",
            "The longest match decides: a routed network in a blackhole in a routed network.",
            by7(1, ipv4From1("10.1.2.128"), "in 10.1.2.128/25"),
            by7(1, ipv6From1("2001:db8:a1:2:8000::1"), "in a1:2:8000::/65"))
        .miss(
            "beside",
            "Beside the blackhole packets are routed.",
            by7(1, ipv4From1("10.1.255.255"), "the address before 10.2.0.0/16"),
            by7(1, ipv4From1("10.1.1.255"), "the address before 10.1.2.0/24"),
            by7(1, ipv4From1("10.1.2.199"), "the address before 10.1.2.200/32"),
            by7(1, ipv6From1("2001:db8:a1:ffff::1"), "before a2::/48"),
            by7(1, ipv6From1("2001:db8:a1:2:8000::c9"), "the address behind one"))
        .miss(
            "bridged",
            "A bridge looks up no routes.",
            at(1, new Packet(HOST_1, HOST_2, "192.0.2.11", "10.2.0.1"), "bridged").leaves(2));
  }

  private static Page rejectRoute() {
    return new Page("reject_route")
        .hit(
            "ipv4-unreachable",
            "A route of the kind unreachable rejects its packets.",
            at(1, ipv4From1("10.3.0.1"), "to 10.3.0.1").hits(),
            at(7, ipv4From7("10.3.255.255"), "to 10.3.255.255 from a router port").hits())
        .hit(
            "ipv4-prohibit",
            "A route of the kind prohibit rejects its packets.",
            at(1, ipv4From1("10.4.0.1"), "to 10.4.0.1").hits(),
            at(7, ipv4From7("10.4.255.255"), "to 10.4.255.255 from a router port").hits())
        .hit(
            "ipv6-unreachable",
            "A route of the kind unreachable rejects its packets, IPv6 too.",
            at(1, ipv6From1("2001:db8:a3::1"), "to 2001:db8:a3::1").hits(),
            at(8, ipv6From8("2001:db8:a3::1"), "to 2001:db8:a3::1 from a router port").hits())
        .hit(
            "ipv6-prohibit",
            "A route of the kind prohibit rejects its packets, IPv6 too.",
            at(1, ipv6From1("2001:db8:a4::1"), "to 2001:db8:a4::1").hits(),
            at(8, ipv6From8("2001:db8:a4::1"), "to 2001:db8:a4::1 from a router port").hits())
        .hit(
            "inside-unicast",
            "The longest match decides: rejected in a network that is routed.",
            at(1, ipv4From1("10.1.3.1"), "unreachable 10.1.3.0/24 in 10.1.0.0/16").hits(),
            at(1, ipv4From1("10.1.4.1"), "prohibit 10.1.4.0/24 in 10.1.0.0/16").hits(),
            at(1, ipv6From1("2001:db8:a1:3::1"), "unreachable a1:3::/64 in a1::/48").hits(),
            at(1, ipv6From1("2001:db8:a1:4::1"), "prohibit a1:4::/64 in a1::/48").hits())
        .hit(
            "tagged",
            "A tag changes nothing for the router.",
            at(3, from3("192.0.2.13", "10.3.0.1"), "VID 10, to 10.3.0.1").hits(),
            at(3, from3("2001:db8:1::13", "2001:db8:a4::1"), "VID 10, to 2001:db8:a4::1").hits())
        .hit(
            "lengths",
            "A route rejects packets of any length.",
            at(1, ipv4From1("10.3.0.1").length(46), "60 bytes").hits(),
            at(1, ipv4From1("10.4.0.1").length(1499), "1513 bytes").hits())
        .miss(
            "unicast-inside",
            "The longest match decides: a routed network in a rejected one.",
            by7(1, ipv4From1("10.3.1.1"), "in 10.3.1.0/24"),
            by7(1, ipv4From1("10.4.1.1"), "in 10.4.1.0/24"),
            by7(1, ipv6From1("2001:db8:a3:1::1"), "in a3:1::/64"),
            by7(1, ipv6From1("2001:db8:a4:1::1"), "in a4:1::/64"))
        .miss(
            "beside",
            "Beside a rejected network packets are routed.",
            by7(1, ipv4From1("10.1.5.0"), "the address behind 10.1.4.0/24"),
            by7(1, ipv6From1("2001:db8:a1:5::"), "the address behind a1:4::/64"))
        .miss(
            "blackhole",
            "A blackhole does not reject, it swallows.",
            at(1, ipv4From1("10.2.255.255"), "in 10.2.0.0/16").hitsInstead("blackhole_route"),
            at(1, ipv6From1("2001:db8:a2::1"), "in a2::/48").hitsInstead("blackhole_route"));
  }

  private static Page localRoute() {
    Frame to12 = ipv4From7("192.0.2.12").frame();
    Frame to12v6 = ipv6From7("2001:db8:1::12").frame();
    return new Page("local_route")
        .hit(
            "ipv4",
            "A packet to the address of the interface it came in by is the router's own.",
            at(1, ipv4From1("192.0.2.1"), "to 192.0.2.1").hits(),
            at(7, ipv4From7("198.51.100.1"), "to 198.51.100.1").hits(),
            at(8, ipv4From8("203.0.113.1"), "to 203.0.113.1").hits())
        .hit(
            "ipv6",
            "A packet to the IPv6 address of the interface it came in by is the router's own.",
            at(1, ipv6From1("2001:db8:1::1"), "to 2001:db8:1::1").hits(),
            at(7, ipv6From7("2001:db8:2::1"), "to 2001:db8:2::1").hits(),
            at(8, ipv6From8("2001:db8:3::1"), "to 2001:db8:3::1").hits())
        .hit(
            "other-interface",
            "A packet to any address of the router is its own.",
            at(1, ipv4From1("198.51.100.1"), "to 198.51.100.1 from VLAN 10").hits(),
            at(7, ipv4From7("192.0.2.1"), "to 192.0.2.1 from port 7").hits(),
            at(1, ipv6From1("2001:db8:3::1"), "to 2001:db8:3::1 from VLAN 10").hits(),
            at(8, ipv6From8("2001:db8:1::1"), "to 2001:db8:1::1 from port 8").hits())
        .hit(
            "tagged",
            "A tag changes nothing for the router.",
            at(3, from3("192.0.2.13", "192.0.2.1"), "VID 10").hits(),
            at(3, from3("2001:db8:1::13", "2001:db8:1::1"), "VID 10").hits())
        .hit(
            "protocols",
            "What is in the packet does not matter.",
            at(1, ipv4From1("192.0.2.1").echo(true), "an ICMP echo request").hits(),
            at(1, ipv6From1("2001:db8:1::1").echo(true), "an ICMPv6 echo request").hits(),
            at(1, ipv4From1("192.0.2.1").tcp(40000, 22, Packet.SYN, ""), "TCP to port 22").hits(),
            at(1, ipv4From1("192.0.2.1").protocol(99), "protocol 99").hits())
        .hit(
            "ttl-1",
            "What has arrived needs no TTL (RFC 1812, section 5.3.1).",
            at(1, ipv4From1("192.0.2.1").ttl(1), "TTL 1").hits(),
            at(1, ipv6From1("2001:db8:1::1").ttl(1), "hop limit 1").hits())
        .hit(
            "larger-than-mtu",
            "The MTU is for what leaves.",
            at(8, ipv4From8("203.0.113.1").dontFragment().length(1400), "1400 into 1300").hits())
        .hit(
            "lengths",
            "A packet to the router is its own, however long.",
            at(1, ipv4From1("192.0.2.1").length(46), "60 bytes").hits(),
            at(7, ipv4From7("198.51.100.1").length(1499), "1513 bytes").hits())
        .miss(
            "next-address",
            "The addresses beside its own are others'.",
            at(7, to12, "to 192.0.2.12").leaves(2, routed(to12, HOST_2)),
            at(7, to12v6, "to 2001:db8:1::12").leaves(2, routed(to12v6, HOST_2)))
        .miss(
            "unknown-next-address",
            "The address that follows its own is not its own.",
            at(7, ipv4From7("192.0.2.2"), "to 192.0.2.2").hitsInstead("unresolved_neigh"),
            at(7, ipv6From7("2001:db8:1::2"), "to 2001:db8:1::2").hitsInstead("unresolved_neigh"))
        .miss(
            "bridged",
            "A bridge does not look at addresses of packets.",
            at(1, new Packet(HOST_1, HOST_2, "192.0.2.11", "192.0.2.1"), "to a host's MAC")
                .leaves(2),
            at(1, new Packet(HOST_1, HOST_2, "2001:db8:1::11", "2001:db8:1::1"), "the same, IPv6")
                .leaves(2));
  }

  /** A packet that comes in by port 3, and so with a tag. */
  static Frame from3(String source, String destination) {
    return tagged(10, new Packet(HOST_3, ROUTER, source, destination).frame());
  }
}
