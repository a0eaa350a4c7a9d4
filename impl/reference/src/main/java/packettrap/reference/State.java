package packettrap.reference;

/**
 * Everything that the mechanism remembers.
 *
 * @param handle bus and name of the device
 * @param registered whether the device exists
 * @param devlink the device's objects
 * @param monitor drop monitor
 * @param now the time, ns
 */
public record State(
    String handle, boolean registered, DevlinkState devlink, MonitorState monitor, long now) {

  /** Before anything is registered. */
  public static State initial(String handle) {
    return new State(handle, false, DevlinkState.NOTHING, MonitorState.INITIAL, 0);
  }

  /** With other objects of the same, registered device. */
  public State with(DevlinkState newDevlink) {
    return new State(handle, registered, newDevlink, monitor, now);
  }

  /** With another drop monitor. */
  public State with(MonitorState newMonitor) {
    return new State(handle, registered, devlink, newMonitor, now);
  }

  State registered(boolean exists, DevlinkState newDevlink) {
    return new State(handle, exists, newDevlink, monitor, now);
  }

  State at(long time) {
    return new State(handle, registered, devlink, monitor, time);
  }
}
