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
  private static final long EAPOL_ADDRESS = 0x0180_c200_0003L;
  private static final long LLDP_ADDRESS = 0x0180_c200_000eL;
  private static final int SLOW_PROTOCOLS = 0x8809;
  private static final int EAPOL = 0x888e;
  private static final int LLDP = 0x88cc;
  private static final int PTP = 0x88f7;
  private static final int CFM = 0x8902;
  private static final int ARP = 0x0806;
  private static final int FIRST_ETHER_TYPE = 0x600;
  private static final int BRIDGE_SAP = 0x42;

  private static final int IGMP = 2;
  private static final int UDP = 17;
  private static final int ICMPV6 = 58;
  private static final int OSPF = 89;
  private static final int PIM = 103;
  private static final int VRRP = 112;

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
    if (packet.destination == EAPOL_ADDRESS) {
      return packet.etherType == EAPOL ? Check.EAPOL : null;
    }
    boolean lldp = packet.destination == LLDP_ADDRESS && packet.etherType == LLDP;
    return lldp ? Check.LLDP : null;
  }

  /** The protocol of the network layer that a packet belongs to; null if none. */
  public static Check ofNetwork(Packet packet) {
    if (packet.ipVersion == 0) {
      return switch (packet.etherType) {
        case ARP -> packet.error == null ? ofArp(packet) : null;
        case PTP -> ofPtp(packet, packet.payload, packet.end);
        case CFM -> Check.CFM;
        default -> null;
      };
    }
    boolean ipv4 = packet.ipVersion == 4;
    return switch (packet.ipProtocol) {
      case IGMP -> ipv4 ? ofIgmp(packet) : null;
      case UDP -> ofUdp(packet, ipv4);
      case ICMPV6 -> ipv4 ? null : ofIcmpv6(packet);
      case OSPF -> ipv4 ? Check.IPV4_OSPF : Check.IPV6_OSPF;
      case PIM -> ipv4 ? Check.IPV4_PIM : Check.IPV6_PIM;
      case VRRP -> ipv4 ? Check.IPV4_VRRP : Check.IPV6_VRRP;
      default -> null;
    };
  }

  /** The protocol of a packet that came out of a tunnel: ARP there has a trap of its own. */
  public static Check ofOverlay(Packet packet) {
    if (packet.etherType == ARP) {
      return ofArp(packet) == null ? null : Check.ARP_OVERLAY;
    }
    return ofNetwork(packet);
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

  /** Opcodes: RFC 826. */
  private static Check ofArp(Packet packet) {
    return switch (packet.frame.u16(packet.payload + 6)) {
      case 1 -> Check.ARP_REQUEST;
      case 2 -> Check.ARP_RESPONSE;
      default -> null;
    };
  }

  /**
   * Types: RFC 1112 appendix I, RFC 2236 section 2.1, whose 8 bytes are the shortest message, RFC
   * 3376 section 4.
   */
  private static Check ofIgmp(Packet packet) {
    if (packet.upperLength() < 8) {
      return null;
    }
    return switch (packet.frame.u8(packet.upper)) {
      case 0x11 -> Check.IGMP_QUERY;
      case 0x12 -> Check.IGMP_V1_REPORT;
      case 0x16 -> Check.IGMP_V2_REPORT;
      case 0x17 -> Check.IGMP_V2_LEAVE;
      case 0x22 -> Check.IGMP_V3_REPORT;
      default -> null;
    };
  }

  /** Types and shortest messages: RFC 2710 section 3, RFC 3810 section 5.2, RFC 4861 section 4. */
  private static Check ofIcmpv6(Packet packet) {
    int length = packet.upperLength();
    if (length < 8) {
      return null;
    }
    return switch (packet.frame.u8(packet.upper)) {
      case 130 -> length >= 24 && packet.routerAlert ? Check.MLD_QUERY : null;
      case 131 -> length >= 24 && packet.routerAlert ? Check.MLD_V1_REPORT : null;
      case 132 -> length >= 24 && packet.routerAlert ? Check.MLD_V1_DONE : null;
      case 143 -> packet.routerAlert ? Check.MLD_V2_REPORT : null;
      case 133 -> Check.IPV6_ROUTER_SOLICIT;
      case 134 -> length >= 16 ? Check.IPV6_ROUTER_ADVERT : null;
      case 135 -> length >= 24 ? Check.IPV6_NEIGH_SOLICIT : null;
      case 136 -> length >= 24 ? Check.IPV6_NEIGH_ADVERT : null;
      case 137 -> length >= 40 ? Check.IPV6_REDIRECT : null;
      default -> null;
    };
  }

  /**
   * Destination ports: RFC 2131 section 4.1, RFC 8415 section 7.2, RFC 5881 section 4, IEEE 1588
   * annexes C and D.
   */
  private static Check ofUdp(Packet packet, boolean ipv4) {
    return switch (packet.destinationPort) {
      case 67, 68 -> ipv4 ? Check.IPV4_DHCP : null;
      case 546, 547 -> ipv4 ? null : Check.IPV6_DHCP;
      case 3784, 3785 -> ipv4 ? Check.IPV4_BFD : Check.IPV6_BFD;
      case 319, 320 -> ofPtp(packet, packet.upper + 8, packet.ipEnd);
      default -> null;
    };
  }

  /**
   * Sync, Delay_Req, Pdelay_Req and Pdelay_Resp are events, all other messages general, whatever
   * port they came to: IEEE 1588-2008 clause 13.3.2.2. Version 1 has its types elsewhere and calls
   * only Sync and Delay_Req, with control field 0 and 1, events: IEEE 1588-2002 clause 8.2.
   */
  private static Check ofPtp(Packet packet, int start, int end) {
    if (end - start < 2) {
      return null;
    }
    Frame frame = packet.frame;
    boolean first = (frame.u8(start + 1) & 15) == 1 && end - start > 32;
    int type = first ? frame.u8(start + 32) : frame.u8(start) & 15;
    return type <= (first ? 1 : 3) ? Check.PTP_EVENT : Check.PTP_GENERAL;
  }
}
