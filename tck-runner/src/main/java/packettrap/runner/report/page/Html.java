package packettrap.runner.report.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes elements of HTML, or of the SVG in it; whatever is given as text or as the value of an
 * attribute is escaped.
 */
final class Html {
  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element; attributes are names and values by turns, and one that is null is left out.
   */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  Html close() {
    text.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** Closes the element that was opened last, within a line. */
  Html end() {
    text.append("</").append(open.pop()).append(">");
    return this;
  }

  /** An element with text in it. */
  Html element(String tag, String content, String... attributes) {
    start(tag, attributes);
    text.append(escaped(content)).append("</").append(tag).append('>');
    return this;
  }

  /** An element that has no content and no end. */
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    return this;
  }

  Html text(String content) {
    text.append(escaped(content));
    return this;
  }

  /** What another of these wrote. */
  Html add(Html other) {
    text.append(other);
    return this;
  }

  private void start(String tag, String... attributes) {
    text.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        text.append(' ').append(attributes[i]).append("=\"");
        text.append(escaped(attributes[i + 1])).append('"');
      }
    }
    text.append('>');
  }

  /** Markup becomes text; what no text may contain becomes U+FFFD. */
  static String escaped(String content) {
    StringBuilder safe = new StringBuilder(content.length() + 16);
    content
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isText(c) ? c : 0xfffd);
              }
            });
    return safe.toString();
  }

  private static boolean isText(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean direction = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    return !control && !direction && !(c >= 0xd800 && c <= 0xdfff);
  }

  /** A number as people read it, with commas. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return text.toString();
  }
}
