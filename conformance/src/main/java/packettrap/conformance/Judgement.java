package packettrap.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.RuleResult;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.conformance.report.TrapCoverage;
import packettrap.conformance.report.Verdict;
import packettrap.conformance.scenario.Scenarios;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Family;
import packettrap.spec.rule.GenericTrapRules;
import packettrap.spec.rule.Level;
import packettrap.spec.rule.Need;
import packettrap.spec.rule.Rule;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/** Makes verdicts of what was exercised and what was found. */
final class Judgement {
  private Judgement() {}

  static RunResult of(
      DeviceDescription device,
      Exercised exercised,
      List<Counterexample> counterexamples,
      Map<Rule, String> deviations,
      List<Scenario> scenarios,
      Predicate<Rule> wanted,
      long requests,
      String error,
      Guarantee guarantee,
      TransitionCoverage coverage) {
    Map<String, Integer> broken = new HashMap<>();
    for (int i = 0; i < counterexamples.size(); i++) {
      broken.putIfAbsent(counterexamples.get(i).rules().get(0), i);
    }
    List<RuleResult> results = new ArrayList<>();
    for (Rule rule : Catalogue.rules()) {
      if (wanted.test(rule) || broken.containsKey(rule.id())) {
        results.add(judge(rule, device, exercised, broken, deviations, scenarios, error));
      }
    }
    return new RunResult(
        conclude(device, results, error),
        requests,
        results,
        counterexamples,
        notProvoked(device, scenarios),
        error,
        guarantee,
        coverage,
        traps(device, scenarios, exercised));
  }

  private static List<TrapCoverage> traps(
      DeviceDescription device, List<Scenario> scenarios, Exercised exercised) {
    List<TrapCoverage> traps = new ArrayList<>();
    for (Trap trap : device == null ? List.<Trap>of() : device.registration().traps()) {
      traps.add(
          new TrapCoverage(
              trap.name(),
              trap.type(),
              trap.group(),
              exercised.hits(trap.name(), TrapAction.DROP),
              exercised.hits(trap.name(), TrapAction.TRAP),
              exercised.hits(trap.name(), TrapAction.MIRROR),
              scenarios.stream()
                  .filter(scenario -> trap.name().equals(scenario.trap()))
                  .map(Scenario::name)
                  .toList()));
    }
    return traps;
  }

  private static RuleResult judge(
      Rule rule,
      DeviceDescription device,
      Exercised exercised,
      Map<String, Integer> broken,
      Map<Rule, String> deviations,
      List<Scenario> scenarios,
      String error) {
    long times = exercised.times(rule);
    Integer counterexample = broken.get(rule.id());
    if (counterexample != null) {
      Verdict verdict = rule.level() == Level.MUST ? Verdict.FAIL : Verdict.DEVIATION;
      return new RuleResult(rule.id(), rule.level(), verdict, times, null, counterexample);
    }
    if (deviations.containsKey(rule)) {
      return result(rule, Verdict.DEVIATION, times, deviations.get(rule));
    }
    if (rule.level() == Level.MAY) {
      return result(rule, Verdict.NOT_APPLICABLE, times, "a freedom, nobody can break it");
    }
    String missing = device == null ? null : missing(rule, device, scenarios);
    if (times > 0 && error == null) {
      return result(rule, Verdict.PASS, times, null);
    }
    if (missing != null) {
      return result(rule, Verdict.NOT_APPLICABLE, times, missing);
    }
    if (error != null) {
      return times > 0
          ? result(rule, Verdict.PASS, times, null)
          : result(rule, Verdict.ERROR, times, "the run ended before");
    }
    String excuse = device == null ? null : Refusals.excuse(rule, device, exercised);
    if (excuse != null) {
      return result(rule, Verdict.NOT_APPLICABLE, times, excuse);
    }
    return result(rule, Verdict.INCONCLUSIVE, times, "its premise never came true");
  }

  private static RuleResult result(Rule rule, Verdict verdict, long times, String reason) {
    return new RuleResult(rule.id(), rule.level(), verdict, times, reason, null);
  }

  /** What the device would have to be like for the rule to apply; null: it is. */
  private static String missing(Rule rule, DeviceDescription device, List<Scenario> scenarios) {
    if (rule.family() == Family.TRP) {
      String name = GenericTrapRules.trapOf(rule);
      if (device.registration().traps().stream().noneMatch(trap -> name.equals(trap.name()))) {
        return "the device does not register " + name;
      }
    }
    for (Need need : rule.needs()) {
      if (!need.holds(device)) {
        return "applies to a device that " + need.text();
      }
    }
    boolean shown = Scenarios.show(rule, Scenarios.bundled());
    return shown && !Scenarios.show(rule, scenarios)
        ? "the device lacks traps, ports or configuration of all scenarios that show it"
        : null;
  }

  private static Conclusion conclude(
      DeviceDescription device, List<RuleResult> results, String error) {
    if (error != null) {
      return Conclusion.ERROR;
    }
    Set<Verdict> verdicts = new HashSet<>();
    results.forEach(result -> verdicts.add(result.verdict()));
    if (verdicts.contains(Verdict.FAIL)) {
      return Conclusion.NOT_CONFORMANT;
    }
    if (device != null && device.registration().traps().isEmpty()) {
      return Conclusion.INCONCLUSIVE; // Of traps nothing can be said where there are none.
    }
    boolean open =
        results.stream()
            .anyMatch(
                result -> result.level() == Level.MUST && result.verdict() == Verdict.INCONCLUSIVE);
    return open ? Conclusion.INCONCLUSIVE : Conclusion.CONFORMANT;
  }

  private static List<String> notProvoked(DeviceDescription device, List<Scenario> scenarios) {
    if (device == null || !device.has(Capability.FRAMES)) {
      return List.of();
    }
    Set<String> provoked =
        scenarios.stream()
            .flatMap(scenario -> scenario.arrivals().stream())
            .map(Scenario.Arrival::trap)
            .collect(Collectors.toSet());
    return device.registration().traps().stream()
        .map(Trap::name)
        .filter(name -> !provoked.contains(name))
        .toList();
  }
}
