package packettrap.runner;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import packettrap.conformance.Conversation;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.Retold;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.runner.report.Report;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Request;

/** Has one conversation with a driver. */
final class ReplayRun {
  private final Counterexample told;
  private final Candidate candidate;
  private final Console console;

  ReplayRun(Counterexample told, Candidate candidate, Console console) {
    this.told = told;
    this.candidate = candidate;
    this.console = console;
  }

  /**
   * Has the conversation and says what came of it.
   *
   * @throws Unusable if the driver or the conversation cannot be used
   */
  Status pass(DriverThread<Optional<Counterexample>> thread, Engine engine) {
    Optional<Counterexample> found;
    try {
      found = thread.result(console, engine, this::tell);
    } catch (DeviceBroke e) {
      console.complain(e.getMessage());
      return Status.BROKEN;
    }
    Report.JudgedDriver judged = candidate.judged();
    console.line(judged.className() + " in " + judged.jar());
    say(found);
    console.out().flush();
    return found.isEmpty() ? Status.CONFORMANT : Status.NOT_CONFORMANT;
  }

  private Optional<Counterexample> tell(Supplier<TrapDevice> driver) {
    List<Request> requests = told.steps().stream().map(TraceStep::request).toList();
    try {
      return Retold.judge(driver, requests);
    } catch (IllegalArgumentException e) {
      throw new Unusable(
          "This conversation cannot be had with this driver: %s; replay needs the kind of"
                  .formatted(e.getMessage())
              + " driver that it was had with.",
          e);
    }
  }

  private void say(Optional<Counterexample> found) {
    String rule = told.rules().get(0);
    int steps = told.steps().size();
    if (found.isEmpty()) {
      console
          .out()
          .println(
              "In %s the driver does what the rules demand."
                  .formatted(steps == 1 ? "the one step" : "all " + steps + " steps"));
      console.out().println("KEPT: " + rule + " is not broken any more");
      return;
    }
    Counterexample now = found.get();
    console.out().println();
    Conversation.print(now).lines().forEach(console::line);
    console.out().println();
    String broken = now.rules().get(0);
    boolean same = broken.equals(rule) && now.steps().size() == steps;
    console
        .out()
        .println(
            same
                ? "AGAIN: %s is broken at step %d".formatted(rule, steps)
                : "OTHERWISE: %s is broken at step %d, where the trace has %s at step %d"
                    .formatted(broken, now.steps().size(), rule, steps));
  }
}
