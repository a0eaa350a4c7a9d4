package packettrap.spec.rule;

import java.util.List;

/** The rules of family RLD. */
public final class ReloadRules {
  public static final Rule RLD_01 =
      Rule.must(Family.RLD, 1, "Reload is a full unregister and register: actions start over.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.RELOAD, Need.TRAPS);
  public static final Rule RLD_02 =
      Rule.must(Family.RLD, 2, "Bindings start over.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.RELOAD, Need.GROUPS);
  public static final Rule RLD_03 =
      Rule.must(Family.RLD, 3, "Policer parameters start over.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.RELOAD, Need.POLICERS);
  public static final Rule RLD_04 =
      Rule.must(Family.RLD, 4, "Statistics start over.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.RELOAD);
  public static final Rule RLD_05 =
      Rule.must(Family.RLD, 5, "Policers are full again.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.RELOAD, Need.POLICERS, Need.FRAMES, Need.VIRTUAL_TIME);
  public static final Rule RLD_06 =
      Rule.must(
              Family.RLD,
              6,
              "Drop monitor is not part of the device: its configuration, state and statistics survive a reload.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.")
          .needs(Need.RELOAD, Need.DROP_MONITOR);
  public static final Rule RLD_07 =
      Rule.may(
              Family.RLD,
              7,
              "What becomes of the switch configuration at a reload is left open; the kit configures again.")
          .why("As Linux does.")
          .from("net/devlink")
          .ifBroken("See the sentence.");
  static final List<Rule> ALL = List.of(RLD_01, RLD_02, RLD_03, RLD_04, RLD_05, RLD_06, RLD_07);

  private ReloadRules() {}
}
