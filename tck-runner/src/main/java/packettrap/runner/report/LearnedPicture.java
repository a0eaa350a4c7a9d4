package packettrap.runner.report;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.exhaustive.Divergence;
import packettrap.conformance.exhaustive.Learned;

/**
 * Draws where a driver's machine differs from the specification's, as SVG: the ways there from left
 * to right, joined as far as they are the same, and at the end of each both arrows.
 */
final class LearnedPicture {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 96;
  private static final int RADIUS = 9;
  private static final int LETTERS = 44;
  private static final String STYLE =
      "text{font:11px sans-serif}.way{stroke:#555}.right{stroke:#1a7f37}.wrong{stroke:#c62828;"
          + "stroke-dasharray:5 3}.right-text{fill:#1a7f37}.wrong-text{fill:#c62828}"
          + "line,path{stroke-width:1.5;fill:none}circle{fill:#fff;stroke:#333}";

  private final StringBuilder drawing = new StringBuilder();
  private final Node root = new Node(null, null);
  private int rows;
  private int columns;

  /** A state on a way. */
  private static final class Node {
    private final String input;
    private final String shown;
    private final List<Node> next = new ArrayList<>();
    private final List<Divergence> ends = new ArrayList<>();
    private int row;

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
  }

  private LearnedPicture() {}

  static String of(Learned learned) {
    LearnedPicture picture = new LearnedPicture();
    int drawn = Math.min(learned.divergences().size(), LearnedWords.FIRST);
    for (Divergence one : learned.divergences().subList(0, drawn)) {
      Node node = picture.root;
      for (Divergence.Step step : one.way()) {
        node = node.after(step);
      }
      node.ends.add(one);
    }
    picture.place(picture.root, 0);
    picture.draw(picture.root, 0);
    return picture.page(learned);
  }

  private String page(Learned learned) {
    int width = Math.max(1, columns) * WIDTH + 60;
    int height = Math.max(1, rows) * HEIGHT + 90;
    String title =
        learned.broken() != null
            ? "No machine could be learned"
            : "Driver: %d states; specification: %d states; %d kinds of differences"
                .formatted(learned.states(), learned.demanded(), learned.divergences().size());
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">
        <style>%s</style>
        <rect width="100%%" height="100%%" fill="#fff"/>
        <text x="20" y="24">%s</text>
        <text x="20" y="42" class="right-text">solid green: what the specification demands</text>
        <text x="20" y="58" class="wrong-text">dashed red: what the driver does</text>
        %s</svg>
        """
        .formatted(width, height, width, height, STYLE, escaped(title), drawing);
  }

  /** A row for every end; a state stands beside the first of those that it leads to. */
  private void place(Node node, int column) {
    columns = Math.max(columns, column + (node.ends.isEmpty() ? 0 : 1));
    node.row = rows;
    rows += node.ends.size();
    for (Node next : node.next) {
      place(next, column + 1);
    }
    if (node.ends.isEmpty() && node.next.isEmpty()) {
      rows++;
    }
  }

  private void draw(Node node, int column) {
    int x = 30 + column * WIDTH;
    int y = y(node.row);
    for (Node next : node.next) {
      arrow("way", x, y, x + WIDTH, y(next.row), 0);
      int above = y(next.row) - 8;
      text("", x + 18, above, next.input);
      text("", x + 18, above + 22, next.shown);
      draw(next, column + 1);
    }
    for (int i = 0; i < node.ends.size(); i++) {
      Divergence end = node.ends.get(i);
      int endY = y(node.row + i);
      arrow("right", x, y, x + WIDTH, endY, -14);
      arrow("wrong", x, y, x + WIDTH, endY, 14);
      text("", x + 18, endY - 24, end.input());
      text("right-text", x + 18, endY - 10, end.demanded());
      text("wrong-text", x + 18, endY + 24, end.observed());
      text("", x + 18, endY + 38, "in " + LearnedWords.places(end));
    }
    drawing.append("<circle cx=\"%d\" cy=\"%d\" r=\"%d\"/>\n".formatted(x, y, RADIUS));
  }

  private static int y(int row) {
    return 110 + row * HEIGHT;
  }

  private void arrow(String kind, int x, int y, int toX, int toY, int bend) {
    int middle = (x + toX) / 2;
    int tip = toX - RADIUS;
    drawing.append(
        "<path class=\"%s\" d=\"M%d %d Q%d %d %d %d m-7 -4 l7 4 l-7 4\"/>\n"
            .formatted(kind, x + RADIUS, y, middle, toY + bend, tip, toY + bend / 3));
  }

  private void text(String kind, int x, int y, String words) {
    String cut = words.length() <= LETTERS ? words : words.substring(0, LETTERS - 3) + "...";
    drawing.append(
        "<text%s x=\"%d\" y=\"%d\">%s<title>%s</title></text>\n"
            .formatted(
                kind.isEmpty() ? "" : " class=\"" + kind + "\"",
                x,
                y,
                escaped(cut),
                escaped(words)));
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("\\p{Cntrl}", "?");
  }
}
