package packettrap.runner;

import packettrap.conformance.report.Conclusion;

/** How the process ends; the numbers are part of the command's contract. */
public enum Status {
  /** Every MUST rule that applies was exercised and kept. */
  CONFORMANT(0),
  /** A MUST rule was broken. */
  NOT_CONFORMANT(1),
  /** Wrong usage: an unknown option, or a file, folder or driver that cannot be used. */
  UNUSABLE(2),
  /** No rule was broken, but one that applies was never exercised. */
  INCONCLUSIVE(3),
  /** The driver or the kit broke. */
  BROKEN(4);

  private final int number;

  Status(int number) {
    this.number = number;
  }

  /** The exit status. */
  public int number() {
    return number;
  }

  static Status of(Conclusion conclusion) {
    return switch (conclusion) {
      case CONFORMANT -> CONFORMANT;
      case NOT_CONFORMANT -> NOT_CONFORMANT;
      case INCONCLUSIVE -> INCONCLUSIVE;
      case ERROR -> BROKEN;
    };
  }
}
