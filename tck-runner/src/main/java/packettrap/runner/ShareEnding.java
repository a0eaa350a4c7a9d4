package packettrap.runner;

import java.io.IOException;
import java.util.List;
import packettrap.conformance.Part;
import packettrap.runner.report.PartReport;
import packettrap.runner.report.ReportFolder;
import packettrap.spec.json.Json;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;

/** Ends a share of a run: part.json, three lines, and an exit status that is no verdict. */
final class ShareEnding {
  private final RunOptions options;
  private final Console console;
  private final Speech speech;

  ShareEnding(RunOptions options, Console console, Speech speech) {
    this.options = options;
    this.console = console;
    this.speech = speech;
  }

  Status conclude(Part part, List<String> remarks, ReportFolder folder, byte[] driverOutput) {
    PartReport report =
        PartReport.of(
            options.candidate().judged(),
            options.profile(),
            options.seed(),
            Catalogue.rules().stream().filter(options.wanted()).map(Rule::id).toList(),
            options.repetition(),
            options.fork(),
            options.waivers(),
            remarks,
            part);
    try {
      folder.write(report, driverOutput);
    } catch (IOException e) {
      console.complain("The part could not be written to %s: %s".formatted(folder, e));
      return Status.BROKEN;
    }
    String done =
        "part %s: %d requests compared, %s".formatted(part.share(), part.requests(), found(part));
    switch (speech) {
      case SUMMARY -> {
        console.line("%s in %s".formatted(report.driver().className(), report.driver().jar()));
        console.line(done);
      }
      case QUIET -> console.line(done);
      case JSON -> console.out().println(Json.write(report));
    }
    if (speech == Speech.SUMMARY) {
      console.out().printf("no verdict yet; for trap-tck merge: %s%n", folder);
    }
    console.out().flush();
    return part.error() == null ? Status.CONFORMANT : Status.BROKEN;
  }

  private static String found(Part part) {
    long differences = part.differences();
    if (part.error() != null) {
      return "then it broke off: " + part.error();
    }
    return differences == 0
        ? "no difference found"
        : differences + (differences == 1 ? " difference found" : " differences found");
  }
}
