package packettrap.spec.rule;

import java.util.List;

/** What a reload brings back, and what it leaves alone. */
public final class ReloadRules {
  public static final Rule RLD_01 =
      Rule.must(Family.RLD, 1, "After a reload every trap MUST have its initial action.")
          .why(
              "A reload is a full unregistration and registration; it is the way back to a known "
                  + "state.")
          .from("devlink_reload; nsim_dev_reload_destroy, nsim_dev_reload_create")
          .ifBroken("Register from the constant description and not from the present state.")
          .needs(Need.RELOAD, Need.TRAPS);

  public static final Rule RLD_02 =
      Rule.must(
              Family.RLD,
              2,
              "After a reload every group MUST be bound to its initial policer, or to none if it "
                  + "has none.")
          .why("As for actions: what operators changed is gone.")
          .from("devlink_reload; devlink_trap_group_register")
          .ifBroken("Look for bindings that are kept in the driver across stop and start.")
          .needs(Need.RELOAD, Need.GROUPS);

  public static final Rule RLD_03 =
      Rule.must(Family.RLD, 3, "After a reload every policer MUST have its initial rate and burst.")
          .why("As for actions.")
          .from("devlink_reload; devlink_trap_policer_register")
          .ifBroken(
              "Write the initial values to the hardware in the init callback; the mechanism shows "
                  + "them whether or not you do.")
          .needs(Need.RELOAD, Need.POLICERS);

  public static final Rule RLD_04 =
      Rule.must(
              Family.RLD,
              4,
              "After a reload all statistics of traps, groups and policers MUST be 0.")
          .why("They count since registration (STA-09), and this is one.")
          .from("devlink_reload; devlink_trap_register, devlink_trap_group_register")
          .ifBroken("Counters that live in the driver or in the hardware have to start over too.")
          .needs(Need.RELOAD);

  public static final Rule RLD_05 =
      Rule.must(Family.RLD, 5, "After a reload policers MUST be full again.")
          .why("They are new policers (POL-20).")
          .from("devlink_reload; devlink_trap_policer_register")
          .ifBroken("Fill the bucket in the init callback.")
          .needs(
              Need.RELOAD,
              Need.POLICERS,
              Need.FRAMES,
              Need.VIRTUAL_TIME,
              Need.POLICED_GROUP,
              Need.SMALL_BURST);

  public static final Rule RLD_06 =
      Rule.must(
              Family.RLD,
              6,
              "A reload MUST leave drop monitor as it is: its configuration, what it monitors, "
                  + "and its statistics.")
          .why(
              "Drop monitor belongs to the host and watches all devices; one device's reload is "
                  + "nothing to it.")
          .from("net/core/drop_monitor.c, which keeps its state in globals")
          .ifBroken("Keep drop monitor's state apart from the device's.")
          .needs(Need.RELOAD, Need.DROP_MONITOR);

  public static final Rule RLD_07 =
      Rule.may(
              Family.RLD,
              7,
              "What becomes of the configuration of the switch at a reload MAY be one thing or "
                  + "another; the kit configures again.")
          .why(
              "In Linux the configuration comes from the network stack, which notices the reload "
                  + "and programs the device anew.")
          .from("devlink_reload leaves it to the driver")
          .ifBroken("Nobody can break this rule.");

  static final List<Rule> ALL = List.of(RLD_01, RLD_02, RLD_03, RLD_04, RLD_05, RLD_06, RLD_07);

  private ReloadRules() {}
}
