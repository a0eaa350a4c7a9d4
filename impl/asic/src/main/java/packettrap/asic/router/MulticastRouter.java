package packettrap.asic.router;

import packettrap.asic.bridge.Bridge;
import packettrap.asic.egress.Egress;
import packettrap.asic.packet.Addresses;
import packettrap.asic.packet.Packet;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;

/**
 * Routes the packets of groups: to several interfaces at once, if they came in by the right one.
 *
 * <p>What keeps the copy for one interface from leaving, as an MTU does, lets the others go on.
 */
public final class MulticastRouter {
  private final MulticastRoutes routes;
  private final AddressCheck addresses;
  private final long routerMac;
  private final Egress egress;
  private final Bridge bridge;
  private final TrapUnit traps;

  /**
   * A multicast router with these routes.
   *
   * @param routerMac the MAC address of all interfaces
   */
  public MulticastRouter(
      MulticastRoutes routes, long routerMac, Egress egress, Bridge bridge, TrapUnit traps) {
    this.routes = routes;
    this.addresses = new AddressCheck(traps);
    this.routerMac = routerMac;
    this.egress = egress;
    this.bridge = bridge;
    this.traps = traps;
  }

  /** Whether a packet that came in on a router interface is a group's, which the router takes. */
  public boolean takes(Packet packet) {
    return !routes.isEmpty()
        && Packet.isGroup(packet.destination)
        && packet.isPlain()
        && packet.ipVersion != 0
        && Addresses.isMulticast(packet.ipVersion, packet.destinationHigh);
  }

  /** Routes a packet that came in by an interface. */
  public void route(Packet packet, Leg in) {
    if (!addresses.passes(packet)) {
      return;
    }
    MulticastRoutes.Target target = routes.lookUp(packet);
    if (target == null) {
      return;
    }
    if (target.from() != in) {
      traps.hit(Check.MC_REVERSE_PATH_FORWARDING);
      return;
    }
    // No ICMP error answers to a group (RFC 1812 5.2.7.3), so that what expires has no trap.
    if (packet.ttl <= 1) {
      return;
    }
    for (Leg out : target.to()) {
      if (out != in) {
        send(packet, out);
      }
    }
  }

  private void send(Packet packet, Leg out) {
    if (packet.ipLength > out.mtu()) {
      traps.hit(Check.MTU_VALUE_IS_TOO_SMALL);
      return;
    }
    egress.writer().route(packet, packet.destination, routerMac, out.vlan());
    if (out.port() != 0) {
      egress.send(out.port(), false);
    } else {
      bridge.sendRouted(out.vlan(), packet.destination);
    }
  }
}
