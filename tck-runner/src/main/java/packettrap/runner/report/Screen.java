package packettrap.runner.report;

import java.util.ArrayList;
import java.util.List;

/** Fits sentences into the columns of a screen. */
final class Screen {
  static final int COLUMNS = 79;

  private Screen() {}

  /** A sentence on at most that many lines, broken at spaces, indented from the second on. */
  static List<String> wrapped(String sentence, int most) {
    return wrapped(sentence, most, COLUMNS);
  }

  static List<String> wrapped(String sentence, int most, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ")) {
      boolean full = line.length() + 1 + word.length() > columns && !line.toString().isBlank();
      if (full && lines.size() < most - 1) {
        lines.add(line.toString());
        line = new StringBuilder("  ").append(word);
      } else {
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** A line that is cut where the screen ends. */
  static String fitted(String line) {
    String printable = Printable.line(line);
    return printable.length() <= COLUMNS ? printable : printable.substring(0, COLUMNS - 3) + "...";
  }
}
