package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import packettrap.conformance.Progress;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.engine.Theory;
import packettrap.conformance.exhaustive.Bench.Found;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.explorer.suite.Identifiers;
import packettrap.explorer.suite.Mealy;
import packettrap.explorer.suite.Suite;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.scenario.Scenario;

/**
 * A complete test suite for a device: the specification's machine for what can be done with it and
 * seen of it, and every test of that machine's suite, one after the other.
 */
public final class Exhaustive {
  /** The name of the suite in reports. */
  public static final String TITLE = "complete suite";

  private static final List<Theory> NONE = List.of();

  private final DeviceDescription description;
  private final Plan plan;
  private final Bench bench;
  private final Shortening shortening;
  private final List<Action> actions;
  private final List<String> missing;
  private final Mealy machine;
  private final Suite suite;
  private final long tests;
  private volatile long passed;

  /**
   * Gets to know a device, and makes the suite for it.
   *
   * @param devices gives a new device each time
   * @param scenarios those that can be played on it
   */
  public Exhaustive(
      Supplier<TrapDevice> devices,
      DeviceDescription description,
      List<Scenario> scenarios,
      Plan plan) {
    this.description = description;
    this.plan = plan;
    Setup setup = Setup.of(devices, description, scenarios, plan.size());
    this.actions = setup.actions();
    this.missing = setup.missing();
    this.bench = new Bench(devices, description, actions);
    this.shortening = new Shortening(bench, description, actions);
    this.machine = setup.machine();
    int[] cost = actions.stream().mapToInt(Action::cost).toArray();
    this.suite = new Suite(machine, new Identifiers(machine, cost), plan.extraStates());
    this.tests = suite.tests();
  }

  /** Requests compared so far. */
  public long requests() {
    return bench.requests();
  }

  /** Does all tests; gives what the first that fails shows, made as short as possible. */
  public Optional<Counterexample> run(Progress progress, Exercised exercised) {
    List<Counterexample> found = new ArrayList<>();
    suite.each(
        (inputs, length, more) -> {
          if (passed % 64 == 0) {
            progress.at(TITLE, passed, tests);
          }
          Optional<Found> difference = bench.run(inputs, length, more <= 1, exercised, NONE);
          if (difference.isPresent()) {
            found.add(shortening.counterexample(TITLE, Arrays.copyOf(inputs, length), more <= 1));
            return false;
          }
          passed++;
          return true;
        });
    return found.stream().findFirst();
  }

  /** What was walked on, if all tests were passed: everything. */
  public TransitionCoverage coverage() {
    long transitions = machine.transitions();
    return new TransitionCoverage(
        plan.size().name(), machine.states(), transitions, passed < tests ? 0 : transitions);
  }

  /** What can be said of the driver after the tests that were done. */
  public Guarantee guarantee() {
    return new Guarantee(
        plan.size().name(),
        plan.extraStates(),
        machine.states(),
        machine.transitions(),
        actions.stream().map(Action::words).toList(),
        Observability.of(description),
        missing,
        tests,
        suite.steps(),
        passed,
        sentence());
  }

  private String sentence() {
    if (passed < tests) {
      return "There is no guarantee: %,d of %,d tests were passed before one failed."
          .formatted(passed, tests);
    }
    long states = machine.states() + (long) plan.extraStates();
    return ("A driver with a fault cannot have passed if it is deterministic, if a new device"
            + " starts over, and if for these %d inputs and what is seen of them it is a machine"
            + " of at most %,d states (the specification's has %,d).")
        .formatted(actions.size(), states, machine.states());
  }
}
