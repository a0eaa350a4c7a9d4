package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTests {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void it_starts_full_and_passes_as_many_as_its_burst() {
    TokenBucket bucket = new TokenBucket(1000, 16, 0);
    assertTrue(bucket.full(0));
    for (int i = 0; i < 16; i++) {
      assertEquals(TokenBucket.PASS, bucket.verdict(0));
      bucket.take();
    }
    assertEquals(TokenBucket.DISCARD, bucket.verdict(0));
  }

  @Test
  void a_token_comes_exactly_when_its_time_has_come() {
    TokenBucket bucket = emptied(3, 1);
    // A third of a second is not a whole number of nanoseconds: rounded up.
    assertEquals(333_333_334, bucket.untilNext(0));
    assertEquals(TokenBucket.DISCARD, bucket.verdict(333_333_333));
    assertEquals(1, bucket.untilNext(333_333_333));
    assertEquals(TokenBucket.PASS, bucket.verdict(333_333_334));
    assertEquals(-1, bucket.untilNext(333_333_334));
  }

  @Test
  void fractions_of_tokens_are_never_lost() {
    TokenBucket bucket = emptied(3, 1000);
    // Nanosecond by nanosecond is the same as in one go: 3 tokens a second, exactly.
    for (long now = 1; now <= 1000; now++) {
      bucket.advance(now);
    }
    assertEquals(2, bucket.tokens(SECOND - 1));
    assertEquals(3, bucket.tokens(SECOND));
  }

  @Test
  void a_rate_of_0_never_gives_a_token_and_a_burst_of_0_never_keeps_one() {
    assertEquals(TokenBucket.DISCARD, emptied(0, 5).verdict(Long.MAX_VALUE));
    assertEquals(-1, emptied(0, 5).untilNext(0));
    assertEquals(TokenBucket.DISCARD, new TokenBucket(-1, 0, 0).verdict(Long.MAX_VALUE));
  }

  @Test
  void time_does_not_go_back() {
    TokenBucket bucket = emptied(1, 5);
    assertEquals(2, bucket.tokens(2 * SECOND));
    assertEquals(2, bucket.tokens(SECOND));
    assertEquals(3, bucket.tokens(3 * SECOND));
  }

  @Test
  void new_parameters_may_keep_tokens_or_fill_the_bucket() {
    TokenBucket bucket = emptied(1, 5);
    bucket.change(1, 5, 0);
    assertEquals(TokenBucket.EITHER, bucket.verdict(0));
    bucket.miss();
    assertEquals(TokenBucket.DISCARD, bucket.verdict(0));
  }

  @Test
  void a_packet_that_passed_shows_that_the_bucket_was_filled_partly_at_least() {
    TokenBucket bucket = emptied(1, 5);
    bucket.change(1, 2, 0);
    bucket.take();
    assertEquals(TokenBucket.EITHER, bucket.verdict(0));
    bucket.take();
    assertEquals(TokenBucket.DISCARD, bucket.verdict(0));
  }

  @Test
  void a_smaller_burst_cuts_the_tokens() {
    TokenBucket bucket = new TokenBucket(1, 100, 0);
    bucket.changeKeeping(1, 3, 0);
    assertEquals(3, bucket.tokens(0));
    bucket.changeKeeping(1, 100, 0);
    assertEquals(3, bucket.tokens(0));
    bucket.fill();
    assertTrue(bucket.full(0));
    assertFalse(emptied(1, 1).full(0));
  }

  private static TokenBucket emptied(long rate, long burst) {
    TokenBucket bucket = new TokenBucket(rate, burst, 0);
    for (long i = 0; i < burst; i++) {
      bucket.take();
    }
    return bucket;
  }

  /** A bucket in billionths of tokens, in numbers without limit. */
  private static final class Model {
    private static final BigInteger ONE = BigInteger.valueOf(SECOND);
    private BigInteger level;
    private BigInteger rate;
    private BigInteger burst;
    private long then;

    Model(long rate, long burst, long now) {
      this.rate = unsigned(rate);
      this.burst = unsigned(burst).multiply(ONE);
      this.level = this.burst;
      this.then = now;
    }

    static BigInteger unsigned(long number) {
      return new BigInteger(Long.toUnsignedString(number));
    }

    void advance(long now) {
      level = level.add(rate.multiply(BigInteger.valueOf(now - then))).min(burst);
      then = now;
    }

    void change(long newRate, long newBurst, boolean refill) {
      rate = unsigned(newRate);
      burst = unsigned(newBurst).multiply(ONE);
      level = refill ? burst : level.min(burst);
    }

    boolean passes() {
      if (level.compareTo(ONE) < 0) {
        return false;
      }
      level = level.subtract(ONE);
      return true;
    }

    BigInteger tokens() {
      return level.divide(ONE);
    }
  }

  private static long anyNumber(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> random.nextLong(10);
      case 3 -> random.nextLong(100_000);
      case 4 -> SECOND + random.nextLong(-2, 3);
      case 5 -> Long.MAX_VALUE - random.nextLong(3);
      default -> random.nextLong() >>> random.nextInt(1, 63);
    };
  }

  private static long later(SplittableRandom random, long now) {
    long step =
        switch (random.nextInt(6)) {
          case 0 -> 0;
          case 1 -> random.nextLong(1000);
          case 2 -> random.nextLong(SECOND);
          case 3 -> SECOND * random.nextLong(100);
          case 4 -> random.nextLong() >>> random.nextInt(1, 63);
          default -> 1;
        };
    return now + Math.min(step, Long.MAX_VALUE - now);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void it_agrees_with_numbers_without_limit_while_tokens_are_kept(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 1000; round++) {
      long now = 0;
      long rate = anyNumber(random);
      long burst = anyNumber(random);
      TokenBucket bucket = new TokenBucket(rate, burst, now);
      Model model = new Model(rate, burst, now);
      for (int step = 0; step < 40; step++) {
        now = later(random, now);
        model.advance(now);
        if (random.nextInt(5) == 0) {
          rate = anyNumber(random);
          burst = anyNumber(random);
          bucket.changeKeeping(rate, burst, now);
          model.change(rate, burst, false);
        }
        assertEquals(model.tokens().longValueExact(), bucket.tokens(now));
        assertEquals(model.level.equals(model.burst), bucket.full(now));
        boolean passes = model.passes();
        assertEquals(passes ? TokenBucket.PASS : TokenBucket.DISCARD, bucket.verdict(now));
        if (passes) {
          bucket.take();
        } else {
          bucket.miss();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void what_it_leaves_open_contains_both_a_device_that_keeps_and_one_that_fills(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int open = 0;
    for (int round = 0; round < 1000; round++) {
      long now = 0;
      long rate = random.nextLong(2000);
      long burst = random.nextLong(20);
      TokenBucket bucket = new TokenBucket(rate, burst, now);
      Model device = new Model(rate, burst, now);
      for (int step = 0; step < 60; step++) {
        now = random.nextInt(9) == 0 ? later(random, now) : now;
        device.advance(now);
        if (random.nextInt(9) == 0) {
          rate = random.nextInt(4) == 0 ? anyNumber(random) : random.nextLong(2000);
          burst = random.nextInt(4) == 0 ? anyNumber(random) : random.nextLong(20);
          bucket.change(rate, burst, now);
          device.change(rate, burst, random.nextBoolean());
        }
        assertTrue(
            bucket.tokens(now) <= device.tokens().longValueExact(), "more tokens than are sure");
        boolean passed = device.passes();
        int verdict = bucket.verdict(now);
        assertNotEquals(passed ? TokenBucket.DISCARD : TokenBucket.PASS, verdict);
        open += verdict == TokenBucket.EITHER ? 1 : 0;
        if (passed) {
          bucket.take();
        } else {
          bucket.miss();
        }
      }
    }
    assertTrue(open > 100, "only " + open + " packets whose fate was open");
  }

  @Test
  void numbers_beyond_the_signed_ones_are_as_good_as_the_largest() {
    TokenBucket bucket = new TokenBucket(-1, Long.MIN_VALUE, 0);
    assertEquals(Long.MAX_VALUE, bucket.tokens(0));
    assertEquals(TokenBucket.PASS, bucket.verdict(Long.MAX_VALUE));
  }
}
