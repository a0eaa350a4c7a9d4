package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_1;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_2;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_3;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_7;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_8;
import static packettrap.conformance.scenario.generator.CommonSwitch.ROUTER;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv4From1;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv4From7;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv6From1;
import static packettrap.conformance.scenario.generator.CommonSwitch.ipv6From7;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.flooded10;

import java.util.List;
import packettrap.spec.packet.Frame;
import packettrap.spec.packet.IpAddress;
import packettrap.spec.packet.Mac;

/** What a router does with packets to groups. */
final class GroupPages {
  private static final String SOURCE = "10.1.0.9";
  private static final String SOURCE_6 = "2001:db8:a1::9";

  private GroupPages() {}

  static List<Page> all() {
    return List.of(scope(0), scope(1), reversePath(), nonRoutable());
  }

  /** A frame from port 7 to a group, in its group's MAC address. */
  private static Packet group(String sender, String source, String group) {
    return new Packet(sender, macOf(group), source, group);
  }

  private static String macOf(String group) {
    IpAddress address = IpAddress.parse(group);
    return address.ipv6()
        ? Frames.multicastMac(Packet.address(address))
        : new Mac(0x0100_5e00_0000L | address.low() & 0x7f_ffff).toString();
  }

  /** Reserved scope 0, or interface-local scope 1. */
  private static Page scope(int scope) {
    String other = "ff0%d::1".formatted(1 - scope);
    String otherTrap =
        scope == 0 ? "ipv6_mc_dip_interface_local_scope" : "ipv6_mc_dip_reserved_scope";
    Frame from3 = new Packet(HOST_3, ROUTER, "2001:db8:1::13", "ff0%d::1".formatted(scope)).frame();
    Packet bridged = group(HOST_1, "2001:db8:1::11", "ff0%d::1".formatted(scope));
    Packet toHost = new Packet(HOST_1, HOST_2, "2001:db8:1::11", "ff0%d::1".formatted(scope));
    Packet forwarded = group(NEIGHBOUR_7, SOURCE_6, "ff0e::101");
    return new Page(scope == 0 ? "ipv6_mc_dip_reserved_scope" : "ipv6_mc_dip_interface_local_scope")
        .hit(
            "first-and-last",
            "All addresses of the scope are not to be forwarded.",
            at(1, ipv6From1("ff0%d::".formatted(scope)), "the first").hits(),
            at(1, ipv6From1("ff0%d::1".formatted(scope)), "one").hits(),
            at(
                    1,
                    ipv6From1("ff0%d:ffff:ffff:ffff:ffff:ffff:ffff:ffff".formatted(scope)),
                    "the last")
                .hits())
        .hit(
            "flags",
            "The flags of the address do not matter.",
            at(1, ipv6From1("ff1%d::1".formatted(scope)), "transient").hits(),
            at(1, ipv6From1("ff3%d::1".formatted(scope)), "of a network").hits(),
            at(1, ipv6From1("fff%d::1".formatted(scope)), "all flags").hits())
        .hit(
            "every-interface",
            "So it is on every interface of the router.",
            at(3, tagged(10, from3), "VID 10").hits(),
            at(7, ipv6From7("ff0%d::1".formatted(scope)), "from port 7").hits())
        .on(MulticastSwitch.NAME)
        .hit(
            "group-mac",
            "Where multicast is routed the frame may be to the group.",
            at(7, group(NEIGHBOUR_7, SOURCE_6, "ff0%d::1".formatted(scope)), "from port 7").hits(),
            at(3, group(HOST_3, SOURCE_6, "ff1%d::1".formatted(scope)), "from VLAN 20").hits())
        .miss(
            "wider-scope",
            "Packets of a wider scope are forwarded.",
            at(7, forwarded, "to ff0e::101")
                .leaves(1, copied(forwarded))
                .leaves(2, copied(forwarded))
                .leaves(8, copied(forwarded)))
        .on(CommonSwitch.NAME)
        .miss(
            "other-scope",
            "Other scopes are other matters.",
            at(1, ipv6From1(other), "to " + other).hitsInstead(otherTrap),
            at(1, ipv6From1("ff02::1"), "to ff02::1").hitsInstead("ipv6_dip_all_nodes"),
            at(1, ipv6From1("ff0%d::1".formatted(scope + 4)), "a wider one").leavesNothing())
        .miss(
            "bridged",
            "What is not routed is not the router's affair.",
            flooded10(bridged.frame(), "to a group, where multicast is not routed"),
            at(1, toHost, "to host 2").leaves(2))
        .shows("PKT-08")
        .miss(
            "after-source",
            "The source is looked at before the destination.",
            at(1, new Packet(HOST_1, ROUTER, "::1", "ff0%d::1".formatted(scope)), "from ::1")
                .hitsInstead("sip_is_loopback_address"))
        .shows("PKT-07")
        .miss(
            "after-router-alert",
            "What the router listens to comes before what it drops.",
            at(
                    1,
                    ipv6From1("ff0%d::1".formatted(scope)).hopByHop("05020001 0100"),
                    "with a router alert")
                .hitsInstead("ipv6_router_alert"));
  }

  /** A packet to a group when the router has sent it on. */
  private static Frame copied(Packet packet) {
    return routed(packet.frame(), packet.frame().destination().toString());
  }

  private static Page reversePath() {
    Packet right = group(NEIGHBOUR_7, SOURCE, "239.1.1.1");
    Packet right6 = group(NEIGHBOUR_7, SOURCE_6, "ff0e::101");
    Packet anySource = group(NEIGHBOUR_7, "10.1.0.8", "239.1.1.2");
    Packet special = group(NEIGHBOUR_8, SOURCE, "239.1.1.2");
    Packet fromVlan = group(HOST_1, "192.0.2.11", "239.1.1.3");
    Packet fromVlan6 = group(HOST_1, "2001:db8:1::11", "ff0e::102");
    Packet unknown = group(NEIGHBOUR_8, SOURCE, "239.1.1.9");
    Page page =
        new Page("mc_reverse_path_forwarding")
            .on(MulticastSwitch.NAME)
            .hit(
                "other-port",
                "A packet of a group comes in by the interface that leads to its source.",
                at(8, group(NEIGHBOUR_8, SOURCE, "239.1.1.1"), "by port 8, not 7").hits(),
                at(6, group(HOST_3, SOURCE, "239.1.1.1"), "by port 6").hits())
            .hit(
                "ipv6",
                "So it is with IPv6.",
                at(8, group(NEIGHBOUR_8, SOURCE_6, "ff0e::101"), "by port 8, not 7").hits(),
                at(7, group(NEIGHBOUR_7, SOURCE_6, "ff0e::102"), "by port 7, not VLAN 10").hits())
            .hit(
                "vlan",
                "An interface on a VLAN is one as any.",
                at(3, group(HOST_3, SOURCE, "239.1.1.1"), "by VLAN 20").hits())
            .hit(
                "source-first",
                "The route of a source comes before that of all.",
                at(7, group(NEIGHBOUR_7, SOURCE, "239.1.1.2"), "by port 7, for the source by 8")
                    .hits(),
                at(8, group(NEIGHBOUR_8, "10.1.0.8", "239.1.1.2"), "by port 8, for others by 7")
                    .hits())
            .hit(
                "egress",
                "An interface by which it leaves is none by which it comes in.",
                at(7, group(NEIGHBOUR_7, "192.0.2.11", "239.1.1.3"), "by port 7").hits())
            .miss(
                "right-port",
                "By the right interface it comes in and leaves by all that the route names.",
                everywhere(right, "by port 7"),
                everywhere(right6, "IPv6, by port 7"))
            .miss(
                "source-decides",
                "The route of its source says where a packet goes.",
                at(7, anySource, "of any source").leaves(8, copied(anySource)),
                at(8, special, "of one source")
                    .leaves(1, copied(special))
                    .leaves(2, copied(special))
                    .leaves(7, copied(special)))
            .miss(
                "from-vlan",
                "What the bridge floods in a VLAN the router sends to other interfaces only.",
                at(1, fromVlan, "from VLAN 10").leaves(2).leaves(7, copied(fromVlan)),
                at(1, fromVlan6, "IPv6").leaves(2).leaves(7, copied(fromVlan6)))
            .miss(
                "no-route",
                "Without a route there is no right interface.",
                at(8, unknown, "to 239.1.1.9").leavesNothing(),
                at(8, group(NEIGHBOUR_8, "10.1.0.8", "239.1.1.1"), "of another source")
                    .leavesNothing())
            .miss(
                "ttl",
                "No ICMP error tells a group that a packet has expired.",
                at(7, group(NEIGHBOUR_7, SOURCE, "239.1.1.1").ttl(1), "TTL 1").leavesNothing(),
                at(7, group(NEIGHBOUR_7, SOURCE_6, "ff0e::101").ttl(1), "hop limit 1")
                    .leavesNothing());
    return page.shows("PKT-08")
        .miss(
            "after-addresses",
            "Addresses are looked at before the route.",
            at(8, group(NEIGHBOUR_8, "127.0.0.1", "239.1.1.2"), "from 127.0.0.1")
                .hitsInstead("sip_is_loopback_address"))
        .hit(
            "before-ttl",
            "The interface is looked at before the TTL.",
            at(8, group(NEIGHBOUR_8, SOURCE, "239.1.1.1").ttl(1), "by port 8, TTL 1").hits());
  }

  private static Shot everywhere(Packet packet, String what) {
    return at(7, packet, what)
        .leaves(1, copied(packet))
        .leaves(2, copied(packet))
        .leaves(8, copied(packet));
  }

  private static Page nonRoutable() {
    Packet bridged = group(HOST_1, "192.0.2.11", "224.0.0.251");
    Packet right = group(NEIGHBOUR_7, SOURCE, "239.1.1.1");
    Packet unknown = new Packet(HOST_1, HOST_2, "192.0.2.11", "224.0.0.251");
    return new Page("non_routable_packet")
        .hit(
            "ipv4-link",
            "The first groups of IPv4 stay on their link.",
            at(1, ipv4From1("224.0.0.0"), "to 224.0.0.0").hits(),
            at(1, ipv4From1("224.0.0.251"), "to 224.0.0.251").hits(),
            at(7, ipv4From7("224.0.0.255"), "to 224.0.0.255, from port 7").hits())
        .hit(
            "ipv6-link",
            "Link-local groups of IPv6 stay on their link.",
            at(1, ipv6From1("ff02::fb"), "to ff02::fb").hits(),
            at(1, ipv6From1("ff32::1"), "to ff32::1, of a network").hits(),
            at(7, ipv6From7("ff02::3"), "to ff02::3, from port 7").hits())
        .hit(
            "igmp",
            "What hosts tell routers of groups is not forwarded.",
            at(1, ipv4From1("239.1.2.3").igmp(0x13, 0, "00000000"), "DVMRP to 239.1.2.3").hits())
        .on(MulticastSwitch.NAME)
        .hit(
            "group-mac",
            "Where multicast is routed the frame may be to the group.",
            at(7, group(NEIGHBOUR_7, SOURCE, "224.0.0.251"), "to 224.0.0.251").hits(),
            at(3, group(HOST_3, "192.0.3.13", "224.0.0.251"), "from VLAN 20, flooded up to it")
                .hits(),
            at(7, group(NEIGHBOUR_7, SOURCE_6, "ff02::fb"), "to ff02::fb").hits())
        .miss(
            "wider",
            "Groups of a wider scope are forwarded.",
            everywhere(right, "to 239.1.1.1"),
            at(7, group(NEIGHBOUR_7, SOURCE, "224.0.1.0"), "to 224.0.1.0").leavesNothing())
        .on(CommonSwitch.NAME)
        .miss(
            "wider-router-mac",
            "A group of a wider scope behind the router's MAC leads nowhere.",
            at(1, ipv4From1("224.0.1.0"), "to 224.0.1.0").leavesNothing(),
            at(1, ipv4From1("239.1.2.3"), "to 239.1.2.3").leavesNothing(),
            at(1, ipv6From1("ff03::fb"), "to ff03::fb").leavesNothing())
        .miss(
            "bridged",
            "On its link such a packet goes everywhere.",
            flooded10(bridged.frame(), "to 224.0.0.251"),
            at(1, unknown, "to 224.0.0.251, to host 2").leaves(2))
        .shows("PKT-07")
        .miss(
            "listened-to",
            "What the switch listens to comes before what it drops.",
            at(1, ipv4From1("224.0.0.1").ttl(1).igmp(0x11, 100, "00000000"), "an IGMP query")
                .hitsInstead("igmp_query"),
            at(1, ipv6From1("ff02::1"), "to all nodes").hitsInstead("ipv6_dip_all_nodes"),
            at(1, ipv6From1("ff02::2"), "to all routers").hitsInstead("ipv6_dip_all_routers"),
            at(1, ipv4From1("224.0.0.9").options("94040000"), "with a router alert")
                .hitsInstead("ipv4_router_alert"))
        .shows("PKT-08")
        .miss(
            "after-source",
            "The source is looked at before the destination.",
            at(1, new Packet(HOST_1, ROUTER, "127.0.0.1", "224.0.0.9"), "from 127.0.0.1")
                .hitsInstead("sip_is_loopback_address"));
  }
}
