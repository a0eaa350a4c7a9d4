package packettrap.runner;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import packettrap.conformance.DeviceBroke;
import packettrap.reference.DriverMisbehaved;
import packettrap.runner.driver.Blame;
import packettrap.runner.driver.CallClock;
import packettrap.runner.driver.DriverOutput;
import packettrap.spec.device.TrapDevice;

/** Does something with a driver on a thread of its own, which is watched. */
final class DriverThread<T> {
  private static final long STACK = 4L << 20;

  private final Candidate candidate;
  private final Map<String, String> options;
  private final Duration limit;
  private final CallClock clock = new CallClock();
  private final DriverOutput output = new DriverOutput();
  private volatile T result;
  private volatile Unusable unusable;
  private volatile String error;

  /**
   * A thread that was not started yet.
   *
   * @param limit the longest that one call of the driver may take
   */
  DriverThread(Candidate candidate, Map<String, String> options, Duration limit) {
    this.candidate = candidate;
    this.options = options;
    this.limit = limit;
  }

  /**
   * Does it to the end.
   *
   * @throws Unusable if the driver or what the user gave cannot be used
   * @throws DeviceBroke if the driver or the kit broke; the message says how
   */
  T result(Console console, Engine engine, Function<Supplier<TrapDevice>, T> work) {
    output.takeOver();
    Thread thread =
        new Thread(new ThreadGroup("driver"), () -> run(console, engine, work), "driver", STACK);
    thread.setDaemon(true); // it may never end
    thread.start();
    Watch watch = new Watch(clock, limit);
    boolean ended = watch.ends(thread);
    candidate.end();
    Locale.setDefault(Locale.ROOT); // a driver may have set another, with other digits
    console.endProgress();
    if (!ended) {
      throw new DeviceBroke(
          "The driver did not return within %d s from %s."
              .formatted(
                  limit.toSeconds(), Blame.stuckAt(watch.stuck().stack(), watch.stuck().call())));
    } else if (unusable != null) {
      throw unusable;
    } else if (error != null) {
      throw new DeviceBroke(error);
    }
    return result;
  }

  /** The first of what the driver printed. */
  byte[] printed() {
    return output.first();
  }

  private void run(Console console, Engine engine, Function<Supplier<TrapDevice>, T> work) {
    try {
      Candidate.Loaded driver =
          candidate.load(new Candidate.Circumstances(options, limit, clock, output, engine));
      driver.announcement().forEach(console::announce);
      result = work.apply(driver.devices());
    } catch (Unusable e) {
      unusable = e;
    } catch (DeviceBroke | DriverMisbehaved e) {
      error = e.getMessage();
    } catch (OutOfMemoryError e) {
      error = Blame.outOfMemory("");
    } catch (RuntimeException | Error e) {
      error = "The kit broke: " + e;
    }
  }
}
