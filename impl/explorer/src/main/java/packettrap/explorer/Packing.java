package packettrap.explorer;

import java.util.ArrayList;
import java.util.List;
import packettrap.reference.Chain;
import packettrap.reference.DevlinkState;
import packettrap.reference.Hardware;
import packettrap.reference.Input;
import packettrap.reference.MonitorState;
import packettrap.reference.MonitorState.Entry;
import packettrap.reference.MonitorState.Side;
import packettrap.reference.State;
import packettrap.reference.Step;
import packettrap.reference.TokenBucket;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Event;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.TrapAction;

/**
 * Makes a core's state and hardware of a packed state, and the reverse.
 *
 * <p>Every step begins at time 0 with counters at 0: neither is state. What waits in the queues is
 * what the core itself put there when it was tried out, so that nothing here knows alerts.
 */
final class Packing {
  /** There is no such state in the scope. */
  static final long OUTSIDE = -1;

  static final String HANDLE = "model/device0";
  static final long SECOND = 1_000_000_000L;
  static final Frame FRAME = Frame.of(new byte[60]);
  static final Event.InputPort PORT = new Event.InputPort(1, "port1");
  static final Input SOFTWARE_DROP =
      new Input.DroppedInSoftware(new Event.InputPort(1, null), FRAME, 1, "place", "reason");

  private final Layout layout;

  /** A state in which the device is registered and nothing was set. */
  private final State fresh;

  private final State empty;
  private final State absent;
  private final Event[] heard;
  private final Entry[] lines;
  private final Event heardSoftware;
  private final Entry softwareLine;
  private final long[] tokens;

  Packing(Scope scope, Layout layout, Step step, RecordingDriver driver) {
    this.layout = layout;
    absent = State.initial(HANDLE);
    driver.refusing(0);
    fresh = step.apply(absent, new Input.Asked(new Request.Register(null)), driver).state();
    driver.refusing(1);
    empty = step.apply(absent, new Input.Asked(new Request.Register(null)), driver).state();
    driver.refusing(0);
    State packets = fresh.with(trying(AlertMode.PACKET));
    State summary = fresh.with(trying(AlertMode.SUMMARY));
    int traps = scope.registration().traps().size();
    heard = new Event[traps];
    lines = new Entry[traps];
    for (int i = 0; i < traps; i++) {
      heard[i] = step.apply(packets, report(i), driver).state().monitor().hardware().queue().last();
      lines[i] = step.apply(summary, report(i), driver).state().monitor().hardware().table().last();
    }
    heardSoftware =
        step.apply(packets, SOFTWARE_DROP, driver).state().monitor().software().queue().last();
    softwareLine =
        step.apply(summary, SOFTWARE_DROP, driver).state().monitor().software().table().last();
    tokens = new long[scope.registration().policers().size()];
  }

  static Input report(int trap) {
    return new Input.Reported(trap, 1, PORT, FRAME, null);
  }

  private static MonitorState trying(AlertMode mode) {
    Side side = new Side(true, Chain.empty(), Chain.empty(), Side.NO_ALARM, 0);
    return new MonitorState(mode, 0, 1, side, side);
  }

  /** The packed state, as the core has it. */
  State state(long packed) {
    int phase = layout.phase.get(packed);
    State state = phase == Layout.ABSENT ? absent : phase == Layout.EMPTY ? empty : fresh;
    if (phase == Layout.REGISTERED) {
      state = state.with(devlink(state.devlink(), packed));
    }
    AlertMode mode = AlertMode.ofNumber(layout.mode.get(packed));
    long length = layout.queueLengths.get(layout.queueLength.get(packed));
    return state.with(new MonitorState(mode, 0, length, software(packed), hardware(packed)));
  }

  private DevlinkState devlink(DevlinkState devlink, long packed) {
    for (int i = 0; i < layout.action.length; i++) {
      TrapAction action = TrapAction.ofNumber(layout.action[i].get(packed));
      devlink = devlink.withAction(i, action);
    }
    for (int i = 0; i < layout.binding.length; i++) {
      devlink = devlink.withBinding(i, layout.binding[i].get(packed) - 1);
    }
    for (int i = 0; i < layout.rate.length; i++) {
      devlink =
          devlink.withParameters(
              i,
              layout.rates.get(i).get(layout.rate[i].get(packed)),
              layout.bursts.get(i).get(layout.burst[i].get(packed)));
    }
    return devlink;
  }

  private Side software(long packed) {
    Chain<Event> queue = Chain.empty();
    for (int i = layout.softwareQueue.get(packed); i > 0; i--) {
      queue = queue.plus(heardSoftware);
    }
    Chain<Entry> table = Chain.empty();
    int count = layout.softwareTable.get(packed);
    if (count > 0) {
      table = table.plus(new Entry(softwareLine.name(), count));
    }
    return side(layout.softwareRuns.get(packed) == 1, queue, table);
  }

  private Side hardware(long packed) {
    Chain<Event> queue = Chain.empty();
    for (int trap : layout.queues.get(layout.hardwareQueue.get(packed))) {
      queue = queue.plus(heard[trap]);
    }
    Chain<Entry> table = Chain.empty();
    List<Integer> counts = layout.tables.get(layout.hardwareTable.get(packed));
    for (int i = 0; i < counts.size(); i += 2) {
      table = table.plus(new Entry(lines[counts.get(i)].name(), counts.get(i + 1)));
    }
    return side(layout.hardwareRuns.get(packed) == 1, queue, table);
  }

  private static Side side(boolean runs, Chain<Event> queue, Chain<Entry> table) {
    return new Side(runs, queue, table, table.size() == 0 ? Side.NO_ALARM : SECOND, 0);
  }

  /** Gives the hardware the same state. */
  void arrange(Hardware hardware, State state, long packed) {
    hardware.at(0);
    if (layout.phase.get(packed) == Layout.REGISTERED) {
      for (int i = 0; i < tokens.length; i++) {
        tokens[i] = layout.tokens[i].get(packed);
      }
      hardware.takeOver(state.devlink(), tokens);
    } else {
      hardware.stop();
    }
  }

  /**
   * The state as a long.
   *
   * @return the state, or {@link #OUTSIDE} if it counts beyond the scope
   * @throws ImpossibleState if it is not one that any inputs lead to
   */
  long pack(State state, Hardware hardware) {
    MonitorState monitor = state.monitor();
    if (!(monitor.truncation() == 0)) {
      throw new ImpossibleState("the truncation length is " + monitor.truncation());
    }
    long packed =
        layout.mode.put(monitor.alertMode().ordinal())
            | layout.queueLength.put(
                place(layout.queueLengths, monitor.queueLength(), "queue length"))
            | layout.softwareRuns.put(monitor.software().running() ? 1 : 0)
            | layout.hardwareRuns.put(monitor.hardware().running() ? 1 : 0);
    check(monitor.software(), state.now());
    check(monitor.hardware(), state.now());
    long told = packWaiting(monitor.software(), monitor.hardware());
    if (told == OUTSIDE) {
      return OUTSIDE;
    }
    packed |= told;
    if (!state.registered()) {
      return packed | layout.phase.put(Layout.ABSENT);
    } else if (state.devlink().trapCount() == 0) {
      return packed | layout.phase.put(Layout.EMPTY);
    }
    return packed | layout.phase.put(Layout.REGISTERED) | packDevice(state, hardware);
  }

  private long packDevice(State state, Hardware hardware) {
    DevlinkState devlink = state.devlink();
    long packed = 0;
    for (int i = 0; i < layout.action.length; i++) {
      TrapAction action = devlink.action(i);
      if (!(action == hardware.action(i))) {
        throw new ImpossibleState(
            devlink.registeredTrap(i).name()
                + " shows "
                + action
                + ", but the hardware does "
                + hardware.action(i));
      }
      packed |= layout.action[i].put(action.ordinal());
    }
    for (int i = 0; i < layout.binding.length; i++) {
      if (!(devlink.binding(i) == hardware.binding(i))) {
        throw new ImpossibleState(
            devlink.registeredGroup(i).name() + " shows another policer than the hardware has");
      }
      packed |= layout.binding[i].put(devlink.binding(i) + 1);
    }
    for (int i = 0; i < layout.rate.length; i++) {
      TokenBucket bucket = hardware.bucket(i);
      long rate = devlink.rate(i);
      long burst = devlink.burst(i);
      long held = bucket.tokens(state.now());
      if (!(bucket.rate() == rate && bucket.burst() == burst)) {
        throw new ImpossibleState(
            "policer "
                + devlink.registeredPolicer(i).id()
                + " shows "
                + rate
                + "/"
                + burst
                + ", but the hardware has "
                + bucket.rate()
                + "/"
                + bucket.burst());
      }
      if (!(bucket.whole(state.now()) && held >= 0 && held <= burst)) {
        throw new ImpossibleState(
            "policer " + devlink.registeredPolicer(i).id() + " holds " + held + " tokens");
      }
      packed |=
          layout.rate[i].put(place(layout.rates.get(i), rate, "rate"))
              | layout.burst[i].put(place(layout.bursts.get(i), burst, "burst"))
              | layout.tokens[i].put((int) held);
    }
    return packed;
  }

  private static int place(List<Long> values, long value, String what) {
    int place = values.indexOf(value);
    if (!(place >= 0)) {
      throw new ImpossibleState("the " + what + " is " + value);
    }
    return place;
  }

  private static void check(Side side, long now) {
    long alarm = side.table().size() == 0 ? Side.NO_ALARM : SECOND;
    if (!(side.alarm() == alarm && (now == 0 || side.table().size() == 0))) {
      throw new ImpossibleState(
          "a summary of " + side.table().size() + " lines is due at " + side.alarm());
    }
  }

  private long packWaiting(Side software, Side hardware) {
    for (Event alert : software.queue().oldestFirst()) {
      if (!(alert.equals(heardSoftware))) {
        throw new ImpossibleState("the software queue holds " + alert);
      }
    }
    long count = 0;
    if (software.table().size() > 0) {
      Entry line = software.table().last();
      if (!(software.table().size() == 1 && line.name().equals(softwareLine.name()))) {
        throw new ImpossibleState("the software table holds " + software.table());
      }
      count = line.count();
    }
    List<Integer> queue = new ArrayList<>(hardware.queue().size());
    for (Event alert : hardware.queue().oldestFirst()) {
      queue.add(place(heard, alert));
    }
    List<Integer> table = new ArrayList<>(2 * hardware.table().size());
    boolean outside = count > layout.maxCount;
    for (Entry line : hardware.table().oldestFirst()) {
      int trap = 0;
      while (trap < lines.length
          && (lines[trap] == null || !lines[trap].name().equals(line.name()))) {
        trap++;
      }
      if (!(trap < lines.length)) {
        throw new ImpossibleState("the hardware table holds " + line);
      }
      table.add(trap);
      table.add((int) line.count());
    }
    Integer queuePlace = layout.queuePlaces.get(queue);
    Integer tablePlace = layout.tablePlaces.get(table);
    if (outside
        || queuePlace == null
        || tablePlace == null
        || software.queue().size() > layout.longest) {
      return OUTSIDE;
    }
    return layout.softwareQueue.put(software.queue().size())
        | layout.softwareTable.put((int) count)
        | layout.hardwareQueue.put(queuePlace)
        | layout.hardwareTable.put(tablePlace);
  }

  private static int place(Event[] alerts, Event alert) {
    for (int i = 0; i < alerts.length; i++) {
      if (alert.equals(alerts[i])) {
        return i;
      }
    }
    throw new ImpossibleState("the hardware queue holds " + alert);
  }
}
