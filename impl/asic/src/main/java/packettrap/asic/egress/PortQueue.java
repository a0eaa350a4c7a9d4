package packettrap.asic.egress;

import java.util.ArrayDeque;
import packettrap.spec.config.SwitchConfig.EgressQueue;
import packettrap.spec.device.TrapHost;
import packettrap.spec.packet.Frame;

/**
 * The queue in front of a port, in virtual time and exact in integers.
 *
 * <p>A frame that finds the queue idle leaves 1/rate s later, the next one 1/rate s after it. The
 * frame that is being sent still takes its place in the queue.
 */
final class PortQueue {
  private static final long SECOND = 1_000_000_000L;

  private final int port;
  private final int limit;
  private final long rate;
  private final TrapHost host;
  private final ArrayDeque<Frame> waiting = new ArrayDeque<>();

  /** How far the first frame is sent, in 1e-9 of it. */
  private long progress;

  private long lastServed;

  /** Null: the queue drops nothing before it is full. */
  private final EarlyDetection red;

  PortQueue(EgressQueue queue, TrapHost host) {
    this.port = queue.port();
    this.limit = queue.limit();
    this.rate = queue.rate();
    this.host = host;
    this.red = queue.red() == null ? null : new EarlyDetection(queue.red());
  }

  /** Whether a frame that comes now is dropped early; the queue was served up to now. */
  boolean isCongested(long now) {
    if (red == null) {
      return false;
    }
    if (waiting.isEmpty()) {
      red.idle(packetsWithin(now - lastServed));
      // What was idle once is not idle again.
      lastServed = now;
    }
    return red.drops(waiting.size());
  }

  /** How many frames the port would have sent in a time, ns. */
  private long packetsWithin(long time) {
    long seconds = time / SECOND;
    boolean many = rate > 0 && seconds >= Long.MAX_VALUE / SECOND / rate;
    return many ? Long.MAX_VALUE : seconds * rate + time % SECOND * Math.min(rate, SECOND) / SECOND;
  }

  /** Whether a frame that comes now would be dropped at the tail. */
  boolean isFull() {
    return waiting.size() >= limit;
  }

  /** Puts a frame at the end; the queue was served up to now. */
  void add(Frame frame, long now) {
    if (waiting.isEmpty()) {
      progress = 0;
      lastServed = now;
    }
    waiting.add(frame);
  }

  /** Sends what has left the queue by now. */
  void serve(long now) {
    if (waiting.isEmpty() || now <= lastServed) {
      return;
    }
    long elapsed = now - lastServed;
    lastServed = now;
    // The limit is an int, so that the time for all of them in 1e-9 fits into a long.
    long missing = waiting.size() * SECOND - progress;
    boolean everything = rate > 0 && (elapsed < 0 || elapsed > (missing - 1) / rate);
    progress = everything ? waiting.size() * SECOND : progress + elapsed * rate;
    for (; progress >= SECOND; progress -= SECOND) {
      host.transmit(port, waiting.remove());
    }
  }
}
