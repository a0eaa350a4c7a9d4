package packettrap.runner.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import packettrap.conformance.Kit;
import packettrap.conformance.Profile;
import packettrap.conformance.Progress;
import packettrap.conformance.broken.Bases;
import packettrap.conformance.broken.Broken;
import packettrap.conformance.broken.BrokenDevices;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.RuleResult;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.Verdict;
import packettrap.reference.HostedDevice;

/** Reports of runs of the kit: of a device without a fault, and of one with several. */
public final class Reports {
  private static final Report.JudgedDriver DRIVER =
      new Report.JudgedDriver("com.example.Driver", "driver.jar", "0123456789abcdef".repeat(4));

  /**
   * Of each kind of difference one: a reply, a view, a notification, a frame, an alert, a count.
   */
  private static final List<String> BROKEN =
      List.of("ACT-04", "ACT-03", "NTF-05", "DRV-05", "MON-17", "POL-24", "GRP-08");

  private static Report passing;
  private static Report failing;

  private static final Repetition RUN = Repetition.of(Map.of("ports", "4"), List.of(), null, 10);

  private Reports() {}

  /** A run that found nothing. */
  public static synchronized Report passing() {
    if (passing == null) {
      passing = report(found(), List.of());
    }
    return passing;
  }

  /** The same with what the kit finds in several broken devices. */
  public static synchronized Report failing() {
    if (failing == null) {
      failing = report(withFailures(found(), counterexamples()), List.of("It printed 12 bytes."));
    }
    return failing;
  }

  private static Report report(RunResult result, List<String> remarks) {
    return Report.of(DRIVER, Profile.QUICK, 1, RUN, result, remarks);
  }

  private static RunResult found() {
    return new Kit(() -> new HostedDevice(Bases.switching()), Profile.QUICK, 1, rule -> true)
        .run(Progress.SILENT);
  }

  private static List<Counterexample> counterexamples() {
    List<Counterexample> found = new ArrayList<>();
    for (Broken broken : BrokenDevices.all()) {
      if (BROKEN.contains(broken.rule())) {
        new Kit(broken.device(), Profile.QUICK, 1, rule -> rule.id().equals(broken.rule()))
            .run(Progress.SILENT).counterexamples().stream().limit(2).forEach(found::add);
      }
    }
    return found;
  }

  private static RunResult withFailures(RunResult passed, List<Counterexample> counterexamples) {
    Map<String, Integer> broken = new HashMap<>();
    for (int i = 0; i < counterexamples.size(); i++) {
      broken.putIfAbsent(counterexamples.get(i).rules().get(0), i);
    }
    List<RuleResult> rules = new ArrayList<>();
    for (RuleResult rule : passed.rules()) {
      Integer number = broken.get(rule.rule());
      rules.add(
          number == null
              ? rule
              : new RuleResult(
                  rule.rule(), rule.level(), Verdict.FAIL, rule.exercised(), null, number));
    }
    return new RunResult(
        Conclusion.NOT_CONFORMANT,
        passed.requests(),
        rules,
        counterexamples,
        passed.notProvoked(),
        null,
        null,
        passed.coverage(),
        passed.traps());
  }
}
