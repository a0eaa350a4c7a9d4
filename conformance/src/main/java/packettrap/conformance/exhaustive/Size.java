package packettrap.conformance.exhaustive;

/** How much of the mechanism the machine of a complete test suite has. */
public enum Size {
  /**
   * What a test suite with an extra state gets through in seconds: a drop trap and its group, one
   * policer, drop monitor's hardware side, packets, time and reload, with a refusal of each kind.
   */
  XS,
  /**
   * What a test suite with an extra state gets through in a minute on two processors: S without
   * drop monitor's software side and queue length, and with one burst for a policer.
   */
  SH,
  /**
   * Nearly the inputs of the model's scope S: also another trap of the group, more values, drop
   * monitor's software side, unregistering, everything that a caller without privilege can ask.
   */
  S,
  /**
   * The model's scope M, with its own objects: too large for a complete test suite, but each of its
   * transitions is walked through, on devices that register any objects.
   */
  M
}
