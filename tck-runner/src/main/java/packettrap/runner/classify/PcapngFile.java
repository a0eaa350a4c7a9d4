package packettrap.runner.classify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import packettrap.spec.packet.Frame;

/** Reads a pcapng file behind its first four bytes. Source: draft-ietf-opsawg-pcapng. */
final class PcapngFile {
  private static final int SECTION = 0x0a0d0d0a;
  private static final int INTERFACE = 1;
  private static final int OBSOLETE_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int PACKET = 6;
  private static final int BYTE_ORDER = 0x1a2b3c4d;

  /** Wireshark's limit for a block. */
  private static final int MOST_BYTES = 16 << 20;

  /** An interface of a section: what its frames are, how many bytes of them, and their clock. */
  private record Interface(int linkType, long snapshot, PcapngClock clock) {}

  private final CaptureInput in;
  private final List<Interface> interfaces = new ArrayList<>();
  private long number;
  private long lastTime;

  PcapngFile(CaptureInput in) {
    this.in = in;
  }

  /** Whether a file that begins with these four bytes is one. */
  static boolean begins(byte... magic) {
    return ByteBuffer.wrap(magic).getInt() == SECTION;
  }

  /**
   * Hands all frames over.
   *
   * @throws DamagedCapture if it is not a whole capture of Ethernet
   */
  void read(Consumer<CapturedFrame> taker) throws IOException {
    section();
    while (!in.atEnd()) {
      ByteBuffer type = in.numbers(4, "the type of a block");
      // It reads the same in both byte orders.
      if (type.getInt(0) == SECTION) {
        section();
      } else {
        block(type.getInt(0), taker);
      }
    }
  }

  private void section() throws IOException {
    byte[] start = in.bytes(8, "the header of a section");
    boolean big = ByteBuffer.wrap(start).getInt(4) == BYTE_ORDER;
    in.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    ByteBuffer numbers =
        ByteBuffer.wrap(start).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    if (numbers.getInt(4) != BYTE_ORDER) {
      throw new DamagedCapture(
          "is damaged: the byte order mark at byte %d is neither 1a2b3c4d nor 4d3c2b1a"
              .formatted(in.offset() - 4));
    }
    int length = checkedLength(numbers.getInt(0), 28, in.offset() - 8);
    body(length, 12, "the header of a section");
    interfaces.clear();
  }

  private void block(int type, Consumer<CapturedFrame> taker) throws IOException {
    long at = in.offset();
    int length = checkedLength(in.numbers(4, "the length of a block").getInt(0), 12, at);
    ByteBuffer body = body(length, 8, "a block");
    switch (type) {
      case INTERFACE -> addInterface(body, at);
      case PACKET -> packet(body, body.remaining() < 20 ? 0 : body.getInt(0), at, taker);
      case OBSOLETE_PACKET ->
          packet(body, body.remaining() < 20 ? 0 : body.getShort(0) & 0xffff, at, taker);
      case SIMPLE_PACKET -> simplePacket(body, at, taker);
      default -> {
        // Names, statistics, keys: nothing about frames.
      }
    }
  }

  /** A block's length, with its type and itself twice. */
  private static int checkedLength(int length, int least, long at) throws DamagedCapture {
    if (length < least || length > MOST_BYTES || length % 4 != 0) {
      throw new DamagedCapture(
          "is damaged: at byte %d a block claims %d bytes; a multiple of 4 from %d to %d is possible"
              .formatted(at, Integer.toUnsignedLong(length), least, MOST_BYTES));
    }
    return length;
  }

  /** What is left of a block when {@code read} bytes of it were read, without its end. */
  private ByteBuffer body(int length, int read, String what) throws IOException {
    ByteBuffer body = in.numbers(length - read - 4, what);
    int repeated = in.numbers(4, "the end of a block").getInt(0);
    if (repeated != length) {
      throw new DamagedCapture(
          "is damaged: a block that ends at byte %d claims %d bytes in front and %d behind"
              .formatted(in.offset(), length, Integer.toUnsignedLong(repeated)));
    }
    return body;
  }

  private void addInterface(ByteBuffer body, long at) throws DamagedCapture {
    require(body, 8, "an interface", at);
    interfaces.add(
        new Interface(
            body.getShort(0) & 0xffff,
            Integer.toUnsignedLong(body.getInt(4)),
            PcapngClock.of(body)));
  }

  private void packet(ByteBuffer body, int id, long at, Consumer<CapturedFrame> taker)
      throws DamagedCapture {
    require(body, 20, "a packet", at);
    Interface from = of(id, at);
    long captured = Integer.toUnsignedLong(body.getInt(12));
    long units = (long) body.getInt(4) << 32 | Integer.toUnsignedLong(body.getInt(8));
    lastTime = from.clock().nanos(units);
    hand(body, 20, captured, Integer.toUnsignedLong(body.getInt(16)), at, taker);
  }

  /** A packet of the first interface that has no time; it is taken for that of the one before. */
  private void simplePacket(ByteBuffer body, long at, Consumer<CapturedFrame> taker)
      throws DamagedCapture {
    require(body, 4, "a packet", at);
    long snapshot = of(0, at).snapshot();
    long length = Integer.toUnsignedLong(body.getInt(0));
    long captured = snapshot == 0 ? length : Math.min(length, snapshot);
    hand(body, 4, captured, length, at, taker);
  }

  private void hand(
      ByteBuffer body, int from, long captured, long length, long at, Consumer<CapturedFrame> taker)
      throws DamagedCapture {
    number++;
    PcapFile.checkLength(number, captured, at);
    if (captured > body.limit() - from) {
      throw new DamagedCapture(
          "is damaged: frame %d claims %d bytes in a block (byte %d) that has room for %d"
              .formatted(number, captured, at, body.limit() - from));
    }
    Frame frame = Frame.of(body.array(), from, (int) captured);
    taker.accept(new CapturedFrame(number, lastTime, length, frame));
  }

  private Interface of(int id, long at) throws DamagedCapture {
    if (id < 0 || id >= interfaces.size()) {
      throw new DamagedCapture(
          "is damaged: a packet (byte %d) names interface %d, and there are %d"
              .formatted(at, Integer.toUnsignedLong(id), interfaces.size()));
    }
    LinkType.check(interfaces.get(id).linkType());
    return interfaces.get(id);
  }

  private static void require(ByteBuffer body, int least, String what, long at)
      throws DamagedCapture {
    if (body.limit() < least) {
      throw new DamagedCapture(
          "is damaged: at byte %d the block of %s is too short".formatted(at, what));
    }
  }
}
