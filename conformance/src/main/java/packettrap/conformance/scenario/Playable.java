package packettrap.conformance.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.trap.Trap;

/** Which scenarios can be played on a device. */
public final class Playable {
  private Playable() {}

  /** The scenarios of the kit and of the driver whose traps, ports and configuration it has. */
  public static List<Scenario> on(TrapDevice device, DeviceDescription description) {
    List<Scenario> candidates = new ArrayList<>(Scenarios.bundled());
    candidates.addAll(description.scenarios());
    Set<String> traps = new HashSet<>();
    for (Trap trap : description.registration().traps()) {
      traps.add(trap.name());
    }
    Configurations configurations = new Configurations(device);
    List<Scenario> playable = new ArrayList<>();
    for (Scenario scenario : candidates) {
      if (!description.has(Capability.FRAMES)
          || !traps.contains(scenario.trap())
          || !fits(scenario, traps, description.ports().size())) {
        continue;
      }
      if (scenario.config() == null) {
        playable.add(scenario);
      } else if (description.has(Capability.SWITCH)) {
        configurations.accepted(scenario).ifPresent(playable::add);
      }
    }
    return playable;
  }

  private static boolean fits(Scenario scenario, Set<String> traps, int ports) {
    for (Arrival arrival : scenario.arrivals()) {
      if (arrival.port() > ports || arrival.trap() != null && !traps.contains(arrival.trap())) {
        return false;
      }
    }
    return true;
  }
}
