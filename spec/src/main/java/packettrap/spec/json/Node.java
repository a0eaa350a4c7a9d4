package packettrap.spec.json;

import java.util.List;
import java.util.Map;

/** A JSON value with the place where it begins in its text (0 if it was not read). */
sealed interface Node {
  /** As deep as values may lie in one another; a limit that keeps the stack from overflowing. */
  int DEPTH = 256;

  int offset();

  /** What it is, for a sentence. */
  String kind();

  /** An object; its members in their order. */
  record ObjectNode(int offset, Map<String, Node> members) implements Node {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /** An array. */
  record ArrayNode(int offset, List<Node> items) implements Node {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /** A string, without its escapes. */
  record StringNode(int offset, String text) implements Node {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /** A number, as it was written. */
  record NumberNode(int offset, String digits) implements Node {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /** True or false. */
  record BooleanNode(int offset, boolean value) implements Node {
    @Override
    public String kind() {
      return "" + value;
    }
  }

  /** Null. */
  record NullNode(int offset) implements Node {
    @Override
    public String kind() {
      return "null";
    }
  }
}
