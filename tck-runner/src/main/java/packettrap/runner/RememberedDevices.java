package packettrap.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import packettrap.conformance.SeparateDevices;
import packettrap.conformance.report.TraceStep;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/** Devices whose last conversation is known when one of them breaks. */
final class RememberedDevices implements SeparateDevices {
  /** Longer conversations lose their beginning. */
  private static final int KEPT = 2_000;

  /** Is told of every request before it is asked, and of every answer. */
  interface Listener {
    /** A request, the first of a new device or a further one. */
    void asking(boolean fresh, Request request);

    /** The answer. */
    void answered(Reply reply, List<Event> events);

    /** Nobody listens. */
    Listener NONE =
        new Listener() {
          @Override
          public void asking(boolean fresh, Request request) {}

          @Override
          public void answered(Reply reply, List<Event> events) {}
        };
  }

  private final Supplier<TrapDevice> devices;
  private final Listener listener;
  private volatile Remembered last;

  RememberedDevices(Supplier<TrapDevice> devices, Listener listener) {
    this.devices = devices;
    this.listener = listener;
  }

  @Override
  public TrapDevice get() {
    last = null;
    last = new Remembered(devices.get(), listener);
    return last;
  }

  /** Those that another thread uses are told apart from these, and not remembered. */
  @Override
  public Supplier<TrapDevice> apart() {
    return devices instanceof SeparateDevices separate && listener == Listener.NONE
        ? separate.apart()
        : null;
  }

  /** The conversation with the newest device; any thread may ask while the device is stuck. */
  List<TraceStep> conversation() {
    Remembered device = last;
    return device == null ? List.of() : device.conversation();
  }

  private static final class Remembered implements TrapDevice {
    private final TrapDevice device;
    private final Listener listener;
    private final List<TraceStep> steps = new ArrayList<>();
    private boolean fresh = true;
    private volatile Request asked;
    private Reply reply;

    Remembered(TrapDevice device, Listener listener) {
      this.device = device;
      this.listener = listener;
    }

    @Override
    public int interfaceVersion() {
      return device.interfaceVersion();
    }

    @Override
    public DeviceDescription description() {
      return device.description();
    }

    @Override
    public Reply call(Request request) {
      listener.asking(fresh, request);
      fresh = false;
      if (steps.size() == KEPT) {
        steps.subList(0, KEPT / 2).clear();
      }
      reply = null;
      asked = request;
      reply = device.call(request);
      return reply;
    }

    @Override
    public List<Event> poll() {
      List<Event> events = device.poll();
      Request request = asked;
      if (request != null && reply != null && events != null && !events.contains(null)) {
        steps.add(new TraceStep(request, reply, events));
        listener.answered(reply, events);
      }
      asked = null;
      return events;
    }

    @Override
    public void close() {
      device.close();
    }

    List<TraceStep> conversation() {
      List<TraceStep> all = new ArrayList<>(steps);
      Request open = asked;
      if (open != null) {
        all.add(new TraceStep(open, null, List.of()));
      }
      return all;
    }
  }
}
