package packettrap.runner;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import packettrap.runner.driver.CallClock;

/** Notices that a call of the driver does not return. */
final class Watch {
  private final CallClock clock;
  private final long limit;
  private final Map<CallClock, Pending> pending = new HashMap<>();
  private CallClock stuck;

  /** A call that is under way, or 0, and since when it is known. */
  private record Pending(long call, long since) {}

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

  /** What was called last when a call took longer than the limit. */
  CallClock stuck() {
    return stuck;
  }

  private boolean isStuck(long now) {
    if (isStuck(clock, now)) {
      return true;
    }
    for (CallClock other : clock.others()) {
      if (isStuck(other, now)) {
        return true;
      }
    }
    return false;
  }

  private boolean isStuck(CallClock one, long now) {
    long call = one.underWay();
    Pending known = pending.get(one);
    if (call == 0 || known == null || call != known.call()) {
      pending.put(one, new Pending(call, now));
      return false;
    }
    if (now - known.since() <= limit) {
      return false;
    }
    stuck = one;
    return true;
  }
}
