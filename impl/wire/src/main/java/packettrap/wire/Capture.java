package packettrap.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes netlink messages into a pcap file that tshark reads, as a network device of type nlmon
 * would record them.
 *
 * <p>tshark knows a family of generic netlink only from the controller's message about it, so that
 * message ({@link Family#encode}) has to come first. Source: LINKTYPE_NETLINK at tcpdump.org.
 */
public final class Capture {
  private static final int NANOSECONDS = 0xa1b23c4d;
  private static final int LINKTYPE_NETLINK = 253;
  private static final int SNAPSHOT = 0x40000;
  private static final long SECOND = 1_000_000_000L;

  /** PACKET_OUTGOING: from the kernel. */
  private static final short OUTGOING = 4;

  /** ARPHRD_NETLINK. */
  private static final short DEVICE_TYPE = 824;

  private static final int LINK_HEADER = 16;

  private final OutputStream out;

  /** A file with nothing in it yet. */
  public Capture(OutputStream out) throws IOException {
    this.out = out;
    ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(NANOSECONDS).putShort((short) 2).putShort((short) 4).putLong(0);
    out.write(header.putInt(SNAPSHOT).putInt(LINKTYPE_NETLINK).array());
  }

  /**
   * A datagram of generic netlink.
   *
   * @param time when it was seen, ns since 1970
   */
  public void write(long time, byte... datagram) throws IOException {
    int length = LINK_HEADER + datagram.length;
    ByteBuffer packet = ByteBuffer.allocate(16 + length).order(ByteOrder.LITTLE_ENDIAN);
    packet.putInt((int) (time / SECOND)).putInt((int) (time % SECOND));
    packet.putInt(length).putInt(length).order(ByteOrder.BIG_ENDIAN);
    packet.putShort(OUTGOING).putShort(DEVICE_TYPE).put(new byte[10]);
    out.write(packet.putShort((short) Netlink.GENERIC).put(datagram).array());
  }
}
