package packettrap.runner.report;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.exhaustive.Divergence;
import packettrap.conformance.exhaustive.Learned;

/**
 * Draws where a driver's machine differs from the specification's, as SVG: a tree of the ways
 * there, from top to bottom, joined as far as they are the same, and at the end of each both
 * arrows.
 *
 * <p>Lines keep to the left and words to the right, a row each, so that neither covers another.
 */
final class LearnedPicture {
  private static final int LEFT = 28;
  private static final int TOP = 122;
  private static final int LANE = 26;
  private static final int LINE = 19;
  private static final int GAP = 11;
  private static final int RADIUS = 6;
  private static final int FORK = 2 * LANE;
  private static final int LEGEND = LEFT + FORK + 2 * RADIUS + 8;
  private static final double LETTER = 7.9;
  private static final int MOST_LETTERS = 150;
  private static final String STYLE =
      """
      text { font: 13px monospace; fill: #1f2328; }
      .bold { font-weight: bold; }
      .faint { fill: #59636e; }
      .page { fill: #ffffff; }
      .way { stroke: #59636e; }
      .state { stroke: #59636e; fill: #ffffff; }
      .right { stroke: #1a7f37; }
      .wrong { stroke: #cf222e; }
      path.wrong { stroke-dasharray: 5 3; }
      path, circle { stroke-width: 2; }
      path { fill: none; }
      text.right { fill: #1a7f37; stroke: none; }
      text.wrong { fill: #cf222e; stroke: none; }
      circle.right { fill: #1a7f37; }
      circle.wrong { fill: #cf222e; }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3; }
        .faint { fill: #9198a1; }
        .page { fill: #0d1117; }
        .way { stroke: #9198a1; }
        .state { stroke: #9198a1; fill: #0d1117; }
        .right { stroke: #3fb950; }
        .wrong { stroke: #ff7b72; }
        text.right, circle.right { fill: #3fb950; }
        text.wrong, circle.wrong { fill: #ff7b72; }
      }
      """;

  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder words = new StringBuilder();
  private final Learned learned;
  private final int column;
  private int width;
  private int y = TOP;

  /** A state on a way. */
  private static final class Node {
    private final String input;
    private final String shown;
    private final List<Node> next = new ArrayList<>();
    private final List<Divergence> ends = new ArrayList<>();

    Node(String input, String shown) {
      this.input = input;
      this.shown = shown;
    }

    Node after(Divergence.Step step) {
      for (Node node : next) {
        if (node.input.equals(step.input())) {
          return node;
        }
      }
      Node node = new Node(step.input(), step.shown());
      next.add(node);
      return node;
    }

    /** How many lanes of lines it takes, with all that follows. */
    int lanes() {
      int lanes = 1;
      for (int i = 0; i < next.size(); i++) {
        lanes = Math.max(lanes, next.get(i).lanes() + (i < next.size() - 1 ? 1 : 0));
      }
      return lanes;
    }
  }

  private LearnedPicture(Learned learned, int lanes) {
    this.learned = learned;
    this.column = LEGEND + (lanes - 1) * LANE;
  }

  static String of(Learned learned) {
    Node root = new Node("a new device", "");
    int drawn = Math.min(learned.divergences().size(), LearnedWords.DRAWN);
    for (Divergence one : learned.divergences().subList(0, drawn)) {
      Node node = root;
      for (Divergence.Step step : one.way()) {
        node = node.after(step);
      }
      node.ends.add(one);
    }
    LearnedPicture picture = new LearnedPicture(learned, root.lanes());
    if (drawn > 0) {
      picture.draw(root, 0);
      int rest = learned.divergences().size() - drawn;
      if (rest > 0) {
        picture.text("faint", LEFT - RADIUS, "and %d more kinds, in learned.txt".formatted(rest));
      }
    }
    return picture.page(drawn > 0);
  }

  /** A state, what differs in it, and what follows; the last of these goes on in the same lane. */
  private void draw(Node node, int lane) {
    int x = LEFT + lane * LANE;
    int start = y;
    text("bold", column, node.input);
    if (!LearnedWords.isPlain(node.shown)) {
      text("faint", column, node.shown);
    }
    y += GAP;
    for (Divergence end : node.ends) {
      fork(end, x, start);
    }
    for (int i = 0; i < node.next.size(); i++) {
      boolean last = i == node.next.size() - 1;
      int to = last ? x : x + LANE;
      lines.append(
          "<path class=\"way\" d=\"M%d %d V%d Q%d %d %d %d\"/>\n"
              .formatted(x, start, y - LANE / 2, x, y, to, y));
      draw(node.next.get(i), last ? lane : lane + 1);
    }
    circle("state", x, start);
  }

  /** What is demanded and what happens, where both begin. */
  private void fork(Divergence end, int x, int start) {
    lines.append("<path class=\"way\" d=\"M%d %d V%d\"/>\n".formatted(x, start, y));
    text(
        "bold",
        column,
        "%s (difference %d, in %s)"
            .formatted(
                end.input(), learned.divergences().indexOf(end) + 1, LearnedWords.places(end)));
    int from = y - LINE;
    branch("right", x, from);
    text("right", column, "demanded: " + end.demanded());
    branch("wrong", x, from);
    text("wrong", column, "observed: " + end.observed());
    y += GAP;
  }

  private void branch(String kind, int x, int from) {
    int tip = x + FORK - RADIUS;
    lines.append(
        "<path class=\"%s\" d=\"M%d %d C%d %d %d %d %d %d\"/>\n"
            .formatted(kind, x, from, x, y, x + LANE / 2, y, tip, y));
    lines.append(
        "<path class=\"%s\" style=\"stroke-dasharray:none\" d=\"M%d %d l6 4 l-6 4\"/>\n"
            .formatted(kind, tip - 7, y - 4));
    circle(kind, x + FORK, y);
  }

  private void circle(String kind, int x, int at) {
    lines.append(
        "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>\n".formatted(kind, x, at, RADIUS));
  }

  /** A row of words. */
  private void text(String kind, int x, String row) {
    write(kind, x, y, row);
    y += LINE;
  }

  private void write(String kind, int x, int at, String row) {
    String cut = row.length() <= MOST_LETTERS ? row : row.substring(0, MOST_LETTERS - 3) + "...";
    width = Math.max(width, x + (int) (cut.length() * LETTER) + 24);
    words.append(
        "<text class=\"%s\" x=\"%d\" y=\"%d\">%s%s</text>\n"
            .formatted(
                kind,
                x,
                at + 4,
                escaped(cut),
                cut.equals(row) ? "" : "<title>" + escaped(row) + "</title>"));
  }

  private String page(boolean legend) {
    int bottom = y;
    write("bold", LEFT - RADIUS, 24, title());
    if (legend) {
      circle("state", LEFT, 46);
      write("faint", LEGEND, 46, "a state; up to here both have shown the same");
      y = 65;
      branch("right", LEFT, y);
      write("right", LEGEND, y, "what the specification demands");
      y = 84;
      branch("wrong", LEFT, y);
      write("wrong", LEGEND, y, "what the driver does");
    } else {
      bottom = 40;
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">
        <style>
        %s</style>
        <rect class="page" width="100%%" height="100%%"/>
        %s%s</svg>
        """
        .formatted(width, bottom, width, bottom, STYLE, lines, words);
  }

  private String title() {
    if (learned.broken() != null) {
      return "No machine could be learned; learned.txt says why";
    }
    String machines =
        "the driver's machine as learned has %d states, the specification's %d"
            .formatted(learned.states(), learned.demanded());
    return learned.divergences().isEmpty() ? "The same machine: " + machines : machines;
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }
}
