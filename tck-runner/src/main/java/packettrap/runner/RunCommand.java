package packettrap.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import packettrap.conformance.Profile;
import packettrap.conformance.exhaustive.Plan;
import packettrap.conformance.exhaustive.Size;
import packettrap.spec.rule.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trap-tck run}: judges a driver. */
@Command(
    name = "run",
    description = "Judges a driver and writes a report.",
    footer = {
      "",
      "Exit status: 0 conformant; 1 not conformant; 2 wrong usage, or a file or driver",
      "that cannot be used; 3 inconclusive: a rule that applies was never exercised;",
      "4 the driver or the kit broke, so there is no verdict."
    })
final class RunCommand implements Callable<Integer> {
  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      defaultValue = "quick",
      description = "quick, full or soak: how much to do (default: ${DEFAULT-VALUE}).")
  private Profile profile;

  @Option(
      names = "--rule",
      paramLabel = "GLOB",
      description = "Only rules whose id matches, as in ACT-*. May be given several times.")
  private List<String> rules = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What all choices follow from (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--exhaustive",
      paramLabel = "K",
      description =
          "First a complete test suite (Wp method): it finds every faulty driver "
              + "that is a machine of at most K states more than the specification's; 0, 1 "
              + "or 2.")
  private String exhaustive;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description =
          "With --exhaustive, how much of the mechanism the suite is about: XS, SH or "
              + "S (default: XS). With 0 also M: not a suite, but every transition of the model's "
              + "scope M, on a driver that registers any objects.")
  private Size scope;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      defaultValue = "trap-tck-report",
      description = "The folder for the report (default: ${DEFAULT-VALUE}).")
  private String report;

  @Option(
      names = "--capture",
      paramLabel = "FILE",
      description =
          "Where to write all alerts of drop monitor, as netlink messages in a pcap file, "
              + "like dwdump; each new device begins at time 0.")
  private Path capture;

  @Option(
      names = "--fork",
      negatable = true,
      description =
          "The driver gets a process of its own: if it crashes, hangs or exits, that is a "
              + "verdict, and the run goes on (default: not in quick, nor for a bridge).")
  private Boolean fork;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Does only part I of N of the run; trap-tck merge makes the report of all N. There is no"
              + " verdict yet: the exit status is 0 if the part was done.")
  private String shard;

  @Mixin private WaiverChoice waivers;

  @Option(names = "--quiet", description = "Prints the verdict alone, and no progress.")
  private boolean quiet;

  @Option(names = "--json", description = "Prints report.json in place of the summary.")
  private boolean json;

  @Mixin private DriverChoice choice;

  private final Console console;
  private final Engine engine;

  RunCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Duration limit = choice.limit();
    Plan plan = plan();
    Predicate<Rule> wanted = RuleGlobs.matching(rules);
    Candidate candidate = choice.candidate();
    RunOptions run =
        new RunOptions(
            candidate,
            choice.options(),
            profile,
            wanted,
            plan,
            seed,
            DriverChoice.report(report),
            capture,
            limit,
            isForked(candidate),
            rules,
            ShardOption.parse(shard),
            waivers.read().usableFor(candidate.judged().identity()));
    return new Judgement(run, console, engine, Speech.of(quiet, json)).pass().number();
  }

  /** A program has a process of its own anyway. */
  private boolean isForked(Candidate candidate) {
    if (fork != null && fork && capture != null) {
      throw new Unusable(
          "--fork and --capture do not go together: alerts are written by the process that runs"
              + " the driver; leave one of them out.");
    }
    return candidate instanceof Candidate.InJar jar
        && (fork == null ? profile != Profile.QUICK && !jar.isDevice() && capture == null : fork);
  }

  /** The complete suite that is wanted; null: none. */
  private Plan plan() {
    if (exhaustive == null) {
      if (scope != null) {
        throw new Unusable("--scope needs --exhaustive: it says what a complete suite is about.");
      }
      return null;
    }
    if (scope == Size.M && ExtraStates.parse("--exhaustive", exhaustive) != 0) {
      throw new Unusable(
          "Scope M is too large for a complete suite with extra states: with --scope M, "
              + "--exhaustive must be 0, not "
              + exhaustive
              + ".");
    }
    return new Plan(scope == null ? Size.XS : scope, ExtraStates.parse("--exhaustive", exhaustive));
  }
}
