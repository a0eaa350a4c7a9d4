package packettrap.wire;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A part of a received buffer, read with the byte order of the host that sent it.
 *
 * <p>Immutable as long as nobody writes to the buffer. What lies beyond the end is a {@link
 * MalformedMessage} with the place in the whole buffer.
 */
public final class Bytes {
  /** No bytes. */
  public static final Bytes NONE = of(ByteOrder.LITTLE_ENDIAN);

  private final byte[] buffer;
  private final int start;
  private final int length;
  private final ByteOrder order;

  private Bytes(byte[] buffer, int start, int length, ByteOrder order) {
    this.buffer = buffer;
    this.start = start;
    this.length = length;
    this.order = order;
  }

  /** All of a buffer, which is not copied. */
  public static Bytes of(ByteOrder order, byte... buffer) {
    return new Bytes(buffer, 0, buffer.length, order);
  }

  /** All of a buffer from a host with the usual byte order, which is little-endian. */
  public static Bytes of(byte... buffer) {
    return of(ByteOrder.LITTLE_ENDIAN, buffer);
  }

  /** How many they are. */
  public int length() {
    return length;
  }

  /** Where they begin in the whole buffer. */
  public int offset() {
    return start;
  }

  /** The byte order of the host. */
  public ByteOrder order() {
    return order;
  }

  /** {@code count} of them from {@code at} on. */
  public Bytes part(int at, int count) {
    need(at, count);
    return new Bytes(buffer, start + at, count, order);
  }

  /** Those from {@code at} on. */
  public Bytes from(int at) {
    need(at, 0);
    return new Bytes(buffer, start + at, length - at, order);
  }

  /** One byte, 0 to 255. */
  public int u8(int at) {
    need(at, 1);
    return buffer[start + at] & 0xff;
  }

  /** Two bytes in host order, 0 to 65535. */
  public int u16(int at) {
    return (int) number(at, 2, order);
  }

  /** Two bytes in network order, 0 to 65535. */
  public int u16OfNetwork(int at) {
    return (int) number(at, 2, ByteOrder.BIG_ENDIAN);
  }

  /** Four bytes in host order, 0 to 2^32 - 1. */
  public long u32(int at) {
    return number(at, 4, order);
  }

  /** Four bytes in host order, signed. */
  public int s32(int at) {
    return (int) number(at, 4, order);
  }

  /** Eight bytes in host order; unsigned, as all longs here. */
  public long u64(int at) {
    return number(at, 8, order);
  }

  /** The text up to the first NUL, or to the end. */
  public String text() {
    int end = start;
    while (end < start + length && buffer[end] != 0) {
      end++;
    }
    return new String(buffer, start, end - start, StandardCharsets.UTF_8);
  }

  /** A copy. */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(buffer, start, start + length);
  }

  private long number(int at, int count, ByteOrder of) {
    need(at, count);
    long number = 0;
    for (int i = 0; i < count; i++) {
      int index = of == ByteOrder.BIG_ENDIAN ? i : count - 1 - i;
      number = number << 8 | buffer[start + at + index] & 0xff;
    }
    return number;
  }

  private void need(int at, int count) {
    if (at < 0 || count < 0 || at > length - count) {
      throw new MalformedMessage(
          start + Math.max(0, at),
          count
              + (count == 1 ? " byte is" : " bytes are")
              + " needed, and "
              + Math.max(0, length - Math.max(0, at))
              + " are there");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes
        && Arrays.equals(
            buffer, start, start + length, bytes.buffer, bytes.start, bytes.start + bytes.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + buffer[start + i];
    }
    return hash;
  }

  /** The bytes as hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(buffer, start, start + length);
  }
}
