package packettrap.conformance.exhaustive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import packettrap.conformance.Progress;
import packettrap.conformance.broken.Bases;
import packettrap.conformance.broken.Broken;
import packettrap.conformance.broken.BrokenDevices;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.conformance.scenario.Playable;
import packettrap.explorer.Scope;
import packettrap.reference.HostedDevice;
import packettrap.reference.ReferenceDriver;
import packettrap.spec.device.Answer;
import packettrap.spec.device.DriverAbility;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.TrapAction;

class ScopeWalksTests {
  private static Optional<ScopeWalks> walks(
      Supplier<TrapDevice> devices, Scope scope, long budget) {
    try (TrapDevice device = devices.get()) {
      return ScopeWalks.of(
          devices, device.description(), Playable.on(device, device.description()), scope, budget);
    }
  }

  private static Optional<Counterexample> run(ScopeWalks walks) {
    return walks.run(Progress.SILENT, new Exercised());
  }

  private static Supplier<TrapDevice> hosted(Supplier<TrapDriver> drivers) {
    return () -> new HostedDevice(drivers.get());
  }

  @Test
  void every_transition_of_the_models_scope_is_compared() {
    // The reference driver has a callback more than scope S; without it the counts are TLC's.
    ScopeWalks walks = walks(hosted(Bases::memberwise), Scope.S, Long.MAX_VALUE / 2).orElseThrow();
    assertEquals(Optional.empty(), run(walks));
    assertEquals(new TransitionCoverage("S", 6_344, 488_872, 488_872), walks.coverage());
    assertTrue(walks.requests() > 488_872);
  }

  @Test
  void a_budget_ends_the_walks_and_the_coverage_says_how_far_they_came() {
    ScopeWalks walks = walks(hosted(Bases::full), Scope.S, 20_000).orElseThrow();
    assertEquals(Optional.empty(), run(walks));
    long exercised = walks.coverage().exercised();
    assertTrue(exercised > 5_000 && exercised < 40_000, "exercised: " + exercised);
  }

  @Test
  void a_device_that_cannot_be_led_is_not_walked_with() {
    assertEquals(Optional.empty(), walks(hosted(Bases::bare), Scope.S, 1));
  }

  /** The sixth change of anything to mirror is the last that it does. */
  static final class Tires extends ReferenceDriver {
    private int mirrored;

    @Override
    public Answer trapActionSet(packettrap.spec.trap.Trap trap, TrapAction action) {
      mirrored += action == TrapAction.MIRROR ? 1 : 0;
      return mirrored > 6 ? Answer.OK : super.trapActionSet(trap, action);
    }
  }

  @Test
  void what_a_long_life_leads_to_is_found_and_made_short() {
    Counterexample found =
        run(walks(hosted(Tires::new), Scope.S, 1_000_000).orElseThrow()).orElseThrow();
    assertTrue(found.steps().size() <= 12, found.toString());
    assertEquals("transitions", found.property());
  }

  /** Refuses what it does not like, as a driver may. */
  static final class Picky extends ReferenceDriver {
    @Override
    public Answer policerSet(Policer policer, long rate, long burst) {
      return rate == 2
          ? Answer.refuse(Errno.EINVAL, "too fast for this switch")
          : super.policerSet(policer, rate, burst);
    }
  }

  @Test
  void freedom_that_the_rules_leave_is_no_difference_and_what_it_leads_to_is_not_counted() {
    ScopeWalks walks = walks(hosted(Picky::new), Scope.S, 1_000_000).orElseThrow();
    assertEquals(Optional.empty(), run(walks));
    assertEquals(0, walks.coverage().exercised());
  }

  /** Forgets to unbind a group while time has passed since its last packet. */
  static final class KeepsBinding extends ReferenceDriver implements DriverAbility.KeepsTime {
    private boolean idle;

    @Override
    public void timePassed() {
      idle = true;
    }

    @Override
    public void receive(int port, Frame frame) {
      idle = false;
      super.receive(port, frame);
    }

    @Override
    public Answer groupSet(Group group, Policer policer) {
      return idle && policer == null ? Answer.OK : super.groupSet(group, policer);
    }
  }

  @Test
  void the_counterexample_is_the_shortest_on_any_shortest_way() {
    Counterexample found =
        run(walks(hosted(KeepsBinding::new), Scope.S, 1_000_000).orElseThrow()).orElseThrow();
    List<Request> asked = new ArrayList<>(found.steps().stream().map(s -> s.request()).toList());
    asked.removeIf(request -> request instanceof Request.Configure);
    // Registered, a second passes, unbound without effect, and packets until the burst is over.
    assertTrue(asked.size() <= 8, found.toString());
  }

  @Test
  void most_faults_of_the_mechanism_are_found_with_their_rule() {
    int found = 0;
    int named = 0;
    int walked = 0;
    for (Broken broken : BrokenDevices.all()) {
      if (broken.rule().startsWith("ACT") || broken.rule().startsWith("GRP")) {
        Optional<ScopeWalks> walks = walks(broken.device(), Scope.S, 200_000);
        walked += walks.isPresent() ? 1 : 0;
        Optional<Counterexample> shown = walks.flatMap(ScopeWalksTests::run);
        found += shown.isPresent() ? 1 : 0;
        named += shown.filter(one -> one.rules().contains(broken.rule())).isPresent() ? 1 : 0;
      }
    }
    assertTrue(found > 0.6 * walked, found + " of " + walked);
    assertTrue(named > 0.9 * found, named + " of " + found);
  }
}
