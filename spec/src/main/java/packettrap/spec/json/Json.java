package packettrap.spec.json;

import java.util.List;

/**
 * The one JSON form of messages, configurations, scenarios and whatever else is made of records.
 *
 * <ul>
 *   <li>A record is an object, its components are the members, in their order. A component that is
 *       null is left out; one that is missing is null, 0, false, or empty if it cannot be null.
 *   <li>Where the declared type is a sealed interface, and at the top, a record of a sealed
 *       interface says first which one it is: {@code "type"} with its simple name. A record that
 *       has a component of that name does not, and can only be read as itself.
 *   <li>A constant of an enum is its name in lower case.
 *   <li>A class with a static method {@code parse(String)} is a string, its {@code toString}.
 *   <li>A list is an array, a set too, in the natural order of its elements; a map with strings as
 *       keys is an object, sorted by key unless it is a {@link java.util.LinkedHashMap}.
 * </ul>
 *
 * <p>The same value gives the same text, always.
 */
public final class Json {
  private Json() {}

  /**
   * A value on one line.
   *
   * @throws IllegalArgumentException if something in it has no JSON form
   */
  public static String write(Object value) {
    return JsonPrinter.compact(JsonWriting.node(value));
  }

  /**
   * A value laid out for a reader, with a line end at its end.
   *
   * @throws IllegalArgumentException if something in it has no JSON form
   */
  public static String pretty(Object value) {
    return JsonPrinter.pretty(JsonWriting.node(value));
  }

  /**
   * The value of a text.
   *
   * @throws JsonException if the text is not the JSON form of such a value; says where and why
   */
  public static <T> T read(String text, Class<T> type) {
    Object value = new JsonReading(text).value(JsonParser.parse(text), type);
    @SuppressWarnings("unchecked") // primitives have no cast, so Class.cast will not do
    T result = (T) value;
    return result;
  }

  /**
   * The values of a text that is an array.
   *
   * @throws JsonException if the text is not an array of such values; says where and why
   */
  public static <T> List<T> readList(String text, Class<T> type) {
    List<?> values = new JsonReading(text).list(JsonParser.parse(text), type);
    return values.stream().map(type::cast).toList();
  }

  /** A string in quotes, with escapes; half a surrogate pair is escaped too. */
  static String quote(String string) {
    StringBuilder text = new StringBuilder(string.length() + 2).append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c == '\n') {
        text.append("\\n");
      } else if (Character.isHighSurrogate(c)
          && i + 1 < string.length()
          && Character.isLowSurrogate(string.charAt(i + 1))) {
        text.append(c).append(string.charAt(++i));
      } else if (c < ' ' || c >= 0x7f && c < 0xa0 || Character.isSurrogate(c)) {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
