package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_1;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_2;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_3;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_4;
import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_5;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_7;
import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_8;
import static packettrap.conformance.scenario.generator.CommonSwitch.ROUTER;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Shot.at;

import java.util.stream.IntStream;

/** What queues drop before they are full. */
final class EarlyPages {
  private EarlyPages() {}

  static Page earlyDrop() {
    Packet packet = new Packet(NEIGHBOUR_7, ROUTER, "10.1.0.1", "10.5.0.1");
    return new Page("early_drop")
        .on(RedSwitch.NAME)
        .settled()
        .hit(
            "at-maximum",
            "A queue drops everything that finds the maximum or more.",
            burst(1, 2, HOST_2, 4, 5))
        .hit(
            "all-that-follow",
            "It goes on dropping until some have left.",
            burst(1, 2, HOST_2, 4, 9))
        .hit(
            "two-ports",
            "Frames from two ports share the queue.",
            at(1, ForwardingPages.numbered(HOST_2, 0), "the first").leaves(2),
            at(3, ForwardingPages.numbered(HOST_2, 1), "the second").leaves(2),
            at(1, ForwardingPages.numbered(HOST_2, 2), "the third").leaves(2),
            at(3, ForwardingPages.numbered(HOST_2, 3), "the fourth").leaves(2),
            at(1, ForwardingPages.numbered(HOST_2, 4), "the fifth finds four").hits())
        .hit(
            "routed",
            "A router port drops early as any.",
            at(7, packet, "the first").leaves(8, routed(packet.frame(), NEIGHBOUR_8)),
            at(7, packet, "the second").leaves(8, routed(packet.frame(), NEIGHBOUR_8)),
            at(7, packet, "the third finds two").hits())
        .miss("below-maximum", "Up to the minimum nothing is dropped.", burst(1, 2, HOST_2, 4, 4))
        .miss("no-queue", "A port without a queue drops nothing.", burst(2, 1, HOST_1, 20, 20))
        .miss(
            "queues-apart",
            "Each port has its own queue.",
            at(1, ForwardingPages.numbered(HOST_2, 0), "one for port 2").leaves(2),
            at(1, ForwardingPages.numbered(HOST_3, 1), "one for port 3").leaves(3),
            at(1, ForwardingPages.numbered(HOST_4, 2), "one for port 4").leaves(4),
            at(1, ForwardingPages.numbered(HOST_5, 3), "one for port 5").leaves(5),
            at(7, packet, "one for port 8").leaves(8, routed(packet.frame(), NEIGHBOUR_8)))
        .miss(
            "full-first",
            "A queue that is full before it reaches the maximum drops at its tail.",
            at(1, ForwardingPages.numbered(HOST_4, 0), "the first").leaves(4),
            at(1, ForwardingPages.numbered(HOST_4, 1), "the second").leaves(4),
            at(1, ForwardingPages.numbered(HOST_4, 2), "the third finds two")
                .hitsInstead("tail_drop"))
        .miss(
            "without-red",
            "A queue that does not drop early drops at its tail.",
            at(1, ForwardingPages.numbered(HOST_5, 0), "the first").leaves(5),
            at(1, ForwardingPages.numbered(HOST_5, 1), "the second").leaves(5),
            at(1, ForwardingPages.numbered(HOST_5, 2), "the third").leaves(5),
            at(1, ForwardingPages.numbered(HOST_5, 3), "the fourth").leaves(5),
            at(1, ForwardingPages.numbered(HOST_5, 4), "the fifth finds four")
                .hitsInstead("tail_drop"))
        .shows("PKT-08")
        .hit(
            "before-tail",
            "What is full and at the maximum at once drops early.",
            burst(1, 3, HOST_3, 4, 5));
  }

  private static Shot[] burst(int from, int to, String destination, int limit, int frames) {
    return IntStream.range(0, frames)
        .mapToObj(
            i -> {
              String what = "frame " + (i + 1) + " of the burst";
              Shot shot = at(from, ForwardingPages.numbered(destination, i), what);
              return i < limit ? shot.leaves(to) : shot.hits();
            })
        .toArray(Shot[]::new);
  }
}
