package packettrap.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import packettrap.conformance.Profile;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.Verdict;
import packettrap.runner.driver.DriverJar;
import packettrap.runner.driver.exec.Program;
import packettrap.runner.report.Claims;
import packettrap.runner.report.Contradictions;
import packettrap.runner.report.KitHash;
import packettrap.runner.report.Repetition;
import packettrap.runner.report.Report;
import packettrap.runner.report.ReportFile;
import packettrap.runner.report.Version;
import packettrap.runner.report.waiver.Waivers;
import packettrap.spec.json.Json;
import packettrap.spec.rule.DriverRules;

/** Repeats the run of a report, and says whether what was claimed is what is found. */
final class Verification implements Audience {
  /** The rule that a driver breaks that crashes, hangs or exits. */
  private static final String BREAKING = DriverRules.DRV_14.id();

  private final String name;
  private final ReportFile file;
  private final Report claimed;
  private final String driver;
  private final Map<String, String> options;
  private final boolean anyKit;
  private final boolean verdicts;
  private final Boolean fork;
  private final Console console;

  Verification(
      String name,
      ReportFile file,
      String driver,
      Map<String, String> options,
      boolean anyKit,
      boolean verdicts,
      Boolean fork,
      Console console) {
    this.name = name;
    this.file = file;
    this.claimed = file.report();
    this.driver = driver;
    this.options = options;
    this.anyKit = anyKit;
    this.verdicts = verdicts;
    this.fork = fork;
    this.console = console;
  }

  /**
   * Checks the report, runs, and compares.
   *
   * @param kept the folder for the report of this run; null: it is not kept
   * @throws Unusable if the run cannot be repeated
   */
  Status pass(Engine engine, Path kept) {
    if (claimed.run() == null) {
      throw new Unusable(
          "%s does not say what its run was asked for, so it cannot be repeated; a newer kit's report does."
              .formatted(name));
    }
    List<String> contradictions = Contradictions.in(claimed);
    if (!contradictions.isEmpty()) {
      Claims.shortened(contradictions).forEach(this::line);
      return fails("the report contradicts itself, as none does that trap-tck has written");
    }
    String sha256 = sha256();
    if (!sha256.equals(claimed.driver().sha256())) {
      line("the report: %s, sha-256 %s", claimed.driver().jar(), claimed.driver().sha256());
      line("this driver: %s, sha-256 %s", driver, sha256);
      return fails("the report is about another driver");
    }
    checkKit();
    Candidate candidate = Candidate.of(driver, isProgram() ? null : claimed.driver().className());
    if (kept != null) {
      return judged(candidate, kept, engine);
    }
    Path folder = temporary();
    Thread shutdown = new Thread(() -> delete(folder), "end of the temporary folder");
    Runtime.getRuntime().addShutdownHook(shutdown); // a signal leaves nothing behind either
    try {
      return judged(candidate, folder, engine);
    } finally {
      delete(folder);
      Runtime.getRuntime().removeShutdownHook(shutdown);
    }
  }

  private Status judged(Candidate candidate, Path folder, Engine engine) {
    return new Judgement(run(candidate, folder), console, engine, Speech.SUMMARY, this).pass();
  }

  private boolean isProgram() {
    return driver.startsWith(Candidate.PROGRAM);
  }

  private String sha256() {
    try {
      return isProgram()
          ? Program.of(driver.substring(Candidate.PROGRAM.length())).sha256()
          : DriverJar.open(BundledDrivers.find(driver)).sha256();
    } catch (InvalidPathException e) {
      throw new Unusable("--driver must name a file: " + e.getMessage() + ".", e);
    }
  }

  private boolean isSameKit() {
    return KitHash.get().equals(claimed.kitSha256()) && isSameSpecification();
  }

  private boolean isSameSpecification() {
    return Report.Specification.current().equals(claimed.specification());
  }

  private void checkKit() {
    if (isSameKit() || anyKit) {
      return;
    }
    Report.Specification specification = claimed.specification();
    throw new Unusable(
        "The report was made by kit %s (%.8s) and %s, and this is kit %s (%.8s)%s: use that kit, or --any-kit, which compares the verdicts alone."
            .formatted(
                claimed.kit(),
                claimed.kitSha256(),
                isSameSpecification()
                    ? "the same specification"
                    : "specification %s (%.8s)"
                        .formatted(specification.version(), specification.sha256()),
                Version.get(),
                KitHash.get(),
                isSameSpecification()
                    ? ""
                    : " with specification %s (%.8s)"
                        .formatted(
                            Report.Specification.current().version(),
                            Report.Specification.current().sha256())));
  }

  private RunOptions run(Candidate candidate, Path folder) {
    Repetition asked = claimed.run();
    return new RunOptions(
        candidate,
        driverOptions(asked),
        claimed.profile(),
        RuleGlobs.matching(asked.rules()),
        asked.suite(),
        claimed.seed(),
        folder,
        null,
        Duration.ofSeconds(Math.max(1, asked.timeLimit())),
        isForked(candidate),
        asked.rules(),
        null,
        Waivers.of(claimed.waivers()));
  }

  /**
   * A process of its own makes a difference only for a driver that broke: with it the run went on,
   * without it there is an error in the report.
   */
  private boolean isForked(Candidate candidate) {
    boolean broke =
        claimed.rules().stream()
            .anyMatch(r -> r.id().equals(BREAKING) && r.verdict() == Verdict.FAIL);
    boolean likely = claimed.error() == null && (broke || claimed.profile() != Profile.QUICK);
    return candidate instanceof Candidate.InJar jar
        && (fork == null ? likely && !jar.isDevice() : fork);
  }

  private Map<String, String> driverOptions(Repetition asked) {
    Map<String, String> all = new TreeMap<>(asked.options());
    all.putAll(options);
    List<String> missing = new ArrayList<>(asked.hidden());
    missing.removeAll(all.keySet());
    if (!missing.isEmpty()) {
      throw new Unusable(
          "The driver needs the option %s, which the report hides: give it with --option %s=VALUE."
              .formatted(missing.get(0), missing.get(0)));
    }
    return all;
  }

  @Override
  public Status hear(Report written, String folder) {
    Report found = Json.read(Json.pretty(written), Report.class);
    line(
        "%s in %s, profile %s, seed %d, %d requests compared",
        found.driver().className(),
        found.driver().jar(),
        found.profile().name().toLowerCase(Locale.ROOT),
        found.seed(),
        found.requests());
    if (found.conclusion() == Conclusion.ERROR && claimed.conclusion() != Conclusion.ERROR) {
      line("%s", found.error());
      line("UNKNOWN: this run broke off, so nothing can be said about the report");
      return Status.BROKEN;
    }
    boolean alone = verdicts || !isSameKit();
    List<String> differences =
        alone ? Claims.differingVerdicts(claimed, found) : Claims.differing(claimed, found);
    differences.forEach(this::line);
    if (!differences.isEmpty()) {
      return fails("this run found otherwise");
    } else if (alone) {
      line(
          "HOLDS: the verdicts are the same%s",
          isSameKit() ? "" : ", with another kit; nothing else was compared");
    } else {
      line(
          Json.pretty(written).equals(file.text())
              ? "HOLDS: this run writes the same report, byte for byte"
              : "HOLDS: this run found all that the report says");
    }
    return Status.CONFORMANT;
  }

  private Status fails(String why) {
    line("DOES NOT HOLD: " + why);
    return Status.NOT_CONFORMANT;
  }

  /** A report may be anybody's: it gets no control over a terminal. */
  private void line(String text, Object... parts) {
    String line = parts.length == 0 ? text : text.formatted(parts);
    console.line(line);
    console.out().flush();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("trap-tck-verify");
    } catch (IOException e) {
      throw new Unusable("There is no place for temporary files: " + e.getMessage() + ".", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // A folder for temporary files that stays behind does no harm.
    }
  }
}
