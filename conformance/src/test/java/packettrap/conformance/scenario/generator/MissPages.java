package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;

import packettrap.spec.packet.Frame;

/** What becomes of packets without a route. */
final class MissPages {
  private MissPages() {}

  static Page ipv4LpmMiss() {
    Frame toDefault = ipv4From8("10.77.0.1").frame();
    return new Page("ipv4_lpm_miss")
        .hit("from-vlan", "No route, no way.", at(1, ipv4From1("10.77.0.1"), "to 10.77.0.1").hits())
        .hit(
            "from-router-port",
            "No route, no way, wherever the packet comes from.",
            at(7, ipv4From7("10.77.0.1"), "from port 7").hits(),
            at(8, ipv4From8("10.77.0.1"), "from port 8").hits())
        .hit(
            "tagged",
            "A tag changes nothing for the router.",
            at(3, RoutePages.from3("192.0.2.13", "10.77.0.1"), "VID 10").hits())
        .hit(
            "beside-routes",
            "A route covers its prefix and nothing beside it.",
            at(1, ipv4From1("10.0.255.255"), "the address before 10.1.0.0/16").hits(),
            at(1, ipv4From1("10.10.0.0"), "the address behind 10.9.0.0/16").hits(),
            at(1, ipv4From1("128.1.0.0"), "the address behind 128.0.0.0/16").hits(),
            at(1, ipv4From1("11.1.0.1"), "beside 10.1.0.0/16").hits())
        .hit(
            "beside-interfaces",
            "A network of an interface covers nothing beside it.",
            at(1, ipv4From1("192.0.3.0"), "the address behind 192.0.2.0/24").hits(),
            at(1, ipv4From1("198.51.99.255"), "the address before 198.51.100.0/24").hits())
        .hit(
            "lengths",
            "No route, no way, however long.",
            at(1, ipv4From1("10.77.0.1").length(46), "60 bytes").hits(),
            at(1, ipv4From1("10.77.0.1").length(1499), "1513 bytes").hits())
        .miss(
            "route",
            "With a route there is a way.",
            by7(1, ipv4From1("10.1.0.0"), "the first address of 10.1.0.0/16"),
            by7(1, ipv4From1("198.51.100.2"), "to a neighbour"))
        .miss(
            "rejected",
            "A route that rejects is a route.",
            at(1, ipv4From1("10.3.0.0"), "in 10.3.0.0/16").hitsInstead("reject_route"))
        .on(EdgeSwitch.NAME)
        .miss(
            "default-route",
            "A default route covers everything.",
            at(8, toDefault, "to 10.77.0.1").leaves(7, routed(toDefault, NEIGHBOUR_7)));
  }

  static Page ipv6LpmMiss() {
    Frame toDefault = ipv6From8("2001:db8:77::1").frame();
    return new Page("ipv6_lpm_miss")
        .hit(
            "from-vlan",
            "No route, no way, IPv6 too.",
            at(1, ipv6From1("2001:db8:77::1"), "to 2001:db8:77::1").hits())
        .hit(
            "from-router-port",
            "No route, no way, wherever the packet comes from.",
            at(7, ipv6From7("2001:db8:77::1"), "from port 7").hits(),
            at(8, ipv6From8("2001:db8:77::1"), "from port 8").hits())
        .hit(
            "tagged",
            "A tag changes nothing for the router.",
            at(3, RoutePages.from3("2001:db8:1::13", "2001:db8:77::1"), "VID 10").hits())
        .hit(
            "beside-routes",
            "A route covers its prefix and nothing beside it.",
            at(1, ipv6From1("2001:db8:a0:ffff:ffff:ffff:ffff:ffff"), "before a1::/48").hits(),
            at(1, ipv6From1("2001:db8:a8::"), "the address behind a7::/48").hits(),
            at(1, ipv6From1("0:0:0:1::1"), "behind ::/64").hits())
        .hit(
            "low-bits",
            "The first 64 bits count as much as the last.",
            at(1, ipv6From1("2001:db9:a1::1"), "all but one bit of a1::/48").hits(),
            at(1, ipv6From1("2001:db8:1:1::12"), "a neighbour's last 64 bits").hits())
        .hit(
            "lengths",
            "No route, no way, however long.",
            at(1, ipv6From1("2001:db8:77::1").length(49), "63 bytes").hits(),
            at(1, ipv6From1("2001:db8:77::1").length(1500), "1514 bytes").hits())
        .miss(
            "route",
            "With a route there is a way.",
            by7(1, ipv6From1("2001:db8:a1::"), "the first address of a1::/48"),
            by7(1, ipv6From1("2001:db8:2::2"), "to a neighbour"))
        .miss(
            "rejected",
            "A route that rejects is a route.",
            at(1, ipv6From1("2001:db8:a3::1"), "in a3::/48").hitsInstead("reject_route"))
        .miss(
            "ipv4",
            "What IPv4 misses is IPv4's.",
            at(1, ipv4From1("10.77.0.1"), "to 10.77.0.1").hitsInstead("ipv4_lpm_miss"))
        .on(EdgeSwitch.NAME)
        .miss(
            "default-route",
            "A default route covers everything.",
            at(8, toDefault, "to 2001:db8:77::1").leaves(7, routed(toDefault, NEIGHBOUR_7)));
  }
}
