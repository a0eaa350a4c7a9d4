package packettrap.spec.trap;

/**
 * What the device does with a packet that hits a trap.
 *
 * <p>Source: {@code enum devlink_trap_action}; the ordinal is the kernel's number.
 */
public enum TrapAction {
  /** The device drops the packet; the CPU gets no copy. */
  DROP,
  /** The CPU gets the sole copy; the device does not forward the packet. */
  TRAP,
  /** The device forwards the packet and the CPU gets a copy. */
  MIRROR;

  private static final TrapAction[] VALUES = values();

  /** The action with a kernel number, or null if there is none. */
  public static TrapAction ofNumber(int number) {
    return number >= 0 && number < VALUES.length ? VALUES[number] : null;
  }
}
