package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.BROADCAST;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_1;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_2;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_3;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_4;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_5;
import static packettrap.conformance.scenario.generator.CommonSwitch.ROUTER;
import static packettrap.conformance.scenario.generator.CommonSwitch.UNKNOWN;
import static packettrap.conformance.scenario.generator.CommonSwitch.bridged;
import static packettrap.conformance.scenario.generator.CommonSwitch.plain;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;

import packettrap.spec.packet.Frame;

/** Whether a bridge port takes the VLAN of a frame, or any. */
final class VlanPages {
  private VlanPages() {}

  static Page vlanTagMismatch() {
    Frame plain = plain(HOST_3, HOST_1);
    Frame packet = bridged(HOST_3, HOST_1);
    Frame shortest = plain(HOST_1, HOST_2);
    return new Page("vlan_tag_mismatch")
        .hit(
            "untagged",
            "A port without PVID takes no frames without a tag.",
            at(3, plain, "no tag").hits(),
            at(3, packet, "IPv4 without a tag").hits())
        .hit(
            "untagged-unknown",
            "A port without PVID takes no frames without a tag, wherever they go.",
            at(3, plain(HOST_3, UNKNOWN), "no tag, to an unknown address").hits(),
            at(3, plain(HOST_3, BROADCAST), "no tag, to everyone").hits())
        .hit(
            "untagged-for-router",
            "A port without PVID takes no frames without a tag, not for the router either.",
            at(3, new Packet(HOST_3, ROUTER, "192.0.2.13", "10.1.0.1"), "no tag, to the router")
                .hits())
        .hit(
            "untagged-large",
            "A port without PVID takes no frames without a tag, however long.",
            at(
                    3,
                    new Packet(HOST_3, HOST_1, "192.0.2.13", "192.0.2.11").length(1500),
                    "no tag, 1514 bytes")
                .hits())
        .hit(
            "priority-tagged",
            "A tag with VID 0 names no VLAN.",
            at(3, tagged(0, plain), "VID 0").hits())
        .hit(
            "priority-tagged-7",
            "A tag with VID 0 names no VLAN, whatever its priority.",
            at(3, tagged(7, false, 0, plain), "VID 0, priority 7").hits())
        .hit(
            "priority-tagged-dei",
            "A tag with VID 0 names no VLAN, whatever its drop eligible indicator.",
            at(3, tagged(3, true, 0, packet), "VID 0, priority 3, drop eligible").hits())
        .hit(
            "priority-tagged-outside",
            "The outer tag decides.",
            at(3, tagged(0, tagged(10, plain)), "VID 0, then VID 10").hits())
        .on(EdgeSwitch.NAME)
        .shows("PKT-08")
        .hit(
            "before-spanning-tree",
            "The tag is looked at before the state of the port.",
            at(6, plain(UNKNOWN, HOST_1), "no tag on a blocking port without PVID").hits())
        .shows()
        .on(CommonSwitch.NAME)
        .miss(
            "untagged-with-pvid",
            "A port with PVID takes frames without a tag.",
            at(1, shortest, "no tag").leaves(2))
        .miss(
            "priority-tagged-with-pvid",
            "A port with PVID takes frames with VID 0, and they are in that VLAN.",
            at(1, tagged(0, shortest), "VID 0").leaves(2, shortest),
            at(1, tagged(5, false, 0, shortest), "VID 0, priority 5").leaves(2, shortest))
        .miss(
            "tagged",
            "A port without PVID takes frames with one of its VLANs.",
            at(3, tagged(10, plain), "VID 10").leaves(1, plain))
        .miss(
            "tagged-with-priority",
            "A port without PVID takes frames with one of its VLANs, whatever the priority.",
            at(3, tagged(7, false, 10, plain), "VID 10, priority 7").leaves(1, plain));
  }

  static Page ingressVlanFilter() {
    Frame toHost4 = plain(HOST_1, HOST_4);
    Frame toHost2 = plain(HOST_1, HOST_2);
    Frame trunk = plain(HOST_3, HOST_4);
    Frame packet = bridged(HOST_1, HOST_4);
    Page page = new Page("ingress_vlan_filter");
    return BridgingPages.priorities(page)
        .on(CommonSwitch.NAME)
        .hit(
            "other-vlan",
            "An access port takes no frames of another VLAN.",
            at(1, tagged(20, toHost4), "VID 20 on a port of VLAN 10").hits().leaves(4, toHost4))
        .hit(
            "next-vlans",
            "VLANs next to the port's are other VLANs.",
            at(1, tagged(9, toHost2), "VID 9 on a port of VLAN 10").hits(),
            at(1, tagged(11, toHost2), "VID 11 on a port of VLAN 10").hits())
        .hit(
            "edges",
            "The first and the last VLAN are VLANs as any.",
            at(1, tagged(1, toHost4), "VID 1 on a port of VLAN 10").hits().leaves(4),
            at(1, tagged(4094, toHost4), "VID 4094 on a port of VLAN 10").hits())
        .hit(
            "beside-edges",
            "A port of the first and the last VLAN does not take those beside them.",
            at(3, tagged(2, trunk), "VID 2 on a port of VLANs 1, 10, 20, 4094").hits(),
            at(3, tagged(4093, trunk), "VID 4093 on a port of VLANs 1, 10, 20, 4094").hits())
        .hit(
            "one-bit",
            "All twelve bits of a VID count.",
            at(1, tagged(10 + 2048, toHost2), "VID 2058 on a port of VLAN 10").hits(),
            at(1, tagged(10 + 256, toHost2), "VID 266 on a port of VLAN 10").hits())
        .hit(
            "vlan-of-others",
            "A VLAN that other ports have is none of this port's.",
            at(3, tagged(30, trunk), "VID 30 on a port of VLANs 1, 10, 20, 4094").hits(),
            at(4, tagged(10, plain(HOST_4, HOST_1)), "VID 10 on a port that lacks it").hits())
        .hit(
            "priority",
            "Priority and drop eligible indicator do not belong to the VID.",
            at(1, tagged(7, true, 20, packet), "VID 20, priority 7, drop eligible").hits())
        .hit(
            "group",
            "Frames to groups are filtered, too.",
            at(1, tagged(20, plain(HOST_1, BROADCAST)), "VID 20, to everyone").hits(),
            at(1, tagged(20, plain(HOST_1, "03:00:00:00:00:99")), "VID 20, to a group").hits())
        .hit(
            "for-router",
            "Frames to the router are filtered, too.",
            at(
                    4,
                    tagged(10, new Packet(HOST_4, ROUTER, "192.0.2.14", "10.1.0.1").frame()),
                    "VID 10 on a port that lacks it, to the router")
                .hits())
        .hit(
            "before-spanning-tree",
            "The VLAN is looked at before the state of the port.",
            at(5, tagged(30, plain(HOST_5, HOST_4)), "VID 30 on a blocking port").hits())
        .miss(
            "own-vlan-tagged",
            "An access port takes frames that name its own VLAN.",
            at(1, tagged(10, toHost2), "VID 10 on a port of VLAN 10").leaves(2, toHost2))
        .miss(
            "edges-configured",
            "The first and the last VLAN can be a port's.",
            at(3, tagged(1, trunk), "VID 1 on a port that has it").leaves(4),
            at(3, tagged(4094, trunk), "VID 4094 on a port that has it").leaves(4))
        .miss(
            "untagged-vlan-of-trunk",
            "A tagged frame leaves without its tag where the VLAN is untagged.",
            at(3, tagged(20, trunk), "VID 20").leaves(4, trunk))
        .miss(
            "priority-tagged",
            "VID 0 is no VLAN that could be filtered.",
            at(1, tagged(0, toHost2), "VID 0 on a port with PVID 10").leaves(2, toHost2));
  }
}
