package packettrap.asic.acl;

import java.util.List;
import packettrap.asic.packet.Packet;
import packettrap.spec.config.SwitchConfig.AclRule;
import packettrap.spec.config.SwitchConfig.Direction;

/** The flow rules of one direction, of which the first that matches a packet counts. */
public final class FlowRules {
  private final Direction direction;
  private final FlowMatch[] matches;
  private final AclRule[] rules;

  /** The rules of a direction, in the order in which they are configured. */
  public FlowRules(List<AclRule> all, Direction direction) {
    List<AclRule> own = all.stream().filter(rule -> rule.direction() == direction).toList();
    this.direction = direction;
    this.rules = own.toArray(AclRule[]::new);
    this.matches = own.stream().map(FlowMatch::new).toArray(FlowMatch[]::new);
  }

  /** Whose rules they are: packets that come in, or that leave. */
  Direction direction() {
    return direction;
  }

  /** The first rule that matches a packet; null if none does. */
  AclRule first(Packet packet, int port, long source, long destination) {
    for (int index = 0; index < matches.length; index++) {
      if (matches[index].matches(packet, port, source, destination)) {
        return rules[index];
      }
    }
    return null;
  }
}
