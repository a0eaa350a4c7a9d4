package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.HOST_2;
import static packettrap.conformance.scenario.generator.CommonSwitch.plain;
import static packettrap.conformance.scenario.generator.Shot.at;

import packettrap.spec.packet.Frame;

/** What a bridge learns from the frames that it takes, and from which it learns nothing. */
final class LearningPages {
  private static final String NEAR = "02:00:00:00:0a:01";
  private static final String KNOWN = "02:00:00:00:0a:02";
  private static final String MOVING = "02:00:00:00:0a:03";
  private static final String UNLEARNED = "02:00:00:00:0a:04";
  private static final String BEHIND_LEARNING = "02:00:00:00:0a:05";
  private static final String BEHIND_BLOCKING = "02:00:00:00:0a:06";
  private static final String GROUP = "03:00:00:00:0a:07";

  private LearningPages() {}

  /** Adds to a page about addresses that are configured those that are learned. */
  static Page of(Page page) {
    Frame toKnown = plain(HOST_2, KNOWN);
    Frame toMoving = plain(HOST_2, MOVING);
    Frame toUnlearned = plain(HOST_2, UNLEARNED);
    Frame toBlocking = plain(HOST_2, BEHIND_BLOCKING);
    Frame toGroup = plain(HOST_2, GROUP);
    return page.on(LearningSwitch.NAME)
        .hit(
            "learned",
            "Where an address is, a bridge learns from the frames that come from it.",
            at(1, plain(NEAR, HOST_2), "the station is behind port 1").leaves(2),
            at(1, plain("02:00:00:00:0a:11", NEAR), "to it from its own port").hits())
        .miss(
            "learned-elsewhere",
            "What was learned is flooded no longer.",
            at(3, plain(KNOWN, HOST_2), "the station is behind port 3").leaves(2),
            at(2, toKnown, "to it").leaves(3))
        .miss(
            "moved",
            "A station is where it was heard of last.",
            at(1, plain(MOVING, HOST_2), "the station is behind port 1").leaves(2),
            at(2, toMoving, "to it").leaves(1),
            at(3, plain(MOVING, HOST_2), "the station is behind port 3").leaves(2),
            at(2, plain("02:00:00:00:0a:12", MOVING), "to it").leaves(3))
        .miss(
            "port-that-does-not-learn",
            "A port that does not learn learns nothing.",
            at(4, plain(UNLEARNED, HOST_2), "from a port that does not learn").leaves(2),
            at(2, toUnlearned, "to it").leaves(1).leaves(3).leaves(4))
        .miss(
            "learning-port",
            "A port that is learning takes no frames, but learns from them.",
            at(5, plain(BEHIND_LEARNING, HOST_2), "from a learning port")
                .hitsInstead("ingress_spanning_tree_filter"),
            at(2, plain(HOST_2, BEHIND_LEARNING), "to it").leavesNothing())
        .miss(
            "blocking-port",
            "A port that is blocking learns nothing.",
            at(6, plain(BEHIND_BLOCKING, HOST_2), "from a blocking port")
                .hitsInstead("ingress_spanning_tree_filter"),
            at(2, toBlocking, "to it").leaves(1).leaves(3).leaves(4))
        .miss(
            "group-source",
            "The address of a group is learned from nobody.",
            at(1, plain(GROUP, HOST_2), "from a group").hitsInstead("source_mac_is_multicast"),
            at(2, toGroup, "to the group").leaves(1).leaves(3).leaves(4));
  }
}
