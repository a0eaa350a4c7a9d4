package packettrap.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.RuleResult;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.Verdict;
import packettrap.reference.ReferenceDriver;
import packettrap.spec.device.TrapDevice;

class ReferenceTests {
  static RunResult run(Supplier<TrapDevice> device) {
    return new Kit(device, Profile.QUICK, 1, rule -> true).run(Progress.SILENT);
  }

  @Test
  void the_reference_keeps_every_rule() {
    long t = System.nanoTime();
    RunResult result = run(() -> Devices.hosting(ReferenceDriver::new));
    System.out.println((System.nanoTime() - t) / 1e9 + " s " + result.requests());
    result.counterexamples().forEach(c -> System.out.println(Conversation.print(c) + "\n-----"));
    for (RuleResult rule : result.rules()) {
      if (rule.verdict() == Verdict.INCONCLUSIVE) System.out.println(rule);
    }
    assertEquals(List.of(), result.counterexamples());
    assertEquals(Conclusion.CONFORMANT, result.conclusion(), result.error());
  }
}
