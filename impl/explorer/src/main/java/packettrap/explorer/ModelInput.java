package packettrap.explorer;

/**
 * What can happen to the machine; the kinds and their components are those of the TLA+ module.
 *
 * <p>Traps, groups and policers are numbers in the order of registration, from 1 on; the number
 * behind the last names one that was not registered. {@code refuse} says which callback, counted
 * from 1, the driver refuses of those that the input causes; 0: none.
 */
public sealed interface ModelInput {
  /** A value that is left out. */
  int ABSENT = -1;

  /** The number of an action, or of an alert mode, that there is not. */
  int INVALID = 3;

  /** What a get or a dump asks for. */
  enum Kind {
    TRAP,
    GROUP,
    POLICER,
    MONITOR
  }

  /** What someone asks who may change nothing. */
  enum Asking {
    TRAP_SET,
    GROUP_SET,
    POLICER_SET,
    RELOAD,
    MONITOR_CONFIG_SET,
    MONITOR_START,
    MONITOR_STOP,
    MONITOR_CONFIG_GET
  }

  /** The callback that is refused; 0: none. */
  default int refuse() {
    return 0;
  }

  /** An action for a trap: its number, {@link #INVALID} or {@link #ABSENT}. */
  record TrapSet(int trap, int action, int refuse) implements ModelInput {}

  /** An action for the traps of a group, a policer for it (0: none), or both. */
  record GroupSet(int group, int action, int policer, int refuse) implements ModelInput {}

  /** A rate for a policer, packets a second, a burst, packets, or both. */
  record PolicerSet(int policer, int rate, int burst, int refuse) implements ModelInput {}

  /** What does an object look like? Drop monitor's number is 0. */
  record Get(Kind of, int object) implements ModelInput {}

  /** What do all objects of a kind look like? */
  record Dump(Kind of) implements ModelInput {}

  /** A request to another device, or to none. */
  record Misdirected(boolean named) implements ModelInput {}

  /** A request of a caller without the privilege. */
  record Unprivileged(Asking request) implements ModelInput {}

  /** A configuration of drop monitor: the number of an alert mode, a queue length in packets. */
  record MonitorConfigSet(int mode, int queueLength) implements ModelInput {}

  /** Monitoring starts. */
  record MonitorStart(boolean software, boolean hardware) implements ModelInput {}

  /** Monitoring stops. */
  record MonitorStop(boolean software, boolean hardware) implements ModelInput {}

  /** A packet hits a trap in hardware. */
  record Packet(int trap) implements ModelInput {}

  /** The stack drops a packet. */
  record SoftwareDrop() implements ModelInput {}

  /** One second passes. */
  record Tick() implements ModelInput {}

  /** What waits in the queues goes out. */
  record Drain() implements ModelInput {}

  /** The device is registered, after it was unregistered if it was there. */
  record Register(int refuse) implements ModelInput {}

  /** The device is unregistered. */
  record Unregister() implements ModelInput {}

  /** The device is unregistered and registered again. */
  record Reload(int refuse) implements ModelInput {}
}
