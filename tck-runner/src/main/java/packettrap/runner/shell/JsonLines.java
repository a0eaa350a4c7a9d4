package packettrap.runner.shell;

import java.util.Collection;
import java.util.Map;

/**
 * Writes JSON as iproute2 does, whose indented form is its own.
 *
 * <p>Source: {@code json_writer.c} of iproute2, and what devlink printed.
 */
final class JsonLines {
  private final StringBuilder text = new StringBuilder();
  private final boolean pretty;
  private int depth;

  private JsonLines(boolean pretty) {
    this.pretty = pretty;
  }

  /** A document: an object of objects, lists, strings, numbers and truth values. */
  static String of(Map<String, ?> document, boolean pretty) {
    JsonLines lines = new JsonLines(pretty);
    lines.object(document);
    return lines.text.append('\n').toString();
  }

  private void value(Object value) {
    if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Collection<?> list) {
      array(list);
    } else if (value instanceof Long number) {
      text.append(Long.toUnsignedString(number));
    } else if (value instanceof Boolean) {
      text.append(value);
    } else {
      quote(String.valueOf(value));
    }
  }

  private void object(Map<?, ?> map) {
    text.append('{');
    depth++;
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!first) {
        text.append(',');
      }
      first = false;
      line();
      quote(String.valueOf(entry.getKey()));
      text.append(pretty ? ": " : ":");
      value(entry.getValue());
    }
    depth--;
    if (!first) {
      line();
    }
    text.append('}');
  }

  /** What is in an array goes on in its line. */
  private void array(Collection<?> list) {
    text.append(pretty ? "[ " : "[");
    depth++;
    boolean first = true;
    for (Object element : list) {
      if (!first) {
        text.append(',');
      }
      first = false;
      value(element);
    }
    depth--;
    text.append(pretty && !first ? " ]" : "]");
  }

  private void line() {
    if (pretty) {
      text.append('\n').append("    ".repeat(depth));
    }
  }

  private void quote(String string) {
    text.append('"');
    for (char letter : string.toCharArray()) {
      if (letter == '"' || letter == '\\') {
        text.append('\\');
      }
      text.append(letter);
    }
    text.append('"');
  }
}
