package packettrap.asic.trap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenBucketTests {
  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);

  /** The same bucket without bounds: its content is counted in 1e-9 tokens. */
  private static final class Exact {
    private BigInteger rate;
    private BigInteger capacity;
    private BigInteger content;
    private long last;

    Exact(long rate, long burst) {
      this.rate = BigInteger.valueOf(rate);
      this.capacity = BigInteger.valueOf(burst).multiply(SECOND);
      this.content = capacity;
    }

    private void fill(long now) {
      BigInteger gained = BigInteger.valueOf(now).subtract(BigInteger.valueOf(last)).multiply(rate);
      content = content.add(gained).min(capacity);
      last = now;
    }

    boolean admits(long now) {
      fill(now);
      boolean enough = content.compareTo(SECOND) >= 0;
      content = enough ? content.subtract(SECOND) : content;
      return enough;
    }

    void change(long newRate, long newBurst, long now) {
      fill(now);
      rate = BigInteger.valueOf(newRate);
      capacity = BigInteger.valueOf(newBurst).multiply(SECOND);
      content = content.min(capacity);
    }
  }

  @Test
  void it_agrees_with_unbounded_integers() {
    Random random = new Random(42);
    for (int run = 0; run < 2_000; run++) {
      long rate = anySize(random);
      long burst = anySize(random);
      TokenBucket bucket = new TokenBucket(rate, burst, 0);
      Exact exact = new Exact(rate, burst);
      long now = 0;
      for (int step = 0; step < 50; step++) {
        now = now + Math.min(anySize(random), Long.MAX_VALUE - now);
        if (random.nextInt(10) == 0) {
          rate = anySize(random);
          burst = anySize(random);
          bucket.change(rate, burst, now);
          exact.change(rate, burst, now);
        }
        assertEquals(exact.admits(now), bucket.admits(now));
        now = nearNextToken(exact, now, random);
      }
    }
  }

  /** Mostly the instant of the next token, or one nanosecond before or after it. */
  private static long nearNextToken(Exact exact, long now, Random random) {
    if (exact.rate.signum() == 0 || exact.content.compareTo(SECOND) >= 0) {
      return now;
    }
    BigInteger missing = SECOND.subtract(exact.content);
    BigInteger wait = missing.add(exact.rate).subtract(BigInteger.ONE).divide(exact.rate);
    long instant = now + wait.longValue() + random.nextInt(3) - 1;
    return Math.max(now, instant);
  }

  /** A number of 0 to 63 bits. */
  private static long anySize(Random random) {
    return random.nextLong() >>> 1 + random.nextInt(63);
  }

  @Test
  void a_clock_that_stands_still_or_wraps_is_no_harm() {
    TokenBucket bucket = new TokenBucket(1, 2, Long.MIN_VALUE);
    assertEquals(true, bucket.admits(Long.MIN_VALUE));
    assertEquals(true, bucket.admits(Long.MIN_VALUE));
    assertEquals(false, bucket.admits(Long.MIN_VALUE));
    assertEquals(true, bucket.admits(Long.MAX_VALUE));
    assertEquals(1, bucket.discarded());
  }
}
