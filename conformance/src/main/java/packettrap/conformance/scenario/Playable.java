package packettrap.conformance.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
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
    Map<SwitchConfig, Boolean> accepted = new IdentityHashMap<>();
    List<Scenario> playable = new ArrayList<>();
    for (Scenario scenario : candidates) {
      if (description.has(Capability.FRAMES)
          && traps.contains(scenario.trap())
          && fits(scenario, traps, description.ports().size())
          && (scenario.config() == null
              || description.has(Capability.SWITCH)
                  && accepted.computeIfAbsent(
                      scenario.config(), config -> accepts(device, config)))) {
        playable.add(scenario);
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

  private static boolean accepts(TrapDevice device, SwitchConfig config) {
    return device.call(new Request.Configure(config)) instanceof Reply.Done;
  }
}
