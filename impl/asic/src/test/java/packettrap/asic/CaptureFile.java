package packettrap.asic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import packettrap.spec.packet.Frame;

/**
 * Reads the Ethernet frames of a pcap or pcapng file, as far as the file goes.
 *
 * <p>Formats: draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng.
 */
final class CaptureFile {
  private static final int ETHERNET = 1;
  private static final int SECTION = 0x0a0d0d0a;
  private static final int INTERFACE = 1;
  private static final int PACKET = 6;

  private CaptureFile() {}

  static List<Frame> ethernetFrames(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file);
    if (buffer.remaining() < 28) {
      return List.of();
    }
    return buffer.getInt(0) == SECTION ? pcapng(buffer) : pcap(buffer);
  }

  private static List<Frame> pcap(ByteBuffer buffer) {
    List<Frame> frames = new ArrayList<>();
    int magic = buffer.getInt(0);
    boolean big = magic == 0xa1b2c3d4 || magic == 0xa1b23c4d;
    buffer.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    if ((buffer.getInt(20) & 0xffff) != ETHERNET) {
      return frames;
    }
    int offset = 24;
    while (offset + 16 <= buffer.limit()) {
      int length = buffer.getInt(offset + 8);
      if (length < 0 || length > buffer.limit() - offset - 16) {
        break;
      }
      frames.add(Frame.of(buffer.array(), offset + 16, length));
      offset += 16 + length;
    }
    return frames;
  }

  private static List<Frame> pcapng(ByteBuffer buffer) {
    List<Frame> frames = new ArrayList<>();
    List<Integer> linkTypes = new ArrayList<>();
    int offset = 0;
    while (offset + 12 <= buffer.limit()) {
      if (buffer.getInt(offset) == SECTION) {
        boolean big = buffer.order(ByteOrder.BIG_ENDIAN).getInt(offset + 8) == 0x1a2b3c4d;
        buffer.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        linkTypes.clear();
      }
      int type = buffer.getInt(offset);
      int length = buffer.getInt(offset + 4);
      if (length < 12 || length > buffer.limit() - offset) {
        break;
      }
      if (type == INTERFACE && length >= 20) {
        linkTypes.add(buffer.getShort(offset + 8) & 0xffff);
      } else if (type == PACKET && length >= 32) {
        int link = buffer.getInt(offset + 8);
        int captured = buffer.getInt(offset + 20);
        boolean ethernet = link >= 0 && link < linkTypes.size() && linkTypes.get(link) == ETHERNET;
        if (ethernet && captured >= 0 && captured <= length - 32) {
          frames.add(Frame.of(buffer.array(), offset + 28, captured));
        }
      }
      offset += length;
    }
    return frames;
  }
}
