package packettrap.asic.packet;

import packettrap.asic.trap.Check;
import packettrap.spec.packet.Frame;

/**
 * Reads the Ethernet header and the VLAN tags of a frame, and has the headers behind them read.
 *
 * <p>Nothing in a frame is trusted: every offset is held against the packet's end first. What is
 * behind a header that does not check out is not looked at.
 */
public final class Parser {
  /** The length of an Ethernet header without tags, bytes. */
  public static final int ETHERNET_HEADER = 14;

  private static final int CUSTOMER_TAG = 0x8100;
  private static final int SERVICE_TAG = 0x88a8;

  private Parser() {}

  /**
   * Fills a packet from a frame.
   *
   * @return whether there is a whole Ethernet header; without one the packet has no way, and its
   *     fields no meaning
   */
  public static boolean parse(int port, Frame frame, Packet packet) {
    if (frame.length() < ETHERNET_HEADER) {
      return false;
    }
    packet.begin(frame, port);
    parseEthernet(packet);
    return true;
  }

  /** Reads a packet that starts with an Ethernet header that is there as a whole. */
  static void parseEthernet(Packet packet) {
    Frame frame = packet.frame;
    packet.hasEthernet = true;
    packet.destination = frame.u48(packet.start);
    packet.source = frame.u48(packet.start + 6);
    int offset = packet.start + 12;
    int type = frame.u16(offset);
    while (type == CUSTOMER_TAG || type == SERVICE_TAG) {
      if (packet.end < offset + 6) {
        packet.etherType = type;
        packet.payload = offset + 2;
        packet.fail(Check.VLAN_PARSING);
        return;
      }
      if (packet.tags == 0 && type == CUSTOMER_TAG) {
        packet.tagged = true;
        packet.tagControl = frame.u16(offset + 2);
      }
      packet.tags++;
      offset += 4;
      type = frame.u16(offset);
    }
    LinkParser.parse(packet, type, offset + 2);
  }
}
