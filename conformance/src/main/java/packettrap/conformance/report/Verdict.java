package packettrap.conformance.report;

/** What a run says of one rule. */
public enum Verdict {
  /** Exercised, and kept every time. */
  PASS,
  /** A MUST rule was broken. */
  FAIL,
  /** A SHOULD rule was not kept. */
  DEVIATION,
  /** The device is not one that the rule is about, and refused cleanly where it was probed. */
  NOT_APPLICABLE,
  /** Broken, and known to be. */
  WAIVED,
  /** The rule applies, but its premise never came true. */
  INCONCLUSIVE,
  /** The device or the kit broke before the rule could be judged. */
  ERROR
}
