package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;

import java.util.List;
import packettrap.spec.packet.Frame;

/** What keeps a packet that has a route from leaving: TTL, MTU, neighbour. */
final class ExceptionPages {

  private ExceptionPages() {}

  static List<Page> all() {
    return List.of(ttl(), mtu(), unresolvedNeighbour());
  }

  private static Page ttl() {
    String somewhere = "10.1.0.1";
    String somewhere6 = "2001:db8:a1::1";
    Frame tagged = new Packet(HOST_3, ROUTER, "192.0.2.13", somewhere).ttl(1).frame();
    Frame tagged6 = new Packet(HOST_3, ROUTER, "2001:db8:1::13", somewhere6).ttl(1).frame();
    Frame from7 = ipv4From7("10.7.0.1").ttl(2).frame();
    Frame from7v6 = ipv6From7("2001:db8:a7::1").ttl(2).frame();
    Frame toVlan = ipv4From7("10.9.0.1").ttl(2).frame();
    return new Page("ttl_value_is_too_small")
        .hit(
            "ipv4-ttl-1",
            "An IPv4 packet with TTL 1 goes no further.",
            at(1, ipv4From1(somewhere).ttl(1), "TTL 1").hits())
        .hit(
            "ipv4-ttl-0",
            "An IPv4 packet with TTL 0 goes no further.",
            at(1, ipv4From1(somewhere).ttl(0), "TTL 0").hits())
        .hit(
            "ipv6-hop-limit-1",
            "An IPv6 packet with hop limit 1 goes no further.",
            at(1, ipv6From1(somewhere6).ttl(1), "hop limit 1").hits())
        .hit(
            "ipv6-hop-limit-0",
            "An IPv6 packet with hop limit 0 goes no further.",
            at(1, ipv6From1(somewhere6).ttl(0), "hop limit 0").hits())
        .hit(
            "router-port",
            "The TTL counts on every interface of the router.",
            at(7, ipv4From7("10.7.0.1").ttl(1), "TTL 1 from port 7").hits(),
            at(8, ipv4From8("10.7.0.1").ttl(1), "TTL 1 from port 8").hits(),
            at(7, ipv6From7("2001:db8:a7::1").ttl(1), "hop limit 1 from port 7").hits())
        .hit(
            "tagged",
            "A tag changes nothing for the router.",
            at(3, tagged(10, tagged), "VID 10, TTL 1").hits(),
            at(3, tagged(10, tagged6), "VID 10, hop limit 1").hits())
        .hit(
            "protocols",
            "What is in the packet does not matter.",
            at(1, ipv4From1(somewhere).ttl(1).echo(true), "an ICMP echo request").hits(),
            at(1, ipv6From1(somewhere6).ttl(1).echo(true), "an ICMPv6 echo request").hits(),
            at(1, ipv4From1(somewhere).ttl(1).tcp(40000, 80, Packet.SYN, ""), "TCP").hits(),
            at(1, ipv4From1(somewhere).ttl(1).options("01010101"), "IPv4 with options").hits())
        .hit(
            "neighbour",
            "A neighbour, too, is one hop away.",
            at(1, ipv4From1("198.51.100.2").ttl(1), "to 198.51.100.2").hits())
        .hit(
            "lengths",
            "The TTL counts whatever the length is.",
            at(1, ipv4From1(somewhere).ttl(1).length(46), "60 bytes").hits(),
            at(1, ipv4From1(somewhere).ttl(1).length(1499), "1513 bytes").hits(),
            at(1, ipv4From1(somewhere).ttl(1).length(1500), "1514 bytes").hits())
        .miss(
            "ipv4-ttl-2",
            "TTL 2 is enough to be forwarded once.",
            by7(1, ipv4From1(somewhere).ttl(2), "TTL 2"),
            at(7, from7, "TTL 2 from port 7").leaves(2, routed(from7, HOST_2)),
            at(7, toVlan, "TTL 2 to a tagged port").leaves(3, tagged(10, routed(toVlan, HOST_3))))
        .miss(
            "ipv6-hop-limit-2",
            "Hop limit 2 is enough to be forwarded once.",
            by7(1, ipv6From1(somewhere6).ttl(2), "hop limit 2"),
            at(7, from7v6, "hop limit 2 from port 7").leaves(2, routed(from7v6, HOST_2)))
        .miss(
            "largest",
            "A TTL has no sign.",
            by7(1, ipv4From1(somewhere).ttl(255), "TTL 255"),
            by7(1, ipv4From1(somewhere).ttl(128), "TTL 128"),
            by7(1, ipv4From1(somewhere).ttl(129), "TTL 129"),
            by7(1, ipv6From1(somewhere6).ttl(255), "hop limit 255"),
            by7(1, ipv6From1(somewhere6).ttl(128), "hop limit 128"))
        .miss(
            "bridged",
            "A bridge is no hop.",
            at(1, new Packet(HOST_1, HOST_2, "192.0.2.11", "192.0.2.12").ttl(1), "TTL 1").leaves(2),
            at(1, new Packet(HOST_1, HOST_2, "192.0.2.11", "192.0.2.12").ttl(0), "TTL 0").leaves(2),
            at(1, new Packet(HOST_1, HOST_2, "2001:db8:1::11", "2001:db8:1::12").ttl(1), "IPv6")
                .leaves(2))
        .shows("PKT-08")
        .miss(
            "look-up-first",
            "Where there is no route the TTL does not matter.",
            at(1, ipv4From1("10.77.0.1").ttl(1), "TTL 1").hitsInstead("ipv4_lpm_miss"),
            at(1, ipv6From1("2001:db8:77::1").ttl(1), "IPv6").hitsInstead("ipv6_lpm_miss"))
        .shows()
        .miss(
            "own-address",
            "What has arrived needs no TTL (RFC 1812, section 5.3.1).",
            at(1, ipv4From1("192.0.2.1").ttl(1), "TTL 1").hitsInstead("local_route"),
            at(1, ipv6From1("2001:db8:1::1").ttl(1), "IPv6").hitsInstead("local_route"));
  }

  private static Page mtu() {
    String by8 = "10.5.0.1";
    String by8v6 = "2001:db8:a5::1";
    Frame tagged =
        new Packet(HOST_3, ROUTER, "192.0.2.13", by8).dontFragment().length(1301).frame();
    Frame fits = ipv4From1(by8).dontFragment().length(1300).frame();
    Frame fits6 = ipv6From1(by8v6).length(1300).frame();
    Frame fitsTagged =
        new Packet(HOST_3, ROUTER, "192.0.2.13", by8).dontFragment().length(1300).frame();
    Frame fitsVlan = ipv4From7("10.7.0.1").dontFragment().length(1500).frame();
    Frame fitsVlan6 = ipv6From7("2001:db8:a7::1").length(1500).frame();
    Frame fitsTaggedEgress = ipv4From7("10.9.0.1").dontFragment().length(1500).frame();
    return new Page("mtu_value_is_too_small")
        .hit(
            "ipv4-one-more",
            "A packet of one byte more than the MTU does not fit.",
            at(1, ipv4From1(by8).dontFragment().length(1301), "1301 bytes into 1300").hits())
        .hit(
            "ipv6-one-more",
            "An IPv6 packet of one byte more than the MTU does not fit; its header counts.",
            at(1, ipv6From1(by8v6).length(1301), "1301 bytes into 1300").hits())
        .hit(
            "ipv4-1400",
            "A packet of 1400 bytes does not fit into 1300.",
            at(1, ipv4From1(by8).dontFragment().length(1400), "1400 bytes into 1300").hits())
        .hit(
            "ipv4-may-be-fragmented",
            "Whether a packet may be fragmented is not for the hardware to ask.",
            at(1, ipv4From1(by8).length(1301), "1301 bytes into 1300, no DF").hits())
        .hit(
            "ipv6-1400",
            "An IPv6 packet of 1400 bytes does not fit into 1300.",
            at(1, ipv6From1(by8v6).length(1400), "1400 bytes into 1300").hits())
        .hit(
            "header-length",
            "An IPv6 packet whose payload would fit alone does not fit with its header.",
            at(1, ipv6From1(by8v6).length(1340), "a payload of 1300 bytes").hits())
        .hit(
            "tagged",
            "A tag does not count.",
            at(3, tagged(10, tagged), "VID 10, 1301 bytes into 1300").hits())
        .hit(
            "from-router-port",
            "The MTU of the egress interface counts, not that of the ingress interface.",
            at(7, ipv4From7(by8).dontFragment().length(1301), "1301 bytes from 9000 to 1300")
                .hits())
        .hit(
            "vlan-interface",
            "An interface on a VLAN has an MTU as any.",
            at(7, ipv4From7("10.7.0.1").dontFragment().length(1501), "1501 into 1500").hits(),
            at(7, ipv6From7("2001:db8:a7::1").length(1501), "IPv6, 1501 into 1500").hits(),
            at(7, ipv4From7("10.9.0.1").dontFragment().length(1501), "the same, tagged").hits())
        .hit(
            "large",
            "A packet that fits a large MTU does not fit a small one.",
            at(7, ipv4From7(by8).dontFragment().length(8986), "8986 bytes into 1300").hits())
        .shows("PKT-08")
        .hit(
            "before-ttl",
            "The MTU is looked at before the TTL.",
            at(1, ipv4From1(by8).dontFragment().length(1301).ttl(1), "1301 bytes, TTL 1").hits())
        .shows()
        .miss(
            "ipv4-exact",
            "A packet of just the MTU fits.",
            at(1, fits, "1300 bytes into 1300").leaves(8, routed(fits, NEIGHBOUR_8)),
            at(3, tagged(10, fitsTagged), "VID 10, 1300 bytes into 1300")
                .leaves(8, routed(fitsTagged, NEIGHBOUR_8)))
        .miss(
            "ipv6-exact",
            "An IPv6 packet of just the MTU fits.",
            at(1, fits6, "1300 bytes into 1300").leaves(8, routed(fits6, NEIGHBOUR_8)))
        .miss(
            "vlan-interface-exact",
            "A packet of just the MTU fits into a VLAN, tagged or not.",
            at(7, fitsVlan, "1500 into 1500").leaves(2, routed(fitsVlan, HOST_2)),
            at(7, fitsVlan6, "IPv6, 1500 into 1500").leaves(2, routed(fitsVlan6, HOST_2)),
            at(7, fitsTaggedEgress, "the same, tagged")
                .leaves(3, tagged(10, routed(fitsTaggedEgress, HOST_3))))
        .miss(
            "larger-mtu",
            "A large packet fits a large MTU.",
            by7(1, ipv4From1("10.1.0.1").dontFragment().length(1301), "1301 bytes into 9000"),
            by7(1, ipv4From1("10.1.0.1").dontFragment().length(9000), "9000 bytes into 9000"))
        .miss(
            "bridged",
            "A bridge looks at no MTU of the router.",
            at(
                    1,
                    new Packet(HOST_1, HOST_2, "192.0.2.11", "10.5.0.1")
                        .dontFragment()
                        .length(1501),
                    "1501 bytes to a host")
                .leaves(2));
  }

  private static Page unresolvedNeighbour() {
    Frame via = ipv4From7("10.9.0.1").frame();
    Frame viaV6 = ipv6From7("2001:db8:a9::1").frame();
    Frame direct = ipv4From7("192.0.2.13").frame();
    return new Page("unresolved_neigh")
        .hit(
            "ipv4-via",
            "The next hop of the route is not resolved.",
            at(1, ipv4From1("10.6.0.1"), "via 198.51.100.99").hits())
        .hit(
            "ipv6-via",
            "The next hop of the IPv6 route is not resolved.",
            at(1, ipv6From1("2001:db8:a6::1"), "via 2001:db8:2::99").hits())
        .hit(
            "ipv4-connected",
            "A host in an interface's network is not resolved.",
            at(1, ipv4From1("198.51.100.77"), "behind port 7").hits(),
            at(1, ipv4From1("203.0.113.254"), "behind port 8").hits(),
            at(7, ipv4From7("192.0.2.99"), "in VLAN 10").hits())
        .hit(
            "ipv6-connected",
            "A host in an interface's IPv6 network is not resolved.",
            at(1, ipv6From1("2001:db8:2::77"), "behind port 7").hits(),
            at(1, ipv6From1("2001:db8:3:0:ffff:ffff:ffff:ffff"), "behind port 8").hits(),
            at(7, ipv6From7("2001:db8:1::99"), "in VLAN 10").hits())
        .hit(
            "route-without-next-hop",
            "Behind a route without next hop the destination itself is the neighbour.",
            at(1, ipv4From1("10.8.0.6"), "10.8.0.6, not resolved").hits())
        .hit(
            "tagged",
            "A tag changes nothing for the router.",
            at(
                    3,
                    tagged(10, new Packet(HOST_3, ROUTER, "192.0.2.13", "10.6.0.1").frame()),
                    "VID 10, via 198.51.100.99")
                .hits())
        .hit(
            "neighbour-elsewhere",
            "A neighbour is one of its interface; what is resolved on another does not count.",
            at(7, ipv4From7("192.0.2.2"), "198.51.100.2 is resolved, 192.0.2.2 is not").hits(),
            at(7, ipv6From7("2001:db8:1::2"), "2001:db8:2::2 is, 2001:db8:1::2 is not").hits())
        .hit(
            "lengths",
            "The neighbour counts whatever the length is.",
            at(1, ipv4From1("10.6.0.1").length(46), "60 bytes").hits(),
            at(1, ipv4From1("10.6.0.1").length(1499), "1513 bytes").hits())
        .shows("PKT-08")
        .hit(
            "before-ttl",
            "The neighbour is looked at before the TTL.",
            at(1, ipv4From1("10.6.0.1").ttl(1), "TTL 1").hits(),
            at(1, ipv6From1("2001:db8:a6::1").ttl(1), "hop limit 1").hits())
        .shows()
        .shows("PKT-08")
        .hit(
            "before-mtu",
            "The neighbour is looked at before the MTU.",
            at(1, ipv4From1("203.0.113.9").dontFragment().length(1301), "1301 into 1300").hits())
        .shows()
        .miss(
            "via",
            "A next hop that is resolved is where the packet goes.",
            by7(1, ipv4From1("10.1.0.1"), "via 198.51.100.2"),
            by7(1, ipv6From1("2001:db8:a1::1"), "via 2001:db8:2::2"),
            at(7, via, "via 192.0.2.13, tagged").leaves(3, tagged(10, routed(via, HOST_3))),
            at(7, viaV6, "IPv6, tagged").leaves(3, tagged(10, routed(viaV6, HOST_3))))
        .miss(
            "connected",
            "A host that is resolved is where the packet goes.",
            by7(1, ipv4From1("198.51.100.2"), "to 198.51.100.2"),
            by7(1, ipv6From1("2001:db8:2::2"), "to 2001:db8:2::2"),
            at(7, direct, "to 192.0.2.13").leaves(3, tagged(10, routed(direct, HOST_3))))
        .miss(
            "route-without-next-hop-resolved",
            "Behind a route without next hop the destination itself is the neighbour.",
            by7(1, ipv4From1("10.8.0.5"), "10.8.0.5, resolved"))
        .miss(
            "no-route",
            "Without a route there is no neighbour to resolve.",
            at(1, ipv4From1("10.77.0.1"), "to 10.77.0.1").hitsInstead("ipv4_lpm_miss"),
            at(1, ipv6From1("2001:db8:77::1"), "IPv6").hitsInstead("ipv6_lpm_miss"));
  }
}
