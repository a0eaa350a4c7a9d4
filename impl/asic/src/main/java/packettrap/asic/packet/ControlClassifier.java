package packettrap.asic.packet;

import packettrap.asic.trap.Check;
import packettrap.spec.packet.Frame;

/**
 * Recognizes the control protocols that a frame alone gives away, whatever it is addressed to.
 *
 * <p>Protocols that need a look-up first, as BGP for the switch itself does, the router recognizes.
 */
public final class ControlClassifier {
  private static final long STP_ADDRESS = 0x0180_c200_0000L;
  private static final long LACP_ADDRESS = 0x0180_c200_0002L;
  private static final long LLDP_ADDRESS = 0x0180_c200_000eL;
  private static final int SLOW_PROTOCOLS = 0x8809;
  private static final int LLDP = 0x88cc;
  private static final int ARP = 0x0806;
  private static final int FIRST_ETHER_TYPE = 0x600;
  private static final int BRIDGE_SAP = 0x42;

  private static final int IGMP = 2;
  private static final int UDP = 17;
  private static final int ICMPV6 = 58;

  private ControlClassifier() {}

  /** The protocol between neighbours on one link that a packet belongs to; null if none. */
  public static Check ofLink(Packet packet) {
    if (!packet.isLinkLocal()) {
      return null;
    }
    if (packet.destination == STP_ADDRESS) {
      return isBridgeProtocol(packet) ? Check.STP : null;
    }
    if (packet.destination == LACP_ADDRESS) {
      boolean lacp = packet.etherType == SLOW_PROTOCOLS && firstByteIs(packet, 1);
      return lacp ? Check.LACP : null;
    }
    boolean lldp = packet.destination == LLDP_ADDRESS && packet.etherType == LLDP;
    return lldp ? Check.LLDP : null;
  }

  /** The protocol of the network layer that a packet belongs to; null if none. */
  public static Check ofNetwork(Packet packet) {
    if (packet.etherType == ARP) {
      return ofArp(packet);
    }
    return switch (packet.ipProtocol) {
      case IGMP -> packet.ipVersion == 4 ? ofIgmp(packet) : null;
      case ICMPV6 -> packet.ipVersion == 6 ? ofIcmpv6(packet) : null;
      case UDP -> packet.ipVersion == 4 ? ofUdpOverIpv4(packet) : null;
      default -> null;
    };
  }

  private static boolean isBridgeProtocol(Packet packet) {
    return packet.etherType < FIRST_ETHER_TYPE
        && packet.frame.length() >= packet.payload + 3
        && packet.frame.u8(packet.payload) == BRIDGE_SAP
        && packet.frame.u8(packet.payload + 1) == BRIDGE_SAP;
  }

  private static boolean firstByteIs(Packet packet, int value) {
    return packet.frame.length() > packet.payload && packet.frame.u8(packet.payload) == value;
  }

  /** Opcodes: RFC 826; the message must be there as a whole. */
  private static Check ofArp(Packet packet) {
    Frame frame = packet.frame;
    int start = packet.payload;
    int left = frame.length() - start;
    if (left < 8 || left < 8 + 2 * (frame.u8(start + 4) + frame.u8(start + 5))) {
      return null;
    }
    return switch (frame.u16(start + 6)) {
      case 1 -> Check.ARP_REQUEST;
      case 2 -> Check.ARP_RESPONSE;
      default -> null;
    };
  }

  /** Types: RFC 2236 section 2.1, whose 8 bytes are the shortest message. */
  private static Check ofIgmp(Packet packet) {
    if (packet.upperLength() < 8) {
      return null;
    }
    return switch (packet.frame.u8(packet.upper)) {
      case 0x11 -> Check.IGMP_QUERY;
      case 0x16 -> Check.IGMP_V2_REPORT;
      default -> null;
    };
  }

  /** Types and shortest messages: RFC 2710 section 3, RFC 4861 sections 4.3 and 4.4. */
  private static Check ofIcmpv6(Packet packet) {
    if (packet.upperLength() < 24) {
      return null;
    }
    return switch (packet.frame.u8(packet.upper)) {
      case 130 -> packet.routerAlert ? Check.MLD_QUERY : null;
      case 135 -> Check.IPV6_NEIGH_SOLICIT;
      case 136 -> Check.IPV6_NEIGH_ADVERT;
      default -> null;
    };
  }

  /** A DHCP message goes to the server's port or to the client's, RFC 2131 section 4.1. */
  private static Check ofUdpOverIpv4(Packet packet) {
    return packet.destinationPort == 67 || packet.destinationPort == 68 ? Check.IPV4_DHCP : null;
  }
}
