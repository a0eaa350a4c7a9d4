package packettrap.asic.packet;

import packettrap.asic.trap.Check;
import packettrap.spec.packet.Frame;

/** Reads what is between a link's header and IP: LLC and SNAP, ARP, MPLS labels, PPPoE and PPP. */
final class LinkParser {
  private static final int FIRST_ETHER_TYPE = 0x600;
  private static final int LONGEST_LLC = 1500;
  private static final int SNAP_SAPS = 0xaaaa;
  private static final int UNNUMBERED = 3;

  private static final int ARP = 0x0806;
  private static final int MPLS_UNICAST = 0x8847;
  private static final int MPLS_MULTICAST = 0x8848;
  private static final int PPPOE_DISCOVERY = 0x8863;
  private static final int PPPOE_SESSION = 0x8864;
  private static final int PPP_IPV4 = 0x0021;
  private static final int PPP_IPV6 = 0x0057;

  private LinkParser() {}

  /** Reads what an EtherType, or a length in its place, says is at an offset. */
  static void parse(Packet packet, int type, int offset) {
    packet.etherType = type;
    packet.payload = offset;
    if (type < FIRST_ETHER_TYPE) {
      parseLlc(packet, type, offset);
      return;
    }
    switch (type) {
      case Packet.IPV4, Packet.IPV6 -> IpParser.parse(packet);
      case ARP -> parseArp(packet, offset);
      case MPLS_UNICAST, MPLS_MULTICAST -> parseMpls(packet, offset, packet.end);
      case PPPOE_DISCOVERY -> parsePppoe(packet, offset, false);
      case PPPOE_SESSION -> parsePppoe(packet, offset, true);
      default -> {
        // Nobody here knows it.
      }
    }
  }

  /**
   * Source: IEEE 802.3 clause 3.2.6, IEEE 802.2, RFC 1042. A length of 0 is no length: there is
   * nothing that could be wrong with an LLC header that nobody promised.
   */
  private static void parseLlc(Packet packet, int length, int offset) {
    if (length == 0 || length > LONGEST_LLC) {
      return;
    }
    if (length < 3 || length > packet.end - offset) {
      packet.fail(Check.LLC_SNAP_PARSING);
      return;
    }
    packet.end = offset + length;
    Frame frame = packet.frame;
    if (frame.u16(offset) != SNAP_SAPS) {
      return;
    }
    if (length < 8 || frame.u8(offset + 2) != UNNUMBERED) {
      packet.fail(Check.LLC_SNAP_PARSING);
      return;
    }
    boolean etherType = frame.u16(offset + 3) == 0 && frame.u8(offset + 5) == 0;
    if (etherType && frame.u16(offset + 6) >= FIRST_ETHER_TYPE) {
      parse(packet, frame.u16(offset + 6), offset + 8);
    }
  }

  /** Source: RFC 826. Between Ethernet and IPv4 the lengths of the addresses are known. */
  private static void parseArp(Packet packet, int offset) {
    Frame frame = packet.frame;
    int left = packet.end - offset;
    if (left < 8) {
      packet.fail(Check.ARP_PARSING);
      return;
    }
    int hardwareLength = frame.u8(offset + 4);
    int protocolLength = frame.u8(offset + 5);
    boolean wrong =
        left < 8 + 2 * (hardwareLength + protocolLength)
            || frame.u16(offset) == 1 && hardwareLength != 6
            || frame.u16(offset + 2) == Packet.IPV4 && protocolLength != 4;
    if (wrong) {
      packet.fail(Check.ARP_PARSING);
    }
  }

  /**
   * Source: RFC 3032 section 2.1. Only the labels 0 and 2 say what is under them; under others it
   * is taken for IP if it looks like that as a whole, as it may be anything.
   */
  static void parseMpls(Packet packet, int start, int end) {
    Frame frame = packet.frame;
    int offset = start;
    boolean bottom = false;
    while (!bottom) {
      if (end - offset < 4) {
        packet.fail(Check.MPLS_PARSING);
        return;
      }
      bottom = (frame.u8(offset + 2) & 1) != 0;
      offset += 4;
    }
    packet.carriedBy(Packet.Carrier.MPLS, start);
    int label = (int) (frame.u32(offset - 4) >>> 12);
    int type =
        switch (label) {
          case 0 -> Packet.IPV4;
          case 2 -> Packet.IPV6;
          default -> IpParser.guess(frame, offset, end);
        };
    if (type != 0) {
      parseInner(packet, type, offset, end);
    }
  }

  /** Source: RFC 2516 sections 4 to 6; the protocol field of PPP: RFC 1661 section 2. */
  private static void parsePppoe(Packet packet, int offset, boolean inSession) {
    Frame frame = packet.frame;
    int left = packet.end - offset;
    if (left < 6 || frame.u8(offset) != 0x11) {
      packet.fail(Check.PPPOE_PPP_PARSING);
      return;
    }
    int session = frame.u16(offset + 2);
    int length = frame.u16(offset + 4);
    if (session == 0xffff || length > left - 6) {
      packet.fail(Check.PPPOE_PPP_PARSING);
      return;
    }
    if (!inSession) {
      return;
    }
    int ppp = offset + 6;
    boolean wrong =
        frame.u8(offset + 1) != 0
            || length < 2
            || (frame.u8(ppp) & 1) != 0
            || (frame.u8(ppp + 1) & 1) == 0;
    if (wrong) {
      packet.fail(Check.PPPOE_PPP_PARSING);
      return;
    }
    packet.carriedBy(Packet.Carrier.PPPOE, offset);
    int protocol = frame.u16(ppp);
    if (protocol == PPP_IPV4 || protocol == PPP_IPV6) {
      parseInner(packet, protocol == PPP_IPV4 ? Packet.IPV4 : Packet.IPV6, ppp + 2, ppp + length);
    }
  }

  /**
   * Reads a carried packet without an Ethernet header; what is wrong with it is wrong here, too.
   */
  static void parseInner(Packet packet, int type, int from, int to) {
    Packet inner = packet.beginInner(from, to);
    if (inner != null) {
      parse(inner, type, from);
      packet.fail(inner.error);
    }
  }
}
