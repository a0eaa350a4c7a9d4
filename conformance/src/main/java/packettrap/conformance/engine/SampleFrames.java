package packettrap.conformance.engine;

import packettrap.spec.packet.Frame;

/** Frames of every length that makes a difference to whoever cuts and describes them. */
final class SampleFrames {
  private static final int HUGE = 70_000;

  private static final Frame[] FRAMES = {
    frame(60, 0x0800),
    frame(0, 0),
    frame(1, 0),
    frame(13, 0),
    frame(14, 0x0800),
    frame(15, 0x86dd),
    frame(64, 0x0026),
    frame(64, 0x05ff),
    frame(64, 0x0600),
    novell(),
    frame(100, 0x8100),
    frame(1514, 0x0806),
    frame(9014, 0x88cc),
    frame(65527, 0x0800),
    frame(65528, 0x0800),
    frame(HUGE, 0x0800)
  };

  private SampleFrames() {}

  /** One of them; the huge ones seldom. */
  static Frame pick(int select) {
    int index = select % FRAMES.length;
    return index >= FRAMES.length - 3 && (select >> 6 & 7) != 0 ? FRAMES[0] : FRAMES[index];
  }

  private static Frame frame(int length, int type) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 7 + 2 & 0xfe);
    }
    if (length >= 14) {
      bytes[12] = (byte) (type >> 8);
      bytes[13] = (byte) type;
    }
    return Frame.of(bytes);
  }

  /** Raw 802.3, as Novell sent it: the payload begins with ff ff. */
  private static Frame novell() {
    byte[] bytes = frame(60, 0x0030).toByteArray();
    bytes[14] = (byte) 0xff;
    bytes[15] = (byte) 0xff;
    return Frame.of(bytes);
  }
}
