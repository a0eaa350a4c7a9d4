package packettrap.asic.router;

import packettrap.asic.packet.Addresses;
import packettrap.asic.packet.FrameWriter;
import packettrap.asic.packet.Packet;
import packettrap.asic.table.PrefixMatch;
import packettrap.asic.table.WordTable;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.packet.IpAddress;

/**
 * The router: checks header and addresses, looks up route and neighbour, and rewrites the packet.
 *
 * <p>The order of the checks is that of the methods: header, addresses, look-up, neighbour, MTU,
 * TTL.
 */
public final class Router {
  private static final int TCP = 6;
  private static final int BGP = 179;
  private static final int MPLS_UNICAST = 0x8847;
  private static final int MPLS_MULTICAST = 0x8848;

  private final long routerMac;
  private final Routes routes;
  private final FrameWriter writer;
  private final TrapUnit traps;

  /** A router as configured. */
  public Router(SwitchConfig config, FrameWriter writer, TrapUnit traps) {
    this.routerMac = config.routerMac() == null ? WordTable.NONE : config.routerMac().bits();
    this.routes = new Routes(config);
    this.writer = writer;
    this.traps = traps;
  }

  /** The interface on a port; null if there is none. */
  public Leg ofPort(int port) {
    return routes.ofPort(port);
  }

  /** The interface on a VLAN; null if there is none. */
  public Leg ofVlan(int vlan) {
    return routes.ofVlan(vlan);
  }

  /** Whether a packet is addressed to the router's MAC address. */
  public boolean isAddressed(Packet packet) {
    return packet.destination == routerMac;
  }

  /**
   * Whether a packet to a group's MAC address is for one host all the same, which no router takes.
   * Source: RFC 1812 section 5.3.4.
   */
  public boolean isUnicastToGroup(Packet packet) {
    return routerMac != WordTable.NONE
        && Packet.isGroup(packet.destination)
        && packet.isPlain()
        && packet.ipVersion != 0
        && Addresses.isUnicast(packet.ipVersion, packet.destinationHigh, packet.destinationLow);
  }

  /** Routes a packet into the writer; returns the interface by which it leaves, null for none. */
  public Leg route(Packet packet) {
    if (!headerPasses(packet) || !addressesPass(packet)) {
      return null;
    }
    Routes.Target target = lookUp(packet);
    return target == null ? null : forward(packet, target);
  }

  private boolean headerPasses(Packet packet) {
    if (packet.etherType == MPLS_UNICAST || packet.etherType == MPLS_MULTICAST) {
      return false;
    }
    if (packet.etherType != Packet.IPV4 && packet.etherType != Packet.IPV6) {
      return traps.hit(Check.NON_IP);
    }
    if (packet.ipCorrupted) {
      return traps.hit(Check.IP_HEADER_CORRUPTED);
    }
    // What is cut off, or in an inner VLAN, cannot be routed and has no trap.
    return packet.ipVersion != 0 && packet.isPlain();
  }

  private boolean addressesPass(Packet packet) {
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
    if (Addresses.isLimitedBroadcast(version, packet.sourceHigh)
        && !traps.hit(Check.IPV4_SIP_IS_LIMITED_BC)) {
      return false;
    }
    // A group's address behind the router's MAC address, or none at all, leads nowhere.
    return Addresses.isUnicast(version, packet.destinationHigh, packet.destinationLow);
  }

  /** The unicast route of a packet; null if it is for the switch, or ends here. */
  private Routes.Target lookUp(Packet packet) {
    int version = packet.ipVersion;
    Routes.Target target = routes.lookUp(version, packet.destinationHigh, packet.destinationLow);
    if (target != null && target.local()) {
      traps.hit(localCheck(packet));
      return null;
    }
    if (Addresses.isLinkLocal(version, packet.destinationHigh)) {
      // It means nothing outside the link it is from (RFC 4291 2.5.6).
      return null;
    }
    if (target == null) {
      traps.hit(version == 4 ? Check.IPV4_LPM_MISS : Check.IPV6_LPM_MISS);
      return null;
    }
    switch (target.kind()) {
      case UNICAST -> {
        return target;
      }
      case BLACKHOLE -> traps.hit(Check.BLACKHOLE_ROUTE);
      case UNREACHABLE, PROHIBIT -> traps.hit(Check.REJECT_ROUTE);
    }
    return null;
  }

  private static Check localCheck(Packet packet) {
    boolean bgp =
        packet.ipProtocol == TCP && (packet.destinationPort == BGP || packet.sourcePort == BGP);
    if (!bgp) {
      return Check.LOCAL_ROUTE;
    }
    return packet.ipVersion == 4 ? Check.IPV4_BGP : Check.IPV6_BGP;
  }

  private Leg forward(Packet packet, Routes.Target target) {
    Leg out = target.leg();
    long mac = nextHop(packet, target);
    if (mac == WordTable.NONE) {
      traps.hit(Check.UNRESOLVED_NEIGH);
      return null;
    }
    if (packet.ipLength > out.mtu()) {
      traps.hit(Check.MTU_VALUE_IS_TOO_SMALL);
      return null;
    }
    if (packet.ttl <= 1) {
      traps.hit(Check.TTL_VALUE_IS_TOO_SMALL);
      return null;
    }
    writer.route(packet, mac, routerMac, out.vlan());
    return out;
  }

  private static long nextHop(Packet packet, Routes.Target target) {
    IpAddress via = target.via();
    return via == null
        ? target.leg().neighbour(packet.ipVersion, packet.destinationHigh, packet.destinationLow)
        : target
            .leg()
            .neighbour(PrefixMatch.version(via), PrefixMatch.high(via), PrefixMatch.low(via));
  }
}
