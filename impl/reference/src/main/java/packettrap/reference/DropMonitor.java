package packettrap.reference;

import static packettrap.reference.Mechanism.refuse;
import static packettrap.spec.rule.MonitorRules.MON_01;
import static packettrap.spec.rule.MonitorRules.MON_02;
import static packettrap.spec.rule.MonitorRules.MON_03;
import static packettrap.spec.rule.MonitorRules.MON_04;
import static packettrap.spec.rule.MonitorRules.MON_05;
import static packettrap.spec.rule.MonitorRules.MON_07;
import static packettrap.spec.rule.MonitorRules.MON_08;
import static packettrap.spec.rule.MonitorRules.MON_09;
import static packettrap.spec.rule.MonitorRules.MON_10;
import static packettrap.spec.rule.MonitorRules.MON_11;
import static packettrap.spec.rule.MonitorRules.MON_12;
import static packettrap.spec.rule.MonitorRules.MON_13;
import static packettrap.spec.rule.MonitorRules.MON_14;
import static packettrap.spec.rule.MonitorRules.MON_20;

import java.util.List;
import packettrap.reference.MonitorState.Side;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.rule.Rule;

/** Drop monitor: its requests. What it tells is in {@link Alerts}. */
final class DropMonitor {
  static final String BUSY = "Cannot configure drop monitor during monitoring";
  static final String INVALID_MODE = "Invalid alert mode";
  static final String SOFTWARE_SET = "Trace state already set to requested state";
  static final String HARDWARE_ON = "Hardware monitoring already enabled";
  static final String HARDWARE_OFF = "Hardware monitoring already disabled";

  private static final List<Rule> CONFIGURATION = List.of(MON_02, MON_01);
  private static final List<Rule> STATISTICS = List.of(MON_20, MON_01);
  private static final List<Rule> MONITORING = List.of(MON_03);
  private static final List<Rule> INVALID_REPLY = List.of(MON_04);
  private static final List<Rule> INVALID = List.of(MON_05);
  private static final List<Rule> CONFIGURED = List.of(MON_02);
  private static final List<Rule> STARTED = List.of(MON_01);
  private static final List<Rule> DEFAULT_SIDE = List.of(MON_07);
  private static final List<Rule> SOFTWARE_RUNS = List.of(MON_08);
  private static final List<Rule> HARDWARE_RUNS = List.of(MON_09);
  private static final List<Rule> NOT_TOUCHED = List.of(MON_10);
  private static final List<Rule> UNDONE = List.of(MON_11);
  private static final List<Rule> STOPPED = List.of(MON_12);
  private static final List<Rule> DISCARDED = List.of(MON_14, MON_12);
  private static final List<Rule> STOPPED_ALREADY = List.of(MON_13, MON_12);

  private DropMonitor() {}

  static Outcome answer(State state, Request.Monitor request) {
    MonitorState monitor = state.monitor();
    if (request instanceof Request.MonitorConfigGet) {
      Reply reply =
          new Reply.MonitorConfig(monitor.alertMode(), monitor.truncation(), monitor.queueLength());
      return Outcome.of(state, reply, CONFIGURATION);
    } else if (request instanceof Request.MonitorStatsGet) {
      Reply reply = new Reply.MonitorStats(monitor.software().lost(), monitor.hardware().lost());
      return Outcome.of(state, reply, STATISTICS);
    } else if (request instanceof Request.MonitorConfigSet set) {
      return configure(state, set);
    } else if (request instanceof Request.MonitorStart start) {
      return start(state, start.software(), start.hardware());
    }
    Request.MonitorStop stop = (Request.MonitorStop) request;
    return stop(state, stop.software(), stop.hardware());
  }

  /** Source: {@code net_dm_cmd_config}. */
  private static Outcome configure(State state, Request.MonitorConfigSet request) {
    MonitorState monitor = state.monitor();
    if (!monitor.idle()) {
      return refuse(state, Errno.EBUSY, BUSY, MONITORING);
    }
    AlertMode mode = monitor.alertMode();
    if (request.alertMode() != null) {
      mode = AlertMode.ofNumber(request.alertMode());
      if (mode == null) {
        Reply reply = new Reply.Failed(Errno.EINVAL, INVALID_MODE);
        return Outcome.of(state, reply, INVALID_REPLY, INVALID);
      }
    }
    MonitorState configured =
        monitor.configured(
            mode,
            request.truncation() == null ? monitor.truncation() : request.truncation(),
            request.queueLength() == null ? monitor.queueLength() : request.queueLength());
    return Outcome.of(state.with(configured), Reply.DONE, CONFIGURED);
  }

  /** Source: {@code net_dm_monitor_start}. */
  private static Outcome start(State state, boolean softwareFlag, boolean hardware) {
    MonitorState monitor = state.monitor();
    boolean software = softwareFlag || !hardware;
    if (software && monitor.software().running()) {
      return refuse(state, Errno.EAGAIN, SOFTWARE_SET, hardware ? NOT_TOUCHED : SOFTWARE_RUNS);
    }
    if (hardware && monitor.hardware().running()) {
      return refuse(state, Errno.EAGAIN, HARDWARE_ON, software ? UNDONE : HARDWARE_RUNS);
    }
    if (software) {
      monitor = monitor.withSoftware(monitor.software().cleared(true));
    }
    if (hardware) {
      monitor = monitor.withHardware(monitor.hardware().cleared(true));
    }
    boolean implied = software && !softwareFlag;
    return Outcome.of(state.with(monitor), Reply.DONE, implied ? DEFAULT_SIDE : STARTED);
  }

  /** Source: {@code net_dm_monitor_stop}: hardware first, so that software's text replaces it. */
  private static Outcome stop(State state, boolean softwareFlag, boolean hardware) {
    MonitorState monitor = state.monitor();
    boolean software = softwareFlag || !hardware;
    String text = null;
    boolean waiting =
        software && waits(monitor.software()) || hardware && waits(monitor.hardware());
    if (hardware) {
      text = monitor.hardware().running() ? null : HARDWARE_OFF;
      monitor = monitor.withHardware(stopped(monitor.hardware()));
    }
    if (software) {
      text = monitor.software().running() ? text : SOFTWARE_SET;
      monitor = monitor.withSoftware(stopped(monitor.software()));
    }
    return text == null
        ? Outcome.of(state.with(monitor), Reply.DONE, waiting ? DISCARDED : STOPPED)
        : Outcome.of(state.with(monitor), new Reply.Done(text), STOPPED_ALREADY);
  }

  private static boolean waits(Side side) {
    return side.queue().size() + side.table().size() > 0;
  }

  private static Side stopped(Side side) {
    return side.running() ? side.cleared(false) : side;
  }
}
