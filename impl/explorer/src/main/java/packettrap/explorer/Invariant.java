package packettrap.explorer;

import java.util.function.LongPredicate;

/** What a rule says of every state, or of every step. */
public sealed interface Invariant {
  /** The rule's ID, as in ACT-04. */
  String rule();

  /** What it says of a packed state. */
  record OfStates(String rule, LongPredicate holds) implements Invariant {}

  /** What it says of a step. */
  record OfSteps(String rule, StepPredicate holds) implements Invariant {}

  /** Says something of a step. */
  @FunctionalInterface
  interface StepPredicate {
    /** Whether it is true of the step from {@code before} to {@code after}. */
    boolean test(long before, ModelInput input, Output output, long after);
  }
}
