package packettrap.asic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.json.Json;
import packettrap.spec.json.JsonException;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;

/** Reads the kit's scenarios from their files, as a driver's author would. */
final class BundledScenarios {
  private static final Path FOLDER =
      Path.of("../../conformance/src/main/resources/packettrap/conformance/scenarios");

  private record Page(String trap, List<Entry> scenarios) {}

  private record Entry(
      String name,
      String title,
      String config,
      long settle,
      List<String> rules,
      List<Arrival> arrivals) {}

  private BundledScenarios() {}

  /** All of them. */
  static List<Scenario> all() {
    Map<String, SwitchConfig> configs = new HashMap<>();
    List<Scenario> scenarios = new ArrayList<>();
    for (Path file : files()) {
      Page page = read(file, Page.class);
      for (Entry entry : page.scenarios()) {
        SwitchConfig config =
            entry.config() == null
                ? null
                : configs.computeIfAbsent(entry.config(), BundledScenarios::config);
        scenarios.add(
            new Scenario(
                entry.name(),
                page.trap(),
                entry.title(),
                config,
                entry.settle(),
                entry.arrivals()));
      }
    }
    return scenarios;
  }

  /** The frames of all of them, each once, in the order in which they stand. */
  static List<Frame> frames() {
    return all().stream()
        .flatMap(scenario -> scenario.arrivals().stream())
        .map(Arrival::frame)
        .distinct()
        .toList();
  }

  /** A configuration by its name. */
  static SwitchConfig config(String name) {
    return read(FOLDER.resolve("switches").resolve(name + ".json"), SwitchConfig.class);
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.toString().endsWith(".schema.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(Path file, Class<T> type) {
    try {
      return Json.read(Files.readString(file), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException e) {
      throw new IllegalStateException(file + ", " + e.getMessage(), e);
    }
  }
}
