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
    all.addAll(
        List.of(
            misses("TRP-71", "samples nothing at the egress", "flow_action_sample/egress"),
            misses("TRP-72", "traps nothing at the egress", "flow_action_trap/egress"),
            misses("TRP-93", "knows a station in every VLAN", "locked_port/other-vlan"),
            misses("TRP-58", "compares ports, not interfaces", "uc_loopback/vlan"),
            misses("TRP-25", "decapsulates whatever is marked", "decap_error/vxlan-ecn"),
            misses("TRP-20", "takes the route of a group for all", "mc_reverse_path_forwarding/so"),
            Faults.driver(
                "PKT-07",
                "hits the trap of a lower group",
                () -> new ForgetfulSwitches.Prefers("PKT-07")),
            Faults.driver(
                "PKT-08",
                "hits the trap that comes later",
                () -> new ForgetfulSwitches.Prefers("PKT-08")),
            Faults.driver("PKT-09", "ignores VLANs in its FDB", ForgetfulSwitches.OneFdb::new),
            Faults.driver("PKT-10", "loses priorities", ForgetfulSwitches.NoPriority::new)));
    all.add(
        Faults.driver(
            "PKT-03", "forwards out of the next port", ScenarioDriver.ForwardsElsewhere::new));
    all.add(
        Faults.driver(
            "DRV-17", "a configuration resets actions", ScenarioDriver.ForgetsWhenConfigured::new));
    return all;
  }

  private static Broken misses(String rule, String fault, String beginning) {
    return Faults.driver(rule, fault, () -> new ForgetfulSwitches.Misses(beginning));
  }
}
