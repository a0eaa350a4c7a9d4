package packettrap.runner.report;

/** Makes text fit to be printed on one line, whoever wrote it. */
public final class Printable {
  private Printable() {}

  /** What would control a terminal, end the line or turn its direction becomes a question mark. */
  public static String line(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
  }
}
