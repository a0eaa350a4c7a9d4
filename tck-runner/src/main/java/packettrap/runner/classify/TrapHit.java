package packettrap.runner.classify;

import packettrap.spec.rule.GenericTrapRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.GenericTraps;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * A trap that frames hit.
 *
 * @param name its name
 * @param type drop, exception or control
 * @param group its group
 * @param action the action that it has after registration
 * @param rule the rule that says which packets hit it; null: none does
 * @param why what a packet has done to hit it, in one sentence
 */
record TrapHit(
    String name, TrapType type, String group, TrapAction action, String rule, String why) {
  private static final String OWN =
      "It is a trap of the driver's own, and only its driver says what hits it.";

  static TrapHit of(Trap trap) {
    boolean generic = trap.generic() && GenericTraps.contains(trap.name());
    return new TrapHit(
        trap.name(),
        trap.type(),
        trap.group(),
        trap.initialAction(),
        generic ? GenericTrapRules.of(trap.name()).map(Rule::id).orElse(null) : null,
        generic ? GenericTraps.named(trap.name()).description() : OWN);
  }
}
