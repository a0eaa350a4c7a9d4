package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.BROADCAST;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_1;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_2;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_3;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_4;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_5;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_6;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_7;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_8;
import static packettrap.conformance.scenario.generator.CommonSwitch.ROUTER;
import static packettrap.conformance.scenario.generator.CommonSwitch.UNKNOWN;
import static packettrap.conformance.scenario.generator.CommonSwitch.plain;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.PortSwitch.GROUP_5;
import static packettrap.conformance.scenario.generator.PortSwitch.GROUP_7;
import static packettrap.conformance.scenario.generator.PortSwitch.TAKEN_5;
import static packettrap.conformance.scenario.generator.PortSwitch.TWICE;
import static packettrap.conformance.scenario.generator.Shot.at;

import java.util.List;
import packettrap.spec.packet.Frame;

/** Who may speak on a port, and to whom. */
final class PortPages {
  private PortPages() {}

  static List<Page> all() {
    return List.of(dmacFilter(), lockedPort());
  }

  private static Page lockedPort() {
    Frame stranger = plain(UNKNOWN, HOST_2);
    Frame moved = plain(HOST_2, UNKNOWN);
    Frame elsewhere = plain(HOST_3, HOST_2);
    Frame otherVlan = plain(HOST_4, HOST_2);
    Frame tagged4 = plain(UNKNOWN, HOST_5);
    Frame known = plain(HOST_1, HOST_2);
    Frame known4 = plain(HOST_4, HOST_5);
    Frame toAll = plain(HOST_1, BROADCAST);
    Frame open = plain(UNKNOWN, HOST_1);
    Frame toRouter = new Packet(UNKNOWN, ROUTER, "192.0.2.99", "10.1.0.1").frame();
    return new Page("locked_port")
        .on(PortSwitch.NAME)
        .hit(
            "stranger",
            "A locked port takes nothing from a station that the FDB does not know.",
            at(1, stranger, "from nobody").hits().leaves(2))
        .hit(
            "again",
            "To be refused makes nobody known.",
            at(1, stranger, "from nobody").hits().leaves(2),
            at(1, stranger, "from nobody, again").hits().leaves(2))
        .hit(
            "elsewhere",
            "A locked port takes nothing from a station that is behind another port.",
            at(1, elsewhere, "from the station behind port 3").hits().leaves(2),
            at(1, moved, "from the station behind port 2")
                .hits()
                .leaves(2)
                .leaves(3, tagged(10, moved))
                .leaves(4, tagged(10, moved))
                .leaves(5, tagged(10, moved)))
        .hit(
            "other-vlan",
            "A station is known in its VLAN only.",
            at(4, tagged(10, otherVlan), "from the station in VLAN 20, with VID 10")
                .hits()
                .leaves(2, otherVlan))
        .hit(
            "tagged",
            "A tag changes nothing.",
            at(4, tagged(20, tagged4), "from nobody, VID 20").hits().leaves(5, tagged4))
        .hit(
            "to-router",
            "The lock comes before the router.",
            at(1, toRouter, "to the router, which has nothing in VLAN 10").hits())
        .miss(
            "known",
            "A locked port takes what comes from a station that the FDB has there.",
            at(1, known, "from the station behind port 1").leaves(2),
            at(4, known4, "from the station behind port 4").leaves(5),
            at(4, tagged(20, known4), "the same with a tag").leaves(5, known4))
        .miss(
            "to-everyone",
            "Whom a frame goes to does not matter.",
            at(1, toAll, "to everyone")
                .leaves(2)
                .leaves(3, tagged(10, toAll))
                .leaves(4, tagged(10, toAll))
                .leaves(5, tagged(10, toAll)))
        .miss(
            "leaves",
            "A locked port lets everything out.",
            at(2, open, "from nobody, to the station behind port 1").leaves(1))
        .miss(
            "open-port",
            "An open port takes what comes from a stranger.",
            at(2, open, "from nobody, on port 2").leaves(1),
            at(3, tagged(10, open), "from nobody, on port 3").leaves(1, open))
        .shows("PKT-08")
        .miss(
            "after-source-vlan-and-state",
            "The lock is looked at last of what a port looks at.",
            at(1, plain("03:00:00:00:00:09", HOST_2), "from a group")
                .hitsInstead("source_mac_is_multicast"),
            at(1, tagged(20, stranger), "VID 20, which the port is not in")
                .hitsInstead("ingress_vlan_filter"),
            at(6, plain(HOST_6, HOST_2), "on a port that is blocking")
                .hitsInstead("ingress_spanning_tree_filter"))
        .shows("PKT-07")
        .miss(
            "link-control",
            "What holds the network together comes through a locked port.",
            at(1, LinkLocalPages.lldpdu(UNKNOWN), "an LLDPDU from nobody").hitsInstead("lldp"),
            at(1, ArpPages.request(UNKNOWN, "192.0.2.99", "192.0.2.1"), "an ARP request")
                .hitsInstead("arp_request"));
  }

  private static Page dmacFilter() {
    Frame other = plain(NEIGHBOUR_7, HOST_1);
    Frame group = plain(NEIGHBOUR_7, "01:00:5e:00:00:fc");
    Frame toHost4 = plain(HOST_5, HOST_4);
    Frame unlisted = plain(HOST_5, TWICE);
    Frame groupOn5 = plain(HOST_5, "03:00:00:00:0d:06");
    Frame listed = plain(HOST_5, TAKEN_5);
    Frame toHost3 = plain(HOST_5, HOST_3);
    Frame toGroup = plain(HOST_5, GROUP_5);
    Frame toAll = plain(HOST_5, BROADCAST);
    Packet routed = new Packet(NEIGHBOUR_7, ROUTER, "10.1.0.1", "10.5.0.1");
    return new Page("dmac_filter")
        .on(PortSwitch.NAME)
        .hit(
            "router-port",
            "A port with a table takes nothing that is for others.",
            at(7, other, "to a station").hits().leavesNothing())
        .hit(
            "group",
            "A group is to be in the table as a station is.",
            at(7, group, "to a group beside that in the table").hits().leavesNothing(),
            at(5, groupOn5, "the same on a bridge port")
                .hits()
                .leaves(3, tagged(20, groupOn5))
                .leaves(4))
        .hit(
            "bridge-port",
            "A bridge port, too, may have a table.",
            at(5, toHost4, "to a station behind port 4").hits().leaves(4),
            at(5, unlisted, "to another").hits().leaves(4))
        .hit(
            "tagged",
            "A tag changes nothing.",
            at(5, tagged(20, toHost4), "VID 20").hits().leaves(4, toHost4))
        .hit(
            "group-of-another-port",
            "A table is that of its port.",
            at(7, plain(NEIGHBOUR_7, GROUP_5), "to a group of port 5").hits().leavesNothing())
        .miss(
            "router",
            "The router's address is always in the table.",
            at(7, routed, "to the router").leaves(8, routed(routed.frame(), NEIGHBOUR_8)))
        .miss(
            "listed",
            "A port takes what is for an address in its table.",
            at(5, listed, "to a station in the table").leaves(3, tagged(20, listed)).leaves(4),
            at(5, toHost3, "to another").leaves(3, tagged(20, toHost3)),
            at(5, toGroup, "to a group in the table").leaves(3, tagged(20, toGroup)).leaves(4),
            at(7, plain(NEIGHBOUR_7, GROUP_7), "to a group in the table of port 7").leavesNothing())
        .miss(
            "broadcast",
            "Broadcast is always in the table.",
            at(5, toAll, "to everyone").leaves(3, tagged(20, toAll)).leaves(4),
            at(7, plain(NEIGHBOUR_7, BROADCAST), "to everyone, on port 7").leavesNothing())
        .miss(
            "promiscuous",
            "A port without a table takes everything.",
            at(8, plain(NEIGHBOUR_8, HOST_1), "to a station, on port 8").leavesNothing(),
            at(2, plain(HOST_2, HOST_1), "to a station, on port 2").leaves(1))
        .shows("PKT-08")
        .miss(
            "after-source",
            "The source is looked at before the destination.",
            at(7, plain("03:00:00:00:00:09", HOST_1), "from a group, to a station")
                .hitsInstead("source_mac_is_multicast"))
        .hit(
            "before-vlan",
            "The destination is looked at before the VLAN.",
            at(5, tagged(30, toHost4), "VID 30, which the port is not in").hits())
        .shows("PKT-07")
        .miss(
            "link-control",
            "What holds the network together comes through every table.",
            at(7, LinkLocalPages.lldpdu(NEIGHBOUR_7), "an LLDPDU").hitsInstead("lldp"));
  }
}
