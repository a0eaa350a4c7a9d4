package packettrap.asic.packet;

import packettrap.spec.packet.Frame;

/**
 * Reads the Ethernet header and the VLAN tags of a frame, and has the IP header read.
 *
 * <p>Nothing in a frame is trusted: every offset is held against the frame's length first.
 */
public final class Parser {
  private static final int CUSTOMER_TAG = 0x8100;
  private static final int SERVICE_TAG = 0x88a8;

  private Parser() {}

  /**
   * Fills a packet from a frame.
   *
   * @return whether there is a whole Ethernet header, with all of its tags; without one the packet
   *     has no way, and its fields no meaning
   */
  public static boolean parse(int port, Frame frame, Packet packet) {
    int length = frame.length();
    if (length < 14) {
      return false;
    }
    packet.frame = frame;
    packet.port = port;
    packet.destination = frame.u48(0);
    packet.source = frame.u48(6);
    packet.tagged = false;
    packet.tagControl = 0;
    packet.tags = 0;
    int offset = 12;
    int type = frame.u16(offset);
    while (type == CUSTOMER_TAG || type == SERVICE_TAG) {
      if (length < offset + 6) {
        return false;
      }
      if (packet.tags == 0 && type == CUSTOMER_TAG) {
        packet.tagged = true;
        packet.tagControl = frame.u16(offset + 2);
      }
      packet.tags++;
      offset += 4;
      type = frame.u16(offset);
    }
    packet.etherType = type;
    packet.payload = offset + 2;
    IpParser.parse(packet);
    return true;
  }
}
