package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import packettrap.explorer.suite.Mealy;
import packettrap.reference.DriverMisbehaved;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * The specification's machine for a device.
 *
 * @param actions its inputs, in the order of their numbers
 * @param missing what the device does not let one do, in a few words each
 * @param machine minimal for what the device lets one see
 */
record Setup(List<Action> actions, List<String> missing, Mealy machine) {
  private static final int MOST_STATES = 1_000_000;

  /** Gets to know a device. */
  static Setup of(
      Supplier<TrapDevice> devices,
      DeviceDescription description,
      List<Scenario> scenarios,
      Size size) {
    Cast cast = Cast.of(description, scenarios, settable(devices, description));
    Alphabet alphabet = Alphabet.of(description, cast, size);
    List<String> missing = new ArrayList<>(alphabet.missing());
    List<Action> actions = agreed(devices, description, cast, alphabet.actions(), missing);
    DriverMachine right = new DriverMachine(description, cast, actions);
    return new Setup(actions, missing, Mealy.explore(right, actions.size(), MOST_STATES).minimal());
  }

  /** Names of the drop traps that take every action. */
  private static Set<String> settable(Supplier<TrapDevice> devices, DeviceDescription description) {
    Set<String> settable = new LinkedHashSet<>();
    for (Trap trap : description.registration().traps()) {
      boolean all = trap.type() == TrapType.DROP && description.has(Capability.CHANGES);
      for (TrapAction action : TrapAction.values()) {
        all = all && !refuses(devices, Request.set(trap.name(), action));
      }
      if (all) {
        settable.add(trap.name());
      }
    }
    return settable;
  }

  /** The actions without those that the driver refuses on a new device, as it may (DRV-15). */
  private static List<Action> agreed(
      Supplier<TrapDevice> devices,
      DeviceDescription description,
      Cast cast,
      List<Action> all,
      List<String> missing) {
    List<Action> agreed = new ArrayList<>();
    DriverMachine right = new DriverMachine(description, cast, all);
    for (int i = 0; i < all.size(); i++) {
      Action action = all.get(i);
      if (action.changes()
          && action.failing() == null
          && right.agreesAtFirst(i)
          && refuses(devices, action.request())) {
        missing.add(action.words() + " (the driver refuses it)");
      } else {
        agreed.add(action);
      }
    }
    return agreed;
  }

  /** Whether a new device refuses; what else it may do, the tests will show. */
  private static boolean refuses(Supplier<TrapDevice> devices, Request request) {
    try (TrapDevice device = devices.get()) {
      return device.call(request) instanceof Reply.Failed;
    } catch (DriverMisbehaved e) {
      return false;
    }
  }
}
