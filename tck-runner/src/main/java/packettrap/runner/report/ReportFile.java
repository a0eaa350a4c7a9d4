package packettrap.runner.report;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import packettrap.runner.Unusable;
import packettrap.runner.report.Report.JudgedRule;
import packettrap.runner.report.waiver.WaiverUse;
import packettrap.spec.json.Json;

/**
 * A report that somebody else may have written.
 *
 * @param text the file
 * @param report what it says
 */
public record ReportFile(String text, Report report) {
  /** Stands at the beginning, so that it is found in a version whose rest cannot be read. */
  private static final Pattern VERSION =
      Pattern.compile("\\s*\\{\\s*\"schema\"\\s*:\\s*(-?[0-9]+)");

  /**
   * Reads a report.
   *
   * @param name a report.json, or its folder
   * @throws Unusable if there is none, or it cannot be read; says why
   */
  public static ReportFile read(String name) {
    try {
      Path path = Path.of(name);
      Path file = Files.isDirectory(path) ? path.resolve("report.json") : path;
      String text = Files.readString(file);
      checkVersion(name, text);
      Report report = Json.read(text, Report.class);
      checkWhole(name, report);
      return new ReportFile(text, report);
    } catch (NoSuchFileException e) {
      throw new Unusable("There is no report %s.".formatted(name), e);
    } catch (MalformedInputException e) {
      throw new Unusable("%s is no report of trap-tck: it is no text.".formatted(name), e);
    } catch (IOException | InvalidPathException e) {
      throw new Unusable("%s cannot be read: %s.".formatted(name, e.getMessage()), e);
    } catch (OutOfMemoryError e) {
      throw new Unusable("%s is no report of trap-tck: it is too large.".formatted(name), e);
    } catch (Unusable e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Unusable("%s is no report of trap-tck: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static void checkVersion(String name, String text) {
    Matcher version = VERSION.matcher(text);
    if (version.lookingAt() && !version.group(1).equals("" + Report.SCHEMA)) {
      throw new Unusable(
          "%s has version %s of the report's schema; this kit reads version %d."
              .formatted(name, version.group(1), Report.SCHEMA));
    }
  }

  private static void checkWhole(String name, Report report) {
    String missing =
        report == null || report.schema() != Report.SCHEMA
            ? "schema"
            : report.kit() == null
                ? "kit"
                : report.specification() == null || report.specification().version() == null
                    ? "specification"
                    : !isWhole(report.driver())
                        ? "driver"
                        : report.profile() == null
                            ? "profile"
                            : report.conclusion() == null ? "conclusion" : null;
    if (missing != null) {
      throw new Unusable("%s is no report of trap-tck: it has no %s.".formatted(name, missing));
    } else if (!areWhole(report.rules())) {
      throw new Unusable(
          "%s is no report of trap-tck: a rule in it has no id, level or verdict.".formatted(name));
    } else if (report.counterexamples().stream().anyMatch(Objects::isNull)
        || report.traps().stream().anyMatch(trap -> trap == null || trap.trap() == null)) {
      throw new Unusable(
          "%s is no report of trap-tck: it has an empty counterexample or trap.".formatted(name));
    } else if (Stream.of(report.remarks(), report.notProvoked(), report.explanations())
        .anyMatch(list -> list.stream().anyMatch(Objects::isNull))) {
      throw new Unusable(
          "%s is no report of trap-tck: it has an empty remark, trap or explanation."
              .formatted(name));
    }
    checkWaivers(name, report.waivers());
  }

  private static void checkWaivers(String name, List<WaiverUse> waivers) {
    for (WaiverUse use : waivers == null ? List.<WaiverUse>of() : waivers) {
      String wrong = use == null || use.state() == null ? "it is empty" : use.wrong();
      if (wrong != null) {
        throw new Unusable(
            "%s is no report of trap-tck: of a waiver in it, %s.".formatted(name, wrong));
      }
    }
  }

  private static boolean isWhole(Report.JudgedDriver driver) {
    return driver != null
        && driver.className() != null
        && driver.jar() != null
        && driver.sha256() != null;
  }

  private static boolean areWhole(List<JudgedRule> rules) {
    return rules.stream()
        .allMatch(r -> r != null && r.id() != null && r.level() != null && r.verdict() != null);
  }
}
