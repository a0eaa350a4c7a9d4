package packettrap.spec.rule;

import java.util.List;

/** The rules of family ACT. */
public final class ActionRules {
  public static final Rule ACT_01 =
      Rule.must(Family.ACT, 1, "After registration a trap has its initial action.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS);
  public static final Rule ACT_02 =
      Rule.must(
              Family.ACT,
              2,
              "Drop trap: any of three actions may be set (a driver may refuse cleanly).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_TRAPS);
  public static final Rule ACT_03 =
      Rule.must(Family.ACT, 3, "The action that the driver accepted is the one shown from then on.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_TRAPS);
  public static final Rule ACT_04 =
      Rule.must(
              Family.ACT,
              4,
              "The action of exception and control traps is immutable: a request for another one leaves it as it is.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.EXCEPTION_OR_CONTROL_TRAPS);
  public static final Rule ACT_05 =
      Rule.must(
              Family.ACT,
              5,
              "Such a request succeeds, with the warning 'Cannot change action of non-drop traps. Skipping'.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.EXCEPTION_OR_CONTROL_TRAPS);
  public static final Rule ACT_06 =
      Rule.must(
              Family.ACT,
              6,
              "The action it already has: the driver is asked, and may refuse; no warning.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.EXCEPTION_OR_CONTROL_TRAPS, Need.FAULTS);
  public static final Rule ACT_07 =
      Rule.must(Family.ACT, 7, "The driver refuses: its error (errno and message) is the reply.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_TRAPS, Need.FAULTS);
  public static final Rule ACT_08 =
      Rule.must(Family.ACT, 8, "The driver refuses: the old action stays.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_TRAPS, Need.FAULTS);
  public static final Rule ACT_09 =
      Rule.must(
              Family.ACT,
              9,
              "Unknown action number: EINVAL 'Invalid trap action' (6.1) or ERANGE (newer, before any look-up); nothing changes.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS);
  public static final Rule ACT_10 =
      Rule.must(
              Family.ACT,
              10,
              "A set request without an action succeeds and does nothing; the driver is not asked.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS);
  public static final Rule ACT_11 =
      Rule.must(Family.ACT, 11, "Setting one trap leaves all others alone.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.SEVERAL_TRAPS);
  public static final Rule ACT_12 =
      Rule.must(
              Family.ACT, 12, "Drop trap: the driver is asked also when the action stays the same.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_TRAPS, Need.FAULTS);
  public static final Rule ACT_13 =
      Rule.must(
              Family.ACT,
              13,
              "Exception/control, another action: the driver is not asked (cannot refuse).")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.EXCEPTION_OR_CONTROL_TRAPS, Need.FAULTS);
  static final List<Rule> ALL =
      List.of(
          ACT_01, ACT_02, ACT_03, ACT_04, ACT_05, ACT_06, ACT_07, ACT_08, ACT_09, ACT_10, ACT_11,
          ACT_12, ACT_13);

  private ActionRules() {}
}
