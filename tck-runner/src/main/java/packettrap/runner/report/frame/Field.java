package packettrap.runner.report.frame;

/**
 * One field of a header.
 *
 * @param name what it is
 * @param value what it says, for a reader
 * @param offset of its first byte in the frame
 * @param length in bytes; fields of some bits share theirs
 */
public record Field(String name, String value, int offset, int length) {
  /** Where its bytes are, as in 12-13. */
  public String range() {
    return length <= 1 ? "" + offset : offset + "-" + (offset + length - 1);
  }
}
