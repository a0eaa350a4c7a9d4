package packettrap.conformance.engine;

import java.util.List;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.GroupRules;
import packettrap.spec.rule.PolicerRules;
import packettrap.spec.rule.ReloadRules;
import packettrap.spec.rule.Rule;

/**
 * One thing that a driver may do wrong with its policers, and the rules that forbid it.
 *
 * <p>The order matters: where several explain the same observation, the more special comes first.
 */
public enum Theory {
  REFUSED_BINDING_ACTS(DriverRules.DRV_10),
  REFUSED_PARAMETERS_ACT(DriverRules.DRV_10),
  REFUSED_RATE_ACTS(DriverRules.DRV_10),
  REFUSED_BURST_ACTS(DriverRules.DRV_10),
  RESTART_KEEPS_TOKENS(ReloadRules.RLD_05, DriverRules.DRV_18),
  RESTART_KEEPS_PARAMETERS(DriverRules.DRV_18, ReloadRules.RLD_05, ReloadRules.RLD_03),
  RESTART_KEEPS_BINDINGS(DriverRules.DRV_18, ReloadRules.RLD_02),
  RESTART_UNBINDS(DriverRules.DRV_18, ReloadRules.RLD_02),
  RESTART_EMPTIES(ReloadRules.RLD_05, DriverRules.DRV_18),
  CONFIGURING_UNBINDS(DriverRules.DRV_17),
  CONFIGURING_RESETS_BINDINGS(DriverRules.DRV_17),
  CONFIGURING_RESETS_PARAMETERS(DriverRules.DRV_17),
  CONFIGURING_FILLS(DriverRules.DRV_17),
  CONFIGURING_EMPTIES(DriverRules.DRV_17),
  DROPS_TAKE_TOKENS(PolicerRules.POL_32),
  BINDING_FILLS(PolicerRules.POL_34),
  BINDING_EMPTIES(PolicerRules.POL_34),
  UNBINDING_FILLS(PolicerRules.POL_34),
  UNBINDING_EMPTIES(PolicerRules.POL_34),
  EVERY_BINDING_FILLS(PolicerRules.POL_34),
  SHARERS_MOVE_TOO(GroupRules.GRP_17, PolicerRules.POL_28),
  ALL_GROUPS_MOVE(GroupRules.GRP_17, PolicerRules.POL_28),
  ANOTHER_GROUP_UNBINDS(GroupRules.GRP_17, PolicerRules.POL_28),
  BUCKET_FOR_EACH_GROUP(PolicerRules.POL_26),
  BUCKET_FOR_EACH_TRAP(PolicerRules.POL_26),
  CHANGE_HITS_ANOTHER(PolicerRules.POL_29, PolicerRules.POL_13),
  CHANGE_HITS_ALL(PolicerRules.POL_29, PolicerRules.POL_13),
  CHANGE_IGNORED(PolicerRules.POL_29),
  CHANGE_OF_RATE_IGNORED(PolicerRules.POL_29),
  CHANGE_OF_BURST_IGNORED(PolicerRules.POL_29),
  CHANGE_SWAPS(PolicerRules.POL_29),
  CHANGE_OVERFILLS(PolicerRules.POL_23, PolicerRules.POL_29),
  CHANGE_EMPTIES(PolicerRules.POL_21, PolicerRules.POL_29, PolicerRules.POL_22),
  CHANGE_LOSES_TIME(PolicerRules.POL_29, PolicerRules.POL_22),
  CHANGE_LOSES_FRACTIONS(PolicerRules.POL_29, PolicerRules.POL_22, PolicerRules.POL_21),
  CHANGE_ACTS_BACKWARDS(PolicerRules.POL_29, PolicerRules.POL_22),
  CHANGED_RATE_IS_ONE_MORE(PolicerRules.POL_29, PolicerRules.POL_22),
  BINDING_IGNORED(PolicerRules.POL_28),
  UNBINDING_IGNORED(PolicerRules.POL_28, PolicerRules.POL_27),
  UNBOUND_IS_POLICED(PolicerRules.POL_27),
  CAP_MISSING(PolicerRules.POL_23),
  REFILL_MISSING(PolicerRules.POL_22),
  REFILL_HALVED(PolicerRules.POL_22),
  REFILL_DOUBLED(PolicerRules.POL_22),
  REFILL_OF_ONE_MORE(PolicerRules.POL_22),
  REFILL_OF_ONE_LESS(PolicerRules.POL_22),
  REFILL_IS_COMPLETE(PolicerRules.POL_22, PolicerRules.POL_23),
  REFILL_LOSES_FRACTIONS(PolicerRules.POL_22),
  REFILL_BY_SECONDS(PolicerRules.POL_22),
  REFILL_BY_MILLISECONDS(PolicerRules.POL_22),
  REFILL_BY_MICROSECONDS(PolicerRules.POL_22),
  FRACTION_SUFFICES(PolicerRules.POL_21, PolicerRules.POL_22),
  STARTS_EMPTY(PolicerRules.POL_20),
  BURST_OF_ONE_LESS(PolicerRules.POL_20, PolicerRules.POL_23),
  BURST_OF_ONE_MORE(PolicerRules.POL_20, PolicerRules.POL_21, PolicerRules.POL_23),
  MIRRORED_PASS(PolicerRules.POL_21, PolicerRules.POL_25),
  TRAPPED_PASS(PolicerRules.POL_21, PolicerRules.POL_25),
  DROP_TRAPS_PASS(PolicerRules.POL_21),
  EXCEPTIONS_PASS(PolicerRules.POL_21),
  CONTROL_PASSES(PolicerRules.POL_21),
  ALL_PASS(PolicerRules.POL_21, PolicerRules.POL_20);

  private final List<Rule> rules;

  Theory(Rule... rules) {
    this.rules = List.of(rules);
  }

  /** The rules that forbid it, the one most to the point first. */
  List<Rule> rules() {
    return rules;
  }
}
