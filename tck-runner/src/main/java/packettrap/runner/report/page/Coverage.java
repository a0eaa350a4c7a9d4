package packettrap.runner.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.conformance.report.TrapCoverage;
import packettrap.runner.report.Report;
import packettrap.spec.trap.TrapType;

/** Pictures of what was tested: traps by actions, and the transitions of the model. */
final class Coverage {
  private static final int NAME = 250;
  private static final int CELL = 36;
  private static final int ROW = 22;
  private static final int WIDTH = NAME + 3 * CELL;
  private static final String[] ACTIONS = {"drop", "trap", "mirror"};

  private static final int SQUARES = 1000;
  private static final int LINE = 50;
  private static final int SQUARE = 10;

  private Coverage() {}

  static Html of(Report report) {
    Html html = new Html();
    html.open("section", "id", "coverage", "aria-labelledby", "coverage-title");
    html.element("h2", "Coverage", "id", "coverage-title");
    traps(html, report);
    if (report.transitions() != null) {
      transitions(html, report.transitions());
    }
    html.close();
    return html;
  }

  private static void traps(Html html, Report report) {
    Map<String, List<TrapCoverage>> groups = new LinkedHashMap<>();
    for (TrapCoverage trap : report.traps()) {
      groups.computeIfAbsent(trap.group(), any -> new ArrayList<>()).add(trap);
    }
    html.element("h3", "Traps and actions");
    if (groups.isEmpty()) {
      html.element("p", "No trap was put to the test with frames.");
      return;
    }
    html.element(
        "p",
        "How many frames of the kit hit a trap while it had an action. Only the action of a drop"
            + " trap can be changed, so of the others one cell is enough.");
    html.open("div", "class", "pictures");
    groups.forEach((group, traps) -> group(html, group, traps));
    html.close();
    if (!report.notProvoked().isEmpty()) {
      html.element("p", "No scenario provokes: " + String.join(", ", report.notProvoked()) + ".");
    }
  }

  private static void group(Html html, String group, List<TrapCoverage> traps) {
    int height = ROW * (traps.size() + 1);
    html.open("figure");
    html.element("figcaption", group);
    html.open(
        "svg",
        "viewBox",
        "0 0 %d %d".formatted(WIDTH, height),
        "class",
        "traps",
        "role",
        "img",
        "aria-label",
        words(group, traps));
    for (int i = 0; i < ACTIONS.length; i++) {
      label(html, ACTIONS[i], NAME + CELL * i + CELL / 2, 15, "faint middle");
    }
    for (int row = 0; row < traps.size(); row++) {
      TrapCoverage trap = traps.get(row);
      int y = ROW * (row + 1);
      label(html, trap.trap(), 0, y + 15, null);
      long[] counts = {trap.dropped(), trap.trapped(), trap.mirrored()};
      for (int i = 0; i < counts.length; i++) {
        cell(html, NAME + CELL * i, y, counts[i], trap.type() == TrapType.DROP);
      }
    }
    html.close();
    html.close();
  }

  private static void cell(Html html, int x, int y, long count, boolean drop) {
    int level = count == 0 ? 0 : Math.min(4, Long.toString(count).length());
    html.element(
        "rect",
        "",
        "x",
        "" + (x + 1),
        "y",
        "" + (y + 1),
        "width",
        "" + (CELL - 2),
        "height",
        "" + (ROW - 2),
        "rx",
        "3",
        "class",
        level == 0 && !drop ? "fixed" : "level" + level);
    label(
        html,
        count == 0 ? drop ? "0" : "" : shortened(count),
        x + CELL / 2,
        y + 15,
        "middle" + (count == 0 && drop ? " missed" : ""));
  }

  private static void label(Html html, String text, int x, int y, String style) {
    if (!text.isEmpty()) {
      html.element("text", text, "x", "" + x, "y", "" + y, "class", style);
    }
  }

  private static String shortened(long count) {
    return count < 10_000
        ? "" + count
        : count < 1_000_000 ? count / 1000 + "k" : count / 1_000_000 + "M";
  }

  private static String words(String group, List<TrapCoverage> traps) {
    StringBuilder words = new StringBuilder("Frames that hit the traps of " + group + ": ");
    for (TrapCoverage trap : traps) {
      words.append(
          "%s %d with drop, %d with trap, %d with mirror; "
              .formatted(trap.trap(), trap.dropped(), trap.trapped(), trap.mirrored()));
    }
    return words.substring(0, words.length() - 2);
  }

  private static void transitions(Html html, TransitionCoverage model) {
    long filled =
        model.transitions() == 0
            ? 0
            : (long) Math.ceil((double) SQUARES * model.exercised() / model.transitions());
    if (model.exercised() < model.transitions()) {
      filled = Math.min(SQUARES - 1, filled);
    }
    String words =
        "%s of the %s transitions of the model's scope %s (%s states) were walked through and"
                .formatted(
                    Html.number(model.exercised()),
                    Html.number(model.transitions()),
                    model.scope(),
                    Html.number(model.states()))
            + " compared.";
    html.element("h3", "Transitions of the model");
    html.element("p", words);
    int lines = SQUARES / LINE;
    html.open("figure");
    html.element(
        "figcaption", "Each square is a thousandth: filled if it was walked through, else hollow.");
    html.open(
        "svg",
        "viewBox",
        "0 0 %d %d".formatted(LINE * SQUARE, lines * SQUARE),
        "class",
        "model",
        "role",
        "img",
        "aria-label",
        words);
    for (int line = 0; line < lines; line++) {
      long on = Math.max(0, Math.min(LINE, filled - (long) line * LINE));
      squares(html, line, 0, on, "on");
      squares(html, line, on, LINE, "off");
    }
    html.close();
    html.close();
  }

  /** Squares side by side are one dashed line. */
  private static void squares(Html html, int line, long from, long to, String style) {
    if (from < to) {
      String path =
          "M%d %dH%d".formatted(from * SQUARE + 1, line * SQUARE + SQUARE / 2, to * SQUARE);
      html.element("path", "", "d", path, "class", style);
    }
  }
}
