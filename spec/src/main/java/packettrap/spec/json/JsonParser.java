package packettrap.spec.json;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON text (RFC 8259) into a tree; a key may stand in an object only once. */
final class JsonParser {
  private final String text;
  private int at;
  private int depth;

  private JsonParser(String text) {
    this.text = text;
  }

  /**
   * The tree of a whole text.
   *
   * @throws JsonException if it is not one JSON value
   */
  static Node parse(String text) {
    JsonParser parser = new JsonParser(text);
    Node node = parser.value();
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.wrong("expected the end of the text, found " + parser.here());
    }
    return node;
  }

  private Node value() {
    skipSpace();
    int start = at;
    switch (peek()) {
      case '{':
        return object(start);
      case '[':
        return array(start);
      case '"':
        return new Node.StringNode(start, string());
      case 't':
        word("true");
        return new Node.BooleanNode(start, true);
      case 'f':
        word("false");
        return new Node.BooleanNode(start, false);
      case 'n':
        word("null");
        return new Node.NullNode(start);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
        return new Node.NumberNode(start, number());
      default:
        throw wrong("expected a JSON value, found " + here());
    }
  }

  private Node object(int start) {
    Map<String, Node> members = new LinkedHashMap<>();
    enter();
    skipSpace();
    if (peek() != '}') {
      do {
        skipSpace();
        int place = at;
        if (peek() != '"') {
          throw wrong("expected a key in quotes, found " + here());
        }
        String key = string();
        skipSpace();
        expect(':');
        if (members.put(key, value()) != null) {
          at = place;
          throw wrong("the key " + Json.quote(key) + " stands here for the second time");
        }
        skipSpace();
      } while (taken(','));
    }
    leave('}');
    return new Node.ObjectNode(start, members);
  }

  private Node array(int start) {
    List<Node> items = new ArrayList<>();
    enter();
    skipSpace();
    if (peek() != ']') {
      do {
        items.add(value());
        skipSpace();
      } while (taken(','));
    }
    leave(']');
    return new Node.ArrayNode(start, items);
  }

  private void enter() {
    if (++depth > Node.DEPTH) {
      throw wrong("nested more than " + Node.DEPTH + " deep");
    }
    at++;
  }

  private void leave(char bracket) {
    if (peek() != bracket) {
      throw wrong("expected , or " + bracket + ", found " + here());
    }
    at++;
    depth--;
  }

  private String string() {
    StringBuilder result = new StringBuilder();
    for (at++; ; at++) {
      int c = peek();
      if (c == '"') {
        at++;
        return result.toString();
      } else if (c == '\\') {
        at++;
        result.append(escape());
      } else if (c < 0) {
        throw wrong("the text ends inside a string");
      } else if (c < ' ') {
        throw wrong("a control character must be written as \\u%04x in a string".formatted(c));
      } else {
        result.append((char) c);
      }
    }
  }

  private char escape() {
    int c = peek();
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    if (c == 'u' && at + 5 <= text.length() && isHexadecimal(text.substring(at + 1, at + 5))) {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
    }
    throw wrong("no escape begins like that");
  }

  private static boolean isHexadecimal(String digits) {
    return digits.chars().allMatch(HexFormat::isHexDigit);
  }

  private String number() {
    int start = at;
    taken('-');
    if (!taken('0')) {
      digits();
    }
    if (taken('.')) {
      digits();
    }
    if (taken('e') || taken('E')) {
      if (!taken('+')) {
        taken('-');
      }
      digits();
    }
    return text.substring(start, at);
  }

  private void digits() {
    if (peek() < '0' || peek() > '9') {
      throw wrong("expected a digit, found " + here());
    }
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
  }

  private void word(String word) {
    if (!text.startsWith(word, at)) {
      throw wrong("expected " + word);
    }
    at += word.length();
  }

  private void expect(char c) {
    if (!taken(c)) {
      throw wrong("expected " + c + ", found " + here());
    }
  }

  private boolean taken(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void skipSpace() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      at++;
    }
  }

  /** The next character, -1 at the end. */
  private int peek() {
    return at < text.length() ? text.charAt(at) : -1;
  }

  private String here() {
    return peek() < 0
        ? "the end of the text"
        : Json.quote(new String(Character.toChars(text.codePointAt(at))));
  }

  private JsonException wrong(String sentence) {
    return JsonException.at(text, at, "", sentence, null);
  }
}
