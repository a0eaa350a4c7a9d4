package packettrap.spec.device;

import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Trap;

/**
 * What a driver may call; what the kernel is to a real one.
 *
 * <p>To be called on the thread on which the driver was called, while it was called.
 */
public interface TrapHost {
  /** The time now, ns; never goes back. */
  long now();

  /**
   * The device trapped a packet and hands its copy to the CPU. Source: {@code devlink_trap_report}.
   *
   * @param trap one of the registered traps
   * @param port number of the port on which it came in; 0: not known
   * @param frame the whole packet as it came in
   * @param cookie of the flow rule that dropped it; null: none
   */
  void report(Trap trap, int port, Frame frame, Cookie cookie);

  /** The device trapped a packet that no flow rule's cookie goes with. */
  default void report(Trap trap, int port, Frame frame) {
    report(trap, port, frame, null);
  }

  /** The device sends a frame out of a port. */
  void transmit(int port, Frame frame);
}
