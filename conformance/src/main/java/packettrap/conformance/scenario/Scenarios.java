package packettrap.conformance.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.json.Json;
import packettrap.spec.json.JsonException;
import packettrap.spec.rule.Rule;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.GenericTraps;

/** Reads the scenarios that come with the kit. */
public final class Scenarios {
  private static final String FOLDER = "/packettrap/conformance/scenarios/";

  /** The traps that have a file, in the order of the registry. */
  private static final List<String> TRAPS =
      GenericTraps.all().stream()
          .map(GenericTraps.Entry::name)
          .filter(trap -> Scenarios.class.getResource(FOLDER + trap + ".json") != null)
          .toList();

  private Scenarios() {}

  /** The traps that have scenarios, in the order of the registry. */
  public static List<String> traps() {
    return TRAPS;
  }

  /**
   * All scenarios, by trap in the order of the registry. They are read once. Equal configurations
   * are the same object.
   */
  public static List<Scenario> bundled() {
    return Bundle.SCENARIOS;
  }

  /** Whether one of these scenarios shows a rule beside that of its trap. */
  public static boolean show(Rule rule, List<Scenario> scenarios) {
    return scenarios.stream().anyMatch(scenario -> scenario.rules().contains(rule.id()));
  }

  private static final class Bundle {
    private static final List<Scenario> SCENARIOS = readAll();

    private static List<Scenario> readAll() {
      Map<String, SwitchConfig> configs = new HashMap<>();
      return TRAPS.stream().flatMap(trap -> readFile(trap, configs)).toList();
    }
  }

  private static Stream<Scenario> readFile(String trap, Map<String, SwitchConfig> configs) {
    return read(trap + ".json", ScenarioFile.class).scenarios().stream()
        .map(
            entry ->
                new Scenario(
                    entry.name(),
                    trap,
                    entry.title(),
                    entry.config() == null
                        ? null
                        : configs.computeIfAbsent(entry.config(), Scenarios::config),
                    entry.settle(),
                    entry.arrivals(),
                    entry.rules()));
  }

  private static SwitchConfig config(String name) {
    return read("switches/" + name + ".json", SwitchConfig.class);
  }

  private static <T> T read(String name, Class<T> type) {
    try (InputStream stream = Scenarios.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("the kit lacks its file " + FOLDER + name);
      }
      return Json.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException e) {
      throw new IllegalStateException(FOLDER + name + ", " + e.getMessage(), e);
    }
  }
}
