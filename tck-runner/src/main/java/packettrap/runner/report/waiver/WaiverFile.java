package packettrap.runner.report.waiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import packettrap.runner.Unusable;
import packettrap.spec.json.Json;
import packettrap.spec.json.JsonException;
import packettrap.spec.rule.Catalogue;

/** Reads a file of waivers: {@code {"waivers": [...]}}. */
public final class WaiverFile {
  private record Content(List<Waiver> waivers) {}

  private WaiverFile() {}

  /**
   * The waivers of a file.
   *
   * @param day for which it is decided whether one has expired
   * @throws Unusable if it cannot be used; the message says why and which one
   */
  public static Waivers read(Path file, LocalDate day) {
    Map<Boolean, List<Waiver>> expired =
        read(file).stream()
            .collect(Collectors.partitioningBy(w -> day.isAfter(LocalDate.parse(w.expires()))));
    return new Waivers(expired.get(false), expired.get(true));
  }

  private static List<Waiver> read(Path file) {
    Content content;
    try {
      content = Json.read(Files.readString(file), Content.class);
    } catch (IOException e) {
      throw new Unusable(
          Files.exists(file)
              ? "The waivers in " + file + " cannot be read; it must be a JSON file."
              : "There is no file " + file + " with waivers.",
          e);
    } catch (JsonException e) {
      throw new Unusable("%s is no file of waivers: %s".formatted(file, e.getMessage()), e);
    }
    List<Waiver> waivers = content == null ? null : content.waivers();
    if (waivers == null) {
      throw new Unusable(file + " is no file of waivers: it has no list \"waivers\".");
    }
    Set<String> known = new HashSet<>();
    for (int i = 0; i < waivers.size(); i++) {
      String wrong = wrong(waivers.get(i));
      if (wrong == null && !known.add(key(waivers.get(i)))) {
        wrong = waivers.get(i).rule() + " is waived twice for the same driver";
      }
      if (wrong != null) {
        throw new Unusable("%s, waiver %d: %s.".formatted(file, i + 1, wrong));
      }
    }
    return waivers;
  }

  private static String key(Waiver waiver) {
    return waiver.rule() + " " + waiver.versions() + " " + waiver.sha256();
  }

  /** What is wrong with a waiver; null: nothing. */
  static String wrong(Waiver waiver) {
    if (waiver == null || waiver.rule() == null) {
      return "it has no rule, as in \"rule\": \"DRV-05\"";
    } else if (Catalogue.find(waiver.rule()).isEmpty()) {
      return "there is no rule " + waiver.rule();
    } else if (waiver.sha256() != null && !waiver.sha256().matches("[0-9a-f]{64}")) {
      return "sha256 must be 64 hexadecimal digits in lower case";
    } else if (waiver.versions() != null && !isRange(waiver.versions())) {
      return "versions must be a range as in [1.0,2.0), not " + waiver.versions();
    } else if (isBlank(waiver.reason())) {
      return "it has no reason";
    } else if (isBlank(waiver.link())) {
      return "it has no link";
    } else if (waiver.expires() == null) {
      return "it has no day on which it expires, as in \"expires\": \"2027-01-31\"";
    } else if (!isDate(waiver.expires())) {
      return "expires must be a date as in 2027-01-31, not " + waiver.expires();
    }
    return null;
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static boolean isRange(String text) {
    try {
      VersionRange.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
