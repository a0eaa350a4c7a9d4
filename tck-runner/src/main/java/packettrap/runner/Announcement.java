package packettrap.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import packettrap.runner.report.GitHubSummary;
import packettrap.runner.report.Report;
import packettrap.runner.report.Summary;
import packettrap.spec.json.Json;

/** Tells the end of a run to whoever is there: a person, a program, GitHub. */
final class Announcement implements Audience {
  private final Console console;
  private final Speech speech;

  Announcement(Console console, Speech speech) {
    this.console = console;
    this.speech = speech;
  }

  @Override
  public Status hear(Report report, String folder) {
    List<String> summary = Summary.of(report, folder);
    switch (speech) {
      case SUMMARY -> summary.forEach(this::line);
      case QUIET -> line(summary.get(summary.size() - 1));
      case JSON -> console.out().print(Json.pretty(report));
    }
    console.out().flush();
    if (console.environment().containsKey("GITHUB_ACTIONS")) {
      gitHub(report, console.environment());
    }
    return Status.of(report.conclusion());
  }

  private void line(String line) {
    String safe = console.harmless(line);
    console.out().println(console.coloured() ? Painter.painted(safe) : safe);
  }

  /** Annotations go to the other stream, for the first may be JSON; GitHub reads both. */
  private void gitHub(Report report, Map<String, String> environment) {
    GitHubSummary.annotations(report).forEach(console.err()::println);
    console.err().flush();
    String file = environment.get("GITHUB_STEP_SUMMARY");
    if (file == null || file.isEmpty()) {
      return;
    }
    try {
      Files.writeString(
          Path.of(file),
          GitHubSummary.markdown(report),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException | RuntimeException e) {
      console.complain("The job summary could not be written to %s: %s".formatted(file, e));
    }
  }
}
