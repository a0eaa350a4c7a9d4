package packettrap.reference;

/** A step of the mechanism: a function of state, input and what the driver answers on the way. */
@FunctionalInterface
public interface Step {
  /** What the input leads to; total, and the same for the same arguments. */
  Outcome apply(State state, Input input, Callbacks driver);
}
