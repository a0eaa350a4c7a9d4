package packettrap.runner.classify;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * The clock of an interface in a pcapng file.
 *
 * @param perSecond its units, by default microseconds
 * @param offset seconds to be added
 */
record PcapngClock(BigInteger perSecond, long offset) {
  private static final int END = 0;
  private static final int RESOLUTION = 9;
  private static final int OFFSET = 14;

  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);
  private static final BigInteger LATEST = BigInteger.valueOf(1L << 62);

  /** The clock that the options of an interface's block describe; they begin at its byte 8. */
  static PcapngClock of(ByteBuffer body) {
    BigInteger perSecond = BigInteger.valueOf(1_000_000);
    long offset = 0;
    int at = 8;
    while (at + 4 <= body.limit()) {
      int code = body.getShort(at) & 0xffff;
      int length = body.getShort(at + 2) & 0xffff;
      if (code == END || at + 4 + length > body.limit()) {
        break;
      } else if (code == RESOLUTION && length == 1) {
        int exponent = body.get(at + 4) & 0x7f;
        boolean binary = body.get(at + 4) < 0;
        perSecond = BigInteger.valueOf(binary ? 2 : 10).pow(exponent);
      } else if (code == OFFSET && length == 8) {
        offset = body.getLong(at + 4);
      }
      at += 4 + (length + 3 & ~3);
    }
    return new PcapngClock(perSecond, offset);
  }

  /** The time of so many units (unsigned), ns since 1970; what is beyond 146 years is cut. */
  long nanos(long units) {
    return new BigInteger(Long.toUnsignedString(units))
        .multiply(SECOND)
        .divide(perSecond)
        .add(BigInteger.valueOf(offset).multiply(SECOND))
        .max(BigInteger.ZERO)
        .min(LATEST)
        .longValue();
  }
}
