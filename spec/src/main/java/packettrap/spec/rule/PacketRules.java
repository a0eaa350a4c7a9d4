package packettrap.spec.rule;

import java.util.List;

/** The rules of family PKT. */
public final class PacketRules {
  public static final Rule PKT_01 =
      Rule.must(
              Family.PKT, 1, "A packet that hits a trap is reported on that trap and on no other.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES);
  public static final Rule PKT_02 =
      Rule.must(Family.PKT, 2, "A packet that hits no trap is reported on none.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES);
  public static final Rule PKT_03 =
      Rule.must(
              Family.PKT,
              3,
              "A packet that hits no trap is forwarded where the configuration says.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FRAMES, Need.SWITCH, Need.EGRESS);
  public static final Rule PKT_04 =
      Rule.must(
              Family.PKT,
              4,
              "The copy of an exception or a control trap is handed to the stack's Rx path.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.RX_PATH, Need.FRAMES, Need.EXCEPTION_OR_CONTROL_TRAPS);
  public static final Rule PKT_05 =
      Rule.must(Family.PKT, 5, "The copy of a drop trap is not.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.RX_PATH, Need.FRAMES, Need.DROP_TRAPS);
  public static final Rule PKT_06 =
      Rule.must(Family.PKT, 6, "The Rx path gets the whole frame on the port that it came in on.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.RX_PATH, Need.FRAMES, Need.EXCEPTION_OR_CONTROL_TRAPS);
  static final List<Rule> ALL = List.of(PKT_01, PKT_02, PKT_03, PKT_04, PKT_05, PKT_06);

  private PacketRules() {}
}
