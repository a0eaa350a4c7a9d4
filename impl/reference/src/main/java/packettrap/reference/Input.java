package packettrap.reference;

import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event.InputPort;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;

/** What can happen to the mechanism. */
public sealed interface Input {
  /** Someone asks something: a request to devlink or to drop monitor, or a life-cycle request. */
  record Asked(Request request) implements Input {}

  /**
   * The driver reports a packet. Source: {@code devlink_trap_report}.
   *
   * @param trap index of the trap
   * @param port number of the port, 0 if not known
   * @param inputPort its network device; null if not known
   * @param frame the packet
   * @param cookie null: none
   */
  record Reported(int trap, int port, InputPort inputPort, Frame frame, Cookie cookie)
      implements Input {}

  /** The stack drops a packet; {@code inputPort} carries no name. */
  record DroppedInSoftware(InputPort inputPort, Frame frame, long pc, String symbol, String reason)
      implements Input {}

  /** It is now {@code now}, ns. */
  record Ticked(long now) implements Input {}

  /** What waits in drop monitor's queues goes out. */
  record Drained() implements Input {}
}
