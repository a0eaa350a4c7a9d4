package packettrap.conformance.exhaustive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import packettrap.conformance.Conversation;
import packettrap.conformance.Progress;
import packettrap.conformance.broken.Bases;
import packettrap.conformance.broken.Broken;
import packettrap.conformance.broken.BrokenDevices;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.scenario.Playable;
import packettrap.reference.HostedDevice;
import packettrap.spec.device.Capability;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.message.Request;

class ExhaustiveTests {
  private static final int FIRST = 3;

  /** Rules that the inputs of scope XS can break, each with a broken device of the kit's. */
  private static final Set<String> RULES_OF_XS =
      Set.of(
          "REQ-01", "REQ-05", "REQ-08", "REQ-11", "REQ-12", "ACT-01", "ACT-03", "ACT-04", "ACT-05",
          "ACT-07", "ACT-08", "ACT-09", "ACT-11", "GRP-02", "GRP-03", "GRP-10", "GRP-12", "GRP-16",
          "GRP-17", "POL-01", "POL-03", "POL-04", "POL-10", "POL-13", "POL-25", "POL-32", "POL-34",
          "NTF-05", "NTF-07", "RLD-01", "RLD-02", "RLD-03", "RLD-04", "RLD-06", "MON-01", "MON-03",
          "MON-09", "MON-12", "MON-13", "MON-14", "MON-21", "MON-22", "MON-35", "STA-01", "STA-02",
          "STA-09", "STA-10", "STA-11", "DRV-03", "DRV-04", "DRV-05", "DRV-07", "DRV-08", "DRV-09",
          "DRV-10", "DRV-13", "DRV-14", "PKT-04", "PKT-05");

  private static Exhaustive suite(Supplier<TrapDevice> devices, Size size, int extra) {
    try (TrapDevice device = devices.get()) {
      return new Exhaustive(
          devices,
          device.description(),
          Playable.on(device, device.description()),
          new Plan(size, extra));
    }
  }

  private static Optional<Counterexample> run(Exhaustive suite) {
    return suite.run(Progress.SILENT, new Exercised());
  }

  private static Guarantee passed(Supplier<TrapDriver> driver, int extra) {
    Exhaustive suite = suite(() -> new HostedDevice(driver.get()), Size.XS, extra);
    assertEquals("", run(suite).map(Conversation::print).orElse(""));
    return suite.guarantee();
  }

  @Test
  void a_driver_without_a_fault_passes_and_the_guarantee_says_what_that_means() {
    Guarantee guarantee = passed(Bases::memberwise, 0);
    assertEquals(guarantee.tests(), guarantee.passed());
    assertEquals(
        "A driver with a fault cannot have passed if it is deterministic, if a new device starts"
            + " over, and if for these 32 inputs and what is seen of them it is a machine of at"
            + " most 288 states (the specification's has 288).",
        guarantee.sentence());
    assertEquals(List.of(), guarantee.missing());
  }

  @Test
  void of_a_driver_that_can_do_less_less_is_seen_and_the_guarantee_is_for_that() {
    Guarantee bare = passed(Bases::bare, 1);
    assertEquals(48, bare.states());
    assertFalse(bare.seen().contains("drop counters of traps"), bare.seen().toString());
    Guarantee busy = passed(Bases::busy, 0);
    assertEquals(96, busy.states());
    assertEquals(List.of("packets"), busy.missing());
    Guarantee empty = passed(Bases::empty, 2);
    assertTrue(empty.states() < 10, "has " + empty.states());
  }

  @TestFactory
  Stream<DynamicTest> broken_devices_are_found_and_their_rule_is_among_the_first() {
    return BrokenDevices.all().stream()
        .filter(broken -> RULES_OF_XS.contains(broken.rule()))
        .filter(broken -> !hasOwnTraffic(broken))
        .map(
            broken ->
                DynamicTest.dynamicTest(broken.rule() + " " + broken.fault(), () -> find(broken)));
  }

  /** Nothing can be injected into such a device, so the suite sees less. */
  private static boolean hasOwnTraffic(Broken broken) {
    try (TrapDevice device = broken.device().get()) {
      return device.description().has(Capability.OWN_TRAFFIC);
    }
  }

  private static void find(Broken broken) {
    Optional<Counterexample> found = run(suite(broken.device(), Size.XS, 0));
    assertTrue(found.isPresent(), "not found");
    assertTrue(
        found.get().rules().stream().limit(FIRST).toList().contains(broken.rule()),
        () -> Conversation.print(found.get()));
  }

  private static boolean isUnknown(Request request) {
    return request instanceof Request.TrapSet set && set.trap().equals("unknown");
  }

  private static boolean isForbidden(Request request) {
    return request instanceof Request.Unprivileged;
  }

  private static boolean isStop(Request request) {
    return request instanceof Request.MonitorStop;
  }

  private static Supplier<TrapDevice> remembering(
      boolean onlyAtFirst, List<Predicate<Request>> path) {
    return () -> new Remembering(onlyAtFirst, path);
  }

  @Test
  void a_fault_behind_one_extra_state_may_be_missed_without_extra_states_but_not_with_one() {
    Supplier<TrapDevice> device =
        remembering(true, List.of(ExhaustiveTests::isUnknown, ExhaustiveTests::isForbidden));
    assertTrue(run(suite(device, Size.XS, 0)).isEmpty());
    Counterexample found = run(suite(device, Size.XS, 1)).orElseThrow();
    assertEquals("REQ-01", found.rules().get(0));
    assertEquals(2, found.steps().size());
  }

  @Test
  void a_fault_behind_two_extra_states_may_be_missed_with_one_but_not_with_two() {
    Supplier<TrapDevice> device =
        remembering(
            true,
            List.of(
                ExhaustiveTests::isUnknown, ExhaustiveTests::isStop, ExhaustiveTests::isForbidden));
    assertTrue(run(suite(device, Size.XS, 0)).isEmpty());
    Counterexample found = run(suite(device, Size.XS, 2)).orElseThrow();
    assertEquals("REQ-01", found.rules().get(0));
    assertEquals(3, found.steps().size());
  }

  @Test
  void a_fault_after_two_requests_in_a_row_is_found_in_any_state() {
    Supplier<TrapDevice> device =
        remembering(false, List.of(ExhaustiveTests::isUnknown, ExhaustiveTests::isForbidden));
    assertEquals(2, run(suite(device, Size.XS, 1)).orElseThrow().steps().size());
  }

  @Test
  void after_a_failure_there_is_no_guarantee() {
    Exhaustive suite =
        suite(
            remembering(false, List.of(ExhaustiveTests::isUnknown, ExhaustiveTests::isForbidden)),
            Size.XS,
            1);
    assertTrue(run(suite).isPresent());
    Guarantee guarantee = suite.guarantee();
    assertTrue(guarantee.passed() < guarantee.tests());
    assertTrue(guarantee.sentence().startsWith("There is no guarantee: "), guarantee.sentence());
  }
}
