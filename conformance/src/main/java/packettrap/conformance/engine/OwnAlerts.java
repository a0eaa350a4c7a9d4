package packettrap.conformance.engine;

import java.util.List;
import packettrap.reference.DevlinkState;
import packettrap.reference.MonitorState;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.Port;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.rule.MetadataRules;
import packettrap.spec.rule.MonitorRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.rule.StatisticsRules;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapType;

/**
 * What drop monitor tells of a device's own traffic: each alert by itself, and their sum against
 * the counters.
 */
final class OwnAlerts {
  private static final int MOST_PAYLOAD = 65_527;
  private static final long SECOND = 1_000_000_000L;

  /** How early a timer may be: the kernel's run by ticks of 10 ms at most. */
  private static final long TICKS = 50_000_000L;

  /** How wrong the clock of a device may be: as much as if it showed the time of its place. */
  private static final long DAY = 86_400 * SECOND;

  private static final List<Rule> PORT = List.of(MonitorRules.MON_26, MetadataRules.MET_02);
  private static final List<Rule> COOKIE = List.of(MonitorRules.MON_27, MetadataRules.MET_03);

  private final DeviceDescription device;
  private final Oracle oracle;
  private final Exercised exercised;
  private final Clock clock;

  /** Whether hardware drops are monitored, as far as was compared. */
  private boolean running;

  /** Whether it is known what was counted when monitoring began. */
  private boolean exact;

  private AlertMode mode = AlertMode.SUMMARY;
  private long[] from = {};
  private long[] fromBytes = {};
  private long[] told = {};
  private long[] toldBytes = {};
  private long lostBefore;
  private long lastTime;

  /** Whether it is known since when the summary table is empty, with no packet since. */
  private boolean empty;

  private long emptySince;

  private boolean wasStopped;

  OwnAlerts(DeviceDescription device, Oracle oracle, Exercised exercised, Clock clock) {
    this.clock = clock;
    this.device = device;
    this.oracle = oracle;
    this.exercised = exercised;
  }

  /** Something was asked; what happened meanwhile is looked at next. */
  void before(Request request, Reply reply, boolean quiet) {
    if (request instanceof Request.MonitorStart start
        && start.hardware()
        && reply instanceof Reply.Done
        && !running) {
      running = true;
      begin(quiet);
    }
  }

  /** From here on packets and alerts are added up. */
  private void begin(boolean quiet) {
    DevlinkState devlink = oracle.devlink();
    exact = quiet;
    empty = quiet;
    emptySince = clock.passed();
    mode = oracle.state().monitor().alertMode();
    from = new long[devlink.trapCount()];
    fromBytes = new long[from.length];
    told = new long[from.length];
    toldBytes = new long[from.length];
    for (int trap = 0; trap < from.length; trap++) {
      from[trap] = devlink.trapPackets(trap);
      fromBytes[trap] = devlink.trapBytes(trap);
    }
    lostBefore = oracle.state().monitor().hardware().lost();
  }

  /** It was compared what the request led to. */
  void after(Cause cause, MonitorState monitor) {
    wasStopped |= running && !monitor.hardware().running();
    running = monitor.hardware().running();
    if (cause.restarts()) {
      begin(false);
    }
  }

  /** Whether a summary is on its way. */
  boolean summing() {
    return running && mode == AlertMode.SUMMARY && reported() > told();
  }

  /** Whether packets are told of in summaries. */
  boolean sums() {
    return running && mode == AlertMode.SUMMARY;
  }

  /** Lost packets are granted if there can be any. */
  void see(Reply.MonitorStats stats) {
    MonitorState monitor = oracle.state().monitor();
    long more = stats.hardware() - monitor.hardware().lost();
    if (more > 0 && mode == AlertMode.PACKET && from.length > 0) {
      oracle.lose(more);
    }
  }

  /** Whether all that was reported was told of, or was lost. */
  boolean complete() {
    return !running || !exact || told() + lost() == reported();
  }

  private long lost() {
    return mode == AlertMode.PACKET ? oracle.state().monitor().hardware().lost() - lostBefore : 0;
  }

  private long told() {
    long sum = 0;
    for (long packets : told) {
      sum += packets;
    }
    return sum;
  }

  private long reported(int trap) {
    return isControl(trap) ? 0 : oracle.devlink().trapPackets(trap) - from[trap];
  }

  private long reported() {
    long sum = 0;
    for (int trap = 0; trap < from.length; trap++) {
      sum += reported(trap);
    }
    return sum;
  }

  private boolean isControl(int trap) {
    return oracle.devlink().registeredTrap(trap).type() == TrapType.CONTROL;
  }

  /** All is quiet: the sums must be right. */
  void settled() {
    if (!running) {
      exercised.add(MonitorRules.MON_35);
      if (wasStopped) {
        exercised.add(MonitorRules.MON_14);
      }
    }
    if (!running || !exact) {
      return;
    }
    long queue = oracle.state().monitor().queueLength();
    boolean packets = mode == AlertMode.PACKET;
    if (packets && queue == 0 && told() > 0) {
      throw new Difference(
          List.of(MonitorRules.MON_06, MonitorRules.MON_18), told() + " alerts", "none");
    }
    for (int trap = 0; trap < from.length; trap++) {
      check(trap);
    }
    if (!complete()) {
      throw new Difference(
          packets && lost() > 0
              ? List.of(MonitorRules.MON_18, MonitorRules.MON_15)
              : packets && queue == 0
                  ? List.of(MonitorRules.MON_06, MonitorRules.MON_18, MonitorRules.MON_19)
                  : packets
                      ? List.of(MonitorRules.MON_15, MonitorRules.MON_17, MonitorRules.MON_18)
                      : List.of(MonitorRules.MON_15, MonitorRules.MON_21, MonitorRules.MON_22),
          told() + " packets told of, " + lost() + " counted as lost",
          reported() + " packets that drivers reported");
    } else if (lost() > 0 && queue >= reported()) {
      throw new Difference(
          List.of(MonitorRules.MON_18),
          lost() + " packets lost",
          "none, as " + reported() + " packets fit into the queue");
    }
    empty = true;
    emptySince = clock.passed();
    exercise(queue);
  }

  private void check(int trap) {
    String name = oracle.devlink().registeredTrap(trap).name();
    if (told[trap] > reported(trap) || lost() == 0 && complete() && told[trap] < reported(trap)) {
      throw new Difference(
          mode == AlertMode.SUMMARY
              ? List.of(MonitorRules.MON_21, MonitorRules.MON_22)
              : List.of(MonitorRules.MON_25, MonitorRules.MON_17, MonitorRules.MON_15),
          told[trap] + " packets of " + name + " told of",
          reported(trap) + " that were reported");
    }
    long bytes = oracle.devlink().trapBytes(trap) - fromBytes[trap];
    if (mode == AlertMode.PACKET && told[trap] == reported(trap) && told[trap] > 0) {
      if (toldBytes[trap] != bytes) {
        throw new Difference(
            List.of(MonitorRules.MON_29, StatisticsRules.STA_03),
            "alerts of " + name + " with lengths that add up to " + toldBytes[trap],
            bytes + " bytes, as the trap counted");
      }
    }
  }

  private void exercise(long queue) {
    long reported = reported();
    if (reported == 0) {
      return;
    }
    exercised.add(MonitorRules.MON_15);
    for (int trap = 0; trap < from.length; trap++) {
      if (isControl(trap) && oracle.devlink().trapPackets(trap) > from[trap]) {
        exercised.add(MonitorRules.MON_16);
      }
    }
    if (mode == AlertMode.SUMMARY) {
      exercised.add(MonitorRules.MON_21);
      exercised.add(MonitorRules.MON_22);
    } else if (queue == 0) {
      exercised.add(MonitorRules.MON_06);
      exercised.add(MonitorRules.MON_18);
    } else {
      exercised.add(MonitorRules.MON_17);
      if (lost() > 0) {
        exercised.add(MonitorRules.MON_18);
      }
    }
  }

  /** Looks at one alert. */
  void check(Event event) {
    if (!running) {
      throw new Difference(
          wasStopped
              ? List.of(MonitorRules.MON_14, MonitorRules.MON_12, MonitorRules.MON_35)
              : List.of(MonitorRules.MON_35),
          Words.of(event),
          "nothing, as hardware drops are not monitored");
    }
    if (event instanceof Event.HardwareDrop alert) {
      require(mode == AlertMode.PACKET, MonitorRules.MON_21, event, "a summary");
      checkAlert(alert);
    } else if (event instanceof Event.HardwareSummary summary) {
      require(mode == AlertMode.SUMMARY, MonitorRules.MON_17, event, "an alert for each packet");
      require(
          !empty || clock.passed() - emptySince >= SECOND - TICKS,
          MonitorRules.MON_22,
          event,
          "a summary 1 s after its first packet, and not sooner");
      empty = false;
      for (Event.TrapCount count : summary.counts()) {
        int trap = trap(event, count.trap(), MonitorRules.MON_21);
        require(count.count() > 0, MonitorRules.MON_21, event, "counts above 0");
        told[trap] += count.count();
      }
    }
  }

  private int trap(Event event, String name, Rule rule) {
    int trap = oracle.devlink().trap(name);
    require(trap >= 0, rule, event, "the name of a trap of the device");
    require(!isControl(trap), MonitorRules.MON_16, event, "nothing of control traps");
    return trap;
  }

  private void checkAlert(Event.HardwareDrop alert) {
    int index = trap(alert, alert.trap(), MonitorRules.MON_25);
    Trap trap = oracle.devlink().registeredTrap(index);
    require(
        trap.group().equals(alert.group()), MonitorRules.MON_25, alert, "group " + trap.group());
    checkPort(alert, trap);
    checkCookie(alert, trap);
    require(
        Math.abs(alert.timestamp() - clock.time()) < DAY,
        MonitorRules.MON_28,
        alert,
        "the time in nanoseconds, which is about " + clock.time());
    require(
        alert.timestamp() >= lastTime,
        List.of(MonitorRules.MON_28, MonitorRules.MON_17),
        alert,
        "a time not before that of the alert before, which is " + lastTime);
    lastTime = alert.timestamp();
    checkPayload(alert);
    told[index]++;
    toldBytes[index] += alert.originalLength();
    for (Rule rule : Coverage.ALERT) {
      exercised.add(rule);
    }
  }

  private void checkPort(Event.HardwareDrop alert, Trap trap) {
    Event.InputPort port = alert.inputPort();
    boolean declared = trap.metadata().contains(Metadata.INPUT_PORT);
    if (port == null) {
      require(!declared, PORT, alert, "the input port");
      return;
    }
    boolean own =
        device.ports().stream()
            .anyMatch(one -> one.ifindex() == port.ifindex() && one.name().equals(port.name()));
    require(own, PORT, alert, "one of " + ports());
    if (declared) {
      exercised.add(MetadataRules.MET_02);
    }
  }

  private String ports() {
    return String.join(", ", device.ports().stream().limit(8).map(Port::toString).toList());
  }

  private void checkCookie(Event.HardwareDrop alert, Trap trap) {
    if (!device.has(Capability.PORTS)) {
      return;
    }
    if (trap.metadata().contains(Metadata.FLOW_ACTION_COOKIE)) {
      require(
          OwnTraffic.COOKIE.equals(alert.cookie()),
          COOKIE,
          alert,
          "the cookie " + OwnTraffic.COOKIE);
      exercised.add(MetadataRules.MET_03);
    } else {
      require(
          alert.cookie() == null || OwnTraffic.COOKIE.equals(alert.cookie()),
          MonitorRules.MON_27,
          alert,
          "no cookie");
    }
  }

  private void checkPayload(Event.HardwareDrop alert) {
    long truncation = oracle.state().monitor().truncation();
    long demanded = Math.min(alert.originalLength(), MOST_PAYLOAD);
    demanded = truncation == 0 ? demanded : Math.min(demanded, truncation);
    long length = alert.payload() == null ? 0 : alert.payload().length();
    require(alert.originalLength() >= 14, MonitorRules.MON_29, alert, "a length of 14 or more");
    require(length == demanded, MonitorRules.MON_30, alert, demanded + " bytes of payload");
    require(
        (alert.payload() == null) == (alert.protocol() == null),
        MonitorRules.MON_31,
        alert,
        "protocol and payload, or neither");
    require(
        length < 16 || alert.protocol() == alert.payload().protocol(),
        List.of(MonitorRules.MON_32, MonitorRules.MON_30),
        alert,
        "the protocol of the payload");
  }

  private static void require(boolean holds, Rule rule, Event event, String demanded) {
    require(holds, List.of(rule), event, demanded);
  }

  private static void require(boolean holds, List<Rule> rules, Event event, String demanded) {
    if (!holds) {
      throw new Difference(rules, Words.of(event), demanded);
    }
  }
}
