package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import packettrap.conformance.DeviceBroke;
import packettrap.explorer.suite.Suite;

/**
 * Does the tests of a suite, on several lanes at the same time.
 *
 * <p>However fast each of them is, what is found is the same: of the tests that fail, the first.
 */
final class Lanes {
  /** Tests in a row that are done on one lane. */
  private static final int BLOCK = 64;

  private static final long STACK = 4L << 20;

  private final Suite suite;
  private final List<Lane> lanes;
  private final LongAdder passed;
  private final AtomicLong failed = new AtomicLong(Long.MAX_VALUE);

  /**
   * Lanes for a suite.
   *
   * @param passed is told of each test that was passed
   */
  Lanes(Suite suite, List<Lane> lanes, LongAdder passed) {
    this.suite = suite;
    this.lanes = lanes;
    this.passed = passed;
  }

  /**
   * A test that failed.
   *
   * @param number its place in the suite
   * @param look whether there was a look at all objects at its end
   * @param broke what broke then; null: nothing
   */
  record Failed(long number, int[] inputs, boolean look, RuntimeException broke) {}

  /**
   * Does all tests, or those before the first that fails at least.
   *
   * @return null: all were passed
   * @throws DeviceBroke if a device broke in the first that fails
   */
  Failed run(LongConsumer progress) {
    Failed[] found = new Failed[lanes.size()];
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < lanes.size(); i++) {
      int number = i;
      Runnable lane = () -> found[number] = run(number, at -> {});
      Thread thread = new Thread(null, lane, "lane " + (number + 1), STACK);
      thread.setDaemon(true); // it may never end
      thread.start();
      threads.add(thread);
    }
    found[0] = run(0, progress);
    threads.forEach(Lanes::join);
    Failed first = null;
    for (Failed one : found) {
      if (one != null && (first == null || one.number() < first.number())) {
        first = one;
      }
    }
    return first;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceBroke("the tests were interrupted", e);
    }
  }

  private Failed run(int lane, LongConsumer progress) {
    Failed[] found = {null};
    long[] next = {0};
    suite.each(
        (inputs, length, more) -> {
          long number = next[0]++;
          if (number >= failed.get()) {
            return false;
          } else if (number / BLOCK % lanes.size() != lane) {
            return true;
          } else if (number % BLOCK == 0) {
            progress.accept(number);
          }
          boolean look = more <= 1;
          RuntimeException broke = null;
          try {
            if (lanes.get(lane).passes(inputs, length, look)) {
              passed.increment();
              return true;
            }
          } catch (RuntimeException | Error e) {
            broke = e instanceof RuntimeException one ? one : new DeviceBroke(e.toString(), e);
          }
          failed.accumulateAndGet(number, Math::min);
          found[0] = new Failed(number, Arrays.copyOf(inputs, length), look, broke);
          return false;
        });
    return found[0];
  }
}
