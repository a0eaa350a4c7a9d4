package packettrap.runner;

import java.util.Map;

/** Colours the lines of a summary, for a terminal; without colours they say the same. */
final class Painter {
  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";
  private static final String BOLD = "1";
  private static final Map<String, String> BEGINNINGS =
      Map.ofEntries(
          Map.entry("FAIL", BOLD + ";" + RED),
          Map.entry("DEVIATION", BOLD + ";" + YELLOW),
          Map.entry("CONFORMANT", BOLD + ";" + GREEN),
          Map.entry("NOT CONFORMANT", BOLD + ";" + RED),
          Map.entry("INCONCLUSIVE", BOLD + ";" + YELLOW),
          Map.entry("ERROR", BOLD + ";" + RED),
          Map.entry("How", BOLD),
          Map.entry("     observed", RED),
          Map.entry("     demanded", GREEN));

  private Painter() {}

  /** The first word of a line, or the words that the map names, in their colour. */
  static String painted(String line) {
    for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
      String words = beginning.getKey();
      boolean whole =
          line.startsWith(words)
              && (line.length() == words.length()
                  || !Character.isLetter(line.charAt(words.length())));
      if (whole) {
        return "\033[%sm%s\033[m%s"
            .formatted(beginning.getValue(), words, line.substring(words.length()));
      }
    }
    return line;
  }
}
