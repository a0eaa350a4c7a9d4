package packettrap.runner.classify;

import java.util.stream.IntStream;

/** What the switch did with one frame; what leaves late is added when it does. */
final class Verdict {
  private static final int[] NONE = {};

  private final long number;
  private final long time;
  private final long length;
  private final int captured;
  private final TrapHit trap;
  private int[] ports = NONE;

  Verdict(CapturedFrame frame, TrapHit trap) {
    this.number = frame.number();
    this.time = frame.time();
    this.length = frame.length();
    this.captured = frame.frame().length();
    this.trap = trap;
  }

  /** It left by a port. */
  void leftBy(int port) {
    ports = IntStream.concat(IntStream.of(ports), IntStream.of(port)).distinct().sorted().toArray();
  }

  /** Its number in the capture. */
  long number() {
    return number;
  }

  /** When it was captured, ns since 1970. */
  long time() {
    return time;
  }

  /** Bytes that it had on the wire. */
  long length() {
    return length;
  }

  /** Bytes of it that the capture has, and so the switch got. */
  int captured() {
    return captured;
  }

  /** The trap that it hit; null: none. */
  TrapHit trap() {
    return trap;
  }

  /** The ports that it left by, in their order. */
  int[] ports() {
    return ports;
  }

  /** Whether it left by a port. */
  boolean hasLeftBy(int port) {
    return IntStream.of(ports).anyMatch(one -> one == port);
  }

  /** In one word. */
  Fate fate() {
    return trap != null ? Fate.TRAPPED : ports.length == 0 ? Fate.NOWHERE : Fate.FORWARDED;
  }

  /** What becomes of frames. */
  enum Fate {
    /** It hit a trap; it may have been forwarded all the same. */
    TRAPPED,
    /** It hit no trap and left by a port. */
    FORWARDED,
    /** It hit no trap and left by no port. */
    NOWHERE
  }
}
