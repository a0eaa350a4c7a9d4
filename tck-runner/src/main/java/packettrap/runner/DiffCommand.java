package packettrap.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import packettrap.runner.report.Report;
import packettrap.runner.report.ReportDifference;
import packettrap.spec.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code trap-tck diff}: says what changed between two runs. */
@Command(
    name = "diff",
    description = "Says what changed between two reports.",
    footer = {
      "",
      "Exit status: 0 no verdict changed; 1 one did; 2 wrong usage, or a file that is no",
      "report."
    })
final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OLD", description = "A report.json, or its folder.")
  private String old;

  @Parameters(index = "1", paramLabel = "NEW", description = "The report to compare with it.")
  private String now;

  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ReportDifference difference = ReportDifference.of(read(old), read(now));
    List<String> lines = difference.lines();
    lines.forEach(console.out()::println);
    console.out().flush();
    return difference.changed() ? 1 : 0;
  }

  private static Report read(String name) {
    try {
      Path path = Path.of(name);
      Path file = Files.isDirectory(path) ? path.resolve("report.json") : path;
      Report report = Json.read(Files.readString(file), Report.class);
      if (report.schema() != Report.SCHEMA) {
        throw new Unusable(
            "%s has version %d of the report's schema; this kit reads version %d."
                .formatted(name, report.schema(), Report.SCHEMA));
      }
      return report;
    } catch (NoSuchFileException e) {
      throw new Unusable("There is no report %s.".formatted(name), e);
    } catch (IOException | InvalidPathException e) {
      throw new Unusable("%s cannot be read: %s.".formatted(name, e.getMessage()), e);
    } catch (Unusable e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Unusable("%s is no report of trap-tck: %s".formatted(name, e.getMessage()), e);
    }
  }
}
