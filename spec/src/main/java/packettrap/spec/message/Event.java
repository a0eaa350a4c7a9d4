package packettrap.spec.message;

import java.util.List;
import packettrap.spec.packet.Frame;

/** What a device does by itself, not as an answer. */
public sealed interface Event {
  /** Whether an object came or went. */
  enum Change {
    /** It was registered. */
    NEW,
    /** It was unregistered. */
    DEL
  }

  /** DEVLINK_CMD_TRAP_NEW or DEL. */
  record TrapNotice(Change change, View.OfTrap trap) implements Event {}

  /** DEVLINK_CMD_TRAP_GROUP_NEW or DEL. */
  record GroupNotice(Change change, View.OfGroup group) implements Event {}

  /** DEVLINK_CMD_TRAP_POLICER_NEW or DEL. */
  record PolicerNotice(Change change, View.OfPolicer policer) implements Event {}

  /**
   * A port as an alert names it.
   *
   * @param ifindex the network device's index
   * @param name its name; null in alerts of software drops
   */
  record InputPort(int ifindex, String name) {}

  /**
   * NET_DM_CMD_PACKET_ALERT of a packet that a device reported.
   *
   * @param group name of the trap's group
   * @param trap name of the trap
   * @param inputPort where it came in; null if no network device is known
   * @param cookie of the flow rule that dropped it; null if there is none
   * @param timestamp when it was reported, ns
   * @param originalLength its full length, bytes
   * @param protocol its protocol, as {@link Frame#protocol}; null if payload is null
   * @param payload its first bytes; null if truncation left none
   */
  record HardwareDrop(
      String group,
      String trap,
      InputPort inputPort,
      Cookie cookie,
      long timestamp,
      long originalLength,
      Integer protocol,
      Frame payload)
      implements Event {}

  /**
   * NET_DM_CMD_PACKET_ALERT of a packet that the stack dropped.
   *
   * @param pc program counter of the place that dropped it
   * @param reason drop reason
   * @param symbol name of that place
   * @param inputPort where it came in
   * @param timestamp when it was dropped, ns
   * @param originalLength its full length, bytes
   * @param protocol its protocol; null if payload is null
   * @param payload its first bytes; null if truncation left none
   */
  record SoftwareDrop(
      long pc,
      String reason,
      String symbol,
      InputPort inputPort,
      long timestamp,
      long originalLength,
      Integer protocol,
      Frame payload)
      implements Event {}

  /** How many packets hit a trap. */
  record TrapCount(String trap, long count) {}

  /** How many packets were dropped at a place in the stack. */
  record PlaceCount(long pc, long count) {}

  /** NET_DM_CMD_ALERT of what devices reported, in the order of first occurrence. */
  record HardwareSummary(List<TrapCount> counts) implements Event {
    public HardwareSummary {
      counts = List.copyOf(counts);
    }
  }

  /** NET_DM_CMD_ALERT of what the stack dropped, in the order of first occurrence. */
  record SoftwareSummary(List<PlaceCount> counts) implements Event {
    public SoftwareSummary {
      counts = List.copyOf(counts);
    }
  }

  /**
   * The stack receives a trapped packet, as if the port's network device had received it.
   *
   * @param port number of the port; 0 if the driver named none
   */
  record Received(int port, Frame frame) implements Event {}

  /** The device sends a frame out of a port. */
  record Transmitted(int port, Frame frame) implements Event {}
}
