package packettrap.asic.acl;

import java.util.List;
import packettrap.asic.packet.Packet;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;
import packettrap.spec.config.SwitchConfig.AclRule;
import packettrap.spec.config.SwitchConfig.Direction;

/** The flow rules of one direction: the first that matches a packet decides. */
public final class Acl {
  private final FlowMatch[] matches;
  private final AclRule[] rules;
  private final Check drop;
  private final TrapUnit traps;

  /** The rules of a direction, in the order in which they are configured. */
  public Acl(List<AclRule> all, Direction direction, TrapUnit traps) {
    List<AclRule> own = all.stream().filter(rule -> rule.direction() == direction).toList();
    this.rules = own.toArray(AclRule[]::new);
    this.matches = own.stream().map(FlowMatch::new).toArray(FlowMatch[]::new);
    this.drop =
        direction == Direction.INGRESS
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
    for (int index = 0; index < matches.length; index++) {
      if (matches[index].matches(packet, port, source, destination)) {
        return apply(rules[index]);
      }
    }
    return true;
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
