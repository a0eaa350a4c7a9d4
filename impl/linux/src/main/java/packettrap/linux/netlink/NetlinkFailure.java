package packettrap.linux.netlink;

/** A conversation with the kernel did not come about; the message is a sentence. */
public final class NetlinkFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int error;

  /**
   * The failure of a system call.
   *
   * @param error number of the error, positive; 0: none
   */
  public NetlinkFailure(int error, String sentence) {
    super(sentence);
    this.error = error;
  }

  /** Number of the error, positive; 0: none. */
  public int error() {
    return error;
  }
}
