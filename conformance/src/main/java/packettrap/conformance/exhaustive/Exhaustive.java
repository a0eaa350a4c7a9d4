package packettrap.conformance.exhaustive;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.Progress;
import packettrap.conformance.SeparateDevices;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.exhaustive.Lanes.Failed;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.explorer.suite.Identifiers;
import packettrap.explorer.suite.Mealy;
import packettrap.explorer.suite.Suite;
import packettrap.spec.device.Capability;
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

  private final Supplier<TrapDevice> devices;
  private final DeviceDescription description;
  private final Plan plan;
  private final Shortening shortening;
  private final List<Action> actions;
  private final List<String> missing;
  private final Mealy machine;
  private final Suite suite;
  private final long tests;
  private final LongAdder passed = new LongAdder();
  private volatile boolean failed;
  private final List<Bench> benches = new CopyOnWriteArrayList<>();
  private final List<Lane> lanes = new CopyOnWriteArrayList<>();

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
    this.devices = devices;
    this.description = description;
    this.plan = plan;
    Setup setup = Setup.of(devices, description, scenarios, plan.size());
    this.actions = setup.actions();
    this.missing = setup.missing();
    benches.add(new Bench(devices, description, actions));
    this.shortening = new Shortening(benches.get(0), description, actions);
    this.machine = setup.machine();
    int[] cost = actions.stream().mapToInt(Action::cost).toArray();
    this.suite = new Suite(machine, new Identifiers(machine, cost), plan.extraStates());
    this.tests = suite.tests();
  }

  /** Requests compared so far. */
  public long requests() {
    return benches.stream().mapToLong(Bench::requests).sum()
        + lanes.stream().mapToLong(Lane::requests).sum();
  }

  /**
   * Does all tests, the shortest first, on two devices at a time if they can be had apart; gives
   * what the first that fails shows, made as short as possible.
   */
  public Optional<Counterexample> run(Progress progress, Exercised exercised) {
    lanes.add(new Lane(devices, description, actions, benches.get(0), exercised));
    Supplier<TrapDevice> apart = apart();
    if (apart != null) {
      addLane(apart);
    }
    Failed found = first(lanes, progress);
    if (found != null && lanes.size() > 1 && !isAgain(found)) {
      // The devices may have disturbed each other, which no rule forbids.
      passed.reset();
      found = first(lanes.subList(0, 1), progress);
    }
    if (found == null) {
      return Optional.empty();
    }
    passed.reset();
    passed.add(found.number());
    if (found.broke() != null) {
      throw found.broke();
    }
    failed = true;
    return Optional.of(shortening.counterexample(TITLE, found.inputs(), found.look()));
  }

  /** Does tests with these devices as well, if they can be had and are the same. */
  private void addLane(Supplier<TrapDevice> apart) {
    try (TrapDevice device = apart.get()) {
      DeviceDescription other = device.description();
      if (other.registration().equals(description.registration())
          && other.capabilities().equals(description.capabilities())) {
        Bench bench = new Bench(apart, other, actions);
        benches.add(bench);
        lanes.add(new Lane(apart, other, actions, bench, new Exercised()));
      }
    } catch (RuntimeException e) {
      // Then there is one at a time, as for most devices.
    }
  }

  /** Devices for another thread, if there is a processor for it; null: none. */
  private Supplier<TrapDevice> apart() {
    return devices instanceof SeparateDevices separate
            && description.has(Capability.VIRTUAL_TIME)
            && !description.has(Capability.OWN_TRAFFIC)
            && Runtime.getRuntime().availableProcessors() > 1
        ? separate.apart()
        : null;
  }

  private Failed first(List<Lane> used, Progress progress) {
    return new Lanes(suite, used, passed).run(number -> progress.at(TITLE, number, tests));
  }

  /**
   * Whether a test fails as well when nothing is done beside it.
   *
   * @throws DeviceBroke if the device breaks then
   */
  private boolean isAgain(Failed test) {
    return benches
        .get(0)
        .run(test.inputs(), test.inputs().length, test.look(), new Exercised(), List.of())
        .isPresent();
  }

  /** What was walked on, if all tests were passed: everything. */
  public TransitionCoverage coverage() {
    long transitions = machine.transitions();
    return new TransitionCoverage(
        plan.size().name(), machine.states(), transitions, passed.sum() < tests ? 0 : transitions);
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
        passed.sum(),
        sentence());
  }

  private String sentence() {
    if (passed.sum() < tests && !failed) {
      return "There is no guarantee: %,d of %,d tests were passed when it ended."
          .formatted(passed.sum(), tests);
    } else if (passed.sum() < tests) {
      return ("There is no guarantee: %,d of %,d tests were passed before one failed. They come in"
              + " the order of their lengths: no shorter test of the suite shows a fault.")
          .formatted(passed.sum(), tests);
    }
    long states = machine.states() + (long) plan.extraStates();
    return ("A driver with a fault cannot have passed if it is deterministic, if a new device"
            + " starts over, and if for these %d inputs and what is seen of them it is a machine"
            + " of at most %,d states (the specification's has %,d).")
        .formatted(actions.size(), states, machine.states());
  }
}
