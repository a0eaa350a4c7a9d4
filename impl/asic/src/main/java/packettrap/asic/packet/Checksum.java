package packettrap.asic.packet;

import packettrap.spec.packet.Frame;

/** The Internet checksum (RFC 1071). */
final class Checksum {
  private static final long HALF = 0xffff_ffffL;

  private Checksum() {}

  /** Whether the checksum within a number of bytes fits them. */
  static boolean fits(Frame frame, int start, int length) {
    return folds(sum(frame, start, length));
  }

  /**
   * Whether the checksum of an upper protocol fits: it also covers a pseudo-header with the
   * addresses (RFC 768, RFC 8200 section 8.1).
   */
  static boolean fits(Packet packet, int protocol, int start, int length) {
    long addresses =
        halves(packet.sourceHigh)
            + halves(packet.sourceLow)
            + halves(packet.destinationHigh)
            + halves(packet.destinationLow);
    return folds(addresses + protocol + length + sum(packet.frame, start, length));
  }

  private static long halves(long number) {
    return (number >>> 32) + (number & HALF);
  }

  /** The sum of 32-bit words, which folds to the same 16 bits as that of 16-bit words. */
  private static long sum(Frame frame, int start, int length) {
    long sum = 0;
    int offset = start;
    int end = start + length;
    for (; end - offset >= 8; offset += 8) {
      sum += halves(frame.u64(offset));
    }
    for (; end - offset >= 2; offset += 2) {
      sum += frame.u16(offset);
    }
    return offset < end ? sum + (frame.u8(offset) << 8) : sum;
  }

  private static boolean folds(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return folded == 0xffff;
  }
}
