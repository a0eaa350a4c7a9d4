package packettrap.runner.report;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.exhaustive.Divergence;
import packettrap.conformance.exhaustive.Learned;

/** Puts what was learned of a driver into words. */
public final class LearnedWords {
  /** Kinds of differences in the picture. */
  static final int DRAWN = 4;

  private static final int MOST_LINES = 9;

  private LearnedWords() {}

  /** What fits on a screen: of the differences the first. */
  public static List<String> summary(Learned learned) {
    List<String> lines = new ArrayList<>();
    for (String line : words(learned, 1)) {
      lines.addAll(line.startsWith(" ") ? List.of(line) : Screen.wrapped(line, MOST_LINES));
    }
    return lines.stream().map(Screen::fitted).toList();
  }

  static List<String> all(Learned learned) {
    return words(learned, Integer.MAX_VALUE);
  }

  private static List<String> words(Learned learned, int most) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "scope %s, %d inputs: %d new devices were asked, %d inputs in all"
            .formatted(
                learned.scope(), learned.inputs().size(), learned.devices(), learned.steps()));
    if (!learned.missing().isEmpty()) {
      lines.add("not in it: " + String.join(", ", learned.missing()));
    }
    if (learned.broken() != null) {
      lines.add(learned.broken());
      lines.add("NO MACHINE");
      return lines;
    }
    lines.add(
        "the driver's machine as learned has %d states, the specification's %d"
            .formatted(learned.states(), learned.demanded()));
    int kinds = learned.divergences().size();
    for (int i = 0; i < Math.min(kinds, most); i++) {
      lines.add("");
      lines.addAll(difference(i + 1, learned.divergences().get(i)));
    }
    if (kinds > most) {
      lines.add("");
      lines.add(
          "and %d more %s; learned.txt has them all"
              .formatted(kinds - most, kinds - most == 1 ? "kind" : "kinds"));
    }
    lines.add(conclusion(learned));
    return lines;
  }

  private static List<String> difference(int number, Divergence one) {
    List<String> lines = new ArrayList<>();
    lines.add("difference %d, in %s; a shortest way to it:".formatted(number, places(one)));
    for (Divergence.Step step : one.way()) {
      lines.add("     after     " + step.input());
      if (!isPlain(step.shown())) {
        lines.add("               " + step.shown());
      }
    }
    lines.add("     input     " + one.input());
    lines.add("     observed  " + one.observed());
    lines.add("     demanded  " + one.demanded());
    return lines;
  }

  private static String conclusion(Learned learned) {
    if (!learned.divergences().isEmpty()) {
      return "DIFFERENT: learned.svg shows where";
    }
    return "THE SAME MACHINE, if the driver's has at most %d states over these inputs"
        .formatted(learned.demanded() + learned.extraStates());
  }

  /** Whether what was shown is not worth a line. */
  static boolean isPlain(String shown) {
    return shown.isEmpty() || shown.equals("done");
  }

  static String places(Divergence one) {
    return one.times() == 1 ? "one place" : one.times() + " places";
  }
}
