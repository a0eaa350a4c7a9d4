package packettrap.spec.trap;

/**
 * What kind of packets a trap is about.
 *
 * <p>Source: {@code enum devlink_trap_type}; the ordinal is the kernel's number.
 */
public enum TrapType {
  /** Packets that the device drops, and need not show anyone. */
  DROP,
  /** Packets that hit an exception on their way and are finished by the CPU. */
  EXCEPTION,
  /** Packets that the CPU needs for the control plane to work. */
  CONTROL
}
