package packettrap.conformance.faultless;

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
 * @param now its own time, ns
 */
record InRealTime(TrapDevice hosted, boolean monitored, AtomicLong now)
    implements TrapDevice, Clock {
  InRealTime(TrapDevice hosted, boolean monitored) {
    this(hosted, monitored, new AtomicLong());
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
      now.addAndGet(advance.nanos());
    }
    Request inner = request instanceof Request.Unprivileged one ? one.request() : request;
    return inner instanceof Request.Monitor && !monitored || inner instanceof Request.SoftwareDrop
        ? new Reply.Failed(Errno.EOPNOTSUPP, null)
        : hosted.call(request);
  }

  @Override
  public List<Event> poll() {
    return hosted.poll();
  }

  @Override
  public void close() {
    hosted.close();
  }
}
