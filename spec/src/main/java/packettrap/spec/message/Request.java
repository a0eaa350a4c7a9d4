package packettrap.spec.message;

import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.TrapAction;

/**
 * Everything that can be asked of a device.
 *
 * <p>A request comes from a caller with the admin capability and names the device, unless it is
 * wrapped in {@link Unprivileged} or {@link OnDevice}. A component that is null is an attribute
 * left out. Numbers that Linux calls u32 and u64 are longs, to be compared as unsigned.
 */
public sealed interface Request {

  /** A request that concerns devlink: it names a device. */
  sealed interface Devlink extends Request {}

  /** A request to drop monitor, which is one for all devices. */
  sealed interface Monitor extends Request {}

  /** What happens to the device from outside: frames, time, configuration. */
  sealed interface Stimulus extends Request {}

  /** The request inside, from a caller without CAP_NET_ADMIN. */
  record Unprivileged(Request request) implements Request {}

  /**
   * The request inside, addressed to another device, or to none.
   *
   * @param device bus and name, as in netdevsim/netdevsim10; null: left out
   */
  record OnDevice(String device, Request.Devlink request) implements Request {}

  /** DEVLINK_CMD_TRAP_GET of one trap. */
  record TrapGet(String trap) implements Devlink {}

  /** DEVLINK_CMD_TRAP_GET of all traps. */
  record TrapDump() implements Devlink {}

  /**
   * DEVLINK_CMD_TRAP_SET.
   *
   * @param trap name of the trap
   * @param action number of the action, 0 to 255; 0 drop, 1 trap, 2 mirror
   */
  record TrapSet(String trap, Integer action) implements Devlink {}

  /** DEVLINK_CMD_TRAP_GROUP_GET of one group. */
  record GroupGet(String group) implements Devlink {}

  /** DEVLINK_CMD_TRAP_GROUP_GET of all groups. */
  record GroupDump() implements Devlink {}

  /**
   * DEVLINK_CMD_TRAP_GROUP_SET.
   *
   * @param group name of the group
   * @param action number of the action for its traps, 0 to 255
   * @param policer id of the policer to bind to, 0 to unbind, u32
   */
  record GroupSet(String group, Integer action, Long policer) implements Devlink {}

  /** DEVLINK_CMD_TRAP_POLICER_GET of one policer. */
  record PolicerGet(Long policer) implements Devlink {}

  /** DEVLINK_CMD_TRAP_POLICER_GET of all policers. */
  record PolicerDump() implements Devlink {}

  /**
   * DEVLINK_CMD_TRAP_POLICER_SET.
   *
   * @param policer id of the policer, u32
   * @param rate packets a second, u64
   * @param burst packets, u64
   */
  record PolicerSet(Long policer, Long rate, Long burst) implements Devlink {}

  /** DEVLINK_CMD_RELOAD: unregister and register again. */
  record Reload() implements Devlink {}

  /** The device is registered with what its driver registers, or with this instead if not null. */
  record Register(Registration registration) implements Stimulus {}

  /** The device is unregistered; until it is registered again it does not exist. */
  record Unregister() implements Stimulus {}

  /** NET_DM_CMD_CONFIG_GET. */
  record MonitorConfigGet() implements Monitor {}

  /**
   * NET_DM_CMD_CONFIG.
   *
   * @param alertMode number of the alert mode, 0 to 255; 0 summary, 1 packet
   * @param truncation bytes of payload at most, 0 for no limit, u32
   * @param queueLength packets that wait at most, u32
   */
  record MonitorConfigSet(Integer alertMode, Long truncation, Long queueLength)
      implements Monitor {}

  /** NET_DM_CMD_STATS_GET. */
  record MonitorStatsGet() implements Monitor {}

  /** NET_DM_CMD_START with its two flags. */
  record MonitorStart(boolean software, boolean hardware) implements Monitor {}

  /** NET_DM_CMD_STOP with its two flags. */
  record MonitorStop(boolean software, boolean hardware) implements Monitor {}

  /** The switch behind the traps gets a configuration, which replaces the one it has. */
  record Configure(SwitchConfig config) implements Stimulus {}

  /**
   * Frames arrive on a port, at one instant, in this order.
   *
   * @param port number of the port, from 1 on
   */
  record Inject(int port, List<Frame> frames) implements Stimulus {
    public Inject {
      frames = List.copyOf(frames);
    }
  }

  /**
   * All ports are taken up, or down. While they are up, a device may have traffic of its own.
   *
   * @param up whether up
   * @param cookie of the flow rules that drop traffic of the device's own; null if down
   */
  record Ports(boolean up, Cookie cookie) implements Stimulus {}

  /** Time passes, in ns, at least 0; a device in real time waits that long, and then answers. */
  record Advance(long nanos) implements Stimulus {}

  /**
   * The network stack, not the device, drops a packet.
   *
   * @param port number of the port it came in on
   * @param frame the packet
   * @param pc program counter of the place that dropped it
   * @param symbol name of that place
   * @param reason drop reason, as in NOT_SPECIFIED
   */
  record SoftwareDrop(int port, Frame frame, long pc, String symbol, String reason)
      implements Stimulus {}

  /** From now on the driver refuses this callback, or no longer does. */
  record Fail(Callback callback, boolean on) implements Stimulus {}

  /**
   * In the next request the driver's {@code nth} answer is replaced by {@link
   * packettrap.spec.device.Answer#REFUSED}, and the driver is not asked; counted from 1, of the
   * callbacks that can refuse.
   */
  record Refuse(int nth) implements Stimulus {}

  /** From now on what waits in drop monitor's queues stays there, or goes out, now too. */
  record Hold(boolean on) implements Stimulus {}

  /** The request to set a trap's action. */
  static TrapSet set(String trap, TrapAction action) {
    return new TrapSet(trap, action.ordinal());
  }
}
