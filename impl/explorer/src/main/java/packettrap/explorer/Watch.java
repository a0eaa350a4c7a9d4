package packettrap.explorer;

import java.util.ArrayList;
import java.util.List;

/** Looks whether states and steps keep the invariants. */
final class Watch {
  /** A step that a rule forbids; costs no stack trace. */
  static final class RuleBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String rule;

    RuleBroken(String rule) {
      super(rule + " is broken", null, false, false);
      this.rule = rule;
    }

    String rule() {
      return rule;
    }
  }

  private final Invariant.OfStates[] ofStates;
  private final Invariant.OfSteps[] ofSteps;

  Watch(List<Invariant> invariants) {
    List<Invariant.OfStates> states = new ArrayList<>();
    List<Invariant.OfSteps> steps = new ArrayList<>();
    for (Invariant invariant : invariants) {
      if (invariant instanceof Invariant.OfStates one) {
        states.add(one);
      } else if (invariant instanceof Invariant.OfSteps one) {
        steps.add(one);
      }
    }
    ofStates = states.toArray(Invariant.OfStates[]::new);
    ofSteps = steps.toArray(Invariant.OfSteps[]::new);
  }

  /** The rule that a state breaks, or null. */
  String brokenBy(long state) {
    for (Invariant.OfStates invariant : ofStates) {
      if (!invariant.holds().test(state)) {
        return invariant.rule();
      }
    }
    return null;
  }

  /**
   * Looks at a step that the core made.
   *
   * @throws RuleBroken if a rule forbids it
   */
  void check(Machine machine, long before, int input, long after) {
    if (ofSteps.length == 0 || after == Machine.DISABLED) {
      return;
    }
    Output output = machine.output(before, input);
    for (Invariant.OfSteps invariant : ofSteps) {
      if (!invariant.holds().test(before, machine.input(input), output, after)) {
        throw new RuleBroken(invariant.rule());
      }
    }
  }
}
