package packettrap.runner.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import packettrap.conformance.scenario.Scenarios;
import packettrap.runner.Unusable;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.json.Json;
import packettrap.spec.json.JsonException;

/**
 * A switch configuration and what the user calls it.
 *
 * @param name a file, or the name of a switch that comes with the scenarios
 */
public record NamedConfig(String name, SwitchConfig config) {
  /** The switch on which most scenarios play. */
  public static final String USUAL = "common-switch";

  private static final String FOLDER = "/packettrap/conformance/scenarios/switches/";

  static NamedConfig usual() {
    return bundled(USUAL);
  }

  /**
   * The configuration that a user means.
   *
   * @throws Unusable if it cannot be read
   */
  public static NamedConfig read(String name) {
    Path file = path(name);
    if (!Files.exists(file)) {
      NamedConfig bundled = name.matches("[a-z0-9-]+") ? bundled(name) : null;
      if (bundled != null) {
        return bundled;
      }
      throw new Unusable(
          "There is neither a file nor a bundled switch %s for --config; one that is bundled is %s."
              .formatted(name, USUAL));
    } else if (Files.isDirectory(file)) {
      throw new Unusable(file + " is a directory; --config takes a JSON file.");
    }
    try {
      return new NamedConfig(name, Json.read(Files.readString(file), SwitchConfig.class));
    } catch (CharacterCodingException e) {
      throw new Unusable(file + " is no switch configuration: it is not text in UTF-8.", e);
    } catch (IOException e) {
      throw new Unusable(
          "%s cannot be read (%s)."
              .formatted(file, e.getClass().getSimpleName().replace("Exception", "")),
          e);
    } catch (JsonException e) {
      throw new Unusable(
          "%s is no switch configuration: %s.".formatted(file, unstopped(e.getMessage())), e);
    }
  }

  private static String unstopped(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new Unusable("--config must name a JSON file: " + e.getMessage() + ".", e);
    }
  }

  /** A switch that comes with the scenarios; null if there is none of that name. */
  private static NamedConfig bundled(String name) {
    try (InputStream in = Scenarios.class.getResourceAsStream(FOLDER + name + ".json")) {
      if (in == null) {
        return null;
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new NamedConfig(name, Json.read(text, SwitchConfig.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
