package packettrap.asic.router;

import packettrap.asic.packet.Addresses;
import packettrap.asic.packet.FrameWriter;
import packettrap.asic.packet.Packet;
import packettrap.asic.table.PrefixMatch;
import packettrap.asic.table.WordTable;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;
import packettrap.asic.tunnel.Tunnels;
import packettrap.spec.packet.IpAddress;
import packettrap.spec.packet.Mac;

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
  private final AddressCheck addresses;
  private final Tunnels tunnels;
  private final FrameWriter writer;
  private final TrapUnit traps;

  /**
   * A router with these routes, at which these tunnels end.
   *
   * @param mac the MAC address of all interfaces; null: there is none
   */
  public Router(Mac mac, Routes routes, Tunnels tunnels, FrameWriter writer, TrapUnit traps) {
    this.routerMac = mac == null ? WordTable.NONE : mac.bits();
    this.routes = routes;
    this.addresses = new AddressCheck(traps);
    this.tunnels = tunnels;
    this.writer = writer;
    this.traps = traps;
  }

  /** The MAC address of all interfaces, {@link WordTable#NONE} if there is none. */
  public long mac() {
    return routerMac;
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

  /** Takes notice of a packet that came to an interface of the router, before it is routed. */
  public void listen(Packet packet, boolean toBeRouted) {
    if (packet.ipVersion == 0 || !packet.isPlain()) {
      return;
    }
    boolean addressed = isAddressed(packet);
    if (addressed || Packet.isGroup(packet.destination)) {
      traps.propose(RouterListener.ofAll(packet));
    }
    // A session of the switch's own has a trap of a higher priority behind the look-up.
    if (toBeRouted && !(isBgp(packet) && isLocal(packet))) {
      traps.propose(RouterListener.ofRouted(packet));
    }
  }

  private boolean isLocal(Packet packet) {
    Routes.Target target =
        routes.lookUp(packet.ipVersion, packet.destinationHigh, packet.destinationLow);
    return target != null && target.kind() == Routes.Kind.LOCAL;
  }

  /**
   * Routes a packet into the writer.
   *
   * @param in the interface by which it came in; null: none, out of a tunnel
   * @return the interface by which it leaves, {@link Leg#INTO_TUNNEL} if a tunnel ends here, null
   *     for none
   */
  public Leg route(Packet packet, Leg in) {
    if (!headerPasses(packet) || !addresses.passes(packet)) {
      return null;
    }
    // A group's address behind the router's MAC address, or none at all, leads nowhere.
    if (!Addresses.isUnicast(packet.ipVersion, packet.destinationHigh, packet.destinationLow)) {
      return null;
    }
    Routes.Target target = lookUp(packet);
    if (target == null) {
      return null;
    }
    return target.kind() == Routes.Kind.LOCAL ? deliver(packet) : forward(packet, target, in);
  }

  private Leg deliver(Packet packet) {
    // What came out of a tunnel does not enter another, so that there is an end.
    if (packet.port != 0 && tunnels.isFor(packet)) {
      return Leg.INTO_TUNNEL;
    }
    traps.hit(localCheck(packet));
    return null;
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

  /** The unicast route of a packet; null if it is for the switch, or ends here. */
  private Routes.Target lookUp(Packet packet) {
    int version = packet.ipVersion;
    Routes.Target target = routes.lookUp(version, packet.destinationHigh, packet.destinationLow);
    if (target == null) {
      traps.hit(version == 4 ? Check.IPV4_LPM_MISS : Check.IPV6_LPM_MISS);
      return null;
    }
    switch (target.kind()) {
      case UNICAST, LOCAL -> {
        return target;
      }
      case EXTERNAL -> traps.hit(Check.EXTERNAL_ROUTE);
      case BLACKHOLE -> traps.hit(Check.BLACKHOLE_ROUTE);
      case BLACKHOLE_NEXTHOP -> traps.hit(Check.BLACKHOLE_NEXTHOP);
      case REJECT -> traps.hit(Check.REJECT_ROUTE);
    }
    return null;
  }

  private static Check localCheck(Packet packet) {
    if (!isBgp(packet)) {
      return Check.LOCAL_ROUTE;
    }
    return packet.ipVersion == 4 ? Check.IPV4_BGP : Check.IPV6_BGP;
  }

  private static boolean isBgp(Packet packet) {
    return packet.ipProtocol == TCP && (packet.destinationPort == BGP || packet.sourcePort == BGP);
  }

  private Leg forward(Packet packet, Routes.Target target, Leg in) {
    Leg out = target.leg();
    long mac = nextHop(packet, target);
    if (mac == WordTable.NONE) {
      traps.hit(Check.UNRESOLVED_NEIGH);
      return null;
    }
    if (out == in) {
      traps.propose(Check.UC_LOOPBACK);
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
