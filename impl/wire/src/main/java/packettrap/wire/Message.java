package packettrap.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * A netlink message: its header and what follows.
 *
 * @param header the header, without the length
 * @param payload what follows it
 */
public record Message(Header header, Bytes payload) {
  /**
   * A message's header. Source: {@code struct nlmsghdr}.
   *
   * @param type 1 to 3 for netlink's own, else the number of the family or of the command
   * @param flags sum of the flags in {@link Netlink}
   * @param sequence number of the request that this is or answers, u32; 0 in notifications
   * @param port port id of the sender, u32; the receiver's in answers
   */
  public record Header(int type, int flags, long sequence, long port) {
    /** Whether a flag is set. */
    public boolean has(int flag) {
      return (flags & flag) == flag;
    }
  }

  /**
   * All messages of one datagram, in their order.
   *
   * @throws MalformedMessage if a length is wrong
   */
  public static List<Message> split(Bytes datagram) {
    List<Message> messages = new ArrayList<>();
    int at = 0;
    while (at < datagram.length()) {
      Bytes rest = datagram.from(at);
      if (rest.length() < Netlink.HEADER) {
        throw new MalformedMessage(
            rest.offset(), "a message's header has 16 bytes, and " + rest.length() + " are left");
      }
      long length = rest.u32(0);
      if (length < Netlink.HEADER || length > rest.length()) {
        throw new MalformedMessage(
            rest.offset(),
            "a message says that it has "
                + length
                + " bytes; from 16 to "
                + rest.length()
                + " are possible");
      }
      Header header = new Header(rest.u16(4), rest.u16(6), rest.u32(8), rest.u32(12));
      messages.add(new Message(header, rest.part(Netlink.HEADER, (int) length - Netlink.HEADER)));
      at += Netlink.align((int) length);
    }
    return messages;
  }
}
