package packettrap.runner.report.waiver;

/**
 * What became of a waiver in a run.
 *
 * @param rule the rule that is waived
 * @param state what became of it
 * @param versions the driver's versions that it is for; null: all
 * @param reason why it is waived
 * @param link where that is followed up
 * @param expires the last day on which it holds, as in 2027-01-31
 */
public record WaiverUse(
    String rule, State state, String versions, String reason, String link, String expires) {
  /** What can become of a waiver. */
  public enum State {
    /** The rule is broken or was never exercised, and that does not count. */
    USED,
    /** The rule was kept: the waiver must go. */
    UNEXPECTED_PASS,
    /** Its last day is over: it waives nothing, and must go. */
    EXPIRED,
    /** The rule was not judged: it does not apply, or was not wanted, or the run broke off. */
    NOT_JUDGED,
    /** It is about other versions of the driver, or another jar. */
    OTHER_DRIVER
  }

  /** Whether the run fails because of it. */
  public boolean fails() {
    return state == State.UNEXPECTED_PASS || state == State.EXPIRED;
  }

  /** What no waiver of a file can be like; null: nothing. */
  public String wrong() {
    return WaiverFile.wrong(new Waiver(rule, versions, null, reason, link, expires));
  }

  /** What became of it, in a sentence. */
  public String sentence() {
    return switch (state) {
      case USED -> "%s is waived until %s: %s (%s)".formatted(rule, expires, reason, link);
      case UNEXPECTED_PASS ->
          "The waiver of %s is not needed: the driver keeps the rule. Take it out (%s)."
              .formatted(rule, link);
      case EXPIRED ->
          "The waiver of %s has expired: it held until %s (%s).".formatted(rule, expires, link);
      case NOT_JUDGED -> "The waiver of %s was not used: the rule was not judged.".formatted(rule);
      case OTHER_DRIVER ->
          "The waiver of %s is for %s, not for this driver."
              .formatted(rule, versions == null ? "another jar" : "versions " + versions);
    };
  }
}
