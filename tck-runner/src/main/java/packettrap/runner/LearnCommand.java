package packettrap.runner;

import java.time.Duration;
import java.util.concurrent.Callable;
import packettrap.conformance.exhaustive.Plan;
import packettrap.conformance.exhaustive.Size;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trap-tck learn}: learns a driver's machine, and shows where it is not the right one. */
@Command(
    name = "learn",
    description = "Learns a driver's state machine and shows where it differs.",
    footer = {
      "",
      "Exit status: 0 the driver's machine is the specification's; 1 it is not;",
      "2 wrong usage, or a file or driver that cannot be used; 4 the driver broke, or",
      "has no machine that could be learned."
    })
final class LearnCommand implements Callable<Integer> {
  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      defaultValue = "XS",
      description = "How much of the mechanism: XS, SH or S (default: ${DEFAULT-VALUE}).")
  private Size scope;

  @Option(
      names = "--extra-states",
      paramLabel = "K",
      defaultValue = "0",
      description =
          "States beyond the specification's that are looked for: 0, 1 or 2"
              + " (default: ${DEFAULT-VALUE}).")
  private String extraStates;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      defaultValue = "trap-tck-report",
      description = "The folder for what was learned (default: ${DEFAULT-VALUE}).")
  private String report;

  @Mixin private DriverChoice choice;

  private final Console console;
  private final Engine engine;

  LearnCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Duration limit = choice.limit();
    if (scope == Size.M) {
      throw new Unusable("--scope must be XS, SH or S: M is too large to be learned.");
    }
    Plan plan = new Plan(scope, ExtraStates.parse("--extra-states", extraStates));
    return new LearningRun(choice.candidate(), choice.options(), plan, limit)
        .pass(DriverChoice.report(report), console, engine)
        .number();
  }
}
