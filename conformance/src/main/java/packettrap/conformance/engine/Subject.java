package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.report.TraceStep;
import packettrap.conformance.report.TraceStep.ReferenceStep;
import packettrap.reference.DriverMisbehaved;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.rule.DriverRules;

/** The device under test, with the conversation it has had so far. */
public final class Subject implements AutoCloseable {
  private final TrapDevice device;
  private final DeviceDescription description;
  private final List<TraceStep> trace = new ArrayList<>();
  private List<Event> events = List.of();

  /** What happened during probes. */
  private final List<Event> aside = new ArrayList<>();

  private long requests;

  /** The device; {@code description} is what it said of itself before. */
  public Subject(TrapDevice device, DeviceDescription description) {
    this.device = device;
    this.description = description;
  }

  /** What the device says of itself. */
  public DeviceDescription description() {
    return description;
  }

  /** Asks the device, and collects what it does by itself. */
  public Reply call(Request request) {
    requests++;
    Reply reply = null;
    events = List.of();
    try {
      reply = device.call(request);
      events = joined(device.poll());
    } catch (DriverMisbehaved e) {
      trace.add(new TraceStep(request, reply, List.of()));
      throw new Difference(List.of(e.rule()), e.getMessage(), e.rule().sentence());
    } catch (DeviceBroke e) {
      trace.add(new TraceStep(request, reply, List.of()));
      throw e;
    } catch (RuntimeException | Error e) {
      trace.add(new TraceStep(request, reply, List.of()));
      throw new DeviceBroke("the device threw " + e + " when asked " + request, e);
    }
    if (reply == null || events == null || hasNull(events)) {
      events = List.of();
      trace.add(new TraceStep(request, reply, events));
      throw new Difference(
          List.of(DriverRules.DRV_14),
          reply == null ? "the device answered null" : "the device's events were null",
          "an answer to every call");
    }
    trace.add(new TraceStep(request, reply, events));
    return reply;
  }

  private static boolean hasNull(List<Event> events) {
    for (Event event : events) {
      if (event == null) {
        return true;
      }
    }
    return false;
  }

  /** What happened during probes comes first. */
  private List<Event> joined(List<Event> now) {
    if (now == null || aside.isEmpty()) {
      return now;
    }
    List<Event> all = new ArrayList<>(aside);
    aside.clear();
    all.addAll(now);
    return all;
  }

  /**
   * Asks the device something that is not part of the conversation; null if it does not answer.
   *
   * <p>What happens meanwhile is kept for the next call: in real time it has nothing to do with the
   * question.
   */
  public Reply probe(Request request) {
    try {
      Reply reply = device.call(request);
      List<Event> happened = device.poll();
      if (happened != null) {
        aside.addAll(happened);
      }
      return reply;
    } catch (RuntimeException | Error e) {
      return null;
    }
  }

  /** Does something that is not part of the conversation; gives what happens then. */
  List<Event> provoke(Request request) {
    try {
      device.call(request);
      List<Event> happened = device.poll();
      return happened == null ? List.of() : happened;
    } catch (RuntimeException | Error e) {
      return List.of();
    }
  }

  /** What the time is for the device, if it is one in real time. */
  Clock clock() {
    return device instanceof Clock own ? own : Clock.REAL;
  }

  /** What the reference did in the last step. */
  void reference(Reply reply, List<Event> demanded) {
    TraceStep last = trace.get(trace.size() - 1);
    trace.set(
        trace.size() - 1,
        new TraceStep(
            last.request(), last.reply(), last.events(), new ReferenceStep(reply, demanded)));
  }

  /** The events of the last call. */
  public List<Event> events() {
    return events;
  }

  /** The events before the first call: the announcement of what was registered. */
  public List<Event> announcement() {
    List<Event> first = device.poll();
    return first == null ? List.of() : first;
  }

  /** The conversation so far. */
  public List<TraceStep> trace() {
    return trace;
  }

  /** How many requests it has answered. */
  public long requests() {
    return requests;
  }

  @Override
  public void close() {
    device.close();
  }
}
