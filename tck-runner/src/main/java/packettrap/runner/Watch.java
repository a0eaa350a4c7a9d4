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
  boolean ends(Thread thread) throws InterruptedException {
    long pause = Math.max(1, Math.min(100, limit / 10_000_000));
    while (thread.isAlive()) {
      thread.join(pause);
      if (thread.isAlive() && isStuck(System.nanoTime())) {
        return false;
      }
    }
    return true;
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
