package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.changed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Multicast.digits;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;
import static packettrap.conformance.scenario.generator.Ways.flooded10;

import java.util.List;
import packettrap.spec.packet.Frame;

/** What routers and hosts of an IPv6 link say to each other, RFC 4861; and BGP over IPv6. */
final class RouterDiscoveryPages {
  /** Hop limit 64, no flags, lifetime 1800 s; an MTU option. */
  private static final String ADVERTISEMENT = "40 00 0708 00000000 00000000 0501 0000 000005dc";

  private static final String REDIRECT = "00000000" + digits("fe80::1") + digits("2001:db8:a1::1");

  private static final String SOLICITATION = "00000000 0101 020000000101";

  private RouterDiscoveryPages() {}

  static List<Page> all() {
    return List.of(
        page("ipv6_router_solicit", 133, SOLICITATION, "ff02::2", 134),
        page("ipv6_router_advert", 134, ADVERTISEMENT, "ff02::1", 133),
        page("ipv6_redirect", 137, REDIRECT, "ff02::1", 134),
        bgp());
  }

  private static Page page(String trap, int type, String body, String group, int other) {
    Frame toGroup = message(group, HOST_1, type, body).frame();
    Frame from3 = message(group, HOST_3, type, body).frame();
    Frame from4 = message(group, HOST_4, type, body).frame();
    Frame toHost =
        new Packet(HOST_1, HOST_2, "fe80::11", "2001:db8:1::12").ttl(255).icmp(type, body).frame();
    // Destination options with a PadN.
    Frame options =
        message(group, HOST_1, type, body).extensions(60, "3a 00 0104 00000000").frame();
    String otherTrap = other == 133 ? "ipv6_router_solicit" : "ipv6_router_advert";
    String otherBody = other == 133 ? SOLICITATION : ADVERTISEMENT;
    Frame otherType = message("ff02::1:ff00:14", HOST_4, other, otherBody).frame();
    Packet fragment =
        ipv6From1("2001:db8:a1::1")
            // Offset 8, no more fragments: RFC 8200 section 4.5.
            .extensions(44, "3a 00 0008 00000001")
            .protocol(Packet.ICMPV6, "%02x00 0000".formatted(type) + body, false, -1);
    return new Page(trap)
        .hit(
            "to-the-group",
            "The switch takes notice of what is said to all.",
            flooded10(toGroup, "to " + group).hits())
        .hit(
            "other-vlans",
            "The switch takes notice in every VLAN.",
            at(4, from4, "VLAN 20, without router interface").hits().leaves(3, tagged(20, from4)),
            at(3, tagged(10, from3), "VID 10").hits().leaves(1, from3).leaves(2, from3))
        .hit(
            "router-port",
            "A router port forwards no neighbour discovery.",
            at(7, message(group, NEIGHBOUR_7, type, body), "on port 7").hits().leavesNothing())
        .hit(
            "unicast",
            "It may be sent to one host, and is not just any packet to it.",
            at(1, ipv6From1("2001:db8:1::1").ttl(255).icmp(type, body), "to the router").hits(),
            at(1, toHost, "bridged").hits().leaves(2))
        .hit(
            "extension-headers",
            "Extension headers do not hide the type.",
            flooded10(options, "behind destination options").hits())
        .shows("PKT-07")
        .hit(
            "before-a-group-source",
            "The protocol comes before the drop of a source MAC with the group bit.",
            at(1, changed(toGroup, 6, "03"), "from 03:00:00:00:01:01").hits())
        .shows()
        .shows("PKT-07")
        .miss(
            "after-a-flow-rule",
            "A flow rule that traps comes before the protocol.",
            at(1, message(group, FlowRules.TRAPPED_SOURCE, type, body), "from 02:00:00:00:ac:21")
                .hitsInstead("flow_action_trap"))
        .shows()
        .miss(
            "other-messages",
            "Other messages have traps of their own.",
            at(4, otherType, "type " + other)
                .hitsInstead(otherTrap)
                .leaves(3, tagged(20, otherType)))
        .miss(
            "other-types",
            "Other types of ICMPv6 are routed.",
            by7(ipv6From1("2001:db8:a1::1").echo(true), "type 128"),
            by7(ipv6From1("2001:db8:a1::1").icmp(type & 127, "00000000"), "type " + (type & 127)))
        .miss(
            "ipv4",
            "In IPv4 it means nothing.",
            by7(
                ipv4From1("10.1.0.1")
                    .protocol(Packet.ICMPV6, "%02x00 0000".formatted(type) + body, false, 2),
                "ICMPv6 in IPv4"))
        .miss(
            "udp",
            "What begins like it and is not ICMPv6 is routed.",
            by7(ipv6From1("2001:db8:a1::1").udp(type << 8, 50000), "UDP"))
        .miss(
            "last-fragment",
            "A fragment that is not the first has no type.",
            by7(fragment, "a last fragment"));
  }

  private static Packet message(String group, String sender, int type, String body) {
    return Multicast.to(group, sender, "fe80::11").ttl(255).icmp(type, body);
  }

  private static Page bgp() {
    String own = "2001:db8:1::1";
    Packet from3 =
        new Packet(HOST_3, ROUTER, "2001:db8:1::13", own).tcp(40000, 179, Packet.SYN, "");
    Packet toHost =
        new Packet(HOST_1, HOST_2, "2001:db8:1::11", "2001:db8:1::12")
            .tcp(40000, 179, Packet.SYN, "");
    return new Page("ipv6_bgp")
        .hit(
            "to-port-179",
            "TCP to port 179 of the router is BGP.",
            at(1, ipv6From1(own).tcp(40000, 179, Packet.SYN, ""), "a SYN").hits(),
            at(7, ipv6From7("2001:db8:2::1").tcp(40000, 179, Packet.SYN, ""), "port 7").hits())
        .hit(
            "from-port-179",
            "What a neighbour answers from port 179 is BGP, too.",
            at(1, ipv6From1(own).tcp(179, 40000, 0x12, ""), "a SYN ACK from port 179").hits())
        .hit("tagged", "A tag changes nothing.", at(3, tagged(10, from3.frame()), "VID 10").hits())
        .hit(
            "extension-headers",
            "Extension headers do not hide the ports.",
            at(
                    1,
                    ipv6From1(own)
                        .extensions(60, "06 00 0104 00000000")
                        .tcp(40000, 179, Packet.SYN, ""),
                    "behind destination options")
                .hits())
        .hit(
            "hop-limit-1",
            "A neighbour may send with hop limit 1.",
            at(7, ipv6From7("2001:db8:2::1").ttl(1).tcp(40000, 179, Packet.SYN, ""), "1").hits())
        .shows("PKT-08")
        .miss(
            "after-a-flow-rule",
            "A flow rule that traps is an equal, and comes first in the pipeline.",
            at(
                    1,
                    new Packet(FlowRules.TRAPPED_SOURCE, ROUTER, "2001:db8:1::11", own)
                        .tcp(40000, 179, Packet.SYN, ""),
                    "from 02:00:00:00:ac:21")
                .hitsInstead("flow_action_trap"))
        .shows()
        .miss(
            "transit",
            "BGP between others is routed.",
            by7(ipv6From1("2001:db8:a1::1").tcp(40000, 179, Packet.SYN, ""), "to port 179"),
            by7(ipv6From1("2001:db8:a1::1").tcp(179, 40000, Packet.SYN, ""), "from port 179"))
        .miss(
            "bridged",
            "BGP between hosts is bridged.",
            at(1, toHost, "to port 179 of a host").leaves(2))
        .miss(
            "other-ports",
            "TCP to other ports of the router is not BGP.",
            local(ipv6From1(own).tcp(40000, 178, Packet.SYN, ""), "to port 178"),
            local(ipv6From1(own).tcp(40000, 180, Packet.SYN, ""), "to port 180"))
        .miss(
            "ipv4",
            "BGP over IPv4 has a trap of its own.",
            at(1, ipv4From1("192.0.2.1").tcp(40000, 179, Packet.SYN, ""), "to port 179")
                .hitsInstead("ipv4_bgp"))
        .miss("udp", "BGP is TCP.", local(ipv6From1(own).udp(40000, 179), "UDP to port 179"));
  }

  private static Shot local(Packet packet, String what) {
    return at(1, packet, what).hitsInstead("local_route");
  }
}
