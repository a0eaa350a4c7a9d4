package packettrap.asic.packet;

import packettrap.asic.trap.Check;
import packettrap.spec.packet.Frame;

/**
 * Reads the IP header of a packet and its IPv6 extension headers, and has the upper protocol read.
 *
 * <p>A header that does not check out is not looked at further: then there are no addresses, no
 * protocol and no ports.
 */
final class IpParser {
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;

  private static final int HOP_BY_HOP = 0;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int AUTHENTICATION = 51;
  private static final int DESTINATION_OPTIONS = 60;

  private static final int MORE_FRAGMENTS = 0x2000;
  private static final int DONT_FRAGMENT = 0x4000;

  private IpParser() {}

  /** Fills the IP fields of a packet whose EtherType is that of IPv4 or of IPv6. */
  static void parse(Packet packet) {
    if (packet.etherType == Packet.IPV4) {
      parseIpv4(packet, packet.frame, packet.payload);
    } else {
      parseIpv6(packet, packet.frame, packet.payload);
    }
  }

  /** The EtherType of what looks like a whole IP packet; 0 if it does not. */
  static int guess(Frame frame, int start, int end) {
    int left = end - start;
    if (left >= IPV4_HEADER && frame.u8(start) >> 4 == 4) {
      int header = headerLength(frame, start);
      boolean whole = header >= IPV4_HEADER && header <= left && frame.u16(start + 2) <= left;
      return whole && Checksum.fits(frame, start, header) ? Packet.IPV4 : 0;
    }
    boolean ipv6 =
        left >= IPV6_HEADER
            && frame.u8(start) >> 4 == 6
            && IPV6_HEADER + frame.u16(start + 4) <= left;
    return ipv6 ? Packet.IPV6 : 0;
  }

  private static int headerLength(Frame frame, int start) {
    return (frame.u8(start) & 15) * 4;
  }

  /** Source of the checks: RFC 1812 section 5.2.2. */
  private static void parseIpv4(Packet packet, Frame frame, int start) {
    int left = packet.end - start;
    if (left < IPV4_HEADER) {
      packet.failIp();
      return;
    }
    int headerLength = headerLength(frame, start);
    if (frame.u8(start) >> 4 != 4 || headerLength < IPV4_HEADER) {
      corrupted(packet);
      return;
    }
    if (left < headerLength) {
      packet.failIp();
      return;
    }
    if (!Checksum.fits(frame, start, headerLength)) {
      corrupted(packet);
      return;
    }
    int totalLength = frame.u16(start + 2);
    if (totalLength < headerLength || totalLength > left) {
      packet.failIp();
      return;
    }
    packet.ipVersion = 4;
    packet.ipLength = totalLength;
    packet.ipEnd = start + totalLength;
    packet.trafficClass = frame.u8(start + 1);
    packet.ttl = frame.u8(start + 8);
    packet.ipProtocol = frame.u8(start + 9);
    packet.sourceHigh = frame.u32(start + 12) << 32;
    packet.sourceLow = 0;
    packet.destinationHigh = frame.u32(start + 16) << 32;
    packet.destinationLow = 0;
    int offsets = frame.u16(start + 6);
    packet.dontFragment = (offsets & DONT_FRAGMENT) != 0;
    packet.fragment = (offsets & (MORE_FRAGMENTS | 0x1fff)) != 0;
    if (headerLength > IPV4_HEADER) {
      Options.readIpv4(packet, start + IPV4_HEADER, start + headerLength);
    }
    if ((offsets & 0x1fff) == 0) {
      packet.upper = start + headerLength;
      UpperParser.parse(packet);
    }
  }

  /** The router takes the same view of these as the parser, see ip_header_corrupted. */
  private static void corrupted(Packet packet) {
    packet.ipCorrupted = true;
    packet.failIp();
  }

  private static void parseIpv6(Packet packet, Frame frame, int start) {
    int left = packet.end - start;
    if (left < IPV6_HEADER) {
      packet.failIp();
      return;
    }
    if (frame.u8(start) >> 4 != 6) {
      corrupted(packet);
      return;
    }
    int totalLength = IPV6_HEADER + payloadLength(packet, frame, start);
    if (totalLength > left) {
      packet.failIp();
      return;
    }
    packet.ipVersion = 6;
    packet.ipLength = totalLength;
    packet.ipEnd = start + totalLength;
    packet.dontFragment = true;
    packet.trafficClass = frame.u16(start) >> 4 & 0xff;
    packet.ttl = frame.u8(start + 7);
    packet.sourceHigh = frame.u64(start + 8);
    packet.sourceLow = frame.u64(start + 16);
    packet.destinationHigh = frame.u64(start + 24);
    packet.destinationLow = frame.u64(start + 32);
    walkExtensions(packet, frame, frame.u8(start + 6), start + IPV6_HEADER);
    if (packet.upper >= 0) {
      UpperParser.parse(packet);
    }
  }

  /** A length of 0 may be a jumbogram's, whose length is in the option (RFC 2675 section 2). */
  private static int payloadLength(Packet packet, Frame frame, int start) {
    int length = frame.u16(start + 4);
    int options = start + IPV6_HEADER;
    if (length != 0 || frame.u8(start + 6) != HOP_BY_HOP || packet.end - options < 8) {
      return length;
    }
    boolean jumbo = frame.u16(options + 2) == 0xc204 && frame.u32(options + 4) > 0xffff;
    return jumbo ? (int) Math.min(frame.u32(options + 4), Integer.MAX_VALUE - IPV6_HEADER) : 0;
  }

  /** Each header is 8 bytes or longer, so the walk ends. Source: RFC 8200 section 4. */
  private static void walkExtensions(Packet packet, Frame frame, int first, int start) {
    int type = first;
    int offset = start;
    while (isExtension(type)) {
      int length = extensionLength(packet, frame, type, offset);
      if (length == 0) {
        return;
      }
      if (type == HOP_BY_HOP && offset != start) {
        // Only the destination may mind it (RFC 8200 section 4).
        return;
      }
      readExtension(packet, frame, type, offset, length);
      boolean laterFragment = type == FRAGMENT && (frame.u16(offset + 2) & 0xfff8) != 0;
      type = frame.u8(offset);
      offset += length;
      if (laterFragment) {
        packet.ipProtocol = type;
        return;
      }
    }
    packet.ipProtocol = type;
    packet.upper = offset;
  }

  /** The length of an extension header; 0, and an error noted, if it is not there as a whole. */
  private static int extensionLength(Packet packet, Frame frame, int type, int offset) {
    int left = packet.ipEnd - offset;
    int length = 0;
    if (left >= 8) {
      length =
          switch (type) {
            case FRAGMENT -> 8;
            case AUTHENTICATION -> UpperParser.authenticationLength(frame, offset);
            default -> (frame.u8(offset + 1) + 1) * 8;
          };
    }
    if (length == 0 || length > left) {
      if (type == AUTHENTICATION) {
        packet.fail(Check.IPSEC_PARSING);
      } else {
        packet.failIp();
      }
      return 0;
    }
    return length;
  }

  private static void readExtension(Packet packet, Frame frame, int type, int offset, int length) {
    switch (type) {
      case HOP_BY_HOP -> Options.readHopByHop(packet, offset + 2, offset + length);
      case DESTINATION_OPTIONS -> Options.readDestination(packet, offset + 2, offset + length);
      // Segments are left: the checksum is over the last one (RFC 8200 section 8.1).
      case ROUTING -> packet.finalAddresses &= frame.u8(offset + 3) == 0;
      case FRAGMENT -> packet.fragment |= (frame.u16(offset + 2) & 0xfff9) != 0;
      default -> {
        // An authentication header says nothing to a switch.
      }
    }
  }

  private static boolean isExtension(int type) {
    return type == HOP_BY_HOP
        || type == ROUTING
        || type == FRAGMENT
        || type == AUTHENTICATION
        || type == DESTINATION_OPTIONS;
  }
}
