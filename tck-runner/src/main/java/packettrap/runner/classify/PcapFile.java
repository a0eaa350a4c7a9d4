package packettrap.runner.classify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import packettrap.spec.packet.Frame;

/** Reads a pcap file behind its first four bytes. Source: draft-ietf-opsawg-pcap. */
final class PcapFile {
  private static final int MICROSECONDS = 0xa1b2c3d4;
  private static final int NANOSECONDS = 0xa1b23c4d;

  /** Bits of the last number of the header that are the link type. */
  private static final int LINK_TYPE = 0x03ff_ffff;

  /** No packet has more bytes than this, in libpcap's and in Wireshark's eyes. */
  static final int MOST_BYTES = 262_144;

  private static final long SECOND = 1_000_000_000;

  private final CaptureInput in;
  private final long unit;

  PcapFile(CaptureInput in, byte[] magic) {
    ByteBuffer first = ByteBuffer.wrap(magic);
    int number = first.getInt(0);
    boolean little = number != MICROSECONDS && number != NANOSECONDS;
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    this.in = in;
    this.unit = first.order(order).getInt(0) == NANOSECONDS ? 1 : 1_000;
    in.order(order);
  }

  /** Whether a file that begins with these four bytes is one. */
  static boolean begins(byte... magic) {
    int number = ByteBuffer.wrap(magic).getInt();
    int swapped = Integer.reverseBytes(number);
    return number == MICROSECONDS
        || number == NANOSECONDS
        || swapped == MICROSECONDS
        || swapped == NANOSECONDS;
  }

  /**
   * Hands all frames over.
   *
   * @throws DamagedCapture if it is not a whole capture of Ethernet
   */
  void read(Consumer<CapturedFrame> taker) throws IOException {
    ByteBuffer header = in.numbers(20, "the file's header");
    LinkType.check(header.getInt(16) & LINK_TYPE);
    for (long number = 1; !in.atEnd(); number++) {
      ByteBuffer record = in.numbers(16, "the header of frame " + number);
      long captured = Integer.toUnsignedLong(record.getInt(8));
      checkLength(number, captured, in.offset() - 8);
      byte[] bytes = in.bytes((int) captured, "frame " + number);
      long time =
          Integer.toUnsignedLong(record.getInt(0)) * SECOND
              + Integer.toUnsignedLong(record.getInt(4)) * unit;
      long length = Integer.toUnsignedLong(record.getInt(12));
      taker.accept(new CapturedFrame(number, time, length, Frame.of(bytes)));
    }
  }

  /**
   * Refuses a length that no frame has.
   *
   * @param at where it stands, bytes from the file's beginning
   */
  static void checkLength(long number, long captured, long at) throws DamagedCapture {
    if (captured > MOST_BYTES) {
      throw new DamagedCapture(
          "is damaged: at byte %d frame %d claims %d bytes, and none has more than %d"
              .formatted(at, number, captured, MOST_BYTES));
    }
  }
}
