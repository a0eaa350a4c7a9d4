package packettrap.wire;

import java.nio.ByteOrder;

/**
 * A network device as rtnetlink shows and sets it. Source: {@code struct ifinfomsg}, {@code
 * rtnl_fill_ifinfo}.
 *
 * @param index interface index
 * @param name its name; null in requests
 * @param up whether it is administratively up
 */
public record Link(int index, String name, boolean up) {
  /** RTM_NEWLINK: what a network device is, or is to become. */
  public static final int NEW_LINK = 16;

  /** RTM_GETLINK. */
  public static final int GET_LINK = 18;

  private static final int NAME = 3;
  private static final long IFF_UP = 1;
  private static final int HEADER = 16;

  /** The request for all network devices; the header's flags have to say DUMP. */
  public static byte[] dump(ByteOrder order, Message.Header header) {
    return ifinfo(new MessageWriter(order, header), 0, 0, 0).toByteArray();
  }

  /** The request to set a network device up or down. */
  public static byte[] set(ByteOrder order, Message.Header header, int index, boolean up) {
    return ifinfo(new MessageWriter(order, header), index, up ? IFF_UP : 0, IFF_UP).toByteArray();
  }

  /**
   * The network device that a message describes, or is to change.
   *
   * @throws MalformedMessage if it does not
   */
  public static Link decode(Message message) {
    Bytes payload = message.payload();
    if (payload.length() < HEADER) {
      throw new MalformedMessage(
          payload.offset(), "a link's header has 16 bytes, and " + payload.length() + " are left");
    }
    return new Link(
        payload.s32(4),
        Attributes.of(payload.from(HEADER)).text(NAME),
        (payload.u32(8) & IFF_UP) != 0);
  }

  /** What the kernel says of this network device. */
  public byte[] encode(ByteOrder order, Message.Header header) {
    return ifinfo(new MessageWriter(order, header), index, up ? IFF_UP : 0, 0)
        .text(NAME, name)
        .toByteArray();
  }

  private static MessageWriter ifinfo(MessageWriter writer, int index, long flags, long change) {
    return writer.rawU16(0).rawU16(0).rawU32(index).rawU32(flags).rawU32(change);
  }
}
