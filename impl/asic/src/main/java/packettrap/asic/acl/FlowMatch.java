package packettrap.asic.acl;

import packettrap.asic.packet.Packet;
import packettrap.asic.table.PrefixMatch;
import packettrap.spec.config.SwitchConfig.AclRule;

/** The conditions of a flow rule as numbers; -1 stands for a condition that is not there. */
final class FlowMatch {
  private static final int TCP = 6;
  private static final int UDP = 17;

  private final int port;
  private final long source;
  private final long destination;
  private final int etherType;
  private final PrefixMatch from;
  private final PrefixMatch to;
  private final int ipProtocol;
  private final int toPort;

  FlowMatch(AclRule rule) {
    port = rule.port();
    source = rule.source() == null ? -1 : rule.source().bits();
    destination = rule.destination() == null ? -1 : rule.destination().bits();
    etherType = orNone(rule.etherType());
    from = rule.from() == null ? null : PrefixMatch.of(rule.from());
    to = rule.to() == null ? null : PrefixMatch.of(rule.to());
    ipProtocol = orNone(rule.ipProtocol());
    toPort = orNone(rule.toPort());
  }

  private static int orNone(Integer condition) {
    return condition == null ? -1 : condition;
  }

  boolean matches(Packet packet, int atPort, long atSource, long atDestination) {
    return (port == 0 || port == atPort)
        && (source == -1 || source == atSource)
        && (destination == -1 || destination == atDestination)
        && (etherType == -1 || etherType == packet.etherType)
        && (from == null || from.contains(packet.ipVersion, packet.sourceHigh, packet.sourceLow))
        && (to == null
            || to.contains(packet.ipVersion, packet.destinationHigh, packet.destinationLow))
        && (ipProtocol == -1 || packet.ipVersion != 0 && ipProtocol == packet.ipProtocol)
        && (toPort == -1 || hasTransport(packet) && toPort == packet.destinationPort);
  }

  private static boolean hasTransport(Packet packet) {
    return packet.ipProtocol == TCP || packet.ipProtocol == UDP;
  }
}
