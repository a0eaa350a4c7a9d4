package packettrap.spec.rule;

import java.util.List;

/** The rules of family STA. */
public final class StatisticsRules {
  public static final Rule STA_01 =
      Rule.must(Family.STA, 1, "Every reported packet counts once on its trap.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS, Need.FRAMES);
  public static final Rule STA_02 =
      Rule.must(Family.STA, 2, "And once on that trap's group.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS, Need.FRAMES);
  public static final Rule STA_03 =
      Rule.must(Family.STA, 3, "With its full length from the link-layer header, in bytes.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS, Need.FRAMES);
  public static final Rule STA_04 =
      Rule.must(Family.STA, 4, "Whatever its type and whether or not anyone monitors.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS, Need.FRAMES);
  public static final Rule STA_05 =
      Rule.must(Family.STA, 5, "Trap's dropped shown exactly if the driver has that callback.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.TRAPS);
  public static final Rule STA_06 =
      Rule.must(
              Family.STA,
              6,
              "Policer's dropped shown exactly if the driver has that callback; without it no statistics.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.POLICERS);
  public static final Rule STA_07 =
      Rule.must(
              Family.STA,
              7,
              "A counter callback that fails makes a single get fail with EMSGSIZE, whatever the driver's errno.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FAULTS);
  public static final Rule STA_08 =
      Rule.must(Family.STA, 8, "And a dump end early there, without an error.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.FAULTS);
  public static final Rule STA_09 =
      Rule.must(Family.STA, 9, "All statistics are 0 after registration.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule STA_10 =
      Rule.must(
              Family.STA,
              10,
              "Statistics only grow while registered; no request but reload/register resets them.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  public static final Rule STA_11 =
      Rule.must(
              Family.STA,
              11,
              "Dropped of a trap counts exactly packets that the device dropped while the action was drop.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_COUNTER, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule STA_12 =
      Rule.must(
              Family.STA,
              12,
              "A packet dropped with action drop counts in neither packets nor bytes.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.DROP_TRAPS, Need.FRAMES);
  public static final Rule STA_13 =
      Rule.should(
              Family.STA, 13, "A counter that is offered can be read: it fails only on request.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  static final List<Rule> ALL =
      List.of(
          STA_01, STA_02, STA_03, STA_04, STA_05, STA_06, STA_07, STA_08, STA_09, STA_10, STA_11,
          STA_12, STA_13);

  private StatisticsRules() {}
}
