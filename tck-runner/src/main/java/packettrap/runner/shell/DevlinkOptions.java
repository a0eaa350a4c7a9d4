package packettrap.runner.shell;

import java.util.List;

/**
 * The options of a devlink command; they may stand anywhere in it.
 *
 * @param statistics {@code -s}
 * @param verbose {@code -v}: metadata
 * @param json {@code -j}
 * @param pretty {@code -p}: indented, if it is JSON
 */
record DevlinkOptions(boolean statistics, boolean verbose, boolean json, boolean pretty) {
  private static final List<String> NAMES =
      List.of("statistics", "verbose", "json", "pretty", "no-nice-names", "hex");

  /** Short names of those of {@link #NAMES}. */
  private static final String LETTERS = "svjpnx";

  /** Takes the options out of the words. */
  static DevlinkOptions take(List<String> words) {
    boolean[] given = new boolean[NAMES.size()];
    for (String word : List.copyOf(words)) {
      if (word.startsWith("--") && word.length() > 2) {
        given[index(NAMES.indexOf(word.substring(2)), word)] = true;
        words.remove(word);
      } else if (word.startsWith("-") && word.length() > 1) {
        for (char letter : word.substring(1).toCharArray()) {
          given[index(LETTERS.indexOf(letter), "-" + letter)] = true;
        }
        words.remove(word);
      }
    }
    return new DevlinkOptions(given[0], given[1], given[2], given[3]);
  }

  private static int index(int found, String option) {
    if (found < 0) {
      throw new WrongSyntax(
          "devlink has no option %s here; there are -s, -v, -j and -p.".formatted(option));
    }
    return found;
  }
}
