package packettrap.runner.driver.exec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import packettrap.conformance.DeviceBroke;
import packettrap.runner.Unusable;
import packettrap.runner.driver.DriverOutput;
import packettrap.runner.driver.lines.DriverLine;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;

/** A driver that is a program in whatever language, of whose process devices are made. */
public final class ExecDriver implements Supplier<TrapDevice>, AutoCloseable {
  private final Talk talk;
  private final DriverLine.Hello hello;
  private final Function<Supplier<TrapDriver>, TrapDevice> hosting;

  private ExecDriver(
      Talk talk, DriverLine.Hello hello, Function<Supplier<TrapDriver>, TrapDevice> hosting) {
    this.talk = talk;
    this.hello = hello;
    this.hosting = hosting;
  }

  /**
   * Starts a driver's process.
   *
   * @param options the user's options for the driver
   * @param limit the longest that an answer may take
   * @param output takes what the process prints to its standard error
   * @param hosting puts the mechanism around a {@link TrapDriver}
   * @throws Unusable if the process cannot be used with this kit or these options
   * @throws DeviceBroke if it broke
   */
  public static ExecDriver start(
      Program program,
      Map<String, String> options,
      Duration limit,
      DriverOutput output,
      Function<Supplier<TrapDriver>, TrapDevice> hosting) {
    Talk talk = new Talk(program.words(), options, limit, output);
    try {
      DriverLine.Hello hello = talk.begin();
      refuseNonsense(hello);
      return new ExecDriver(talk, hello, hosting);
    } catch (Unusable | DeviceBroke e) {
      talk.end();
      throw e;
    }
  }

  private static void refuseNonsense(DriverLine.Hello hello) {
    Set<String> unknown = new TreeSet<>(hello.takes());
    unknown.removeAll(Abilities.known());
    if (!unknown.isEmpty()) {
      throw new Unusable(
          "The driver's Hello takes lines that do not exist: %s; it can take %s."
              .formatted(String.join(", ", unknown), String.join(", ", Abilities.known())));
    } else if (hello.name() == null) {
      throw new Unusable("The driver's Hello has no name.");
    } else if ((hello.registration() == null) == (hello.device() == null)) {
      throw new Unusable(
          "The driver's Hello needs either a registration (of a driver) or a device (a whole one).");
    }
  }

  /** What it calls itself. */
  public String name() {
    return hello.name();
  }

  /** What it says before it touches anything, a sentence each. */
  public List<String> announcement() {
    return hello.announcement();
  }

  /** A new device of the same process; what breaks is a {@link DeviceBroke}. */
  @Override
  public TrapDevice get() {
    if (hello.device() != null) {
      return new LineDevice(talk, hello.device());
    }
    return hosting.apply(
        () -> {
          talk.renew();
          return Abilities.of(new LineDriver(talk, hello), hello);
        });
  }

  /** Ends the process, and what it has started. */
  @Override
  public void close() {
    talk.end();
  }
}
