package packettrap.runner;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import packettrap.conformance.DeviceBroke;
import packettrap.reference.DriverMisbehaved;
import packettrap.runner.driver.Blame;
import packettrap.runner.driver.CallClock;
import packettrap.runner.driver.Driver;
import packettrap.runner.driver.DriverJar;
import packettrap.runner.driver.DriverOutput;

/** Does something with a driver on a thread of its own, which is watched. */
final class DriverThread<T> {
  private static final long STACK = 4L << 20;

  private final DriverJar jar;
  private final DriverJar.Service service;
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
  DriverThread(
      DriverJar jar, DriverJar.Service service, Map<String, String> options, Duration limit) {
    this.jar = jar;
    this.service = service;
    this.options = options;
    this.limit = limit;
  }

  /**
   * Does it to the end.
   *
   * @throws Unusable if the jar or what the user gave cannot be used
   * @throws DeviceBroke if the driver or the kit broke; the message says how
   */
  T result(Console console, Engine engine, Function<Driver, T> work) {
    output.takeOver();
    Thread thread =
        new Thread(new ThreadGroup("driver"), () -> run(console, engine, work), "driver", STACK);
    thread.setDaemon(true); // it may never end
    thread.start();
    Watch watch = new Watch(clock, limit);
    boolean ended = watch.ends(thread);
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

  private void run(Console console, Engine engine, Function<Driver, T> work) {
    try {
      Driver driver = Driver.load(jar, service, options, clock, engine::host);
      driver.announcement().forEach(console::announce);
      result = work.apply(driver);
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
