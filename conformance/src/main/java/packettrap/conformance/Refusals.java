package packettrap.conformance;

import static packettrap.spec.rule.ActionRules.*;
import static packettrap.spec.rule.DriverRules.*;
import static packettrap.spec.rule.GroupRules.*;
import static packettrap.spec.rule.MetadataRules.*;
import static packettrap.spec.rule.MonitorRules.*;
import static packettrap.spec.rule.PacketRules.*;
import static packettrap.spec.rule.PolicerRules.*;
import static packettrap.spec.rule.StatisticsRules.*;

import java.util.Set;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.engine.Wish;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.TrapAction;

/**
 * Which rules have a premise that cannot come true because the driver always refuses, as it may
 * (rule DRV-16).
 */
final class Refusals {
  private static final Set<Rule> ONE_TRAP = Set.of(ACT_02, ACT_03, ACT_11);
  private static final Set<Rule> WHOLE_GROUP = Set.of(GRP_01, GRP_06, GRP_07);
  private static final Set<Rule> TRAPPED = Set.of(DRV_06, DRV_07);
  private static final Set<Rule> MIRRORED = Set.of(DRV_08, DRV_09, POL_30);
  private static final Set<Rule> BOUND = Set.of(GRP_16, GRP_17, POL_26, POL_28, POL_34);
  private static final Set<Rule> CHANGED = Set.of(POL_07, POL_08, POL_11, POL_13, POL_29, POL_31);
  private static final Set<Rule> POLICED =
      Set.of(POL_20, POL_21, POL_22, POL_23, POL_24, POL_25, POL_29, POL_30, POL_31, POL_32);
  private static final Set<Rule> REPORTED =
      Set.of(
          STA_01, STA_02, STA_03, STA_04, DRV_01, DRV_02, DRV_11, PKT_01, PKT_05, MET_02, MET_03,
          POL_26, POL_27, POL_28, POL_34, MON_06, MON_15, MON_17, MON_18, MON_21, MON_22, MON_25,
          MON_26, MON_27, MON_28, MON_29, MON_30, MON_31, MON_32, MON_35);

  private Refusals() {}

  /** What the driver always refuses so that a rule has nothing to say; null: nothing. */
  static String excuse(Rule rule, DeviceDescription device, Exercised exercised) {
    boolean noTrap = exercised.alwaysRefused(Wish.TRAP) && !starts(device, TrapAction.TRAP);
    boolean noMirror = exercised.alwaysRefused(Wish.MIRROR) && !starts(device, TrapAction.MIRROR);
    boolean unbound = device.registration().groups().stream().allMatch(g -> g.policer() == 0);
    if (exercised.alwaysRefused(Wish.ONE_TRAP) && ONE_TRAP.contains(rule)) {
      return "the driver refuses every action of a single trap";
    } else if (exercised.alwaysRefused(Wish.WHOLE_GROUP) && WHOLE_GROUP.contains(rule)) {
      return "the driver refuses every action of a group";
    } else if (noMirror && MIRRORED.contains(rule)) {
      return "the driver refuses the action mirror";
    } else if (noTrap && TRAPPED.contains(rule)) {
      return "the driver refuses the action trap";
    } else if (noTrap && noMirror && (REPORTED.contains(rule) || POLICED.contains(rule))) {
      return "the driver refuses every action but drop";
    } else if (exercised.alwaysRefused(Wish.UNBINDING) && rule.equals(GRP_10)) {
      return "the driver refuses to unbind a group";
    } else if (exercised.alwaysRefused(Wish.BINDING)
        && (BOUND.contains(rule) || unbound && POLICED.contains(rule))) {
      return "the driver refuses to bind a group";
    } else if (exercised.alwaysRefused(Wish.PARAMETERS) && CHANGED.contains(rule)) {
      return "the driver refuses all parameters of policers";
    }
    return null;
  }

  private static boolean starts(DeviceDescription device, TrapAction action) {
    return device.registration().traps().stream().anyMatch(t -> t.initialAction() == action);
  }
}
