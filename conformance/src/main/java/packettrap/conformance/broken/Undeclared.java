package packettrap.conformance.broken;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/** Reloads, though it does not declare that it can. */
final class Undeclared implements TrapDevice {
  private final TrapDevice device;

  Undeclared(TrapDevice device) {
    this.device = device;
  }

  @Override
  public int interfaceVersion() {
    return device.interfaceVersion();
  }

  @Override
  public DeviceDescription description() {
    DeviceDescription all = device.description();
    Set<Capability> fewer = EnumSet.copyOf(all.capabilities());
    fewer.remove(Capability.RELOAD);
    return new DeviceDescription(
        all.handle(),
        all.ports(),
        all.registration(),
        all.callbacks(),
        all.faults(),
        fewer,
        all.scenarios());
  }

  @Override
  public Reply call(Request request) {
    return device.call(request);
  }

  @Override
  public List<Event> poll() {
    return device.poll();
  }

  @Override
  public void close() {
    device.close();
  }
}
