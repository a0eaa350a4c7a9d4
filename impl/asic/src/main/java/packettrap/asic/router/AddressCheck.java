package packettrap.asic.router;

import packettrap.asic.packet.Addresses;
import packettrap.asic.packet.Packet;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;

/** Looks at the addresses of a packet to be routed, before any route is looked up. */
final class AddressCheck {
  private static final int IGMP = 2;

  private final TrapUnit traps;

  AddressCheck(TrapUnit traps) {
    this.traps = traps;
  }

  /** Whether the packet goes on. */
  boolean passes(Packet packet) {
    return sourcePasses(packet) && destinationPasses(packet);
  }

  private boolean sourcePasses(Packet packet) {
    int version = packet.ipVersion;
    if (Addresses.isLoopback(version, packet.destinationHigh, packet.destinationLow)
        && !traps.hit(Check.DIP_IS_LOOPBACK_ADDRESS)) {
      return false;
    }
    if (Addresses.isLoopback(version, packet.sourceHigh, packet.sourceLow)
        && !traps.hit(Check.SIP_IS_LOOPBACK_ADDRESS)) {
      return false;
    }
    if (Addresses.isMulticast(version, packet.sourceHigh) && !traps.hit(Check.SIP_IS_MC)) {
      return false;
    }
    return !Addresses.isLimitedBroadcast(version, packet.sourceHigh)
        || traps.hit(Check.IPV4_SIP_IS_LIMITED_BC);
  }

  private boolean destinationPasses(Packet packet) {
    int scope = Addresses.multicastScope(packet.ipVersion, packet.destinationHigh);
    if (scope == 0) {
      return traps.hit(Check.IPV6_MC_DIP_RESERVED_SCOPE);
    }
    if (scope == 1) {
      return traps.hit(Check.IPV6_MC_DIP_INTERFACE_LOCAL_SCOPE);
    }
    return !staysOnLink(packet) || traps.hit(Check.NON_ROUTABLE_PACKET);
  }

  /** What no router forwards: IGMP, and groups of one link. */
  private static boolean staysOnLink(Packet packet) {
    return packet.ipVersion == 4 && packet.ipProtocol == IGMP
        || Addresses.isLinkLocalMulticast(packet.ipVersion, packet.destinationHigh);
  }
}
