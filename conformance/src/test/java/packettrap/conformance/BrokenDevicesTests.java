package packettrap.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import packettrap.conformance.broken.Broken;
import packettrap.conformance.broken.BrokenDevices;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.Verdict;

class BrokenDevicesTests {
  private static final int FIRST = 3;

  @TestFactory
  Stream<DynamicTest> every_broken_device_is_found_and_its_rule_is_named_first() {
    return BrokenDevices.all().stream()
        .map(
            broken ->
                DynamicTest.dynamicTest(broken.rule() + " " + broken.fault(), () -> find(broken)));
  }

  private static void find(Broken broken) {
    RunResult result =
        new Kit(broken.device(), Profile.QUICK, 1, rule -> rule.id().equals(broken.rule()))
            .run(Progress.SILENT);
    List<List<String>> found =
        result.counterexamples().stream().map(Counterexample::rules).toList();
    boolean deviates =
        result.rules().stream()
            .anyMatch(
                rule -> rule.rule().equals(broken.rule()) && rule.verdict() == Verdict.DEVIATION);
    boolean named =
        found.stream()
            .anyMatch(rules -> rules.stream().limit(FIRST).toList().contains(broken.rule()));
    assertTrue(
        deviates || named,
        () ->
            "found "
                + found
                + " "
                + result.error()
                + "\n"
                + result.counterexamples().stream()
                    .limit(2)
                    .map(Conversation::print)
                    .collect(Collectors.joining("\n---\n")));
  }
}
