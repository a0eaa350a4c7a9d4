package packettrap.wire.devlink;

/** Numbers of devlink's interface. Source: {@code include/uapi/linux/devlink.h}. */
final class Numbers {
  static final int VERSION = 1;

  static final int GET = 1;
  static final int NEW = 3;
  static final int PORT_GET = 5;
  static final int PORT_NEW = 7;
  static final int RELOAD = 37;

  /** Each kind of object has four commands: get, set, new, del. */
  static final int TRAP = 61;

  static final int GROUP = 65;
  static final int POLICER = 69;
  static final int LAST = 72;

  static final int SET_COMMAND = 1;
  static final int NEW_COMMAND = 2;
  static final int DEL_COMMAND = 3;

  static final int BUS = 1;
  static final int DEVICE = 2;
  static final int PORT_INDEX = 3;
  static final int PORT_IFINDEX = 6;
  static final int PORT_IFNAME = 7;
  static final int STATS = 129;
  static final int TRAP_NAME = 130;
  static final int TRAP_ACTION = 131;
  static final int TRAP_TYPE = 132;
  static final int GENERIC = 133;
  static final int METADATA = 134;
  static final int GROUP_NAME = 135;
  static final int POLICER_ID = 142;
  static final int POLICER_RATE = 143;
  static final int POLICER_BURST = 144;

  /** Inside {@link #STATS}. */
  static final int PACKETS = 0;

  static final int BYTES = 1;
  static final int DROPPED = 2;

  private Numbers() {}
}
