package packettrap.reference;

/**
 * A policer's tokens, exact in integers: RFC 2697 with one rate, colour-blind, excess burst 0, a
 * packet for a token.
 *
 * <p>Where a rule leaves open how many tokens there are (POL-33), both ends of what is possible are
 * kept; {@link #EITHER} is the answer when it matters. Mutable, not thread-safe.
 */
public final class TokenBucket {
  /** A packet finds no token. */
  public static final int DISCARD = 0;

  /** A packet finds a token. */
  public static final int PASS = 1;

  /** The rules allow both. */
  public static final int EITHER = 2;

  private static final long SECOND = 1_000_000_000L;

  private final Level low = new Level();
  private final Level high = new Level();
  private long rate;
  private long burst;
  private long then;

  /** A full bucket. */
  public TokenBucket(long rate, long burst, long now) {
    this.rate = signed(rate);
    this.burst = signed(burst);
    this.then = now;
    low.tokens = this.burst;
    high.tokens = this.burst;
  }

  /** A bucket that holds whole tokens, no more than its burst. */
  void restart(long newRate, long newBurst, long tokens, long now) {
    rate = signed(newRate);
    burst = signed(newBurst);
    then = now;
    low.tokens = tokens;
    low.nanos = 0;
    high.tokens = tokens;
    high.nanos = 0;
  }

  /** Tokens that it gains a second. */
  public long rate() {
    return rate;
  }

  /** Tokens that it holds at most. */
  public long burst() {
    return burst;
  }

  /** Whether it is certain how many tokens there are, and they are whole. */
  public boolean whole(long now) {
    advance(now);
    return low.tokens == high.tokens && low.nanos == 0 && high.nanos == 0;
  }

  /** Gains what the time since the last call brings. */
  public void advance(long now) {
    long elapsed = now - then;
    if (elapsed > 0) {
      then = now;
      low.gain(rate, burst, elapsed);
      high.gain(rate, burst, elapsed);
    }
  }

  /** New parameters: tokens may stay, cut to the new burst, or be anything up to the burst. */
  public void change(long newRate, long newBurst, long now) {
    advance(now);
    rate = signed(newRate);
    burst = signed(newBurst);
    low.cut(burst);
    high.tokens = burst;
    high.nanos = 0;
  }

  /** New parameters: tokens stay, cut to the new burst. */
  public void changeKeeping(long newRate, long newBurst, long now) {
    advance(now);
    rate = signed(newRate);
    burst = signed(newBurst);
    low.cut(burst);
    high.tokens = low.tokens;
    high.nanos = low.nanos;
  }

  /** What becomes of a packet now; takes no token. */
  public int verdict(long now) {
    advance(now);
    return low.tokens >= 1 ? PASS : high.tokens >= 1 ? EITHER : DISCARD;
  }

  /** A packet passed: there was one token at least. */
  public void take() {
    if (low.tokens >= 1) {
      low.tokens--;
    } else {
      low.nanos = 0;
    }
    high.tokens--;
  }

  /** A packet was discarded: there was less than one token. */
  public void miss() {
    if (high.tokens > 0) {
      high.tokens = 0;
      high.nanos = SECOND - 1;
    }
  }

  /** Fills the bucket. */
  public void fill() {
    low.tokens = burst;
    low.nanos = 0;
    high.tokens = burst;
    high.nanos = 0;
  }

  /** Whole tokens that are there for certain. */
  public long tokens(long now) {
    advance(now);
    return low.tokens;
  }

  /** Whether the bucket is full for certain. */
  public boolean full(long now) {
    advance(now);
    return low.tokens == burst;
  }

  /** Nanoseconds until there is one token more, or -1 if there never will be. */
  public long untilNext(long now) {
    advance(now);
    if (rate <= 0 || low.tokens >= burst) {
      return -1;
    }
    long missing = SECOND - low.nanos;
    return missing / rate + (missing % rate == 0 ? 0 : 1);
  }

  /** Rates and bursts beyond 2^63 - 1 make no difference to it. */
  private static long signed(long unsigned) {
    return unsigned < 0 ? Long.MAX_VALUE : unsigned;
  }

  /** A number of tokens: whole ones, and billionths of one. */
  private static final class Level {
    long tokens;
    long nanos;

    void gain(long rate, long burst, long elapsed) {
      // rate * elapsed billionths, in 128 bits.
      long high = Math.multiplyHigh(rate, elapsed);
      long low = rate * elapsed;
      if (high != 0 || low < 0) {
        // 2^63 billionths or more: more than nine billion tokens.
        gainMuch(rate, burst, elapsed);
        return;
      }
      add(low / SECOND, low % SECOND, burst);
    }

    private void gainMuch(long rate, long burst, long elapsed) {
      long seconds = elapsed / SECOND;
      long rest = elapsed % SECOND;
      long whole = Math.multiplyHigh(rate, seconds) != 0 ? Long.MAX_VALUE : rate * seconds;
      if (whole < 0) {
        whole = Long.MAX_VALUE;
      }
      // rate * rest = (rate / SECOND * rest) whole tokens and (rate % SECOND * rest) billionths.
      long part = rate % SECOND * rest;
      long more = rate / SECOND * rest + part / SECOND;
      long sum = whole + more;
      add(sum < 0 ? Long.MAX_VALUE : sum, part % SECOND, burst);
    }

    private void add(long moreTokens, long moreNanos, long burst) {
      nanos += moreNanos;
      long carry = nanos >= SECOND ? 1 : 0;
      nanos -= carry * SECOND;
      long sum = tokens + moreTokens;
      tokens = sum < 0 || sum + carry < 0 ? Long.MAX_VALUE : sum + carry;
      cut(burst);
    }

    void cut(long burst) {
      if (tokens >= burst) {
        tokens = burst;
        nanos = 0;
      }
    }
  }
}
