package packettrap.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import packettrap.conformance.broken.Bases;
import packettrap.conformance.broken.Broken;
import packettrap.conformance.broken.BrokenDevices;
import packettrap.conformance.broken.Likeness;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.reference.DriverMisbehaved;
import packettrap.reference.HostedDevice;
import packettrap.reference.RegistrationFailed;
import packettrap.spec.device.Capability;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.json.Json;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;

class RetoldTests {
  private static List<Counterexample> found(Broken broken) {
    return new Kit(broken.device(), Profile.QUICK, 1, rule -> rule.id().equals(broken.rule()))
        .run(Progress.SILENT)
        .counterexamples();
  }

  private static List<Request> requests(Counterexample counterexample) {
    return counterexample.steps().stream().map(TraceStep::request).toList();
  }

  /**
   * What comes of chance does not come again, and traffic of the device's own is not waited for.
   */
  private static boolean isRepeatable(Broken broken) {
    try (TrapDevice device = broken.device().get()) {
      return !broken.rule().equals("DRV-12") && !device.description().has(Capability.OWN_TRAFFIC);
    } catch (RegistrationFailed | DriverMisbehaved e) {
      return true;
    }
  }

  /** Also through the file that a counterexample is written to. */
  @TestFactory
  Stream<DynamicTest> what_the_kit_finds_in_a_broken_device_is_found_again_by_the_same_requests() {
    return BrokenDevices.all().stream()
        .filter(RetoldTests::isRepeatable)
        .map(
            broken ->
                DynamicTest.dynamicTest(broken.rule() + " " + broken.fault(), () -> again(broken)));
  }

  private static void again(Broken broken) {
    List<String> lost = new ArrayList<>();
    for (Counterexample found : found(broken)) {
      Counterexample read = Json.read(Json.pretty(found), Counterexample.class);
      assertEquals(found, read);
      if (read.steps().isEmpty()) {
        continue;
      }
      Optional<Counterexample> again = Retold.judge(broken.device(), requests(read));
      if (again.isEmpty() || again.get().steps().size() != read.steps().size()) {
        lost.add(Conversation.print(found) + "\n--- " + again.map(Conversation::print));
      }
    }
    assertEquals(List.of(), lost);
  }

  @Test
  void a_device_without_a_fault_keeps_the_rules_in_the_same_conversation() {
    int kept = 0;
    for (Broken broken : BrokenDevices.all()) {
      if (Set.of("ACT-04", "NTF-05", "STA-03", "MON-17", "POL-21").contains(broken.rule())
          && isRepeatable(broken)) {
        for (Counterexample found : found(broken)) {
          assertEquals(
              Optional.empty(),
              Retold.judge(() -> new HostedDevice(Bases.full()), requests(found)));
          kept++;
        }
      }
    }
    assertTrue(kept >= 5, "only " + kept);
  }

  @Test
  void the_reference_is_told_beside_the_device() {
    Broken broken = BrokenDevices.all().get(0);
    Counterexample found = found(broken).get(0);
    for (TraceStep step : found.steps().subList(0, found.steps().size() - 1)) {
      assertEquals(step.reply(), step.reference().reply());
    }
    TraceStep last = found.steps().get(found.steps().size() - 1);
    assertTrue(
        !last.reply().equals(last.reference().reply())
            || !last.events().equals(last.reference().events()),
        () -> Conversation.print(found));
  }

  @Test
  void frames_that_nobody_knows_are_refused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Retold.judge(
                    () -> new HostedDevice(Bases.full()),
                    List.of(new Request.Inject(1, List.of(Frame.parse("01020304"))))));
    assertEquals("no scenario for this device has these frames", e.getMessage());
  }

  @Test
  void the_device_most_alike_is_the_one_that_was_judged() {
    int right = 0;
    int all = 0;
    for (Broken broken : BrokenDevices.all()) {
      long candidates =
          BrokenDevices.all().stream().filter(one -> one.rule().equals(broken.rule())).count();
      if (candidates == 1) {
        continue;
      }
      for (Counterexample found : found(broken)) {
        if (found.rules().get(0).equals(broken.rule())) {
          all++;
          right += Likeness.of(found).orElseThrow().fault().equals(broken.fault()) ? 1 : 0;
        }
      }
    }
    assertTrue(all > 0 && right >= 0.9 * all, right + " of " + all);
  }
}
