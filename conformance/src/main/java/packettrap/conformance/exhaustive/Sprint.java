package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import packettrap.conformance.DeviceBroke;
import packettrap.explorer.ModelInput;
import packettrap.reference.DriverMisbehaved;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.trap.Callback;

/**
 * Does tests with a new device and beside it with what the specification demands, and looks for
 * equality only.
 *
 * <p>That is much faster than {@link Bench}. A device may do right and not be equal, though: the
 * bench decides then.
 */
final class Sprint {
  private static final Set<Capability> NEEDED =
      EnumSet.of(
          Capability.VIRTUAL_TIME,
          Capability.CHANGES,
          Capability.FRAMES,
          Capability.NOTIFICATIONS,
          Capability.DROP_MONITOR,
          Capability.RX_PATH,
          Capability.EGRESS);

  private static final Request SECOND = new Request.Advance(1_000_000_000L);

  private static final List<Request> LOOK =
      List.of(
          new Request.TrapDump(),
          new Request.GroupDump(),
          new Request.PolicerDump(),
          new Request.MonitorConfigGet(),
          new Request.MonitorStatsGet());

  private final Supplier<TrapDevice> devices;
  private final List<Action> actions;
  private final Ideal first;
  private final List<Event> announcement;
  private TrapDevice device;
  private Ideal ideal;
  private SwitchConfig config;
  private long requests;

  Sprint(Supplier<TrapDevice> devices, DeviceDescription description, List<Action> actions) {
    this.devices = devices;
    this.actions = actions;
    List<Arrival> known = new ArrayList<>();
    for (Action action : actions) {
      if (action.frame() != null) {
        known.add(action.frame().arrivals().get(0));
      }
    }
    this.first = new Ideal(description, known, refusals());
    this.announcement = first.poll();
  }

  /** Whether a device lets one see and do so much that it can be equal at all. */
  static boolean isFor(DeviceDescription device) {
    return NEEDED.stream().allMatch(device::has);
  }

  /** How the device refuses when it is made to. */
  private Map<Callback, Answer> refusals() {
    Map<Callback, Answer> refusals = new EnumMap<>(Callback.class);
    for (Action action : actions) {
      if (action.failing() != null && !refusals.containsKey(action.failing())) {
        try (TrapDevice one = devices.get()) {
          one.call(new Request.Fail(action.failing(), true));
          if (one.call(action.request()) instanceof Reply.Failed failed) {
            refusals.put(action.failing(), new Answer(failed.errno(), failed.message()));
          }
        } catch (DriverMisbehaved e) {
          // the bench will show it
        }
      }
    }
    return refusals;
  }

  /** Requests compared so far. */
  long requests() {
    return requests;
  }

  /**
   * Whether a new device does in a test what the specification demands, to the letter.
   *
   * @param inputs numbers of actions
   * @param length how many of them
   * @param look whether to look at all objects of the device at the end
   * @throws DeviceBroke if it breaks
   */
  boolean isEqual(int[] inputs, int length, boolean look) {
    try (TrapDevice subject = devices.get()) {
      device = subject;
      ideal = first.another(announcement);
      config = null;
      boolean equal = happens();
      for (int i = 0; equal && i < length; i++) {
        equal = act(actions.get(inputs[i]));
      }
      for (int i = 0; look && equal && i < LOOK.size(); i++) {
        equal = ask(LOOK.get(i));
      }
      return equal;
    } catch (DriverMisbehaved e) {
      return false;
    }
  }

  private boolean act(Action action) {
    if (action.frame() != null) {
      return hit(action);
    } else if (action.model() instanceof ModelInput.Tick) {
      return ask(SECOND);
    } else if (action.model() instanceof ModelInput.SoftwareDrop) {
      return ask(Session.SOFTWARE_DROP);
    } else if (action.failing() != null) {
      return ask(new Request.Fail(action.failing(), true))
          && ask(action.request())
          && ask(new Request.Fail(action.failing(), false));
    } else if (action.request() instanceof Request.Reload
        || action.request() instanceof Request.Register) {
      config = null;
    }
    return ask(action.request());
  }

  private boolean hit(Action action) {
    SwitchConfig wanted = action.frame().config();
    if (wanted != null && wanted != config) {
      config = wanted;
      if (!ask(new Request.Configure(wanted))) {
        return false;
      }
    }
    Arrival arrival = action.frame().arrivals().get(0);
    return ask(new Request.Inject(arrival.port(), List.of(arrival.frame())))
        && ask(new Request.TrapGet(action.frame().trap()));
  }

  private boolean ask(Request request) {
    requests++;
    Reply reply;
    try {
      reply = device.call(request);
    } catch (DriverMisbehaved | DeviceBroke e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw new DeviceBroke("the device threw " + e + " when asked " + request, e);
    }
    return ideal.call(request).equals(reply) && happens();
  }

  private boolean happens() {
    return Equality.of(ideal.poll(), device.poll());
  }
}
