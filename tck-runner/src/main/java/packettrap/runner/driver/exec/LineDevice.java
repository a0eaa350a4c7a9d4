package packettrap.runner.driver.exec;

import java.util.ArrayList;
import java.util.List;
import packettrap.runner.driver.lines.DriverLine;
import packettrap.runner.driver.lines.HostLine;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/** A whole device in a process of its own. */
final class LineDevice implements TrapDevice {
  private final Talk talk;
  private final DeviceDescription description;
  private List<Event> events = new ArrayList<>();

  /** A new device; what the process has to tell of it comes first. */
  LineDevice(Talk talk, DeviceDescription description) {
    this.talk = talk;
    this.description = description;
    talk.renew(this::happened);
  }

  @Override
  public int interfaceVersion() {
    return TrapDriver.VERSION;
  }

  @Override
  public DeviceDescription description() {
    return description;
  }

  @Override
  public Reply call(Request request) {
    DriverLine.Replied said =
        talk.ask(new HostLine.Call(request), DriverLine.Replied.class, this::happened);
    return said.reply();
  }

  @Override
  public List<Event> poll() {
    if (!description.has(Capability.VIRTUAL_TIME)) {
      talk.ask(new HostLine.Poll(), DriverLine.Answer.class, this::happened);
    }
    List<Event> polled = events;
    events = new ArrayList<>();
    return polled;
  }

  private boolean happened(DriverLine line) {
    if (line instanceof DriverLine.Happened happened) {
      events.add(happened.event());
      return true;
    }
    return false;
  }

  @Override
  public void close() {}
}
