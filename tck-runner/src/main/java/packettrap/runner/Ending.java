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
    Thread guard =
        new Thread(
            () -> {
              sleep(patience);
              console.complain(
                  "The driver's shutdown hooks did not end within %d s; what they were to put back"
                          .formatted(patience.toSeconds())
                      + " may not be as it was.");
              Runtime.getRuntime().halt(status);
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
