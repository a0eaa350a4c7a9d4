package packettrap.conformance.exhaustive;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import packettrap.conformance.Progress;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.explorer.suite.Tour;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.scenario.Scenario;

/**
 * Walks with a device through the specification's machine, until each of its transitions was
 * compared once.
 */
public final class Walks implements Walking {
  private static final int LONGEST = 60;

  private final Size size;
  private final Setup setup;
  private final Bench bench;
  private final Shortening shortening;
  private final Tour tour;
  private volatile long exercised;

  /**
   * Gets to know a device.
   *
   * @param devices gives a new device each time
   * @param scenarios those that can be played on it
   */
  public Walks(
      Supplier<TrapDevice> devices,
      DeviceDescription description,
      List<Scenario> scenarios,
      Size size) {
    this.size = size;
    this.setup = Setup.of(devices, description, scenarios, size);
    this.bench = new Bench(devices, description, setup.actions());
    this.shortening = new Shortening(bench, description, setup.actions());
    this.tour = new Tour(setup.machine(), LONGEST);
  }

  @Override
  public long requests() {
    return bench.requests();
  }

  @Override
  public Optional<Counterexample> run(Progress progress, Exercised counting) {
    long transitions = setup.machine().transitions();
    for (int[] walk = tour.next(); walk.length > 0; walk = tour.next()) {
      progress.at(TITLE, exercised, transitions);
      if (bench.run(walk, walk.length, true, counting, List.of()).isPresent()) {
        return Optional.of(shortening.counterexample(TITLE, walk, true));
      }
      exercised = tour.walked();
    }
    return Optional.empty();
  }

  @Override
  public TransitionCoverage coverage() {
    return new TransitionCoverage(
        size.name(), setup.machine().states(), setup.machine().transitions(), exercised);
  }
}
