package packettrap.runner.alerts;

import java.util.List;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/** A device that does what another does, and has its alerts written down. */
final class OverheardDevice implements TrapDevice {
  private static final long MILLISECOND = 1_000_000;

  private final TrapDevice device;
  private final AlertFile file;

  /** Whether time passes by requests alone; most devices are such. */
  private boolean virtual = true;

  private long now;

  OverheardDevice(TrapDevice device, AlertFile file) {
    this.device = device;
    this.file = file;
  }

  @Override
  public int interfaceVersion() {
    return device.interfaceVersion();
  }

  @Override
  public DeviceDescription description() {
    DeviceDescription description = device.description();
    virtual = description.has(Capability.VIRTUAL_TIME);
    return description;
  }

  @Override
  public Reply call(Request request) {
    Reply reply = device.call(request);
    if (request instanceof Request.Advance advance && reply instanceof Reply.Done) {
      now += advance.nanos();
    }
    return reply;
  }

  /** Alerts are seen when they are polled, and a summary has no other time than that. */
  @Override
  public List<Event> poll() {
    List<Event> events = device.poll();
    if (events != null && !events.isEmpty()) {
      long seen = virtual ? now : System.currentTimeMillis() * MILLISECOND;
      events.forEach(event -> file.write(seen, event));
    }
    return events;
  }

  @Override
  public void close() {
    device.close();
  }
}
