package packettrap.runner;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options of all commands that need a driver: which, with which options, and for how long. */
final class DriverChoice {
  /** The option that is not the driver's: it chooses among the drivers of a jar. */
  private static final String SERVICE = "driver";

  @Option(
      names = "--driver",
      paramLabel = "JAR",
      defaultValue = "asic",
      description =
          "The driver's jar, or a bundled driver's name (default: ${DEFAULT-VALUE}), or"
              + " exec:COMMAND, a program that speaks JSON lines.")
  private String driver;

  @Option(
      names = "--option",
      paramLabel = "K=V",
      description =
          "An option for the driver; driver=CLASS chooses among several drivers in a jar."
              + " May be given several times. Reports tell it, unless it is called like a"
              + " password, secret, token, credential or key.")
  private final Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "The longest that one call may take (default: ${DEFAULT-VALUE}).")
  private int limit;

  /**
   * The driver that is meant; nothing of it is loaded or started yet.
   *
   * @throws Unusable if there is no such jar or program
   */
  Candidate candidate() {
    return Candidate.of(driver, options.get(SERVICE));
  }

  /** What the driver gets, in the order of the names. */
  Map<String, String> options() {
    Map<String, String> own = new TreeMap<>(options);
    own.remove(SERVICE);
    return own;
  }

  /**
   * The longest that one call of the driver may take.
   *
   * @throws Unusable if that is less than a second
   */
  Duration limit() {
    if (limit < 1) {
      throw new Unusable("--time-limit must be 1 second or more, not " + limit + ".");
    }
    return Duration.ofSeconds(limit);
  }

  /**
   * The folder that --report names.
   *
   * @throws Unusable if that is no path
   */
  static Path report(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new Unusable("--report must name a folder: " + e.getMessage() + ".", e);
    }
  }
}
