package packettrap.runner.classify;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.TrapType;

/**
 * Finds the frame that left an egress queue later than it came in.
 *
 * <p>A queue keeps the order of its frames, and bridging, routing and tunnels change headers only:
 * so it is the oldest frame that ends in the same way and did not leave by that port before.
 */
final class Waiting {
  /** Frames that are remembered; no queue is so long. */
  private static final int MOST = 65_536;

  /** MAC addresses, a tag, and an IPv6 header's beginning, which a router may change. */
  private static final int CHANGED = 26;

  private record Entry(Verdict verdict, byte[] bytes) {}

  private final Deque<Entry> entries = new ArrayDeque<>();

  /** A frame came in that may leave later. */
  void add(Verdict verdict, Frame frame) {
    if (entries.size() == MOST) {
      entries.removeFirst();
    }
    entries.addLast(new Entry(verdict, frame.toByteArray()));
  }

  /** A frame left by a port; of two that are alike, one that was dropped on its way did not. */
  void left(int port, Frame frame) {
    byte[] bytes = frame.toByteArray();
    if (!left(port, bytes, false)) {
      left(port, bytes, true);
    }
  }

  private boolean left(int port, byte[] bytes, boolean dropped) {
    for (Entry entry : entries) {
      TrapHit trap = entry.verdict().trap();
      boolean drop = trap != null && trap.type() == TrapType.DROP;
      if (drop == dropped && !entry.verdict().hasLeftBy(port) && endAlike(entry.bytes(), bytes)) {
        entry.verdict().leftBy(port);
        return true;
      }
    }
    return false;
  }

  private static boolean endAlike(byte[] one, byte[] other) {
    int length = Math.max(0, Math.min(one.length, other.length) - CHANGED);
    return Arrays.equals(
        one, one.length - length, one.length, other, other.length - length, other.length);
  }
}
