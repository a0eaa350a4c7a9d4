package packettrap.conformance;

/** The device (or what guards it) cannot go on; the message is a sentence for the user. */
public final class DeviceBroke extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DeviceBroke(String sentence) {
    super(sentence);
  }

  public DeviceBroke(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
