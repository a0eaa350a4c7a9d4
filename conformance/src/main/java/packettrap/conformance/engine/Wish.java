package packettrap.conformance.engine;

/** What a driver is asked for, and may refuse whenever it likes (rule DRV-16). */
public enum Wish {
  /** Another action, or the same, for one drop trap. */
  ONE_TRAP,
  /** An action for the drop traps of a group. */
  WHOLE_GROUP,
  /** The action trap for a drop trap. */
  TRAP,
  /** The action mirror for a drop trap. */
  MIRROR,
  /** A policer for a group. */
  BINDING,
  /** No policer for a group. */
  UNBINDING,
  /** New parameters of a policer. */
  PARAMETERS
}
