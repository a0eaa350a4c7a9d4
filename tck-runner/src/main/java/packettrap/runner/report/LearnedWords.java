package packettrap.runner.report;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.exhaustive.Divergence;
import packettrap.conformance.exhaustive.Learned;

/** Puts what was learned of a driver into words. */
public final class LearnedWords {
  /** Kinds of differences on the screen, and in the picture. */
  static final int FIRST = 4;

  private LearnedWords() {}

  /** What fits on a screen. */
  public static List<String> summary(Learned learned) {
    return words(learned, FIRST);
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
    if (learned.broken() != null) {
      lines.add(learned.broken());
      return lines;
    }
    lines.add(
        "the driver's machine has %d states, the specification's %d"
            .formatted(learned.states(), learned.demanded()));
    int number = 0;
    for (Divergence one : learned.divergences()) {
      if (++number > most) {
        lines.add(
            "and %d more; learned.txt has them all".formatted(learned.divergences().size() - most));
        break;
      }
      lines.add("");
      lines.add("difference %d, in %s".formatted(number, places(one)));
      for (Divergence.Step step : one.way()) {
        lines.add("     after     " + step.input());
        lines.add("               " + step.shown());
      }
      lines.add("     input     " + one.input());
      lines.add("     observed  " + one.observed());
      lines.add("     demanded  " + one.demanded());
    }
    if (!learned.divergences().isEmpty()) {
      lines.add("");
    }
    lines.add(
        learned.divergences().isEmpty()
            ? "THE SAME MACHINE"
            : "DIFFERENT: learned.svg shows where");
    return lines;
  }

  static String places(Divergence one) {
    return one.times() == 1 ? "one place" : one.times() + " places";
  }
}
