package packettrap.runner.report.page;

import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.Verdict;

/** Verdicts as people see them: a word, a sign beside it, and a class for the colour. */
final class Verdicts {
  private Verdicts() {}

  static String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "passed";
      case FAIL -> "failed";
      case DEVIATION -> "deviates";
      case NOT_APPLICABLE -> "not applicable";
      case WAIVED -> "waived";
      case INCONCLUSIVE -> "open";
      case ERROR -> "error";
    };
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "\u2713";
      case FAIL -> "\u2717";
      case DEVIATION -> "!";
      case NOT_APPLICABLE -> "\u2013";
      case WAIVED -> "~";
      case INCONCLUSIVE -> "?";
      case ERROR -> "\u26a0";
    };
  }

  /** The colour: good, bad, doubtful, or none. */
  static String colour(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "good";
      case FAIL, ERROR -> "bad";
      case DEVIATION, WAIVED, INCONCLUSIVE -> "doubt";
      case NOT_APPLICABLE -> "none";
    };
  }

  static Html badge(Verdict verdict) {
    return new Html()
        .open("span", "class", "verdict " + colour(verdict))
        .element("span", sign(verdict), "aria-hidden", "true", "class", "sign")
        .element("span", word(verdict), "class", "word")
        .close();
  }

  static String word(Conclusion conclusion) {
    return switch (conclusion) {
      case CONFORMANT -> "Conformant";
      case NOT_CONFORMANT -> "Not conformant";
      case INCONCLUSIVE -> "Inconclusive";
      case ERROR -> "The run broke off";
    };
  }

  static String colour(Conclusion conclusion) {
    return switch (conclusion) {
      case CONFORMANT -> "good";
      case NOT_CONFORMANT, ERROR -> "bad";
      case INCONCLUSIVE -> "doubt";
    };
  }
}
