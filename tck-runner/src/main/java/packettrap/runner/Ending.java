package packettrap.runner;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends the JVM: what is to be done at its end is done, but not for longer than there is patience.
 *
 * <p>A driver that was given up was not closed; if it touched something that stays, it puts that
 * back in a shutdown hook, as it does after a signal.
 */
final class Ending {
  private Ending() {}

  /** Never returns. */
  static void end(int status, Duration patience, Console console) {
    end(
        status,
        patience,
        () -> {
          console.complain(sentence(patience));
          Runtime.getRuntime().halt(status);
        });
  }

  /** The sentence about hooks that did not end. */
  static String sentence(Duration patience) {
    return "The driver's shutdown hooks did not end within %d s; what they were to put back"
            .formatted(patience.toSeconds())
        + " may not be as it was.";
  }

  /** Never returns; {@code late} is done, and halts, when there is no patience any more. */
  static void end(int status, Duration patience, Runnable late) {
    Thread guard =
        new Thread(
            () -> {
              sleep(patience);
              late.run();
            },
            "end");
    guard.setDaemon(true);
    guard.start();
    Runtime.getRuntime().exit(status);
  }

  private static void sleep(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
