package packettrap.conformance.faultless;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/**
 * A device in use, which may be looked at and not changed.
 *
 * @param restless whether time passes while it is looked at
 */
record ReadOnly(TrapDevice hosted, boolean restless) implements TrapDevice {
  @Override
  public int interfaceVersion() {
    return hosted.interfaceVersion();
  }

  @Override
  public DeviceDescription description() {
    DeviceDescription all = hosted.description();
    Set<Capability> capabilities =
        EnumSet.of(Capability.NOTIFICATIONS, Capability.HANDLES, Capability.OWN_TRAFFIC);
    return new DeviceDescription(
        all.handle(),
        all.ports(),
        all.registration(),
        all.callbacks(),
        Set.of(),
        capabilities,
        List.of());
  }

  @Override
  public Reply call(Request request) {
    Request inner = request instanceof Request.OnDevice one ? one.request() : request;
    boolean reads =
        inner instanceof Request.TrapGet
            || inner instanceof Request.TrapDump
            || inner instanceof Request.GroupGet
            || inner instanceof Request.GroupDump
            || inner instanceof Request.PolicerGet
            || inner instanceof Request.PolicerDump
            || inner instanceof Request.Advance;
    if (restless && !(inner instanceof Request.Advance)) {
      hosted.call(new Request.Advance(3_000_000));
    }
    return reads ? hosted.call(request) : new Reply.Failed(Errno.EOPNOTSUPP, null);
  }

  @Override
  public List<Event> poll() {
    return hosted.poll().stream().filter(event -> !(event instanceof Event.Received)).toList();
  }

  @Override
  public void close() {
    hosted.close();
  }
}
