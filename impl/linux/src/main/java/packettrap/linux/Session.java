package packettrap.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.Port;
import packettrap.spec.json.Json;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.Change;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.wire.devlink.DevlinkPort;

/**
 * The time that the bridge has to do with one device of the machine, from the state it finds to the
 * state it puts back.
 *
 * <p>It makes the device new as often as the kit wants a new one. What is the same for all of them,
 * the description, is found out with the first.
 */
final class Session {
  private static final Reply.MonitorConfig DEFAULTS =
      new Reply.MonitorConfig(AlertMode.SUMMARY, 0, 1000);

  private final Machine machine;
  private final Options options;
  private final Kernel kernel;
  private final FoundState found;
  private final Asking asking;

  /** Null until the device was new for the first time. */
  private DeviceDescription description;

  /**
   * What the ports' network devices are called now, as indexes; what they were called, as values.
   */
  private final Map<Integer, Integer> indexes = new TreeMap<>();

  private final List<Event> first = new ArrayList<>();
  private boolean touched;
  private boolean over;

  /** Null until something was touched. */
  private Runnable guard;

  private Session(Machine machine, Options options, Kernel kernel, FoundState found) {
    this.machine = machine;
    this.options = options;
    this.kernel = kernel;
    this.found = found;
    this.asking = new Asking(machine, options, kernel);
  }

  /**
   * Looks at a device and changes nothing.
   *
   * @throws IllegalArgumentException with the sentence why it cannot be judged
   */
  static Session open(Machine machine, Options options) {
    Kernel kernel = Kernel.open(machine, options);
    Session session = new Session(machine, options, kernel, FoundState.of(kernel));
    if (options.writable()) {
      machine.atEnd(session::end);
    }
    return session;
  }

  /** What is going to be touched. */
  List<String> announcement() {
    List<String> lines = found.announcement(kernel, options);
    if (kernel.monitor() == null) {
      lines.add(
          "This kernel has no drop monitor (CONFIG_NET_DROP_MONITOR), so its rules are left out.");
    }
    return lines;
  }

  /** The device as if it was just registered, as far as that can be had. */
  synchronized void renew() {
    awaitEnd();
    first.clear();
    if (options.renews()) {
      touch();
      calm();
      asking.restart();
      if (kernel.netdevsim() != null || options.reload()) {
        restart();
      }
    } else {
      kernel.notices().drain(kernel.device());
    }
    if (description == null) {
      description = Introduction.of(kernel, options, asking.callers());
    }
    lookAtPorts();
  }

  private void touch() {
    touched = true;
    if (guard == null) {
      guard = machine.guard(Json.write(LastWill.of(kernel.device(), found)));
    }
  }

  /** Nothing of an earlier device goes on: monitoring, faults, what was not read. */
  private void calm() {
    if (kernel.netdevsim() != null) {
      kernel.netdevsim().switchOff();
    }
    if (kernel.monitor() != null) {
      if (asking.monitored()) {
        kernel.monitor().ask(new Request.MonitorStop(true, true));
      }
      if (!DEFAULTS.equals(kernel.monitor().ask(new Request.MonitorConfigGet()))) {
        kernel.monitor().ask(new Request.MonitorConfigSet(0, 0L, 1000L));
      }
    }
    kernel.notices().drain(kernel.device());
  }

  /** Registers it anew; only what tells of the new registration is kept. */
  private void restart() {
    Reply reply = kernel.devlink().ask(kernel.device(), new Request.Reload());
    if (reply instanceof Reply.Failed failed) {
      throw new IllegalStateException(
          "The device cannot be reloaded: %s (%s)."
              .formatted(failed.errno().text(), failed.message()));
    }
    kernel.notices().drain(kernel.device()).stream()
        .filter(event -> changeOf(event) == Change.NEW)
        .forEach(first::add);
  }

  private static Change changeOf(Event event) {
    return event instanceof Event.TrapNotice trap
        ? trap.change()
        : event instanceof Event.GroupNotice group
            ? group.change()
            : event instanceof Event.PolicerNotice policer ? policer.change() : null;
  }

  /** A port that was made anew has another index; alerts are told with the one it had. */
  private void lookAtPorts() {
    indexes.clear();
    if (description != null) {
      List<DevlinkPort> now = kernel.devlink().ports(kernel.device());
      for (int i = 0; i < Math.min(now.size(), description.ports().size()); i++) {
        Port port = description.ports().get(i);
        if (port.name().equals(now.get(i).name())) {
          indexes.put(now.get(i).ifindex(), port.ifindex());
        }
      }
    }
  }

  synchronized DeviceDescription description() {
    awaitEnd();
    return description;
  }

  /** Answers a request. */
  Reply call(Request request) {
    if (request instanceof Request.Advance advance) {
      return asking.await(advance); // not while others wait for this
    }
    synchronized (this) {
      awaitEnd();
      if (options.renews()) {
        touch();
      }
      Reply reply = asking.answer(request, description);
      boolean anew = request instanceof Request.Reload || request instanceof Request.Register;
      if (anew && reply instanceof Reply.Done) {
        lookAtPorts();
      }
      return reply;
    }
  }

  /**
   * What happened since the last call.
   *
   * @throws packettrap.linux.netlink.Channel.DatagramsLost if that is not all
   */
  synchronized List<Event> poll() {
    awaitEnd();
    List<Event> events = new ArrayList<>(first);
    first.clear();
    for (Event event : kernel.notices().drain(kernel.device())) {
      events.add(renamed(event));
    }
    return events;
  }

  private Event renamed(Event event) {
    if (event instanceof Event.HardwareDrop drop) {
      return new Event.HardwareDrop(
          drop.group(),
          drop.trap(),
          renamed(drop.inputPort()),
          drop.cookie(),
          drop.timestamp(),
          drop.originalLength(),
          drop.protocol(),
          drop.payload());
    } else if (event instanceof Event.SoftwareDrop drop) {
      return new Event.SoftwareDrop(
          drop.pc(),
          drop.reason(),
          drop.symbol(),
          renamed(drop.inputPort()),
          drop.timestamp(),
          drop.originalLength(),
          drop.protocol(),
          drop.payload());
    }
    return event;
  }

  private Event.InputPort renamed(Event.InputPort port) {
    return port == null
        ? null
        : new Event.InputPort(indexes.getOrDefault(port.ifindex(), port.ifindex()), port.name());
  }

  /** The state found is put back; the session can go on with another new device. */
  synchronized void putBack() {
    if (touched && !over) {
      touched = false;
      asking.callers().sendAway();
      found.putBack(kernel, asking.monitored()).forEach(machine::say);
    } else if (options.keep() && asking.monitored()) {
      kernel.monitor().ask(new Request.MonitorStop(true, true)); // nobody listens any more
    }
  }

  /** The JVM is told to end: everything is put back, and nothing is changed any more. */
  private synchronized void end() {
    try {
      putBack();
    } finally {
      over = true;
      if (guard != null) {
        guard.run();
      }
    }
  }

  /** Whoever comes after the end waits until the JVM is gone; an answer would only confuse. */
  private void awaitEnd() {
    while (over) {
      machine.await(1_000_000_000L);
    }
  }
}
