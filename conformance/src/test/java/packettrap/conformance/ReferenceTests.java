package packettrap.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import packettrap.conformance.broken.Bases;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.Verdict;
import packettrap.spec.device.Answer;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.device.TrapHost;
import packettrap.spec.json.Json;
import packettrap.spec.packet.Frame;
import packettrap.spec.rule.Level;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

class ReferenceTests {
  private static RunResult run(Supplier<TrapDriver> driver, long seed) {
    return new Kit(() -> Devices.hosting(driver), Profile.QUICK, seed, rule -> true)
        .run(Progress.SILENT);
  }

  private static void assertConformant(Supplier<TrapDriver> driver) {
    RunResult result = run(driver, 1);
    result.counterexamples().forEach(one -> System.out.println(Conversation.print(one)));
    assertEquals(List.of(), result.counterexamples());
    assertEquals(
        List.of(),
        result.rules().stream()
            .filter(rule -> rule.verdict() == Verdict.INCONCLUSIVE && rule.level() == Level.MUST)
            .toList());
    assertEquals(Conclusion.CONFORMANT, result.conclusion(), result.error());
  }

  @Test
  void the_reference_keeps_every_rule() {
    assertConformant(Bases::full);
  }

  @Test
  void a_driver_that_sets_groups_trap_by_trap_keeps_every_rule() {
    assertConformant(Bases::memberwise);
  }

  @Test
  void a_driver_without_optional_callbacks_keeps_every_rule() {
    assertConformant(Bases::bare);
  }

  @Test
  void a_driver_of_seventy_traps_keeps_every_rule() {
    assertConformant(Bases::many);
  }

  @Test
  void a_driver_with_traffic_of_its_own_keeps_every_rule() {
    assertConformant(Bases::busy);
  }

  @Test
  void a_switch_that_knows_the_scenarios_keeps_every_rule() {
    assertConformant(Bases::switching);
  }

  @Test
  void the_same_seed_gives_the_same_result() {
    assertEquals(Json.write(run(Bases::full, 7)), Json.write(run(Bases::full, 7)));
    assertNotEquals(Json.write(run(Bases::full, 7)), Json.write(run(Bases::full, 8)));
  }

  /** Accepts everything and does nothing. */
  private static final class Idle implements TrapDriver {
    @Override
    public int interfaceVersion() {
      return VERSION;
    }

    @Override
    public Registration registration() {
      return Registration.of(
          List.of(Group.generic("l2_drops"), Group.generic("lldp")),
          List.of(Trap.generic("source_mac_is_multicast"), Trap.generic("lldp")));
    }

    @Override
    public void start(TrapHost host) {}

    @Override
    public Answer trapActionSet(Trap trap, TrapAction action) {
      return Answer.OK;
    }

    @Override
    public void receive(int port, Frame frame) {}
  }

  @Test
  void a_driver_that_accepts_everything_and_does_nothing_fails() {
    RunResult result = run(Idle::new, 1);
    assertEquals(Conclusion.NOT_CONFORMANT, result.conclusion());
    assertTrue(
        result.counterexamples().stream()
            .anyMatch(one -> one.rules().contains("TRP-00") || one.rules().contains("TRP-31")));
  }

  @Test
  void a_driver_that_registers_nothing_is_not_called_conformant() {
    assertEquals(Conclusion.INCONCLUSIVE, run(Bases::empty, 1).conclusion());
  }
}
