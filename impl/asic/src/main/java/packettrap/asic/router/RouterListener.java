package packettrap.asic.router;

import packettrap.asic.packet.Addresses;
import packettrap.asic.packet.Packet;
import packettrap.asic.trap.Check;

/** Recognizes the packets that a router takes notice of before it routes them. */
final class RouterListener {
  private static final long ALL_ON_LINK = 0xff02L << 48;

  private RouterListener() {}

  /** What a packet that came to the router's interface, to a group or to its MAC address, is. */
  static Check ofAll(Packet packet) {
    if (packet.ipVersion != 6 || packet.destinationHigh != ALL_ON_LINK) {
      return null;
    }
    return packet.destinationLow == 1
        ? Check.IPV6_DIP_ALL_NODES
        : packet.destinationLow == 2 ? Check.IPV6_DIP_ALL_ROUTERS : null;
  }

  /** What a packet that is to be routed is. */
  static Check ofRouted(Packet packet) {
    if (Addresses.isLinkLocal(packet.ipVersion, packet.destinationHigh)) {
      return Check.IPV6_UC_DIP_LINK_LOCAL_SCOPE;
    }
    if (!packet.routerAlert) {
      return null;
    }
    return packet.ipVersion == 4 ? Check.IPV4_ROUTER_ALERT : Check.IPV6_ROUTER_ALERT;
  }
}
