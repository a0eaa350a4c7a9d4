package packettrap.runner;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import packettrap.runner.report.ReportFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trap-tck verify}: says whether a report holds. */
@Command(
    name = "verify",
    description = {
      "Runs again what a report claims, and says whether it holds.",
      "What the run was asked for is in the report. All that a run determines is compared:"
          + " verdicts, counts, counterexamples."
    },
    footer = {
      "",
      "Exit status: 0 the report holds; 1 it does not: it contradicts itself, it is",
      "about another driver, or this run found otherwise; 2 wrong usage, a file that is",
      "no report or a driver that cannot be used, or a report by another kit or",
      "specification; 4 the driver or the kit broke, so nothing can be said."
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "REPORT", description = "A report.json, or its folder.")
  private String report;

  @Option(
      names = "--driver",
      paramLabel = "JAR",
      required = true,
      description =
          "The driver that the report is about: its jar, a bundled driver's name, or"
              + " exec:COMMAND.")
  private String driver;

  @Option(
      names = "--option",
      paramLabel = "K=V",
      description =
          "An option for the driver in place of the report's; needed for those that the report"
              + " hides. May be given several times.")
  private final Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--any-kit",
      description =
          "Goes on if kit or specification are others than the report's, and compares the"
              + " verdicts alone.")
  private boolean anyKit;

  @Option(
      names = "--verdicts",
      description =
          "Compares the verdicts alone: for a device in real time, whose counts are never the"
              + " same again.")
  private boolean verdicts;

  @Option(
      names = "--fork",
      negatable = true,
      description =
          "The driver gets a process of its own, as for run (default: if the report says that"
              + " it broke and the run went on, and in full and soak; not for a bridge).")
  private Boolean fork;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "A folder for the report of this run (default: none).")
  private String folder;

  private final Console console;
  private final Engine engine;

  VerifyCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Path kept = folder == null ? null : DriverChoice.report(folder);
    return new Verification(
            report, ReportFile.read(report), driver, options, anyKit, verdicts, fork, console)
        .pass(engine, kept)
        .number();
  }
}
