package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import packettrap.conformance.Progress;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.engine.Theory;
import packettrap.conformance.exhaustive.Bench.Found;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.explorer.ModelInput;
import packettrap.explorer.suite.Identifiers;
import packettrap.explorer.suite.Mealy;
import packettrap.explorer.suite.Suite;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.scenario.Scenario;

/**
 * A complete test suite for a device: the specification's machine for what can be done with it and
 * seen of it, and every test of that machine's suite, one after the other.
 */
public final class Exhaustive {
  /** The name of the suite in reports. */
  public static final String TITLE = "complete suite";

  private static final int REPEATS = 3;
  private static final List<Theory> NONE = List.of();

  private final DeviceDescription description;
  private final Plan plan;
  private final Bench bench;
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
            found.add(counterexample(Arrays.copyOf(inputs, length), more <= 1));
            return false;
          }
          passed++;
          return true;
        });
    return found.stream().findFirst();
  }

  /** The shortest conversation that is left when what is not needed is left out. */
  private Counterexample counterexample(int[] inputs, boolean look) {
    Exercised ignored = new Exercised();
    int[] shortest = inputs;
    for (int i = shortest.length - 1; i >= 0; i--) {
      int[] candidate = without(shortest, i);
      if (bench.run(candidate, candidate.length, look, ignored, NONE).isPresent()) {
        shortest = candidate;
        i = Math.min(i, shortest.length);
      }
    }
    int[] last = look ? looking(shortest) : shortest;
    boolean needsLook = bench.run(last, last.length, false, ignored, NONE).isEmpty();
    List<Theory> theories = List.of(Theory.values());
    Optional<Found> shown = bench.run(last, last.length, needsLook, ignored, theories);
    boolean same = shown.isPresent();
    for (int i = 0; same && i < REPEATS; i++) {
      Optional<Found> again = bench.run(last, last.length, needsLook, ignored, theories);
      same = again.isPresent() && again.get().trace().equals(shown.get().trace());
    }
    if (shown.isEmpty()) {
      return new Counterexample(
          List.of(DriverRules.DRV_12.id()),
          TITLE,
          0,
          "the device did not show again what it had shown before",
          "the same requests lead to the same observations",
          List.of());
    }
    List<Rule> rules = new ArrayList<>(shown.get().difference().rules());
    if (!same && DriverRules.DRV_12.appliesTo(description)) {
      rules.add(0, DriverRules.DRV_12);
    } else {
      rules.sort(Comparator.comparing(rule -> !rule.appliesTo(description)));
    }
    return new Counterexample(
        rules.stream().map(Rule::id).distinct().toList(),
        TITLE,
        0,
        shown.get().difference().observed(),
        shown.get().difference().demanded(),
        shown.get().trace());
  }

  /** The same with a look at one thing at its end, in place of a look at everything. */
  private int[] looking(int[] inputs) {
    Exercised ignored = new Exercised();
    if (bench.run(inputs, inputs.length, false, ignored, NONE).isPresent()) {
      return inputs;
    }
    for (int i = 0; i < actions.size(); i++) {
      int[] candidate = Arrays.copyOf(inputs, inputs.length + 1);
      candidate[inputs.length] = i;
      if (actions.get(i).model() instanceof ModelInput.Get
          && bench.run(candidate, candidate.length, false, ignored, NONE).isPresent()) {
        return candidate;
      }
    }
    return inputs;
  }

  private static int[] without(int[] inputs, int place) {
    int[] rest = new int[inputs.length - 1];
    System.arraycopy(inputs, 0, rest, 0, place);
    System.arraycopy(inputs, place + 1, rest, place, rest.length - place);
    return rest;
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
