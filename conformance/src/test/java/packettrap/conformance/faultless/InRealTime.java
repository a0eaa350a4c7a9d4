package packettrap.conformance.faultless;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import packettrap.conformance.engine.Clock;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/**
 * A device whose time nobody sets.
 *
 * @param monitored whether it has drop monitor
 * @param late how late its summaries are, ns
 * @param now its own time, ns
 * @param held what is late
 */
record InRealTime(TrapDevice hosted, boolean monitored, long late, AtomicLong now, List<Held> held)
    implements TrapDevice, Clock {

  private static final long SLICE = 5_000_000;

  /** An event that is told of later. */
  record Held(long until, Event event) {}

  InRealTime(TrapDevice hosted, boolean monitored) {
    this(hosted, monitored, 0);
  }

  InRealTime(TrapDevice hosted, boolean monitored, long late) {
    this(hosted, monitored, late, new AtomicLong(), new ArrayList<>());
  }

  @Override
  public long time() {
    return now.get();
  }

  @Override
  public long passed() {
    return now.get();
  }

  @Override
  public int interfaceVersion() {
    return hosted.interfaceVersion();
  }

  @Override
  public DeviceDescription description() {
    DeviceDescription all = hosted.description();
    Set<Capability> capabilities = EnumSet.copyOf(all.capabilities());
    capabilities.remove(Capability.VIRTUAL_TIME);
    if (!monitored) {
      capabilities.remove(Capability.DROP_MONITOR);
    }
    capabilities.remove(Capability.SOFTWARE_DROPS);
    return new DeviceDescription(
        all.handle(),
        all.ports(),
        all.registration(),
        all.callbacks(),
        all.faults(),
        capabilities,
        all.scenarios());
  }

  @Override
  public Reply call(Request request) {
    if (request instanceof Request.Advance advance && advance.nanos() > 0) {
      pass(advance.nanos());
      return Reply.DONE;
    } else if (request instanceof Request.MonitorStop) {
      held.clear();
    }
    Request inner = request instanceof Request.Unprivileged one ? one.request() : request;
    return inner instanceof Request.Monitor && !monitored || inner instanceof Request.SoftwareDrop
        ? new Reply.Failed(Errno.EOPNOTSUPP, null)
        : hosted.call(request);
  }

  @Override
  public List<Event> poll() {
    hold();
    List<Event> told = new ArrayList<>();
    for (Held one : List.copyOf(held)) {
      if (one.until() <= now.get()) {
        held.remove(one);
        told.add(one.event());
      }
    }
    return told;
  }

  /** Everything happens when it is due, and a summary somewhat later. */
  private void pass(long nanos) {
    for (long left = nanos; left > 0; left -= SLICE) {
      long slice = Math.min(SLICE, left);
      now.addAndGet(slice);
      hosted.call(new Request.Advance(slice));
      hold();
    }
  }

  private void hold() {
    for (Event event : hosted.poll()) {
      held.add(new Held(event instanceof Event.HardwareSummary ? now.get() + late : 0, event));
    }
  }

  @Override
  public void close() {
    hosted.close();
  }
}
