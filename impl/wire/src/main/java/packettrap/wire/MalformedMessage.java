package packettrap.wire;

/** Bytes are not a netlink message; the message says where and what is wrong. */
public final class MalformedMessage extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int offset;

  /**
   * The exception for a place in a buffer.
   *
   * @param offset bytes from the start of the buffer
   * @param sentence what is wrong there, without a full stop
   */
  public MalformedMessage(int offset, String sentence) {
    super("at byte " + offset + ": " + sentence);
    this.offset = offset;
  }

  /** Where in the buffer, bytes from its start. */
  public int offset() {
    return offset;
  }
}
