package packettrap.spec.json;

/** A text is not the JSON form of what was asked for; the message is a sentence with the place. */
public final class JsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;
  private final String path;

  JsonException(int line, int column, String path, String sentence, Throwable cause) {
    super(
        "line "
            + line
            + ", column "
            + column
            + (path.isEmpty() ? "" : ", at " + path)
            + ": "
            + sentence,
        cause);
    this.line = line;
    this.column = column;
    this.path = path;
  }

  /** The sentence about a place that is counted in characters from the start of the text. */
  static JsonException at(String text, int offset, String path, String sentence, Throwable cause) {
    int end = Math.min(offset, text.length());
    int lineStart = text.lastIndexOf('\n', end - 1) + 1;
    int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    return new JsonException(line, end - lineStart + 1, path, sentence, cause);
  }

  /** The line, from 1 on. */
  public int line() {
    return line;
  }

  /** The character in its line, from 1 on. */
  public int column() {
    return column;
  }

  /** The way to the place through keys and indexes, as in steps[2].request; empty: the top. */
  public String path() {
    return path;
  }
}
