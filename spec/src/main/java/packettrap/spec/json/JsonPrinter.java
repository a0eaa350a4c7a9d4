package packettrap.spec.json;

import java.util.Map;

/** Writes a tree as a JSON text, on one line or laid out for a reader. */
final class JsonPrinter {
  private static final int WIDTH = 100;

  private JsonPrinter() {}

  /** On one line without spaces. */
  static String compact(Node node) {
    StringBuilder text = new StringBuilder();
    line(node, ",", ":", text);
    return text.toString();
  }

  /** Indented, with everything on one line that fits; ends with a line end. */
  static String pretty(Node node) {
    StringBuilder text = new StringBuilder();
    layOut(node, 0, 0, text);
    return text.append('\n').toString();
  }

  private static void layOut(Node node, int indent, int column, StringBuilder text) {
    StringBuilder line = new StringBuilder();
    line(node, ", ", ": ", line);
    if (column + line.length() < WIDTH && indent > 0) {
      text.append(line);
    } else if (node instanceof Node.ObjectNode object && !object.members().isEmpty()) {
      String before = "{";
      for (Map.Entry<String, Node> member : object.members().entrySet()) {
        String key = Json.quote(member.getKey()) + ": ";
        newLine(before, indent + 2, text).append(key);
        layOut(member.getValue(), indent + 2, indent + 2 + key.length(), text);
        before = ",";
      }
      newLine("", indent, text).append('}');
    } else if (node instanceof Node.ArrayNode array && !array.items().isEmpty()) {
      String before = "[";
      for (Node item : array.items()) {
        layOut(item, indent + 2, indent + 2, newLine(before, indent + 2, text));
        before = ",";
      }
      newLine("", indent, text).append(']');
    } else {
      text.append(line);
    }
  }

  private static StringBuilder newLine(String before, int indent, StringBuilder text) {
    return text.append(before).append('\n').append(" ".repeat(indent));
  }

  private static void line(Node node, String comma, String colon, StringBuilder text) {
    if (node instanceof Node.ObjectNode object) {
      String before = "{";
      for (Map.Entry<String, Node> member : object.members().entrySet()) {
        text.append(before).append(Json.quote(member.getKey())).append(colon);
        line(member.getValue(), comma, colon, text);
        before = comma;
      }
      text.append(object.members().isEmpty() ? "{}" : "}");
    } else if (node instanceof Node.ArrayNode array) {
      String before = "[";
      for (Node item : array.items()) {
        line(item, comma, colon, text.append(before));
        before = comma;
      }
      text.append(array.items().isEmpty() ? "[]" : "]");
    } else if (node instanceof Node.StringNode string) {
      text.append(Json.quote(string.text()));
    } else if (node instanceof Node.NumberNode number) {
      text.append(number.digits());
    } else {
      text.append(node.kind());
    }
  }
}
