package packettrap.spec.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An Ethernet frame from the destination MAC on, without preamble and frame check sequence.
 *
 * <p>Immutable, of any length from 0: what arrives on a port is not always well-formed. Multi-byte
 * reads are big-endian. Reads beyond the end throw {@link IndexOutOfBoundsException}.
 */
public final class Frame {
  private static final HexFormat HEX = HexFormat.of();

  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  private final byte[] bytes;

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.BIG_ENDIAN);
  }

  private Frame(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The frame with a copy of these bytes. */
  public static Frame of(byte... bytes) {
    return new Frame(bytes.clone());
  }

  /** The frame with a copy of {@code length} bytes from {@code offset} on. */
  public static Frame of(byte[] bytes, int offset, int length) {
    return new Frame(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /**
   * Reads a frame from hexadecimal digits; white space is ignored.
   *
   * @throws IllegalArgumentException if a character is no digit, or their number is odd
   */
  public static Frame parse(String hex) {
    return new Frame(HEX.parseHex(hex.replaceAll("\\s", "")));
  }

  /** The length in bytes. */
  public int length() {
    return bytes.length;
  }

  /** The byte at an offset, 0 to 255. */
  public int u8(int offset) {
    return bytes[offset] & 0xff;
  }

  /** The two bytes at an offset, 0 to 65535. */
  public int u16(int offset) {
    return (short) SHORT.get(bytes, offset) & 0xffff;
  }

  /** The four bytes at an offset, 0 to 2^32 - 1. */
  public long u32(int offset) {
    return (int) INT.get(bytes, offset) & 0xffff_ffffL;
  }

  /** The six bytes at an offset, as a MAC address's number. */
  public long u48(int offset) {
    return u32(offset) << 16 | u16(offset + 4);
  }

  /** The eight bytes at an offset. */
  public long u64(int offset) {
    return (long) LONG.get(bytes, offset);
  }

  /** The destination MAC address. */
  public Mac destination() {
    return new Mac(u48(0));
  }

  /** The source MAC address. */
  public Mac source() {
    return new Mac(u48(6));
  }

  /**
   * What Linux calls the packet's protocol: the EtherType behind the source MAC, or 4 (802.2 LLC)
   * or 1 (raw 802.3) where that field is a length; 0 if the frame is too short to have one.
   *
   * <p>Source: {@code eth_type_trans}.
   */
  public int protocol() {
    if (bytes.length < 14) {
      return 0;
    }
    int type = u16(12);
    if (type >= 0x600) {
      return type;
    }
    return bytes.length >= 16 && u16(14) == 0xffff ? 1 : 4;
  }

  /** The first bytes, at most {@code length} of them; this frame itself if that is all. */
  public Frame truncated(long length) {
    return length >= bytes.length ? this : new Frame(Arrays.copyOf(bytes, (int) length));
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** Copies bytes out of the frame without an intermediate array. */
  public void copyTo(int offset, byte[] target, int targetOffset, int length) {
    System.arraycopy(bytes, offset, target, targetOffset, length);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Frame frame && Arrays.equals(bytes, frame.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The bytes as hexadecimal digits; {@link #parse} reads them back. */
  @Override
  public String toString() {
    return HEX.formatHex(bytes);
  }
}
