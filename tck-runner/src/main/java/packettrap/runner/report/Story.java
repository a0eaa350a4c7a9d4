package packettrap.runner.report;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.engine.Words;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.spec.message.Event;

/**
 * Tells one counterexample on a few lines: up to where all was right, what happened then, what was
 * demanded, why, where to look, and what it is like.
 */
final class Story {
  /** A word of more letters than that is cut, and begins so many before it differs. */
  private static final int LONG = 24;

  private static final int BEFORE = 12;

  private static final String COLUMN = " ".repeat(15);

  /** What gives way if there is too little room: lines of each part, the most telling last. */
  private static final int[][] ROOM = {
    // events, observed and demanded, why, look at, alike
    {4, 3, 3, 3, 2},
    {2, 3, 2, 3, 2},
    {1, 2, 1, 2, 1},
    {0, 2, 1, 2, 1},
    {0, 2, 1, 1, 1},
    {0, 1, 1, 1, 1},
    {0, 1, 0, 1, 1},
    {0, 1, 0, 1, 0}
  };

  private Story() {}

  /**
   * The lines of a story.
   *
   * @param number of the counterexample, from 0
   * @param room lines at most
   */
  static List<String> of(Report report, int number, int room) {
    Counterexample counterexample = report.counterexamples().get(number);
    Explanation explanation = report.explanations().get(number);
    List<String> end = List.of();
    for (int[] parts : ROOM) {
      end = end(counterexample, explanation, parts);
      if (end.size() < room) {
        break;
      }
    }
    List<String> all = new ArrayList<>(beginning(counterexample));
    all.addAll(end);
    int left = Math.max(0, all.size() - (room - 1));
    List<String> lines = new ArrayList<>();
    lines.add(
        "How %s was broken (%s%s):"
            .formatted(
                explanation.rule(),
                left == 0 ? "" : "only the end; all of it is in ",
                Report.traceFile(number)));
    lines.addAll(all.subList(left, all.size()));
    return lines;
  }

  /** The steps in which all was right. */
  private static List<String> beginning(Counterexample counterexample) {
    List<TraceStep> steps = counterexample.steps();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < steps.size() - 1; i++) {
      lines.add("%3d  request   %s".formatted(i + 1, Words.of(steps.get(i).request())));
      lines.add("     device    " + Words.of(steps.get(i).reply()) + ", as it must be");
    }
    return lines;
  }

  private static List<String> end(
      Counterexample counterexample, Explanation explanation, int[] room) {
    List<String> lines = new ArrayList<>();
    int number = counterexample.steps().size();
    if (number > 0) {
      TraceStep last = counterexample.steps().get(number - 1);
      lines.add("%3d  request   %s".formatted(number, Words.of(last.request())));
      lines.add("     device    " + Words.of(last.reply()));
      List<Event> events = last.events();
      for (Event event : events.subList(0, Math.min(room[0], events.size()))) {
        lines.add(COLUMN + Words.of(event));
      }
    }
    String observed = explanation.observed();
    String demanded = explanation.demanded();
    part(lines, "observed", differing(observed, demanded, room[1]), room[1]);
    part(lines, "demanded", differing(demanded, observed, room[1]), room[1]);
    part(lines, "why", explanation.why(), room[2]);
    part(lines, "look at", explanation.lookAt(), room[3]);
    if (explanation.alike() != null) {
      part(lines, "alike", "a broken driver of the kit: " + explanation.alike().fault(), room[4]);
    }
    if (counterexample.rules().size() > 1) {
      List<String> others = counterexample.rules().subList(1, counterexample.rules().size());
      part(lines, "see also", String.join(", ", others), 1);
    }
    return lines;
  }

  /** A text in which long words begin shortly before they differ from those of another. */
  static String around(String text, String other) {
    String[] words = text.split(" ");
    String[] others = other.split(" ");
    for (int i = 0; i < Math.min(words.length, others.length); i++) {
      int same = 0;
      while (same < Math.min(words[i].length(), others[i].length())
          && words[i].charAt(same) == others[i].charAt(same)) {
        same++;
      }
      if (same > LONG && !words[i].equals(others[i])) {
        words[i] = "..." + words[i].substring((same - BEFORE) / 2 * 2); // whole bytes
      }
    }
    return String.join(" ", words);
  }

  /** A text that shows in so many lines where it differs from another: it skips what is alike. */
  static String differing(String text, String other, int most) {
    String told = around(text, other);
    String than = around(other, text);
    if (fits(told, most) && fits(than, most)) {
      return told;
    }
    List<String> words = List.of(told.split(" "));
    List<String> others = List.of(than.split(" "));
    int first = Math.max(0, words.indexOf(others.get(0)));
    int ahead = first > 0 ? 0 : Math.max(0, others.indexOf(words.get(0)));
    int at = 0;
    while (first + at < words.size()
        && ahead + at < others.size()
        && words.get(first + at).equals(others.get(ahead + at))) {
      at++;
    }
    int from = first + at - 1; // the word before a value names it
    int until = first + 1;
    if (from > 0
        && from + 1 < words.size()
        && words.get(from).length() > LONG) { // a frame, and its length behind it
      until = from++;
    } else if (from <= first + 2) {
      return told;
    }
    String begin = String.join(" ", words.subList(0, until));
    return begin + " ... " + String.join(" ", words.subList(from, words.size()));
  }

  private static boolean fits(String text, int most) {
    int columns = Screen.COLUMNS - COLUMN.length();
    return Screen.wrapped(text, most, columns).stream()
        .allMatch(line -> line.strip().length() <= columns);
  }

  private static void part(List<String> lines, String name, String text, int most) {
    if (most == 0 || text.isEmpty()) {
      return;
    }
    String start = "     %-10s".formatted(name);
    List<String> wrapped = Screen.wrapped(text, most, Screen.COLUMNS - start.length());
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add((i == 0 ? start : COLUMN) + wrapped.get(i).strip());
    }
  }
}
