package packettrap.runner.classify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A capture file as it is read from its beginning to its end, in the byte order it turns out. */
final class CaptureInput {
  private final InputStream in;
  private long offset;
  private ByteOrder order = ByteOrder.BIG_ENDIAN;

  CaptureInput(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** From now on numbers are in this order. */
  void order(ByteOrder other) {
    order = other;
  }

  /** Bytes read so far. */
  long offset() {
    return offset;
  }

  /** Whether nothing is left. */
  boolean atEnd() throws IOException {
    in.mark(1);
    boolean end = in.read() < 0;
    in.reset();
    return end;
  }

  /**
   * The next bytes.
   *
   * @param what they are, for a sentence
   * @throws DamagedCapture if there are fewer
   */
  byte[] bytes(int count, String what) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new DamagedCapture(
          "is cut short: %s has %d bytes from byte %d on, and %d are there"
              .formatted(what, count, offset, bytes.length));
    }
    offset += count;
    return bytes;
  }

  /** The next bytes, to read numbers from. */
  ByteBuffer numbers(int count, String what) throws IOException {
    return ByteBuffer.wrap(bytes(count, what)).order(order);
  }
}
