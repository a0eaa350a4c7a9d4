package packettrap.asic.packet;

import packettrap.asic.trap.Check;
import packettrap.spec.packet.Frame;

/**
 * Reads the upper protocol of an IP packet: TCP, UDP, SCTP, DCCP, ESP, and AH in IPv4; and has
 * tunnels read.
 *
 * <p>Ports are there if the header is, whatever else is wrong. Of a fragment only the header is
 * looked at: its lengths and checksums speak of the whole.
 */
final class UpperParser {
  private static final int IPV4 = 4;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int DCCP = 33;
  private static final int IPV6 = 41;
  private static final int GRE = 47;
  private static final int ESP = 50;
  private static final int AUTHENTICATION = 51;
  private static final int SCTP = 132;
  private static final int MPLS = 137;

  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;

  /** Data, Ack and DataAck alone may have short sequence numbers (RFC 4340 section 5.1). */
  private static final int DCCP_SHORT_TYPES = 1 << 2 | 1 << 3 | 1 << 4;

  /** The last type that has a meaning, SyncAck (RFC 4340 section 5.1). */
  private static final int DCCP_LAST_TYPE = 9;

  private UpperParser() {}

  /** Reads what begins at the packet's upper offset. */
  static void parse(Packet packet) {
    parse(packet, packet.ipProtocol, packet.upper);
  }

  private static void parse(Packet packet, int protocol, int start) {
    switch (protocol) {
      case TCP -> parseTcp(packet, start);
      case UDP -> parseUdp(packet, start);
      case SCTP -> parseSctp(packet, start);
      case DCCP -> parseDccp(packet, start);
      case ESP -> parseEsp(packet, start);
      case AUTHENTICATION -> parseAuthentication(packet, start);
      case IPV4 -> TunnelParser.parseIp(packet, Packet.IPV4, start);
      case IPV6 -> TunnelParser.parseIp(packet, Packet.IPV6, start);
      case GRE -> TunnelParser.parseGre(packet, start);
      case MPLS -> TunnelParser.parseMpls(packet, start);
      default -> {
        // Nothing in it concerns a switch, or a control protocol: see ControlClassifier.
      }
    }
  }

  /** Source: RFC 9293 section 3.1. A segment cannot both begin and end a connection. */
  private static void parseTcp(Packet packet, int start) {
    Frame frame = packet.frame;
    int left = packet.ipEnd - start;
    if (left < 20) {
      packet.fail(Check.TCP_PARSING);
      return;
    }
    packet.sourcePort = frame.u16(start);
    packet.destinationPort = frame.u16(start + 2);
    int header = (frame.u8(start + 12) >> 4) * 4;
    int flags = frame.u8(start + 13);
    boolean contradicts = (flags & SYN) != 0 && (flags & (FIN | RST)) != 0;
    if (header < 20 || header > left || contradicts || !checksumFits(packet, TCP, start, left)) {
      packet.fail(Check.TCP_PARSING);
    }
  }

  /** Source: RFC 768; a checksum of 0 over IPv6: RFC 8200 section 8.1, RFC 6935 section 5. */
  private static void parseUdp(Packet packet, int start) {
    Frame frame = packet.frame;
    int left = packet.ipEnd - start;
    if (left < 8) {
      packet.fail(Check.UDP_PARSING);
      return;
    }
    packet.sourcePort = frame.u16(start);
    packet.destinationPort = frame.u16(start + 2);
    int length = frame.u16(start + 4);
    if (length == 0 && left > 0xffff) {
      // In a jumbogram (RFC 2675 section 4).
      length = left;
    }
    if (length < 8) {
      packet.fail(Check.UDP_PARSING);
      return;
    }
    if (packet.fragment) {
      return;
    }
    if (length > left || !udpChecksumFits(packet, start, length)) {
      packet.fail(Check.UDP_PARSING);
      return;
    }
    TunnelParser.parseDatagram(packet, start + 8, start + length);
  }

  private static boolean udpChecksumFits(Packet packet, int start, int length) {
    if (packet.frame.u16(start + 6) == 0) {
      return packet.ipVersion == 4 || TunnelParser.mayLackChecksum(packet.destinationPort);
    }
    return checksumFits(packet, UDP, start, length);
  }

  private static boolean checksumFits(Packet packet, int protocol, int start, int length) {
    return packet.fragment
        || !packet.finalAddresses
        || Checksum.fits(packet, protocol, start, length);
  }

  /** Source: RFC 9260 section 3.1; port 0 is reserved. */
  private static void parseSctp(Packet packet, int start) {
    Frame frame = packet.frame;
    boolean wrong = packet.ipEnd - start < 12 || frame.u16(start) == 0 || frame.u16(start + 2) == 0;
    if (wrong) {
      packet.fail(Check.SCTP_PARSING);
    }
  }

  /** Source: RFC 4340 section 8.5, step 1, but for the checksum, which may cover any part. */
  private static void parseDccp(Packet packet, int start) {
    Frame frame = packet.frame;
    int left = packet.ipEnd - start;
    if (left < 12) {
      packet.fail(Check.DCCP_PARSING);
      return;
    }
    int type = frame.u8(start + 8) >> 1 & 15;
    boolean extended = (frame.u8(start + 8) & 1) != 0;
    int header = frame.u8(start + 4) * 4;
    boolean wrong =
        type > DCCP_LAST_TYPE
            || !extended && (DCCP_SHORT_TYPES >> type & 1) == 0
            || header < dccpHeader(type, extended)
            || header > left;
    if (wrong) {
      packet.fail(Check.DCCP_PARSING);
    }
  }

  /** The shortest header of a packet type: RFC 4340 sections 5.1 to 5.8. */
  private static int dccpHeader(int type, boolean extended) {
    int generic = extended ? 16 : 12;
    int own =
        switch (type) {
          // Request: a service code. Data: nothing.
          case 0 -> 4;
          case 2 -> 0;
          // Response and Reset: an acknowledgement number, then a service or a reset code.
          case 1, 7 -> 12;
          default -> extended ? 8 : 4;
        };
    return generic + own;
  }

  /** Source: RFC 4303 section 2; what is behind the sequence number is encrypted. */
  private static void parseEsp(Packet packet, int start) {
    if (packet.ipEnd - start < 8) {
      packet.fail(Check.ESP_PARSING);
    }
  }

  /** In IPv4 it is an upper protocol, with another behind it. */
  private static void parseAuthentication(Packet packet, int start) {
    Frame frame = packet.frame;
    int left = packet.ipEnd - start;
    int length = left < 8 ? 0 : authenticationLength(frame, start);
    if (length == 0 || length > left) {
      packet.fail(Check.IPSEC_PARSING);
      return;
    }
    int next = frame.u8(start);
    if (next != AUTHENTICATION) {
      parse(packet, next, start + length);
    }
  }

  /** The length of an authentication header, 0 if it is too short (RFC 4302 section 2.2). */
  static int authenticationLength(Frame frame, int start) {
    int length = (frame.u8(start + 1) + 2) * 4;
    return length < 12 ? 0 : length;
  }
}
