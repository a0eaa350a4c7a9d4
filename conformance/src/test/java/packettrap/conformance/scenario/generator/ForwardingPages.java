package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;

import java.util.List;
import java.util.stream.IntStream;
import packettrap.spec.packet.Frame;

/** Where a frame is to leave: nowhere, where it came from, by a queue that is full. */
final class ForwardingPages {
  private ForwardingPages() {}

  static List<Page> all() {
    return List.of(portListIsEmpty(), portLoopbackFilter(), tailDrop());
  }

  private static Page portListIsEmpty() {
    Frame unknown = plain(HOST_4, UNKNOWN);
    Frame group = plain(HOST_4, UNKNOWN_GROUP);
    Frame everyone = plain(HOST_4, BROADCAST);
    Frame ipv4Group = new Packet(HOST_4, "01:00:5e:01:02:03", "192.0.2.14", "239.1.2.3").frame();
    Frame ipv6Group =
        new Packet(HOST_4, "33:33:00:01:02:03", "2001:db8:1::14", "ff15::1:203").frame();
    Frame large = new Packet(HOST_4, UNKNOWN, "192.0.2.14", "192.0.2.15").length(1500).frame();
    Frame fromHost6 = plain(HOST_6, UNKNOWN);
    Frame toHost6 = plain(HOST_4, HOST_6);
    Frame toGroup6 = plain(HOST_4, GROUP_6);
    Frame inVlan20 = plain(HOST_4, UNKNOWN);
    return new Page("port_list_is_empty")
        .hit(
            "unknown-unicast",
            "An unknown destination is flooded, and the only other port of the VLAN does not flood.",
            at(4, tagged(30, unknown), "to an unknown address").hits().leavesNothing())
        .hit(
            "unregistered-group",
            "A group that nobody registered is flooded, and the only other port does not flood.",
            at(4, tagged(30, group), "to an unknown group, not IP").hits().leavesNothing())
        .hit(
            "unregistered-ipv4-group",
            "An IPv4 group that nobody registered is flooded as any.",
            at(4, tagged(30, ipv4Group), "to 239.1.2.3").hits().leavesNothing())
        .hit(
            "unregistered-ipv6-group",
            "An IPv6 group that nobody registered is flooded as any.",
            at(4, tagged(30, ipv6Group), "to ff15::1:203").hits().leavesNothing())
        .hit(
            "large",
            "A frame is flooded whatever its length.",
            at(4, tagged(30, large), "to an unknown address, 1518 bytes").hits().leavesNothing())
        .hit(
            "known-elsewhere",
            "An address that is known in another VLAN is unknown in this one.",
            at(4, tagged(30, plain(HOST_4, HOST_1)), "to an address of VLAN 10, in VLAN 30")
                .hits()
                .leavesNothing())
        .hit(
            "broadcast",
            "What is for everyone is flooded, too.",
            at(4, tagged(30, everyone), "to everyone").hits().leavesNothing())
        .hit(
            "blocking",
            "A port that does not forward is no port to flood to.",
            at(4, tagged(60, unknown), "the only other port of VLAN 60 is blocking")
                .hits()
                .leavesNothing())
        .hit(
            "alone",
            "In a VLAN of one port there is nowhere to flood to.",
            at(4, tagged(50, unknown), "to an unknown address in VLAN 50").hits().leavesNothing(),
            at(4, tagged(50, group), "to an unknown group in VLAN 50").hits().leavesNothing(),
            at(4, tagged(50, everyone), "to everyone in VLAN 50").hits().leavesNothing())
        .miss(
            "flooding-port",
            "One port that floods is enough, and those that do not are left out.",
            at(4, tagged(40, unknown), "to an unknown address in VLAN 40").leaves(2),
            at(4, tagged(40, group), "to an unknown group in VLAN 40").leaves(2))
        .miss(
            "from-the-port-that-does-not",
            "Whether the ingress port floods does not matter.",
            at(6, fromHost6, "to an unknown address, untagged").leaves(4, tagged(30, fromHost6)),
            at(6, tagged(30, fromHost6), "to an unknown address, VID 30").leaves(4))
        .miss(
            "known",
            "A port that does not flood still gets what is known to be behind it.",
            at(4, tagged(30, toHost6), "to an address behind port 6").leaves(6, toHost6),
            at(4, tagged(40, toHost6), "to an address behind port 6, VLAN 40").leaves(6))
        .miss(
            "registered-group",
            "A port that does not flood still gets the groups registered for it.",
            at(4, tagged(30, toGroup6), "to a group registered for port 6").leaves(6, toGroup6))
        .miss(
            "next-vlan",
            "In a VLAN with another port that floods the frame leaves.",
            at(4, inVlan20, "to an unknown address in VLAN 20").leaves(3, tagged(20, inVlan20)),
            at(4, everyone, "to everyone in VLAN 20").leaves(3, tagged(20, everyone)));
  }

  private static Page portLoopbackFilter() {
    return BridgingPages.learnedInVlans(
        BridgingPages.entriesOfVlans(LearningPages.of(loopbackOfConfigured())));
  }

  private static Page loopbackOfConfigured() {
    Frame toItself = plain(HOST_1, HOST_1);
    Frame otherSource = plain("02:00:00:00:01:02", HOST_1);
    Frame packet = bridged("02:00:00:00:01:02", HOST_1);
    Frame overTrunk = plain("02:00:00:00:03:02", HOST_3);
    Frame group = plain(HOST_4, GROUP_4);
    Frame fromHost2 = plain(HOST_2, HOST_1);
    Frame toGroup34 = plain(HOST_4, GROUP_3_4);
    Frame fromHost3 = plain(HOST_3, GROUP_4);
    return new Page("port_loopback_filter")
        .hit(
            "same-port",
            "A frame does not leave by the port it came in by.",
            at(1, otherSource, "to an address behind the ingress port").hits())
        .hit(
            "to-itself",
            "A frame from a station to itself does not come back.",
            at(1, toItself, "source is destination").hits())
        .hit(
            "ipv4",
            "What is in the frame does not matter.",
            at(1, packet, "IPv4 to an address behind the ingress port").hits(),
            at(
                    1,
                    new Packet("02:00:00:00:01:02", HOST_1, "2001:db8:1::1", "2001:db8:1::2")
                        .length(1500),
                    "IPv6, 1514 bytes, to an address behind the ingress port")
                .hits())
        .hit(
            "tagged",
            "A frame does not leave by the port it came in by, tagged or not.",
            at(3, tagged(20, overTrunk), "VID 20, to an address behind the ingress port").hits(),
            at(3, tagged(4094, overTrunk), "VID 4094, to an address behind the ingress port")
                .hits(),
            at(1, tagged(10, otherSource), "VID 10 on an access port").hits(),
            at(1, tagged(0, otherSource), "VID 0 on an access port").hits())
        .hit(
            "group",
            "A group that is registered for the ingress port alone leaves nowhere.",
            at(4, group, "to a group registered for the ingress port").hits(),
            at(4, tagged(20, group), "the same with VID 20").hits())
        .miss(
            "other-port",
            "A frame to an address behind another port leaves.",
            at(2, fromHost2, "to an address behind port 1").leaves(1))
        .miss(
            "group-of-two",
            "Of a group's ports all but the ingress port get the frame.",
            at(4, toGroup34, "to a group registered for ports 3 and 4")
                .leaves(3, tagged(20, toGroup34)))
        .miss(
            "group-elsewhere",
            "A group that is registered for another port leaves by it.",
            at(3, tagged(20, fromHost3), "to a group registered for port 4").leaves(4, fromHost3));
  }

  private static Page tailDrop() {
    Packet routed = new Packet(NEIGHBOUR_7, ROUTER, "10.1.0.1", "10.5.0.1");
    return new Page("tail_drop")
        .on(EdgeSwitch.NAME)
        .settled()
        .hit(
            "queue-of-1",
            "A queue of one packet holds one and drops the next.",
            burst(1, 2, HOST_2, 1, 2))
        .hit(
            "queue-of-4",
            "A queue of four packets holds four and drops the next.",
            burst(1, 3, HOST_3, 4, 5))
        .hit(
            "queue-of-4-flooded",
            "A queue drops all that come while it is full.",
            burst(1, 3, HOST_3, 4, 12))
        .hit(
            "two-ports",
            "Frames from two ports share the queue.",
            at(1, numbered(HOST_3, 0), "the first").leaves(3),
            at(2, numbered(HOST_3, 1), "the second").leaves(3),
            at(1, numbered(HOST_3, 2), "the third").leaves(3),
            at(2, numbered(HOST_3, 3), "the fourth").leaves(3),
            at(1, numbered(HOST_3, 4), "the fifth finds four").hits())
        .hit(
            "packets-count",
            "A queue counts packets, not bytes.",
            at(1, large(HOST_2), "1514 bytes").leaves(2),
            at(1, numbered(HOST_2, 1), "60 bytes find one packet").hits())
        .hit(
            "short-packets-count",
            "A queue counts packets, however short.",
            at(1, numbered(HOST_2, 1), "60 bytes").leaves(2),
            at(1, large(HOST_2), "1514 bytes find one packet").hits())
        .hit(
            "routed",
            "A router port has a queue as any.",
            at(7, routed, "the first").leaves(8, routed(routed.frame(), NEIGHBOUR_8)),
            at(7, routed, "the second").leaves(8, routed(routed.frame(), NEIGHBOUR_8)),
            at(7, routed, "the third finds two").hits())
        .miss(
            "just-full",
            "A queue that becomes full has dropped nothing.",
            burst(1, 3, HOST_3, 4, 4))
        .miss(
            "no-queue",
            "A port without a queue sends at once and drops nothing.",
            burst(2, 1, HOST_1, 20, 20))
        .miss(
            "queues-apart",
            "Each port has its own queue.",
            at(1, numbered(HOST_2, 0), "one for port 2").leaves(2),
            at(1, numbered(HOST_3, 1), "one for port 3").leaves(3),
            at(7, routed, "one for port 8").leaves(8, routed(routed.frame(), NEIGHBOUR_8)));
  }

  /** As many frames as said to one port, of which the queue in front of it takes some. */
  private static Shot[] burst(int from, int to, String destination, int limit, int frames) {
    return IntStream.range(0, frames)
        .mapToObj(
            i -> {
              Shot shot = at(from, numbered(destination, i), "frame " + (i + 1) + " of the burst");
              return i < limit ? shot.leaves(to) : shot.hits();
            })
        .toArray(Shot[]::new);
  }

  /** Frames that can be told apart, as those of a burst have to be. */
  static Frame numbered(String destination, int number) {
    return Frames.changed(
        plain("02:00:00:00:01:02", destination), 14, "%04x".formatted(number + 1));
  }

  private static Frame large(String destination) {
    return new Packet("02:00:00:00:01:02", destination, "192.0.2.1", "192.0.2.2")
        .length(1500)
        .frame();
  }
}
