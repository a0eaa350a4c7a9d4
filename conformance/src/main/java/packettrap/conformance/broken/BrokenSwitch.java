package packettrap.conformance.broken;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.scenario.Scenarios;
import packettrap.reference.HostedDevice;
import packettrap.spec.rule.GenericTrapRules;

/**
 * Switches that do not know a trap, or forward wrongly.
 *
 * <p>Everything in here is wrong on purpose.
 */
final class BrokenSwitch {
  private BrokenSwitch() {}

  static List<Broken> all() {
    List<Broken> all = new ArrayList<>();
    for (String trap : Scenarios.traps()) {
      all.add(
          new Broken(
              GenericTrapRules.of(trap).orElseThrow().id(),
              "does not know " + trap,
              () -> new HostedDevice(new ScenarioDriver(trap))));
    }
    all.add(
        Faults.driver(
            "PKT-03", "forwards out of the next port", ScenarioDriver.ForwardsElsewhere::new));
    all.add(
        Faults.driver(
            "DRV-17", "a configuration resets actions", ScenarioDriver.ForgetsWhenConfigured::new));
    return all;
  }
}
