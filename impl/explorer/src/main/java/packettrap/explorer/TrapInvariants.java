package packettrap.explorer;

import static packettrap.spec.rule.ActionRules.ACT_02;
import static packettrap.spec.rule.ActionRules.ACT_03;
import static packettrap.spec.rule.ActionRules.ACT_05;
import static packettrap.spec.rule.ActionRules.ACT_06;
import static packettrap.spec.rule.ActionRules.ACT_07;
import static packettrap.spec.rule.ActionRules.ACT_08;
import static packettrap.spec.rule.ActionRules.ACT_09;
import static packettrap.spec.rule.ActionRules.ACT_10;
import static packettrap.spec.rule.ActionRules.ACT_11;
import static packettrap.spec.rule.ActionRules.ACT_12;
import static packettrap.spec.rule.ActionRules.ACT_13;

import java.util.List;
import packettrap.explorer.ModelInput.TrapSet;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapType;

/** Rules about requests about traps, as invariants of steps. */
final class TrapInvariants {
  private static final String SKIPPED = "Cannot change action of non-drop traps. Skipping";

  private final Layout layout;
  private final Scope scope;
  private final Registration objects;

  private TrapInvariants(Machine machine) {
    layout = machine.layout();
    scope = machine.scope();
    objects = scope.registration();
  }

  static List<Invariant> of(Machine machine) {
    return new TrapInvariants(machine).all();
  }

  private boolean isThere(long state) {
    return layout.phase.get(state) == Layout.REGISTERED;
  }

  private List<Invariant> all() {
    return List.of(
        trap(
            ACT_03,
            (trap, set, same, output, before, after) ->
                trap.type() != TrapType.DROP
                    || !Invariants.valid(set.action())
                    || !Invariants.done(output)
                    || layout.action[set.trap() - 1].get(after) == set.action()),
        trap(
            ACT_02,
            (trap, set, same, output, before, after) ->
                trap.type() != TrapType.DROP
                    || !Invariants.valid(set.action())
                    || set.refuse() > 0
                    || Reply.DONE.equals(output.reply())),
        trap(
            ACT_05,
            (trap, set, same, output, before, after) ->
                trap.type() == TrapType.DROP
                    || !Invariants.valid(set.action())
                    || same
                    || new Reply.Done(SKIPPED).equals(output.reply())),
        trap(
            ACT_13,
            (trap, set, same, output, before, after) ->
                trap.type() == TrapType.DROP || same || output.callbacks().isEmpty()),
        trap(
            ACT_06,
            (trap, set, same, output, before, after) ->
                trap.type() == TrapType.DROP || !same || output.callbacks().size() == 1),
        trap(
            ACT_12,
            (trap, set, same, output, before, after) ->
                trap.type() != TrapType.DROP
                    || !Invariants.valid(set.action())
                    || output.callbacks().size() == 1),
        trap(
            ACT_07,
            (trap, set, same, output, before, after) ->
                !Invariants.refused(output)
                    || Invariants.failed(output, Errno.EIO, "The driver refuses")),
        trap(
            ACT_08,
            (trap, set, same, output, before, after) ->
                !Invariants.refused(output) || before == after),
        trap(
            ACT_09,
            (trap, set, same, output, before, after) ->
                set.action() != ModelInput.INVALID
                    || Invariants.failed(output, Errno.EINVAL, "Invalid trap action")),
        trap(
            ACT_10,
            (trap, set, same, output, before, after) ->
                set.action() != ModelInput.ABSENT
                    || Reply.DONE.equals(output.reply()) && output.callbacks().isEmpty()),
        trap(
            ACT_11,
            (trap, set, same, output, before, after) ->
                Invariants.only(layout.action[set.trap() - 1].mask(), before, after)));
  }

  /** Says something of the setting of a registered trap's action. */
  @FunctionalInterface
  private interface TrapSays {
    boolean test(Trap trap, TrapSet set, boolean same, Output output, long before, long after);
  }

  private Invariant trap(Rule rule, TrapSays says) {
    return Invariants.of(
        rule,
        (before, input, output, after) -> {
          if (!isThere(before)
              || !(input instanceof TrapSet set)
              || set.trap() > objects.traps().size()) {
            return true;
          }
          boolean same = layout.action[set.trap() - 1].get(before) == set.action();
          Trap trap = objects.traps().get(set.trap() - 1);
          return says.test(trap, set, same, output, before, after);
        });
  }
}
