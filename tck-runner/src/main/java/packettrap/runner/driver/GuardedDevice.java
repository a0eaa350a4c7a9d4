package packettrap.runner.driver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import packettrap.conformance.DeviceBroke;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/**
 * A device that the kit can rely on: whatever a driver throws is a {@link DeviceBroke}.
 *
 * <p>What a driver answers is for the kit to judge, even if it is null.
 */
final class GuardedDevice implements TrapDevice {
  /** More events than this at once are more than a run can hold in memory. */
  static final int EVENTS = 2_000_000;

  private final CallClock clock;
  private TrapDevice device;

  GuardedDevice(TrapDevice device, CallClock clock) {
    this.device = device;
    this.clock = clock;
  }

  @Override
  public int interfaceVersion() {
    return TrapDriver.VERSION;
  }

  @Override
  public DeviceDescription description() {
    TrapDevice called = entered("description");
    try {
      DeviceDescription description = called.description();
      refuseExit();
      if (description == null) {
        throw new DeviceBroke("The device returned null from description.");
      }
      return description;
    } catch (Throwable e) { // whatever it is, it is the driver's
      throw broke(e);
    } finally {
      clock.leave();
    }
  }

  @Override
  public Reply call(Request request) {
    TrapDevice called = entered(request);
    try {
      Reply reply = called.call(request);
      refuseExit();
      return reply;
    } catch (Throwable e) { // whatever it is, it is the driver's
      throw broke(e);
    } finally {
      clock.leave();
    }
  }

  @Override
  public List<Event> poll() {
    TrapDevice called = entered("poll");
    try {
      List<Event> events = called.poll();
      refuseExit();
      return copy(events);
    } catch (Throwable e) { // whatever it is, it is the driver's
      throw broke(e);
    } finally {
      clock.leave();
    }
  }

  @Override
  public void close() {
    TrapDevice called = device;
    if (called == null) {
      return;
    }
    clock.enter("close");
    try {
      called.close();
      refuseExit();
    } catch (Throwable e) { // whatever it is, it is the driver's
      throw broke(e);
    } finally {
      clock.leave();
    }
  }

  private TrapDevice entered(Object what) {
    if (device == null) {
      throw new DeviceBroke("The driver broke before and is not called again.");
    }
    clock.enter(what);
    return device;
  }

  /** A driver that caught the refusal of its exit has still tried to end the JVM. */
  private static void refuseExit() {
    String attempted = ExitCalls.attempted();
    if (attempted != null) {
      throw new ExitCalls.ExitAttempt(attempted);
    }
  }

  /** The list may be the driver's own: endless, or one that changes afterwards. */
  private static List<Event> copy(List<Event> events) {
    if (events == null) {
      return null;
    } else if (events.isEmpty()) {
      return Collections.emptyList();
    }
    List<Event> copy = new ArrayList<>();
    for (Event event : events) {
      if (copy.size() == EVENTS) {
        throw new DeviceBroke(
            "The device had more than " + EVENTS + " events to tell at once; the kit stops here.");
      }
      copy.add(event);
    }
    return copy;
  }

  /** What the kit itself throws (for instance about a driver's lies) is for the kit to judge. */
  private RuntimeException broke(Throwable e) {
    if (Blame.isKits(e)) {
      return (RuntimeException) e;
    }
    device = null; // first of all, so that what it holds is free again
    return Blame.thrown(e, clock.call());
  }
}
