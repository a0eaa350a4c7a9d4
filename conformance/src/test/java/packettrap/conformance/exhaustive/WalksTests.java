package packettrap.conformance.exhaustive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import packettrap.conformance.Kit;
import packettrap.conformance.Profile;
import packettrap.conformance.Progress;
import packettrap.conformance.broken.Bases;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.conformance.scenario.Playable;
import packettrap.reference.HostedDevice;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Request;

class WalksTests {
  private static RunResult run(Supplier<TrapDevice> devices) {
    return new Kit(devices, Profile.QUICK, 1, rule -> true).run(Progress.SILENT);
  }

  private static Walks walks(Supplier<TrapDevice> devices) {
    try (TrapDevice device = devices.get()) {
      return new Walks(
          devices, device.description(), Playable.on(device, device.description()), Size.XS);
    }
  }

  @Test
  void a_usual_run_exercises_every_transition_and_says_so() {
    TransitionCoverage coverage = run(() -> new HostedDevice(Bases.bare())).coverage();
    assertEquals(new TransitionCoverage("XS", 48, 1410, 1410), coverage);
  }

  @Test
  void a_walk_that_fails_is_made_short_and_what_follows_is_not_exercised() {
    Walks walks =
        walks(
            () ->
                new Remembering(
                    false,
                    List.of(
                        request -> request instanceof Request.TrapSet set && set.action() == 2,
                        request -> request instanceof Request.MonitorStop)));
    Counterexample found = walks.run(Progress.SILENT, new Exercised()).orElseThrow();
    assertEquals(2, found.steps().size());
    assertEquals("transitions", found.property());
    TransitionCoverage coverage = walks.coverage();
    assertTrue(coverage.exercised() < coverage.transitions(), coverage.toString());
  }

  @Test
  void after_a_failure_nothing_is_said_of_transitions() {
    assertNull(
        run(() -> new Remembering(false, List.of(request -> request instanceof Request.TrapSet)))
            .coverage());
  }
}
