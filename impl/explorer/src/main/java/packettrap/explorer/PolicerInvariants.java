package packettrap.explorer;

import static packettrap.spec.rule.PolicerRules.POL_06;
import static packettrap.spec.rule.PolicerRules.POL_09;
import static packettrap.spec.rule.PolicerRules.POL_11;
import static packettrap.spec.rule.PolicerRules.POL_13;

import java.util.List;
import packettrap.explorer.ModelInput.PolicerSet;
import packettrap.spec.message.Errno;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;

/** Rules about requests about policers, as invariants of steps. */
final class PolicerInvariants {
  private final Layout layout;
  private final Scope scope;
  private final Registration objects;

  private PolicerInvariants(Machine machine) {
    layout = machine.layout();
    scope = machine.scope();
    objects = scope.registration();
  }

  static List<Invariant> of(Machine machine) {
    return new PolicerInvariants(machine).all();
  }

  private boolean isThere(long state) {
    return layout.phase.get(state) == Layout.REGISTERED;
  }

  private List<Invariant> all() {
    return List.of(
        Invariants.of(
            POL_06,
            (before, input, output, after) ->
                !known(before, input)
                    || !(input instanceof PolicerSet set)
                    || objection(before, set) == null
                    || Invariants.failed(output, Errno.EINVAL, objection(before, set))),
        Invariants.of(
            POL_09,
            (before, input, output, after) ->
                !known(before, input)
                    || !(input instanceof PolicerSet set)
                    || objection(before, set) != null
                    || output.callbacks().size() == 1),
        Invariants.of(
            POL_11,
            (before, input, output, after) ->
                !known(before, input)
                    || !(input instanceof PolicerSet set)
                    || !Invariants.done(output)
                    || rate(after, set.policer()) == rate(before, set)
                        && burst(after, set.policer()) == burst(before, set)),
        Invariants.of(
            POL_13,
            (before, input, output, after) ->
                !known(before, input)
                    || !(input instanceof PolicerSet set)
                    || Invariants.only(
                        layout.rate[set.policer() - 1].mask()
                            | layout.burst[set.policer() - 1].mask()
                            | layout.tokens[set.policer() - 1].mask(),
                        before,
                        after)));
  }

  private boolean known(long state, ModelInput input) {
    return isThere(state)
        && scope.callbacks().contains(Callback.POLICER_SET)
        && input instanceof PolicerSet set
        && set.policer() <= objects.policers().size();
  }

  private long rate(long state, int policer) {
    return layout.rates.get(policer - 1).get(layout.rate[policer - 1].get(state));
  }

  private long burst(long state, int policer) {
    return layout.bursts.get(policer - 1).get(layout.burst[policer - 1].get(state));
  }

  private long rate(long state, PolicerSet set) {
    return set.rate() == ModelInput.ABSENT ? rate(state, set.policer()) : set.rate();
  }

  private long burst(long state, PolicerSet set) {
    return set.burst() == ModelInput.ABSENT ? burst(state, set.policer()) : set.burst();
  }

  private String objection(long state, PolicerSet set) {
    Policer limits = objects.policers().get(set.policer() - 1);
    if (rate(state, set) < limits.minRate()) {
      return "Policer rate lower than limit";
    } else if (rate(state, set) > limits.maxRate()) {
      return "Policer rate higher than limit";
    } else if (burst(state, set) < limits.minBurst()) {
      return "Policer burst size lower than limit";
    }
    return burst(state, set) > limits.maxBurst() ? "Policer burst size higher than limit" : null;
  }
}
