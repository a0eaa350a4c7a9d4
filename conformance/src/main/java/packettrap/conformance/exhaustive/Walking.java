package packettrap.conformance.exhaustive;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import packettrap.conformance.Progress;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.explorer.Scope;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.scenario.Scenario;

/** Walks with a device through the specification's machine. */
public interface Walking {
  /** The name of the walks in reports. */
  String TITLE = "transitions";

  /**
   * Walks through the model's scope M; on a device that cannot play it, through a small machine for
   * the device's own objects.
   *
   * @param devices gives a new device each time
   * @param scenarios those that can be played on the device
   * @param budget requests after which no new walk through scope M begins
   */
  static Walking with(
      Supplier<TrapDevice> devices,
      DeviceDescription description,
      List<Scenario> scenarios,
      long budget) {
    return ScopeWalks.of(devices, description, scenarios, Scope.M, budget)
        .map(Walking.class::cast)
        .orElseGet(() -> new Walks(devices, description, scenarios, Size.XS));
  }

  /** Requests compared so far. */
  long requests();

  /** Walks until there is nothing left to do; gives what the first walk that fails shows. */
  Optional<Counterexample> run(Progress progress, Exercised counting);

  /** What was walked on without a difference. */
  TransitionCoverage coverage();
}
