package packettrap.runner;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import packettrap.conformance.report.Counterexample;
import packettrap.spec.json.Json;
import packettrap.spec.json.JsonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trap-tck replay}: has the conversation of a counterexample once more. */
@Command(
    name = "replay",
    description = "Repeats a counterexample of an earlier run.",
    footer = {
      "",
      "Exit status: 0 the driver keeps the rules now; 1 it breaks one; 2 wrong usage, or",
      "a file or driver that cannot be used; 4 the driver or the kit broke."
    })
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TRACE.json",
      description = "A counterexample-N.json from the folder of a report.")
  private String trace;

  @Option(
      names = "--driver",
      paramLabel = "JAR",
      defaultValue = "asic",
      description = "The driver's jar, or a bundled driver's name (default: ${DEFAULT-VALUE}).")
  private String driver;

  @Option(
      names = "--option",
      paramLabel = "K=V",
      description = "An option for the driver, as for run. May be given several times.")
  private final Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "The longest that one call may take (default: ${DEFAULT-VALUE}).")
  private int limit;

  private final Console console;
  private final Engine engine;

  ReplayCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new Unusable("--time-limit must be 1 second or more, not " + limit + ".");
    }
    Counterexample told = read(trace);
    Map<String, String> driverOptions = new TreeMap<>(options);
    String service = driverOptions.remove("driver");
    return new ReplayRun(
            told,
            BundledDrivers.find(driver),
            service,
            driverOptions,
            Duration.ofSeconds(limit),
            console)
        .pass(engine)
        .number();
  }

  private static Counterexample read(String name) {
    try {
      Counterexample told = Json.read(Files.readString(Path.of(name)), Counterexample.class);
      if (told.steps().isEmpty()) {
        throw new Unusable(
            name + " has no steps to repeat: the rule was broken before anything was asked.");
      }
      return told;
    } catch (JsonException | MalformedInputException e) {
      throw new Unusable(
          "%s is no counterexample of trap-tck: %s".formatted(name, e.getMessage()), e);
    } catch (IOException | InvalidPathException e) {
      throw new Unusable(
          "%s cannot be read (%s)."
              .formatted(name, e.getClass().getSimpleName().replace("Exception", "")),
          e);
    } catch (RuntimeException e) {
      if (e instanceof Unusable) {
        throw e;
      }
      throw new Unusable(name + " is no counterexample of trap-tck: " + e.getMessage(), e);
    }
  }
}
