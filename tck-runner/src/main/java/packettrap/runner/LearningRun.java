package packettrap.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.exhaustive.Learned;
import packettrap.conformance.exhaustive.Plan;
import packettrap.runner.report.LearnedWords;
import packettrap.runner.report.Report;
import packettrap.runner.report.ReportFolder;

/** Learns one driver's machine. */
final class LearningRun {
  private final Candidate candidate;
  private final Map<String, String> options;
  private final Plan plan;
  private final Duration limit;

  LearningRun(Candidate candidate, Map<String, String> options, Plan plan, Duration limit) {
    this.candidate = candidate;
    this.options = options;
    this.plan = plan;
    this.limit = limit;
  }

  /**
   * Learns, writes the files and prints the summary.
   *
   * @throws Unusable if the jar, the options or the folder cannot be used
   */
  Status pass(Path report, Console console, Engine engine) {
    ReportFolder folder = ReportFolder.prepare(report);
    DriverThread<Learned> thread = new DriverThread<>(candidate, options, limit);
    Learned learned;
    try {
      learned =
          thread.result(console, engine, driver -> engine.learn(driver, plan, console.progress()));
    } catch (Unusable e) {
      folder.withdraw();
      throw e;
    } catch (DeviceBroke e) {
      folder.withdraw();
      console.complain(e.getMessage());
      return Status.BROKEN;
    }
    try {
      folder.write(learned, thread.printed());
    } catch (IOException e) {
      console.complain("What was learned could not be written to %s: %s".formatted(folder, e));
      return Status.BROKEN;
    }
    Report.JudgedDriver judged = candidate.judged();
    console.line(judged.className() + " in " + judged.jar());
    LearnedWords.summary(learned).forEach(console::line);
    console.out().println("report: " + folder);
    console.out().flush();
    if (learned.broken() != null) {
      return Status.BROKEN;
    }
    return learned.divergences().isEmpty() ? Status.CONFORMANT : Status.NOT_CONFORMANT;
  }
}
