package packettrap.asic.packet;

import packettrap.spec.packet.Frame;

/**
 * Reads the options of IPv4 and of IPv6 that matter to a switch.
 *
 * <p>The walk ends at the first option that is not there as a whole.
 */
final class Options {
  private static final int IPV4_END = 0;
  private static final int IPV4_NO_OPERATION = 1;
  private static final int IPV4_ROUTER_ALERT = 0x94;
  private static final int IPV4_LOOSE_SOURCE_ROUTE = 0x83;
  private static final int IPV4_STRICT_SOURCE_ROUTE = 0x89;

  private static final int PAD1 = 0;
  private static final int ROUTER_ALERT = 5;
  private static final int HOME_ADDRESS = 0xc9;

  private Options() {}

  /** Source: RFC 791 section 3.1, RFC 2113 section 2.1. */
  static void readIpv4(Packet packet, int start, int end) {
    Frame frame = packet.frame;
    int offset = start;
    while (offset < end && frame.u8(offset) != IPV4_END) {
      int option = frame.u8(offset);
      if (option == IPV4_NO_OPERATION) {
        offset++;
        continue;
      }
      int length = offset + 2 > end ? 0 : frame.u8(offset + 1);
      if (length < 2 || offset + length > end) {
        return;
      }
      switch (option) {
        case IPV4_ROUTER_ALERT -> packet.routerAlert |= length == 4;
        // The address in the header may not be the last one.
        case IPV4_LOOSE_SOURCE_ROUTE, IPV4_STRICT_SOURCE_ROUTE -> packet.finalAddresses = false;
        default -> {
          // Nothing that a switch does anything about.
        }
      }
      offset += length;
    }
  }

  /** Source: RFC 2711 section 2.1. */
  static void readHopByHop(Packet packet, int start, int end) {
    packet.routerAlert = find(packet.frame, start, end, ROUTER_ALERT, 2);
  }

  /** The checksum is over the home address (RFC 6275 section 11.3.1). */
  static void readDestination(Packet packet, int start, int end) {
    packet.finalAddresses &= !find(packet.frame, start, end, HOME_ADDRESS, 16);
  }

  /** Whether an IPv6 option of a length is there; Pad1 is the one option without a length. */
  private static boolean find(Frame frame, int start, int end, int option, int length) {
    int offset = start;
    while (offset < end) {
      if (frame.u8(offset) == PAD1) {
        offset++;
        continue;
      }
      if (offset + 2 > end || offset + 2 + frame.u8(offset + 1) > end) {
        return false;
      }
      if (frame.u8(offset) == option && frame.u8(offset + 1) == length) {
        return true;
      }
      offset += 2 + frame.u8(offset + 1);
    }
    return false;
  }
}
