package packettrap.asic.packet;

import packettrap.spec.packet.Frame;

/**
 * Reads the IP header of a packet, its IPv6 extension headers and the ports behind them.
 *
 * <p>A header that does not check out is not looked at further: then there are no addresses, no
 * protocol and no ports.
 */
final class IpParser {
  private static final int HOP_BY_HOP = 0;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int AUTHENTICATION = 51;
  private static final int DESTINATION_OPTIONS = 60;

  private IpParser() {}

  /** Fills the packet's IP fields. */
  static void parse(Packet packet) {
    packet.ipVersion = 0;
    packet.ipCorrupted = false;
    packet.ipProtocol = -1;
    packet.routerAlert = false;
    packet.upper = -1;
    packet.sourcePort = -1;
    packet.destinationPort = -1;
    if (packet.etherType == Packet.IPV4) {
      parseIpv4(packet, packet.frame, packet.payload);
    } else if (packet.etherType == Packet.IPV6) {
      parseIpv6(packet, packet.frame, packet.payload);
    }
    parsePorts(packet);
  }

  /** Source of the checks: RFC 1812 section 5.2.2. */
  private static void parseIpv4(Packet packet, Frame frame, int start) {
    int left = frame.length() - start;
    if (left < 1) {
      return;
    }
    int headerLength = (frame.u8(start) & 15) * 4;
    if (frame.u8(start) >> 4 != 4 || headerLength < 20) {
      packet.ipCorrupted = true;
      return;
    }
    if (left < headerLength) {
      return;
    }
    if (checksum(frame, start, headerLength) != 0) {
      packet.ipCorrupted = true;
      return;
    }
    int totalLength = frame.u16(start + 2);
    if (totalLength < headerLength || totalLength > left) {
      return;
    }
    packet.ipVersion = 4;
    packet.ipLength = totalLength;
    packet.ipEnd = start + totalLength;
    packet.ttl = frame.u8(start + 8);
    packet.ipProtocol = frame.u8(start + 9);
    packet.sourceHigh = frame.u32(start + 12) << 32;
    packet.sourceLow = 0;
    packet.destinationHigh = frame.u32(start + 16) << 32;
    packet.destinationLow = 0;
    boolean firstFragment = (frame.u16(start + 6) & 0x1fff) == 0;
    packet.upper = firstFragment ? start + headerLength : -1;
  }

  /** The Internet checksum over a header; 0 if the checksum in it is right. Source: RFC 1071. */
  static int checksum(Frame frame, int start, int length) {
    int sum = 0;
    for (int offset = start; offset < start + length; offset += 2) {
      sum += frame.u16(offset);
    }
    sum = (sum & 0xffff) + (sum >>> 16);
    sum = (sum & 0xffff) + (sum >>> 16);
    return ~sum & 0xffff;
  }

  private static void parseIpv6(Packet packet, Frame frame, int start) {
    int left = frame.length() - start;
    if (left < 1) {
      return;
    }
    if (frame.u8(start) >> 4 != 6) {
      packet.ipCorrupted = true;
      return;
    }
    if (left < 40) {
      return;
    }
    int totalLength = 40 + frame.u16(start + 4);
    if (totalLength > left) {
      return;
    }
    packet.ipVersion = 6;
    packet.ipLength = totalLength;
    packet.ipEnd = start + totalLength;
    packet.ttl = frame.u8(start + 7);
    packet.sourceHigh = frame.u64(start + 8);
    packet.sourceLow = frame.u64(start + 16);
    packet.destinationHigh = frame.u64(start + 24);
    packet.destinationLow = frame.u64(start + 32);
    walkExtensions(packet, frame, frame.u8(start + 6), start + 40);
  }

  /** Each header is 8 bytes or longer, so the walk ends. Source: RFC 8200 section 4. */
  private static void walkExtensions(Packet packet, Frame frame, int first, int start) {
    int type = first;
    int offset = start;
    while (isExtension(type)) {
      if (packet.ipEnd - offset < 8) {
        return;
      }
      int length =
          switch (type) {
            case FRAGMENT -> 8;
            case AUTHENTICATION -> (frame.u8(offset + 1) + 2) * 4;
            default -> (frame.u8(offset + 1) + 1) * 8;
          };
      if (packet.ipEnd - offset < length || type == HOP_BY_HOP && offset != start) {
        return;
      }
      if (type == HOP_BY_HOP) {
        packet.routerAlert = hasRouterAlert(frame, offset + 2, offset + length);
      }
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

  private static boolean isExtension(int type) {
    return type == HOP_BY_HOP
        || type == ROUTING
        || type == FRAGMENT
        || type == AUTHENTICATION
        || type == DESTINATION_OPTIONS;
  }

  /** Source: RFC 2711 section 2.1; Pad1 is the one option without a length. */
  private static boolean hasRouterAlert(Frame frame, int start, int end) {
    int offset = start;
    while (offset < end) {
      int option = frame.u8(offset);
      if (option == 0) {
        offset++;
        continue;
      }
      if (offset + 2 > end || offset + 2 + frame.u8(offset + 1) > end) {
        return false;
      }
      if (option == 5 && frame.u8(offset + 1) == 2) {
        return true;
      }
      offset += 2 + frame.u8(offset + 1);
    }
    return false;
  }

  private static void parsePorts(Packet packet) {
    boolean hasPorts =
        packet.ipProtocol == UDP && packet.upperLength() >= 8
            || packet.ipProtocol == TCP && packet.upperLength() >= 20;
    if (hasPorts) {
      packet.sourcePort = packet.frame.u16(packet.upper);
      packet.destinationPort = packet.frame.u16(packet.upper + 2);
    }
  }
}
