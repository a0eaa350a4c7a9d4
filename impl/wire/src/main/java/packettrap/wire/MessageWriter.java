package packettrap.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Writes one netlink message; lengths and alignment are its job. */
public final class MessageWriter {
  /** NLA_F_NESTED. */
  private static final int NESTED = 0x8000;

  private static final int LARGEST_ATTRIBUTE = 0xffff;

  private ByteBuffer buffer;

  /** The beginning of a message of a host with this byte order. */
  public MessageWriter(ByteOrder order, Message.Header header) {
    buffer = ByteBuffer.allocate(256).order(order);
    room(Netlink.HEADER)
        .putInt(0)
        .putShort((short) header.type())
        .putShort((short) header.flags())
        .putInt((int) header.sequence())
        .putInt((int) header.port());
  }

  /** Bytes that are no attribute, as a family's own header. */
  public MessageWriter raw(byte... bytes) {
    room(bytes.length).put(bytes);
    return this;
  }

  /** Two bytes that are no attribute. */
  public MessageWriter rawU16(int number) {
    room(2).putShort((short) number);
    return this;
  }

  /** Four bytes that are no attribute. */
  public MessageWriter rawU32(long number) {
    room(4).putInt((int) number);
    return this;
  }

  /** Eight bytes that are no attribute. */
  public MessageWriter rawU64(long number) {
    room(8).putLong(number);
    return this;
  }

  /**
   * An attribute of any bytes.
   *
   * @throws IllegalArgumentException if they are more than an attribute holds
   */
  public MessageWriter bytes(int type, byte... value) {
    return attribute(type, content -> content.raw(value));
  }

  /** An attribute that is there and nothing more. */
  public MessageWriter flag(int type) {
    return bytes(type);
  }

  /** An attribute with a number of one byte. */
  public MessageWriter u8(int type, int value) {
    return bytes(type, (byte) value);
  }

  /** An attribute with a number of two bytes, in host order. */
  public MessageWriter u16(int type, int value) {
    return attribute(type, content -> content.rawU16(value));
  }

  /** An attribute with a number of four bytes, in host order. */
  public MessageWriter u32(int type, long value) {
    return attribute(type, content -> content.rawU32(value));
  }

  /** An attribute with a number of eight bytes, in host order. */
  public MessageWriter u64(int type, long value) {
    return attribute(type, content -> content.rawU64(value));
  }

  /** An attribute with a text and the NUL behind it. */
  public MessageWriter text(int type, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return bytes(type, Arrays.copyOf(bytes, bytes.length + 1));
  }

  /** An attribute with attributes inside, marked as such. */
  public MessageWriter nest(int type, Consumer<MessageWriter> inside) {
    return attribute(type | NESTED, inside);
  }

  /** An attribute with anything inside; a nest in it is not marked as such, as of old. */
  public MessageWriter attribute(int type, Consumer<MessageWriter> inside) {
    int start = buffer.position();
    rawU16(0).rawU16(type);
    inside.accept(this);
    int length = buffer.position() - start;
    if (length > LARGEST_ATTRIBUTE) {
      throw new IllegalArgumentException(
          "attribute %d would have %d bytes, and an attribute has at most %d"
              .formatted(type & ~NESTED, length, LARGEST_ATTRIBUTE));
    }
    buffer.putShort(start, (short) length);
    room(Netlink.align(length) - length).put(new byte[Netlink.align(length) - length]);
    return this;
  }

  /** The whole message. */
  public byte[] toByteArray() {
    buffer.putInt(0, buffer.position());
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private ByteBuffer room(int count) {
    if (buffer.remaining() < count) {
      int capacity = Math.max(2 * buffer.capacity(), buffer.position() + count);
      buffer =
          ByteBuffer.allocate(capacity)
              .order(buffer.order())
              .put(buffer.array(), 0, buffer.position());
    }
    return buffer;
  }
}
