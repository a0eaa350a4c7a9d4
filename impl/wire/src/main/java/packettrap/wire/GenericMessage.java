package packettrap.wire;

import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * A message of generic netlink. Source: {@code struct genlmsghdr}.
 *
 * @param header netlink's header, whose type is the family's number
 * @param command number of the command
 * @param version version of the family's interface
 * @param payload the attributes, still as bytes
 */
public record GenericMessage(Message.Header header, int command, int version, Bytes payload) {
  private static final int HEADER = 4;

  /**
   * The generic message that a message is.
   *
   * @throws MalformedMessage if it is too short
   */
  public static GenericMessage of(Message message) {
    Bytes payload = message.payload();
    if (payload.length() < HEADER) {
      throw new MalformedMessage(
          payload.offset(),
          "generic netlink's header has 4 bytes, and " + payload.length() + " are left");
    }
    return new GenericMessage(message.header(), payload.u8(0), payload.u8(1), payload.from(HEADER));
  }

  /**
   * The attributes.
   *
   * @throws MalformedMessage if a length is wrong
   */
  public Attributes attributes() {
    return Attributes.of(payload);
  }

  /** The bytes of a generic message. */
  public static byte[] encode(
      ByteOrder order,
      Message.Header header,
      int command,
      int version,
      Consumer<MessageWriter> attributes) {
    MessageWriter writer =
        new MessageWriter(order, header).raw((byte) command, (byte) version, (byte) 0, (byte) 0);
    attributes.accept(writer);
    return writer.toByteArray();
  }
}
