package packettrap.asic.packet;

import packettrap.asic.packet.Packet.Carrier;
import packettrap.asic.trap.Check;
import packettrap.spec.packet.Frame;

/** Reads the headers of tunnels, IP in IP, GRE, VXLAN and GTP, and has read what they carry. */
final class TunnelParser {
  private static final int VXLAN = 4789;
  private static final int GTP_USER = 2152;
  private static final int GTP_CONTROL = 2123;
  private static final int GENEVE = 6081;
  private static final int VXLAN_GPE = 4790;
  private static final int GRE_IN_UDP = 4754;
  private static final int MPLS_IN_UDP = 6635;

  private static final int TRANSPARENT_BRIDGING = 0x6558;
  private static final int MPLS_UNICAST = 0x8847;
  private static final int MPLS_MULTICAST = 0x8848;

  private static final int GRE_CHECKSUM = 0x8000;
  private static final int GRE_KEY = 0x2000;
  private static final int GRE_SEQUENCE = 0x1000;
  private static final int GRE_ACKNOWLEDGEMENT = 0x0080;

  /** Routing, strict source route and recursion control, which RFC 2784 section 2.3 forbids. */
  private static final int GRE_FORBIDDEN = 0x4c00;

  private TunnelParser() {}

  /** Whether a tunnel may leave out the checksum over IPv6 (RFC 6935 section 5). */
  static boolean mayLackChecksum(int port) {
    return switch (port) {
      case VXLAN, VXLAN_GPE, GENEVE, GTP_USER, GRE_IN_UDP, MPLS_IN_UDP -> true;
      default -> false;
    };
  }

  /** Reads an IP packet that is carried in an IP packet (RFC 2003, RFC 2473, RFC 4213). */
  static void parseIp(Packet packet, int type, int start) {
    if (!packet.fragment) {
      packet.carriedBy(Carrier.IP, start);
      LinkParser.parseInner(packet, type, start, packet.ipEnd);
    }
  }

  /** Reads labels that are carried in an IP packet (RFC 4023). */
  static void parseMpls(Packet packet, int start) {
    if (!packet.fragment) {
      LinkParser.parseMpls(packet, start, packet.ipEnd);
    }
  }

  /** Source: RFC 2784, RFC 2890; version 1 is PPTP's: RFC 2637 section 4.1. */
  static void parseGre(Packet packet, int start) {
    Frame frame = packet.frame;
    int left = packet.ipEnd - start;
    if (left < 4) {
      packet.fail(Check.GRE_PARSING);
      return;
    }
    int flags = frame.u16(start);
    int type = frame.u16(start + 2);
    int version = flags & 7;
    int header = 4 + optional(flags, GRE_CHECKSUM) + optional(flags, GRE_KEY);
    header += optional(flags, GRE_SEQUENCE);
    boolean wrong =
        switch (version) {
          case 0 -> (flags & GRE_FORBIDDEN) != 0;
          case 1 -> (flags & GRE_KEY) == 0 || (flags & (GRE_CHECKSUM | GRE_FORBIDDEN)) != 0;
          default -> true;
        };
    if (version == 1) {
      header += optional(flags, GRE_ACKNOWLEDGEMENT);
    }
    if (wrong || header > left || !greChecksumFits(packet, flags, start)) {
      packet.fail(Check.GRE_PARSING);
      return;
    }
    if (packet.fragment || version != 0) {
      return;
    }
    packet.carriedBy(Carrier.GRE, start);
    if ((flags & GRE_KEY) != 0) {
      packet.carrierKey = frame.u32(start + 4 + optional(flags, GRE_CHECKSUM));
    }
    parseCarried(packet, type, start + header);
  }

  private static int optional(int flags, int flag) {
    return (flags & flag) == 0 ? 0 : 4;
  }

  private static boolean greChecksumFits(Packet packet, int flags, int start) {
    return (flags & GRE_CHECKSUM) == 0
        || packet.fragment
        || Checksum.fits(packet.frame, start, packet.ipEnd - start);
  }

  private static void parseCarried(Packet packet, int type, int start) {
    switch (type) {
      case Packet.IPV4, Packet.IPV6, MPLS_UNICAST, MPLS_MULTICAST ->
          LinkParser.parseInner(packet, type, start, packet.ipEnd);
      case TRANSPARENT_BRIDGING -> parseEthernet(packet, start, packet.ipEnd);
      default -> {
        // Nobody here knows it.
      }
    }
  }

  /** A carried frame that is too short for its header is no packet: hasInner stays false. */
  private static void parseEthernet(Packet packet, int from, int to) {
    if (to - from < Parser.ETHERNET_HEADER) {
      return;
    }
    Packet inner = packet.beginInner(from, to);
    if (inner != null) {
      Parser.parseEthernet(inner);
      packet.fail(inner.error);
    }
  }

  /** Reads what is in a UDP datagram; its destination port says what that is. */
  static void parseDatagram(Packet packet, int from, int to) {
    switch (packet.destinationPort) {
      case VXLAN -> parseVxlan(packet, from, to);
      case GTP_USER -> parseGtpUser(packet, from, to);
      case GTP_CONTROL -> parseGtpControl(packet, from, to);
      default -> {
        // An application's.
      }
    }
  }

  /** Source: RFC 7348 section 5; reserved bits concern the end of the tunnel alone. */
  private static void parseVxlan(Packet packet, int from, int to) {
    Frame frame = packet.frame;
    if (to - from < 8 || (frame.u8(from) & 0x08) == 0) {
      packet.fail(Check.VXLAN_PARSING);
      return;
    }
    packet.carriedBy(Carrier.VXLAN, from);
    packet.carrierKey = frame.u32(from + 4) >>> 8;
    parseEthernet(packet, from + 8, to);
  }

  /** Source: 3GPP TS 29.281 sections 5.1 and 5.2. */
  private static void parseGtpUser(Packet packet, int from, int to) {
    Frame frame = packet.frame;
    if (to - from < 8 || frame.u8(from) >> 4 != 3 || frame.u16(from + 2) > to - from - 8) {
      packet.fail(Check.GTP_PARSING);
      return;
    }
    int end = from + 8 + frame.u16(from + 2);
    int flags = frame.u8(from) & 7;
    int offset = from + (flags == 0 ? 8 : 12);
    if (offset > end) {
      packet.fail(Check.GTP_PARSING);
      return;
    }
    int next = (flags & 4) == 0 ? 0 : frame.u8(offset - 1);
    while (next != 0) {
      // The length of an extension counts 4 bytes, the last of which says what follows.
      int length = offset < end ? frame.u8(offset) * 4 : 0;
      if (length == 0 || length > end - offset) {
        packet.fail(Check.GTP_PARSING);
        return;
      }
      offset += length;
      next = frame.u8(offset - 1);
    }
    packet.carriedBy(Carrier.GTP, from);
    packet.carrierKey = frame.u32(from + 4);
    boolean userPlane = frame.u8(from + 1) == 255 && offset < end;
    int version = userPlane ? frame.u8(offset) >> 4 : 0;
    if (version == 4 || version == 6) {
      LinkParser.parseInner(packet, version == 4 ? Packet.IPV4 : Packet.IPV6, offset, end);
    }
  }

  /** Source: 3GPP TS 29.060 section 6, TS 29.274 section 5.1. */
  private static void parseGtpControl(Packet packet, int from, int to) {
    Frame frame = packet.frame;
    int left = to - from;
    if (left < 8) {
      packet.fail(Check.GTP_PARSING);
      return;
    }
    int flags = frame.u8(from);
    int length = frame.u16(from + 2);
    boolean right =
        switch (flags >> 5) {
          case 1 -> length >= ((flags & 7) == 0 ? 0 : 4) && length <= left - 8;
          case 2 -> length >= ((flags & 8) == 0 ? 4 : 8) && length <= left - 4;
          default -> false;
        };
    if (!right) {
      packet.fail(Check.GTP_PARSING);
    }
  }
}
