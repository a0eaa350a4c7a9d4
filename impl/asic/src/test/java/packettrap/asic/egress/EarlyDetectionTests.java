package packettrap.asic.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import packettrap.spec.config.RandomEarlyDetection;

class EarlyDetectionTests {
  private static EarlyDetection of(int minimum, int maximum, int percent, int averaging) {
    return new EarlyDetection(new RandomEarlyDetection(minimum, maximum, percent, averaging));
  }

  private static long dropped(EarlyDetection red, int length, int packets) {
    return IntStream.range(0, packets).filter(packet -> red.drops(length)).count();
  }

  @Test
  void nothing_is_dropped_up_to_the_minimum_and_everything_from_the_maximum_on() {
    EarlyDetection red = of(10, 20, 100, 0);
    for (int length = 0; length <= 10; length++) {
      assertEquals(0, dropped(red, length, 1000));
    }
    assertEquals(1000, dropped(red, 20, 1000));
    assertEquals(1000, dropped(red, 21, 1000));
  }

  /** 100 % * (length - 10) / (20 - 10) of 1000 packets. */
  @Test
  void between_them_the_share_grows_with_the_length() {
    assertEquals(100, dropped(of(10, 20, 100, 0), 11, 1000));
    assertEquals(500, dropped(of(10, 20, 100, 0), 15, 1000));
    assertEquals(900, dropped(of(10, 20, 100, 0), 19, 1000));
  }

  /** 20 % of 5/10. */
  @Test
  void the_share_just_below_the_maximum_is_configured() {
    assertEquals(100, dropped(of(10, 20, 20, 0), 15, 1000));
    assertEquals(0, dropped(of(10, 20, 0, 0), 19, 1000));
  }

  @Test
  void the_drops_are_spread_evenly() {
    EarlyDetection red = of(10, 20, 100, 0);
    for (int round = 0; round < 100; round++) {
      assertFalse(red.drops(15));
      assertTrue(red.drops(15));
    }
  }

  @Test
  void a_short_burst_does_not_move_the_average() {
    EarlyDetection red = of(4, 8, 100, 6);
    assertEquals(0, dropped(red, 0, 1000));
    assertEquals(0, dropped(red, 12, 20));
  }

  /** After n packets of length 64 the average is 64 (1 - (63/64)^n): 38 when n is 58. */
  @Test
  void a_long_one_does() {
    EarlyDetection red = of(30, 38, 0, 6);
    assertEquals(0, dropped(red, 64, 56));
    assertEquals(11, dropped(red, 64, 12));
  }

  @Test
  void an_idle_queue_grows_shorter_on_average() {
    EarlyDetection red = of(4, 8, 0, 2);
    assertTrue(dropped(red, 40, 100) > 90);
    assertTrue(red.drops(10));
    red.idle(1000);
    assertFalse(red.drops(10));
    red.idle(Long.MAX_VALUE);
    assertFalse(red.drops(0));
  }
}
