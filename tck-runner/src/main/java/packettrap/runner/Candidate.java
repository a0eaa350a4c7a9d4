package packettrap.runner;

import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import packettrap.conformance.DeviceBroke;
import packettrap.runner.driver.CallClock;
import packettrap.runner.driver.Driver;
import packettrap.runner.driver.DriverJar;
import packettrap.runner.driver.DriverOutput;
import packettrap.runner.driver.exec.ExecDriver;
import packettrap.runner.driver.exec.Program;
import packettrap.runner.report.Report;
import packettrap.spec.device.TrapDevice;

/** What is to be judged, a jar or a program; nothing of it is loaded or started yet. */
interface Candidate {
  /** What stands before the command of a program. */
  String PROGRAM = "exec:";

  /** What the report says of it. */
  Report.JudgedDriver judged();

  /**
   * Loads or starts it.
   *
   * @throws Unusable if it cannot be used with this kit or these options
   * @throws DeviceBroke if it broke
   */
  Loaded load(Circumstances circumstances);

  /**
   * A driver of which devices can be made.
   *
   * @param devices gives a new device each time
   * @param announcement what the driver is going to touch, a sentence each
   */
  record Loaded(Supplier<TrapDevice> devices, List<String> announcement) {}

  /** Whether its file has still the bytes that {@link #judged} tells the hash of. */
  boolean isUnchanged();

  /** Ends what it has started; from any thread, also if nothing was started. */
  default void end() {}

  /**
   * What a driver needs to be loaded.
   *
   * @param options the user's options for the driver
   * @param limit the longest that one call may take
   * @param clock is told of every call, where the kit's JVM makes it
   * @param output takes what the driver prints
   * @param engine puts the mechanism around a driver
   */
  record Circumstances(
      Map<String, String> options,
      Duration limit,
      CallClock clock,
      DriverOutput output,
      Engine engine) {}

  /**
   * The candidate that a user means.
   *
   * @param named a jar, a bundled driver's name, or a program's command behind {@link #PROGRAM}
   * @param service which of a jar's drivers; null: the only one
   * @throws Unusable if there is no such jar or program
   */
  static Candidate of(String named, String service) {
    try {
      if (!named.startsWith(PROGRAM)) {
        return new InJar(named, service);
      } else if (service != null) {
        throw new Unusable(
            "--option driver=CLASS chooses among the drivers of a jar, and "
                + "exec: starts a program.");
      }
      return new InProgram(Program.of(named.substring(PROGRAM.length())));
    } catch (InvalidPathException e) {
      throw new Unusable("--driver must name a file: " + e.getMessage() + ".", e);
    }
  }

  /** A driver in a jar. */
  final class InJar implements Candidate {
    private final DriverJar jar;
    private final DriverJar.Service service;

    InJar(String named, String wanted) {
      jar = DriverJar.open(BundledDrivers.find(named));
      service = jar.choose(wanted);
    }

    /** Where the jar is. */
    String path() {
      return jar.path().toString();
    }

    /** The class that is judged. */
    String className() {
      return service.className();
    }

    /** Whether it is a device, not a driver: mostly a bridge to something else. */
    boolean isDevice() {
      return service.type() == TrapDevice.class;
    }

    @Override
    public Report.JudgedDriver judged() {
      return new Report.JudgedDriver(
          service.className(), jar.fileName(), jar.sha256(), jar.version());
    }

    @Override
    public boolean isUnchanged() {
      return jar.isUnchanged();
    }

    @Override
    public Loaded load(Circumstances with) {
      Driver driver = Driver.load(jar, service, with.options(), with.clock(), with.engine()::host);
      return new Loaded(driver, driver.announcement());
    }
  }

  /** A driver that is a program. */
  final class InProgram implements Candidate {
    private final Program program;
    private volatile ExecDriver started;

    InProgram(Program program) {
      this.program = program;
    }

    @Override
    public Report.JudgedDriver judged() {
      ExecDriver driver = started;
      return new Report.JudgedDriver(
          driver == null ? "a driver" : driver.name(),
          PROGRAM + program.command(),
          program.sha256());
    }

    @Override
    public boolean isUnchanged() {
      return program.isUnchanged();
    }

    @Override
    public Loaded load(Circumstances with) {
      started =
          ExecDriver.start(
              program, with.options(), with.limit(), with.output(), with.engine()::host);
      return new Loaded(started, started.announcement());
    }

    @Override
    public void end() {
      if (started != null) {
        started.close();
      }
    }
  }
}
