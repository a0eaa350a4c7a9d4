package packettrap.runner;

import java.util.List;
import java.util.concurrent.Callable;
import packettrap.runner.report.ReportDifference;
import packettrap.runner.report.ReportFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code trap-tck diff}: says what changed between two runs. */
@Command(
    name = "diff",
    description = "Says what changed between two reports.",
    footer = {
      "",
      "Exit status: 0 no verdict changed; 1 one did; 2 wrong usage, or a file that is",
      "no report."
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
    ReportDifference difference =
        ReportDifference.of(ReportFile.read(old).report(), ReportFile.read(now).report());
    List<String> lines = difference.lines();
    lines.forEach(console::line);
    console.out().flush();
    return difference.changed() ? 1 : 0;
  }
}
