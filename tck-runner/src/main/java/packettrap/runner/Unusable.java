package packettrap.runner;

/** What the user gave cannot be used; the message is a sentence that says what would be right. */
public final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unusable(String sentence) {
    super(sentence);
  }

  public Unusable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
