package packettrap.wire;

/** Numbers of netlink itself. Source: {@code include/uapi/linux/netlink.h}. */
public final class Netlink {
  /** The family number of routing sockets. */
  public static final int ROUTE = 0;

  /** The family number of generic netlink sockets. */
  public static final int GENERIC = 16;

  /** NLMSG_NOOP: a message to be ignored. */
  public static final int NOOP = 1;

  /** NLMSG_ERROR: a refusal, or with error 0 an acknowledgement. */
  public static final int ERROR = 2;

  /** NLMSG_DONE: a dump is over. */
  public static final int DONE = 3;

  /** NLMSG_OVERRUN: something was lost. */
  public static final int OVERRUN = 4;

  /** NLM_F_REQUEST. */
  public static final int REQUEST = 0x1;

  /** NLM_F_MULTI: one of several messages, which DONE ends. */
  public static final int MULTI = 0x2;

  /** NLM_F_ACK: asks for an acknowledgement. */
  public static final int ACK = 0x4;

  /** NLM_F_DUMP_INTR: what is dumped has changed meanwhile. */
  public static final int DUMP_INTERRUPTED = 0x10;

  /** NLM_F_CAPPED: an error carries the header of the request only. */
  public static final int CAPPED = 0x100;

  /** NLM_F_ACK_TLVS: an error carries attributes. */
  public static final int ACK_TLVS = 0x200;

  /** NLM_F_DUMP: asks for all of a kind. */
  public static final int DUMP = 0x300;

  /** Length of a message's header. */
  static final int HEADER = 16;

  private Netlink() {}

  /** A length, made a multiple of 4. */
  static int align(int length) {
    return length + 3 & ~3;
  }
}
