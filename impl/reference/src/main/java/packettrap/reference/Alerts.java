package packettrap.reference;

import static packettrap.spec.rule.MonitorRules.MON_17;
import static packettrap.spec.rule.MonitorRules.MON_22;

import java.util.ArrayList;
import java.util.List;
import packettrap.reference.MonitorState.Entry;
import packettrap.reference.MonitorState.Side;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Event;
import packettrap.spec.packet.Frame;
import packettrap.spec.rule.Rule;

/** Drop monitor: what it hears, keeps and tells. */
final class Alerts {
  /** Delay of a summary, ns. Source: {@code dm_delay}. */
  static final long DELAY = 1_000_000_000L;

  /** Names a summary holds. Source: {@code dm_hit_limit}. */
  static final int TABLE_SIZE = 64;

  /** Largest payload, bytes: what fits in an attribute. Source: {@code NET_DM_MAX_PACKET_SIZE}. */
  static final long MAX_PAYLOAD = 65527;

  /** Characters of a trap's name that a summary keeps: the field has one more for the NUL. */
  static final int KEPT_NAME = 38;

  private static final List<Rule> TOLD = List.of(MON_17);
  private static final List<Rule> SUMMED = List.of(MON_22);

  private Alerts() {}

  /**
   * A device's packet is heard of.
   *
   * <p>Source: {@code net_dm_hw_trap_packet_probe}, {@code net_dm_hw_trap_summary_probe}.
   */
  static MonitorState hear(State state, Input.Reported packet) {
    MonitorState monitor = state.monitor();
    Side side = monitor.hardware();
    if (!side.running()) {
      return monitor;
    }
    String trap = state.devlink().objects.traps[packet.trap()].name();
    if (monitor.alertMode() == AlertMode.SUMMARY) {
      return monitor.withHardware(countName(side, trap, state.now()));
    }
    if (side.queue().size() >= monitor.queueLength()) {
      return monitor.withHardware(side.losing(1));
    }
    Frame payload = payload(monitor, packet.frame());
    Event alert =
        new Event.HardwareDrop(
            state.devlink().objects.traps[packet.trap()].group(),
            trap,
            packet.inputPort(),
            packet.cookie(),
            state.now(),
            packet.frame().length(),
            payload == null ? null : packet.frame().protocol(),
            payload);
    return monitor.withHardware(side.queueing(alert));
  }

  /** The stack drops a packet. Source: {@code net_dm_packet_trace_kfree_skb_hit}. */
  static Outcome softwareDrop(State state, Input.DroppedInSoftware packet) {
    MonitorState monitor = state.monitor();
    Side side = monitor.software();
    if (!side.running()) {
      return Outcome.silent(state);
    }
    if (monitor.alertMode() == AlertMode.SUMMARY) {
      Side counted = count(side, packet.pc(), packet.pc(), state.now());
      return Outcome.silent(state.with(monitor.withSoftware(counted)));
    }
    if (side.queue().size() >= monitor.queueLength()) {
      return Outcome.silent(state.with(monitor.withSoftware(side.losing(1))));
    }
    Frame payload = payload(monitor, packet.frame());
    Event alert =
        new Event.SoftwareDrop(
            packet.pc(),
            packet.reason(),
            packet.symbol(),
            packet.inputPort(),
            state.now(),
            packet.frame().length(),
            payload == null ? null : packet.frame().protocol(),
            payload);
    return Outcome.silent(state.with(monitor.withSoftware(side.queueing(alert))));
  }

  private static Frame payload(MonitorState monitor, Frame frame) {
    long length = Math.min(frame.length(), MAX_PAYLOAD);
    if (monitor.truncation() != 0) {
      length = Math.min(length, monitor.truncation());
    }
    return length == 0 ? null : frame.truncated(length);
  }

  /**
   * A name is stored cut to 38 characters but looked up by its first 39, so that a longer one never
   * finds its own entry. This is a bug of the kernel's that rule MON-24 asks nobody to copy.
   */
  private static Side countName(Side side, String name, long now) {
    String stored = name.length() > KEPT_NAME ? name.substring(0, KEPT_NAME) : name;
    String soughtAs = name.length() > KEPT_NAME ? name.substring(0, KEPT_NAME + 1) : name;
    return count(side, soughtAs, stored, now);
  }

  private static Side count(Side side, Object sought, Object stored, long now) {
    Chain<Entry> table = side.table();
    List<Entry> newer = new ArrayList<>();
    Chain<Entry> rest = table;
    while (rest.size() > 0 && !rest.last().name().equals(sought)) {
      newer.add(rest.last());
      rest = rest.before();
    }
    if (rest.size() > 0) {
      Chain<Entry> changed = rest.before().plus(new Entry(stored, rest.last().count() + 1));
      for (int i = newer.size() - 1; i >= 0; i--) {
        changed = changed.plus(newer.get(i));
      }
      return side.counted(changed, side.alarm());
    }
    if (table.size() == TABLE_SIZE) {
      return side;
    }
    long alarm = side.alarm() == Side.NO_ALARM ? later(now) : side.alarm();
    return side.counted(table.plus(new Entry(stored, 1)), alarm);
  }

  /** What would be due after the end of time never is. */
  private static long later(long now) {
    return now > Side.NO_ALARM - DELAY ? Side.NO_ALARM : now + DELAY;
  }

  /** The queues are sent. Source: {@code net_dm_hw_packet_work}, {@code net_dm_packet_work}. */
  static Outcome drain(State state) {
    MonitorState monitor = state.monitor();
    if (monitor.software().queue().size() + monitor.hardware().queue().size() == 0) {
      return Outcome.silent(state);
    }
    List<Event> events = new ArrayList<>(monitor.software().queue().oldestFirst());
    events.addAll(monitor.hardware().queue().oldestFirst());
    MonitorState drained =
        monitor.withSoftware(drained(monitor.software())).withHardware(drained(monitor.hardware()));
    return new Outcome(state.with(drained), null, events, TOLD, TOLD);
  }

  private static Side drained(Side side) {
    return new Side(side.running(), Chain.empty(), side.table(), side.alarm(), side.lost());
  }

  /**
   * A summary that is due is sent. Source: {@code net_dm_hw_summary_work}, {@code send_dm_alert}.
   */
  static Outcome tick(State state) {
    MonitorState monitor = state.monitor();
    boolean software = monitor.software().due(state.now());
    boolean hardware = monitor.hardware().due(state.now());
    if (!software && !hardware) {
      return Outcome.silent(state);
    }
    List<Event> events = new ArrayList<>();
    if (software) {
      List<Event.PlaceCount> counts =
          monitor.software().table().oldestFirst().stream()
              .map(entry -> new Event.PlaceCount((Long) entry.name(), entry.count()))
              .toList();
      events.add(new Event.SoftwareSummary(counts));
      monitor = monitor.withSoftware(monitor.software().cleared(true));
    }
    if (hardware) {
      List<Event.TrapCount> counts =
          monitor.hardware().table().oldestFirst().stream()
              .map(entry -> new Event.TrapCount((String) entry.name(), entry.count()))
              .toList();
      events.add(new Event.HardwareSummary(counts));
      monitor = monitor.withHardware(monitor.hardware().cleared(true));
    }
    return new Outcome(state.with(monitor), null, events, SUMMED, SUMMED);
  }
}
