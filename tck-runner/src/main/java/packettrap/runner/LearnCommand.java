package packettrap.runner;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import packettrap.conformance.exhaustive.Plan;
import packettrap.conformance.exhaustive.Size;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trap-tck learn}: learns a driver's machine, and shows where it is not the right one. */
@Command(
    name = "learn",
    description = "Learns a driver's state machine and shows where it differs.",
    footer = {
      "",
      "Exit status: 0 the driver's machine is the specification's; 1 it is not;",
      "2 wrong usage, or a file or driver that cannot be used; 4 the driver broke, or",
      "has no machine that could be learned."
    })
final class LearnCommand implements Callable<Integer> {
  @Option(
      names = "--driver",
      paramLabel = "JAR",
      defaultValue = "asic",
      description =
          "The driver's jar, a bundled driver's name (default: ${DEFAULT-VALUE}), or"
              + " exec:COMMAND.")
  private String driver;

  @Option(
      names = "--option",
      paramLabel = "K=V",
      description = "An option for the driver, as for run. May be given several times.")
  private final Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      defaultValue = "XS",
      description = "How much of the mechanism: XS, SH or S (default: ${DEFAULT-VALUE}).")
  private Size scope;

  @Option(
      names = "--extra-states",
      paramLabel = "K",
      defaultValue = "0",
      description =
          "States beyond the specification's that are looked for: 0, 1 or 2"
              + " (default: ${DEFAULT-VALUE}).")
  private String extraStates;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      defaultValue = "trap-tck-report",
      description = "The folder for what was learned (default: ${DEFAULT-VALUE}).")
  private String report;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "The longest that one call may take (default: ${DEFAULT-VALUE}).")
  private int limit;

  private final Console console;
  private final Engine engine;

  LearnCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new Unusable("--time-limit must be 1 second or more, not " + limit + ".");
    }
    if (scope == Size.M) {
      throw new Unusable("--scope must be XS, SH or S: M is too large to be learned.");
    }
    Map<String, String> driverOptions = new TreeMap<>(options);
    String service = driverOptions.remove("driver");
    Plan plan = new Plan(scope, ExtraStates.parse("--extra-states", extraStates));
    return new LearningRun(
            Candidate.of(driver, service), driverOptions, plan, Duration.ofSeconds(limit))
        .pass(folder(report), console, engine)
        .number();
  }

  private static Path folder(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new Unusable("--report must name a folder: " + e.getMessage() + ".", e);
    }
  }
}
