package packettrap.asic.acl;

import packettrap.asic.packet.Packet;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;
import packettrap.spec.config.SwitchConfig.AclRule;
import packettrap.spec.config.SwitchConfig.Direction;

/** Does what the flow rules of one direction say. */
public final class Acl {
  private final FlowRules rules;
  private final Check drop;
  private final TrapUnit traps;

  /** Applies these rules. */
  public Acl(FlowRules rules, TrapUnit traps) {
    this.rules = rules;
    this.drop =
        rules.direction() == Direction.INGRESS
            ? Check.INGRESS_FLOW_ACTION_DROP
            : Check.EGRESS_FLOW_ACTION_DROP;
    this.traps = traps;
  }

  /**
   * Whether a packet goes on.
   *
   * @param port the port by which it comes in or leaves
   * @param source its source MAC address there
   * @param destination its destination MAC address there
   */
  public boolean passes(Packet packet, int port, long source, long destination) {
    AclRule rule = rules.first(packet, port, source, destination);
    return rule == null || apply(rule);
  }

  private boolean apply(AclRule rule) {
    return switch (rule.action()) {
      case PASS -> true;
      case DROP -> traps.hit(drop, rule.cookie());
      case TRAP -> traps.hit(Check.FLOW_ACTION_TRAP);
      case SAMPLE -> {
        traps.propose(Check.FLOW_ACTION_SAMPLE);
        yield true;
      }
    };
  }
}
