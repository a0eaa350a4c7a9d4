package packettrap.conformance.scenario;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.scenario.Scenario;

/**
 * Finds the configuration of a scenario that a device accepts: the scenario's own, or else without
 * the flow rules or the queues, if they have no say in what becomes of its frames.
 */
final class Configurations {
  private static final Set<String> OF_FLOW_RULES =
      Set.of(
          "ingress_flow_action_drop",
          "egress_flow_action_drop",
          "flow_action_sample",
          "flow_action_trap");
  private static final Set<String> OF_QUEUES = Set.of("tail_drop", "early_drop");

  private final TrapDevice device;
  private final Map<SwitchConfig, Boolean> accepted = new IdentityHashMap<>();
  private final Map<SwitchConfig, SwitchConfig> withoutRules = new IdentityHashMap<>();
  private final Map<SwitchConfig, SwitchConfig> withoutQueues = new IdentityHashMap<>();

  Configurations(TrapDevice device) {
    this.device = device;
  }

  /** The scenario with a configuration that the device accepts; empty if there is none. */
  Optional<Scenario> accepted(Scenario scenario) {
    if (accepts(scenario.config())) {
      return Optional.of(scenario);
    }
    boolean rules = hits(scenario, OF_FLOW_RULES);
    boolean queues = hits(scenario, OF_QUEUES);
    SwitchConfig plain = rules ? scenario.config() : withoutRules(scenario.config());
    if (accepts(plain)) {
      return Optional.of(scenario.with(plain));
    }
    if (!queues && accepts(withoutQueues(scenario.config()))) {
      return Optional.of(scenario.with(withoutQueues(scenario.config())));
    }
    return !queues && accepts(withoutQueues(plain))
        ? Optional.of(scenario.with(withoutQueues(plain)))
        : Optional.empty();
  }

  private static boolean hits(Scenario scenario, Set<String> traps) {
    return scenario.arrivals().stream()
        .anyMatch(arrival -> arrival.trap() != null && traps.contains(arrival.trap()));
  }

  private boolean accepts(SwitchConfig config) {
    return accepted.computeIfAbsent(
        config, one -> device.call(new Request.Configure(one)) instanceof Reply.Done);
  }

  private SwitchConfig withoutRules(SwitchConfig config) {
    return withoutRules.computeIfAbsent(config, SwitchConfig::withoutAcl);
  }

  private SwitchConfig withoutQueues(SwitchConfig config) {
    return withoutQueues.computeIfAbsent(config, SwitchConfig::withoutQueues);
  }
}
