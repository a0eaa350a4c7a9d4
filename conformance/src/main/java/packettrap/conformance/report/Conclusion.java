package packettrap.conformance.report;

/** What a run says of the device as a whole. */
public enum Conclusion {
  /** Every MUST rule that applies was exercised and kept. */
  CONFORMANT,
  /** A MUST rule was broken. */
  NOT_CONFORMANT,
  /** No rule was broken, but a MUST rule that applies was never exercised. */
  INCONCLUSIVE,
  /** The device or the kit broke. */
  ERROR
}
