package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.BROADCAST;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_1;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_2;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_4;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_5;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_7;
import static packettrap.conformance.scenario.generator.CommonSwitch.ROUTER;
import static packettrap.conformance.scenario.generator.CommonSwitch.UNKNOWN;
import static packettrap.conformance.scenario.generator.CommonSwitch.bridged;
import static packettrap.conformance.scenario.generator.CommonSwitch.plain;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;

import java.util.List;
import packettrap.spec.packet.Frame;

/** What a bridge looks at before it looks anything up: source, tag, VLAN, spanning tree. */
final class IngressPages {
  private static final String GROUP_SOURCE = "03:00:00:00:01:01";

  private IngressPages() {}

  static List<Page> all() {
    return List.of(
        sourceMacIsMulticast(),
        VlanPages.vlanTagMismatch(),
        VlanPages.ingressVlanFilter(),
        spanningTreeFilter());
  }

  private static Page sourceMacIsMulticast() {
    Frame lowest = plain("01:00:00:00:00:00", HOST_2);
    Frame packet = bridged("01:00:5e:01:01:01", HOST_2);
    Frame ipv6Group = plain("33:33:00:00:00:01", HOST_2);
    Frame broadcast = plain(BROADCAST, HOST_2);
    Frame local = plain(GROUP_SOURCE, HOST_2);
    Frame overTrunk = plain(GROUP_SOURCE, HOST_4);
    Frame flooded = plain(GROUP_SOURCE, UNKNOWN);
    Frame large = new Packet(GROUP_SOURCE, HOST_2, "192.0.2.11", "192.0.2.12").length(8986).frame();
    Frame throughRouter = new Packet("03:00:00:00:07:01", ROUTER, "10.1.0.1", "10.7.0.1").frame();
    Frame unicast = plain("02:00:00:00:01:01", HOST_2);
    Frame neighbour = plain("fe:ff:ff:ff:ff:ff", HOST_2);
    Frame toGroup = plain(HOST_4, "03:00:00:00:00:99");
    Frame toAll = plain(HOST_4, BROADCAST);
    return new Page("source_mac_is_multicast")
        .hit(
            "group-bit-alone",
            "The group bit alone makes a source address one of a group.",
            at(1, lowest, "source 01:00:00:00:00:00").hits().leaves(2))
        .hit(
            "ipv4-group",
            "A source address from the range of IPv4 groups is not allowed.",
            at(1, packet, "source 01:00:5e:01:01:01").hits().leaves(2))
        .hit(
            "ipv6-group",
            "A source address from the range of IPv6 groups is not allowed.",
            at(1, ipv6Group, "source 33:33:00:00:00:01").hits().leaves(2))
        .hit(
            "broadcast",
            "The broadcast address is a group's, too.",
            at(1, broadcast, "source ff:ff:ff:ff:ff:ff").hits().leaves(2))
        .hit(
            "locally-administered",
            "The group bit counts beside the bit for local administration.",
            at(1, local, "source 03:00:00:00:01:01").hits().leaves(2))
        .hit(
            "tagged",
            "A tag does not hide the source address.",
            at(3, tagged(20, overTrunk), "source 03:00:00:00:01:01, VLAN 20")
                .hits()
                .leaves(4, overTrunk))
        .hit(
            "unknown-destination",
            "The source is looked at whatever the destination is.",
            at(1, flooded, "source 03:00:00:00:01:01, to an unknown address")
                .hits()
                .leaves(2)
                .leaves(3, tagged(10, flooded)))
        .hit(
            "large",
            "The source is looked at whatever the length is.",
            at(1, large, "source 03:00:00:00:01:01, 9000 bytes").hits().leaves(2))
        .hit(
            "router-port",
            "A router port looks at the source, too.",
            at(7, throughRouter, "source 03:00:00:00:07:01, to be routed")
                .hits()
                .leaves(2, routed(throughRouter, HOST_2)))
        .shows("PKT-08")
        .hit(
            "before-tag",
            "The source is looked at before the tag.",
            at(3, plain(GROUP_SOURCE, HOST_4), "source of a group, no tag where there is no PVID")
                .hits())
        .shows()
        .shows("PKT-08")
        .hit(
            "before-vlan",
            "The source is looked at before the VLAN.",
            at(1, tagged(20, plain(GROUP_SOURCE, HOST_4)), "source of a group, a foreign VLAN")
                .hits())
        .shows()
        .shows("PKT-08")
        .hit(
            "before-spanning-tree",
            "The source is looked at before the state of the port.",
            at(5, plain(GROUP_SOURCE, HOST_2), "source of a group on a blocking port").hits())
        .shows()
        .miss(
            "individual",
            "A source address of one station is what it should be.",
            at(1, unicast, "source 02:00:00:00:01:01").leaves(2))
        .miss(
            "all-other-bits",
            "All bits but the group bit do not make a group.",
            at(1, neighbour, "source fe:ff:ff:ff:ff:ff").leaves(2))
        .miss(
            "group-destination",
            "A destination may be a group.",
            at(4, toGroup, "to 03:00:00:00:00:99").leaves(3, tagged(20, toGroup)))
        .miss(
            "broadcast-destination",
            "A destination may be everyone.",
            at(4, toAll, "to ff:ff:ff:ff:ff:ff").leaves(3, tagged(20, toAll)))
        .anywhere()
        .hit(
            "any-switch",
            "However a switch is configured, a source address of a group is not allowed.",
            at(1, bridged("01:00:5e:00:00:01", HOST_2), "source 01:00:5e:00:00:01").hits(),
            at(2, plain("33:33:00:00:00:01", HOST_1), "source 33:33:00:00:00:01").hits(),
            at(1, plain(GROUP_SOURCE, BROADCAST), "source 03:00:00:00:01:01, to everyone").hits())
        .miss(
            "any-switch-individual",
            "However a switch is configured, a destination may be a group.",
            at(1, bridged(HOST_1, HOST_2), "from one station to one"),
            at(2, plain(HOST_2, BROADCAST), "from one station to everyone"));
  }

  private static Page spanningTreeFilter() {
    Frame plain = plain(HOST_5, HOST_2);
    Frame inVlan20 = plain(HOST_5, HOST_4);
    Frame flooded = plain(HOST_5, UNKNOWN);
    Frame forRouter = new Packet(HOST_5, ROUTER, "192.0.2.15", "10.1.0.1").frame();
    Frame large = new Packet(HOST_5, HOST_2, "192.0.2.15", "192.0.2.12").length(1501).frame();
    Frame toHost1 = plain(HOST_5, HOST_1);
    Frame packet = bridged(HOST_5, HOST_1);
    return new Page("ingress_spanning_tree_filter")
        .hit(
            "blocking",
            "A blocking port takes no frames.",
            at(5, plain, "on a blocking port").hits().leaves(2))
        .hit(
            "blocking-tagged",
            "A blocking port takes no frames, in none of its VLANs.",
            at(5, tagged(20, inVlan20), "VID 20 on a blocking port").hits().leaves(4, inVlan20),
            at(5, tagged(10, plain), "VID 10 on a blocking port").hits().leaves(2, plain),
            at(5, tagged(0, plain), "VID 0 on a blocking port").hits().leaves(2, plain))
        .hit(
            "blocking-unknown",
            "A blocking port takes no frames, wherever they go.",
            at(5, flooded, "to an unknown address")
                .hits()
                .leaves(1)
                .leaves(2)
                .leaves(3, tagged(10, flooded)))
        .hit(
            "blocking-for-router",
            "A blocking port takes no frames, not for the router either.",
            at(5, forRouter, "to the router").hits().leaves(7, routed(forRouter, NEIGHBOUR_7)))
        .hit(
            "blocking-odd-length",
            "A blocking port takes no frames, however long.",
            at(5, large, "1515 bytes").hits().leaves(2))
        .on(EdgeSwitch.NAME)
        .hit(
            "listening",
            "A listening port takes no frames.",
            at(4, toHost1, "on a listening port").hits().leaves(1),
            at(4, packet, "IPv4 on a listening port").hits().leaves(1))
        .hit(
            "learning",
            "A learning port takes no frames.",
            at(5, toHost1, "on a learning port").hits().leaves(1),
            at(5, packet, "IPv4 on a learning port").hits().leaves(1))
        .hit(
            "blocking-without-pvid",
            "A blocking port takes no frames with a VLAN it has.",
            at(6, tagged(10, toHost1), "VID 10 on a blocking port").hits().leaves(1, toHost1))
        .miss(
            "forwarding",
            "A forwarding port takes frames.",
            at(2, toHost1, "on a forwarding port").leaves(1))
        .on(CommonSwitch.NAME)
        .miss(
            "beside-blocking",
            "Beside a blocking port the others of the VLAN go on, and nothing leaves by it.",
            at(1, plain(HOST_1, HOST_2), "on a forwarding port").leaves(2),
            at(4, plain(HOST_4, UNKNOWN), "to an unknown address in a VLAN of the blocking port")
                .leaves(3, tagged(20, plain(HOST_4, UNKNOWN))))
        .miss(
            "router-port",
            "A router port has no state that could block.",
            at(7, CommonSwitch.ipv4From7("10.7.0.1"), "to be routed")
                .leaves(2, routed(CommonSwitch.ipv4From7("10.7.0.1").frame(), HOST_2)));
  }
}
