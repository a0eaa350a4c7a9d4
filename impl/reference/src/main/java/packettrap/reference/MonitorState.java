package packettrap.reference;

import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Event;

/**
 * What drop monitor knows: configuration, what runs, what waits to be told, what was lost.
 *
 * @param alertMode summary or packet
 * @param truncation bytes of payload at most, 0 for no limit
 * @param queueLength packets that wait at most
 * @param software state of the monitoring of software drops
 * @param hardware state of the monitoring of hardware drops
 */
public record MonitorState(
    AlertMode alertMode, long truncation, long queueLength, Side software, Side hardware) {

  static final long DEFAULT_QUEUE_LENGTH = 1000;

  static final MonitorState INITIAL =
      new MonitorState(AlertMode.SUMMARY, 0, DEFAULT_QUEUE_LENGTH, Side.IDLE, Side.IDLE);

  /**
   * One of the two monitors.
   *
   * @param running whether it monitors
   * @param queue packet alerts that wait, newest first
   * @param table summary entries, newest first
   * @param alarm when the summary is due, ns; {@link #NO_ALARM}: nothing to tell
   * @param lost packets that found the queue full, ever
   */
  public record Side(
      boolean running, Chain<Event> queue, Chain<Entry> table, long alarm, long lost) {
    /** When a summary is due that has nothing to tell. */
    public static final long NO_ALARM = Long.MAX_VALUE;

    static final Side IDLE = new Side(false, Chain.empty(), Chain.empty(), NO_ALARM, 0);

    /** Monitoring, or not, with nothing waiting. */
    public Side cleared(boolean run) {
      return new Side(run, Chain.empty(), Chain.empty(), NO_ALARM, lost);
    }

    /** With another number of lost packets. */
    public Side losing(long packets) {
      return new Side(running, queue, table, alarm, lost + packets);
    }

    boolean due(long now) {
      return alarm <= now && alarm != NO_ALARM;
    }

    Side queueing(Event alert) {
      return new Side(running, queue.plus(alert), table, alarm, lost);
    }

    Side counted(Chain<Entry> newTable, long newAlarm) {
      return new Side(running, queue, newTable, newAlarm, lost);
    }
  }

  /**
   * A line of the summary table.
   *
   * @param name a trap's name as it is stored, or a place in the stack
   * @param count packets
   */
  public record Entry(Object name, long count) {}

  /** With other parameters. */
  public MonitorState configured(AlertMode mode, long newTruncation, long newQueueLength) {
    return new MonitorState(mode, newTruncation, newQueueLength, software, hardware);
  }

  /** With another software side. */
  public MonitorState withSoftware(Side side) {
    return new MonitorState(alertMode, truncation, queueLength, side, hardware);
  }

  /** With another hardware side. */
  public MonitorState withHardware(Side side) {
    return new MonitorState(alertMode, truncation, queueLength, software, side);
  }

  /** Whether nothing is monitored. */
  public boolean idle() {
    return !software.running && !hardware.running;
  }
}
