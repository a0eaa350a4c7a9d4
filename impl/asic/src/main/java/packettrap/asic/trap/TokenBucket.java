package packettrap.asic.trap;

/**
 * A single-rate token bucket, exact in integers at any rate, burst and distance in time.
 *
 * <p>It starts full, gains {@code rate} tokens a second continuously, holds {@code burst} tokens at
 * most, and a packet costs one. Source: RFC 2697, colour-blind, without excess burst.
 */
final class TokenBucket {
  private static final long SECOND = 1_000_000_000L;

  private long rate;
  private long burst;
  private long tokens;

  /** The part of a token beyond {@link #tokens}, in 1e-9; 0 when the bucket is full. */
  private long fraction;

  private long lastFill;
  private long discarded;

  /**
   * A full bucket.
   *
   * @param rate packets a second, 0 or more
   * @param burst packets, 0 or more
   * @param now ns
   */
  TokenBucket(long rate, long burst, long now) {
    this.rate = rate;
    this.burst = burst;
    this.tokens = burst;
    this.lastFill = now;
  }

  /** Lets a packet through for a token, or counts it as discarded. */
  boolean admits(long now) {
    fill(now);
    if (tokens < 1) {
      discarded++;
      return false;
    }
    tokens--;
    return true;
  }

  /** New parameters: tokens stay, cut to the burst; the count of discarded packets stays. */
  void change(long newRate, long newBurst, long now) {
    fill(now);
    rate = newRate;
    burst = newBurst;
    capAtBurst();
  }

  /** Packets that found less than one token. */
  long discarded() {
    return discarded;
  }

  private void fill(long now) {
    if (now <= lastFill) {
      return;
    }
    long elapsed = now - lastFill;
    if (elapsed < 0) {
      elapsed = Long.MAX_VALUE;
    }
    lastFill = now;
    if (tokens >= burst) {
      return;
    }
    long seconds = elapsed / SECOND;
    long rest = elapsed % SECOND;
    long missing = burst - tokens;
    if (seconds > 0 && rate > missing / seconds) {
      fillUp();
      return;
    }
    // rest * rate / 1e9 in two parts that both fit: rest < 1e9 and rate / 1e9 < 9.3e9.
    long small = rest * (rate % SECOND) + fraction;
    long gained = rest * (rate / SECOND);
    // Each of the three summands is below 2^63; a sum that is not has gone beyond any burst.
    gained += seconds * rate;
    gained = gained < 0 ? Long.MAX_VALUE : gained;
    gained += small / SECOND;
    if (gained < 0 || gained >= missing) {
      fillUp();
      return;
    }
    tokens += gained;
    fraction = small % SECOND;
  }

  private void fillUp() {
    tokens = burst;
    fraction = 0;
  }

  private void capAtBurst() {
    if (tokens >= burst) {
      fillUp();
    }
  }
}
