package packettrap.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import packettrap.spec.packet.Frame;

/** Makes capture files. */
final class TestCaptures {
  private TestCaptures() {}

  /** A pcap file of Ethernet with microseconds; a frame each millisecond, from 1000 s on. */
  static Path pcap(Path file, List<Frame> frames) {
    int length = frames.stream().mapToInt(Frame::length).sum();
    ByteBuffer bytes =
        ByteBuffer.allocate(24 + 16 * frames.size() + length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65535);
    bytes.putInt(1);
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      bytes.putInt(1000 + i / 1000).putInt(i % 1000 * 1000);
      bytes.putInt(frame.length()).putInt(frame.length()).put(frame.toByteArray());
    }
    return write(file, bytes.array());
  }

  static Path write(Path file, byte... bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
