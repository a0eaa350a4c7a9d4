package packettrap.asic.egress;

import packettrap.spec.config.RandomEarlyDetection;

/**
 * Decides which packets a queue drops before it is full, by its average length.
 *
 * <p>There is no chance in it: between the thresholds the drops are spread evenly, as those of the
 * paper are on average. Lengths are in packets, times 2^16.
 */
final class EarlyDetection {
  private static final int ONE = 1 << 16;

  private final long minimum;
  private final long maximum;
  private final long percent;
  private final int averaging;

  private long average;

  /** What part of a packet is to be dropped, in 1/(100 ONE). */
  private long owed;

  EarlyDetection(RandomEarlyDetection settings) {
    minimum = (long) settings.minimum() * ONE;
    maximum = (long) settings.maximum() * ONE;
    percent = settings.percent();
    averaging = settings.averaging();
  }

  /** Nothing was in the queue for as long as so many packets would have taken. */
  void idle(long packets) {
    for (long left = packets; left > 0 && average >> averaging > 0; left--) {
      average -= average >> averaging;
    }
    if (packets > 0 && average >> averaging == 0) {
      average = 0;
    }
  }

  /** Whether a packet that finds the queue so long is dropped. */
  boolean drops(int length) {
    average += (long) length * ONE - average >> averaging;
    if (average >= maximum) {
      owed = 0;
      return true;
    }
    if (average <= minimum) {
      owed = 0;
      return false;
    }
    owed += percent * ONE * (average - minimum) / (maximum - minimum);
    if (owed < 100L * ONE) {
      return false;
    }
    owed -= 100L * ONE;
    return true;
  }
}
