package packettrap.runner;

import java.time.Duration;
import packettrap.runner.driver.CallClock;

/** Notices that a call of the driver does not return. */
final class Watch {
  private final CallClock clock;
  private final long limit;
  private long seen;
  private long since;

  Watch(CallClock clock, Duration limit) {
    this.clock = clock;
    this.limit = limit.toNanos();
  }

  /**
   * Waits until a thread has ended.
   *
   * @return whether it did; if not, one call took longer than the limit
   */
  boolean ends(Thread thread) {
    long pause = Math.max(1, Math.min(100, limit / 10_000_000));
    while (thread.isAlive()) {
      join(thread, pause);
      if (thread.isAlive() && isStuck(System.nanoTime())) {
        return false;
      }
    }
    return true;
  }

  /** Waits a while; an interruption can only come from the driver, and changes nothing. */
  static void join(Thread thread, long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      // nobody else has this thread
    }
  }

  private boolean isStuck(long now) {
    long call = clock.underWay();
    if (call == 0 || call != seen) {
      seen = call;
      since = now;
      return false;
    }
    return now - since > limit;
  }
}
