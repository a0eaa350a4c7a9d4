package packettrap.wire.monitor;

/** Numbers of NET_DM. Source: {@code include/uapi/linux/net_dropmon.h}. */
final class Numbers {
  static final int VERSION = 2;

  static final int ALERT = 1;
  static final int CONFIG = 2;
  static final int START = 3;
  static final int STOP = 4;
  static final int PACKET_ALERT = 5;
  static final int CONFIG_GET = 6;
  static final int CONFIG_NEW = 7;
  static final int STATS_GET = 8;
  static final int STATS_NEW = 9;

  /** What a summary alert begins with: the structure that was there before the attributes. */
  static final int LEGACY = 0;

  static final int ALERT_MODE = 1;
  static final int PC = 2;
  static final int SYMBOL = 3;
  static final int IN_PORT = 4;
  static final int TIMESTAMP = 5;
  static final int PROTOCOL = 6;
  static final int PAYLOAD = 7;
  static final int TRUNCATION = 9;
  static final int ORIGINAL_LENGTH = 10;
  static final int QUEUE_LENGTH = 11;
  static final int STATS = 12;
  static final int HARDWARE_STATS = 13;
  static final int ORIGIN = 14;
  static final int GROUP_NAME = 15;
  static final int TRAP_NAME = 16;
  static final int HARDWARE_ENTRIES = 17;
  static final int HARDWARE_ENTRY = 18;
  static final int COUNT = 19;
  static final int SOFTWARE_DROPS = 20;
  static final int HARDWARE_DROPS = 21;
  static final int COOKIE = 22;
  static final int REASON = 23;

  /** Inside {@link #STATS} and {@link #HARDWARE_STATS}. */
  static final int DROPPED = 0;

  /** Inside {@link #IN_PORT}. */
  static final int IFINDEX = 0;

  static final int IFNAME = 1;

  static final int SOFTWARE = 0;
  static final int HARDWARE = 1;

  private Numbers() {}
}
