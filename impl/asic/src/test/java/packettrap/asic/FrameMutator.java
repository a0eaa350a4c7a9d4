package packettrap.asic;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import packettrap.spec.packet.Frame;

/**
 * Damages frames as fuzzers do: bits, bytes, lengths, headers in the wrong place.
 *
 * <p>What comes out follows from the generator's seed alone.
 */
final class FrameMutator {
  /** Numbers at which lengths and offsets go wrong. */
  private static final int[] CORNERS = {
    0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 63, 64, 127, 128, 254, 255
  };

  /** What announces another header: tags, IP, MPLS, PPPoE, SNAP, tunnels, extensions. */
  private static final byte[][] HEADERS = {
    Frames.hex("8100000a"),
    Frames.hex("88a8000a"),
    Frames.hex("8847000101ff"),
    Frames.hex("88641100000100ff0021"),
    Frames.hex("0020aaaa030000000800"),
    Frames.hex("08004500001400000000400400000a0000010a000002"),
    Frames.hex("86dd6000000000082940"),
    Frames.hex("2f00000000000000"),
    Frames.hex("000000006558"),
    Frames.hex("12b512b500000000080000000000010000"),
    Frames.hex("08680868000000003400000000000001000000850100"),
    Frames.hex("3c00050200000100"),
    Frames.hex("2c00000100000000"),
    Frames.hex("3302000000000100000000010000"),
  };

  private final RandomGenerator random;
  private final List<byte[]> seeds;

  FrameMutator(List<Frame> seeds, RandomGenerator random) {
    this.seeds = seeds.stream().map(Frame::toByteArray).toList();
    this.random = random;
  }

  /** A damaged one of the frames. */
  Frame next() {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int change = random.nextInt(4); change >= 0; change--) {
      bytes = mutated(bytes);
    }
    return Frame.of(bytes);
  }

  private byte[] mutated(byte[] bytes) {
    if (bytes.length == 0) {
      return HEADERS[random.nextInt(HEADERS.length)].clone();
    }
    // Most headers are in front: half of the changes, too.
    int at = random.nextInt(random.nextBoolean() ? Math.min(bytes.length, 64) : bytes.length);
    switch (random.nextInt(10)) {
      case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2, 3 -> bytes[at] = (byte) CORNERS[random.nextInt(CORNERS.length)];
      case 4 -> bytes[at] = (byte) random.nextInt(256);
      case 5 -> bytes[at] += (byte) (random.nextBoolean() ? 1 : -1);
      case 6 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 7 -> {
        return Arrays.copyOf(bytes, bytes.length + random.nextInt(64));
      }
      case 8 -> {
        return spliced(bytes, at, HEADERS[random.nextInt(HEADERS.length)]);
      }
      default -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length);
        return spliced(bytes, at, Arrays.copyOfRange(other, from, other.length));
      }
    }
    return bytes;
  }

  /** Bytes pushed in between. */
  private byte[] spliced(byte[] bytes, int at, byte[] between) {
    byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
    return Frames.join(Arrays.copyOf(bytes, at), between, rest);
  }
}
