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
import packettrap.spec.trap.GenericTraps;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapType;

/** Which scenarios can be played on a device. */
public final class Playable {
  /** Traps whose packets hit local_route on a device that does not have them. */
  private static final Set<String> FOR_THE_ROUTER = Set.of("ipv4_bgp", "ipv6_bgp");

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
    for (Scenario candidate : candidates) {
      if (!description.has(Capability.FRAMES)) {
        break;
      }
      Scenario scenario = withoutOthers(candidate, traps);
      if (!traps.contains(scenario.trap()) || !fits(scenario, traps, description.ports().size())) {
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

  /**
   * The scenario for a device that lacks traps: what hits a control trap or an error of the parser
   * is an ordinary packet there, if it is said where it goes, or a packet for the router.
   */
  public static Scenario withoutOthers(Scenario scenario, Set<String> traps) {
    List<Arrival> arrivals = new ArrayList<>();
    for (Arrival arrival : scenario.arrivals()) {
      String trap = arrival.trap();
      boolean other = trap != null && !traps.contains(trap);
      if (other && FOR_THE_ROUTER.contains(trap)) {
        trap = "local_route";
      } else if (other && arrival.departures() != null && isOrdinary(trap)) {
        trap = null;
      }
      arrivals.add(
          new Arrival(
              arrival.port(),
              arrival.frame(),
              arrival.what(),
              trap,
              arrival.cookie(),
              arrival.departures()));
    }
    return scenario.with(arrivals);
  }

  /** Whether a device that does not look for a trap has no reason to keep its packets. */
  private static boolean isOrdinary(String trap) {
    if (!GenericTraps.contains(trap)) {
      return false;
    }
    GenericTraps.Entry entry = GenericTraps.named(trap);
    return entry.type() == TrapType.CONTROL || entry.usualGroup().equals("parser_error_drops");
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
