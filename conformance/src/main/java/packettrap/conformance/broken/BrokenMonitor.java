package packettrap.conformance.broken;

import static packettrap.conformance.broken.Faults.accepts;
import static packettrap.conformance.broken.Faults.asked;
import static packettrap.conformance.broken.Faults.errno;
import static packettrap.conformance.broken.Faults.event;
import static packettrap.conformance.broken.Faults.fault;
import static packettrap.conformance.broken.Faults.saidBy;
import static packettrap.conformance.broken.Faults.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import packettrap.reference.Input;
import packettrap.reference.Mechanism;
import packettrap.reference.MonitorState;
import packettrap.reference.Outcome;
import packettrap.reference.State;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.TrapType;

/**
 * Devices whose drop monitor is wrong.
 *
 * <p>Everything in here is wrong on purpose.
 */
final class BrokenMonitor {
  private BrokenMonitor() {}

  static List<Broken> all() {
    List<Broken> all = new ArrayList<>();
    all.addAll(requests());
    all.addAll(telling());
    all.addAll(alerts());
    return all;
  }

  private static State monitor(Outcome right, UnaryOperator<MonitorState> change) {
    return right.state().with(change.apply(right.state().monitor()));
  }

  private static List<Broken> requests() {
    return List.of(
        state(
            "MON-01",
            "starts with a queue of 100",
            Request.Register.class,
            (before, right) ->
                monitor(
                    right,
                    m ->
                        m.queueLength() == 1000
                            ? m.configured(m.alertMode(), m.truncation(), 100)
                            : m)),
        fault(
            "MON-02",
            "forgets the truncation when something else is configured",
            (before, input, right, driver) ->
                asked(input) instanceof Request.MonitorConfigSet set
                        && set.truncation() == null
                        && right.reply() == Reply.DONE
                    ? right.with(
                        monitor(right, m -> m.configured(m.alertMode(), 0, m.queueLength())))
                    : right),
        accepts("MON-03", Bases::full),
        errno("MON-04", Bases::full, Errno.ERANGE),
        fault(
            "MON-05",
            "applies the rest of a request whose alert mode is invalid",
            (before, input, right, driver) ->
                asked(input) instanceof Request.MonitorConfigSet set
                        && set.truncation() != null
                        && saidBy(right, "MON-04")
                    ? right.with(
                        monitor(
                            right,
                            m -> m.configured(m.alertMode(), set.truncation(), m.queueLength())))
                    : right),
        fault(
            "MON-06",
            "takes a queue of 0 for one without a limit",
            (before, input, right, driver) ->
                input instanceof Input.Reported && before.monitor().queueLength() == 0
                    ? unlimited(before, input, driver)
                    : right),
        fault(
            "MON-07",
            "takes no flag for both",
            (before, input, right, driver) ->
                asked(input) instanceof Request.MonitorStart start
                        && !start.software()
                        && !start.hardware()
                        && right.reply() == Reply.DONE
                    ? right.with(monitor(right, m -> m.withHardware(m.hardware().cleared(true))))
                    : right),
        accepts("MON-08", Bases::full),
        accepts("MON-09", Bases::full),
        fault(
            "MON-10",
            "starts hardware monitoring though software monitoring cannot be started",
            (before, input, right, driver) ->
                right.reply() instanceof Reply.Failed && saidBy(right, "MON-10")
                    ? right.with(
                        monitor(
                            right,
                            m ->
                                m.hardware().running()
                                    ? m
                                    : m.withHardware(m.hardware().cleared(true))))
                    : right),
        fault(
            "MON-11",
            "leaves software monitoring on though hardware monitoring cannot be started",
            (before, input, right, driver) ->
                right.reply() instanceof Reply.Failed && saidBy(right, "MON-11")
                    ? right.with(monitor(right, m -> m.withSoftware(m.software().cleared(true))))
                    : right),
        fault(
            "MON-12",
            "goes on after a stop",
            (before, input, right, driver) ->
                asked(input) instanceof Request.MonitorStop ? right.with(before) : right),
        fault(
            "MON-13",
            "does not say that nothing was to be stopped",
            (before, input, right, driver) ->
                saidBy(right, "MON-13") ? right.with(Reply.DONE) : right));
  }

  private static Outcome unlimited(
      State before, Input input, packettrap.reference.Callbacks driver) {
    MonitorState monitor = before.monitor();
    State without =
        before.with(monitor.configured(monitor.alertMode(), monitor.truncation(), 0xffff_ffffL));
    Outcome outcome = Mechanism.STEP.apply(without, input, driver);
    return outcome.with(
        monitor(outcome, m -> m.configured(m.alertMode(), m.truncation(), monitor.queueLength())));
  }

  private static List<Broken> telling() {
    return List.of(
        fault(
            "MON-14",
            "tells after a stop what was summed up before",
            (before, input, right, driver) -> {
              if (!(asked(input) instanceof Request.MonitorStop)) {
                return right;
              }
              var kept = before.monitor().hardware();
              return right.with(
                  monitor(
                      right,
                      m ->
                          m.withHardware(
                              new MonitorState.Side(
                                  m.hardware().running(),
                                  kept.queue(),
                                  kept.table(),
                                  kept.alarm(),
                                  kept.lost()))));
            }),
        fault(
            "MON-15",
            "does not hear of exceptions",
            (before, input, right, driver) ->
                input instanceof Input.Reported packet
                        && before.devlink().registeredTrap(packet.trap()).type()
                            == TrapType.EXCEPTION
                    ? right.with(right.state().with(before.monitor()))
                    : right),
        fault(
            "MON-16",
            "hears of control traps",
            (before, input, right, driver) ->
                input instanceof Input.Reported packet
                        && before.devlink().registeredTrap(packet.trap()).type() == TrapType.CONTROL
                        && before.monitor().hardware().running()
                        && before.monitor().alertMode() == AlertMode.PACKET
                    ? right.with(List.of(right.events().get(0), told(before, packet)))
                    : right),
        fault(
            "MON-17",
            "tells the latest first",
            (before, input, right, driver) -> {
              List<Event> events = new ArrayList<>(right.events());
              Collections.reverse(events);
              return input instanceof Input.Drained ? right.with(events) : right;
            }),
        fault(
            "MON-18",
            "lets one packet more wait than configured",
            (before, input, right, driver) ->
                input instanceof Input.Reported
                        && before.monitor().queueLength() > 0
                        && before.monitor().hardware().queue().size()
                            == before.monitor().queueLength()
                    ? unlimited(before, input, driver)
                    : right),
        Faults.reply(
            "MON-19",
            "mixes up the two counters",
            Bases::full,
            Reply.MonitorStats.class,
            stats -> new Reply.MonitorStats(stats.hardware(), stats.software())),
        fault(
            "MON-20",
            "forgets what was lost when monitoring stops",
            (before, input, right, driver) ->
                asked(input) instanceof Request.MonitorStop
                    ? right.with(
                        monitor(
                            right,
                            m ->
                                m.withHardware(m.hardware().losing(-m.hardware().lost()))
                                    .withSoftware(m.software().losing(-m.software().lost()))))
                    : right),
        event(
            "MON-21",
            "counts one packet too many",
            Event.HardwareSummary.class,
            event ->
                new Event.HardwareSummary(
                    ((Event.HardwareSummary) event)
                        .counts().stream()
                            .map(count -> new Event.TrapCount(count.trap(), count.count() + 1))
                            .toList())),
        fault(
            "MON-22",
            "tells a summary after two seconds",
            (before, input, right, driver) ->
                input instanceof Input.Reported
                        && before.monitor().hardware().table().size() == 0
                        && right.state().monitor().hardware().table().size() > 0
                    ? right.with(
                        monitor(
                            right,
                            m ->
                                m.withHardware(
                                    new MonitorState.Side(
                                        true,
                                        m.hardware().queue(),
                                        m.hardware().table(),
                                        m.hardware().alarm() + 1_000_000_000L,
                                        m.hardware().lost()))))
                    : right),
        fault(
            "MON-23",
            "holds 60 names",
            Bases::many,
            (before, input, right, driver) ->
                right.state().monitor().hardware().table().size() > 60
                    ? right.with(right.state().with(before.monitor()))
                    : right),
        fault(
            "MON-35",
            "counts what is not monitored as lost",
            (before, input, right, driver) ->
                input instanceof Input.Reported && !before.monitor().hardware().running()
                    ? right.with(monitor(right, m -> m.withHardware(m.hardware().losing(1))))
                    : right),
        fault(
            "MON-36",
            "tells of software drops when hardware is monitored",
            (before, input, right, driver) -> {
              MonitorState m = before.monitor();
              if (!(input instanceof Input.DroppedInSoftware)
                  || m.software().running()
                  || !m.hardware().running()
                  || m.alertMode() != AlertMode.PACKET) {
                return right;
              }
              State running = before.with(m.withSoftware(m.software().cleared(true)));
              Outcome told = Mechanism.STEP.apply(running, input, driver);
              Outcome drained = Mechanism.STEP.apply(told.state(), new Input.Drained(), driver);
              return right.with(drained.events());
            }));
  }

  private static Event told(State before, Input.Reported packet) {
    var trap = before.devlink().registeredTrap(packet.trap());
    return new Event.HardwareDrop(
        trap.group(),
        trap.name(),
        packet.inputPort(),
        null,
        before.now(),
        packet.frame().length(),
        packet.frame().protocol(),
        packet.frame());
  }

  private static Broken alert(String rule, String text, UnaryOperator<Event.HardwareDrop> change) {
    return event(
        rule, text, Event.HardwareDrop.class, event -> change.apply((Event.HardwareDrop) event));
  }

  private static List<Broken> alerts() {
    return List.of(
        alert(
            "MON-25",
            "names the trap as the group",
            a -> of(a, a.trap(), a.inputPort(), a.cookie(), a.timestamp(), a.originalLength())),
        alert(
            "MON-26",
            "names another port than its index",
            a ->
                a.inputPort() == null
                    ? a
                    : of(
                        a,
                        a.group(),
                        new Event.InputPort(a.inputPort().ifindex(), "eth0"),
                        a.cookie(),
                        a.timestamp(),
                        a.originalLength())),
        alert(
            "MON-27",
            "has a cookie of its own",
            a ->
                of(
                    a,
                    a.group(),
                    a.inputPort(),
                    a.cookie() == null ? null : new Cookie("00"),
                    a.timestamp(),
                    a.originalLength())),
        alert(
            "MON-28",
            "does not know the time",
            a -> of(a, a.group(), a.inputPort(), a.cookie(), 0, a.originalLength())),
        alert(
            "MON-29",
            "gives the truncated length for the original one",
            a ->
                of(
                    a,
                    a.group(),
                    a.inputPort(),
                    a.cookie(),
                    a.timestamp(),
                    a.payload() == null ? 0 : a.payload().length())),
        alert("MON-30", "truncates one byte too much", a -> payload(a, shorter(a.payload()))),
        alert(
            "MON-31",
            "leaves out the protocol of truncated packets",
            a ->
                a.payload() != null && a.payload().length() < a.originalLength()
                    ? protocol(a, null)
                    : a),
        alert("MON-32", "takes everything for IPv4", a -> protocol(a, 0x0800)),
        event(
            "MON-33",
            "does not know the symbol",
            Event.SoftwareDrop.class,
            event -> {
              Event.SoftwareDrop a = (Event.SoftwareDrop) event;
              return new Event.SoftwareDrop(
                  a.pc(),
                  a.reason(),
                  null,
                  a.inputPort(),
                  a.timestamp(),
                  a.originalLength(),
                  a.protocol(),
                  a.payload());
            }),
        event(
            "MON-34",
            "sums up software drops under one place",
            Event.SoftwareSummary.class,
            event ->
                new Event.SoftwareSummary(
                    ((Event.SoftwareSummary) event)
                        .counts().stream()
                            .map(count -> new Event.PlaceCount(1, count.count()))
                            .toList())));
  }

  private static Event.HardwareDrop of(
      Event.HardwareDrop a,
      String group,
      Event.InputPort port,
      Cookie cookie,
      long timestamp,
      long length) {
    return new Event.HardwareDrop(
        group, a.trap(), port, cookie, timestamp, length, a.protocol(), a.payload());
  }

  private static Event.HardwareDrop payload(Event.HardwareDrop a, Frame payload) {
    return new Event.HardwareDrop(
        a.group(),
        a.trap(),
        a.inputPort(),
        a.cookie(),
        a.timestamp(),
        a.originalLength(),
        payload == null ? null : a.protocol(),
        payload);
  }

  private static Event.HardwareDrop protocol(Event.HardwareDrop a, Integer protocol) {
    return new Event.HardwareDrop(
        a.group(),
        a.trap(),
        a.inputPort(),
        a.cookie(),
        a.timestamp(),
        a.originalLength(),
        protocol,
        a.payload());
  }

  private static Frame shorter(Frame payload) {
    return payload == null || payload.length() < 2
        ? payload
        : payload.truncated(payload.length() - 1);
  }
}
