package packettrap.runner.report.waiver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.RuleResult;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.Verdict;
import packettrap.runner.Unusable;
import packettrap.runner.report.waiver.WaiverUse.State;
import packettrap.spec.rule.Level;

/**
 * Waives rules that a driver is known to break: they are tested all the same, but do not count.
 *
 * <p>A rule that cannot be exercised because another is broken can be waived too. A waiver that is
 * not needed any more, or that has expired, fails the run.
 *
 * @param holding those that hold on the day of the run
 * @param expired those that do not any more
 */
public record Waivers(List<Waiver> holding, List<Waiver> expired) {
  /** Nobody waives anything. */
  public static final Waivers NONE = new Waivers(List.of(), List.of());

  public Waivers {
    holding = List.copyOf(holding);
    expired = List.copyOf(expired);
  }

  /** The waivers of a run that came to this, so that another comes to the same. */
  public static Waivers of(List<WaiverUse> uses) {
    List<Waiver> holding = new ArrayList<>();
    List<Waiver> expired = new ArrayList<>();
    for (WaiverUse use : uses == null ? List.<WaiverUse>of() : uses) {
      boolean over = use.state() == State.EXPIRED || !expired.isEmpty();
      String sha256 = use.state() == State.OTHER_DRIVER ? "that of another" : null;
      (over ? expired : holding)
          .add(
              new Waiver(
                  use.rule(), use.versions(), sha256, use.reason(), use.link(), use.expires()));
    }
    return new Waivers(holding, expired);
  }

  private Stream<Waiver> all() {
    return Stream.concat(holding.stream(), expired.stream());
  }

  /**
   * The same, if it can be said which of them are for a driver.
   *
   * @throws Unusable if not
   */
  public Waivers usableFor(Identity driver) {
    if (driver.version() == null) {
      all()
          .filter(waiver -> waiver.versions() != null)
          .findFirst()
          .ifPresent(waiver -> refuse(waiver, driver));
    }
    return this;
  }

  private static void refuse(Waiver waiver, Identity driver) {
    throw new Unusable(
        ("The waiver of %s is for versions %s, but %s has no version (a jar's manifest says it, as"
                + " Implementation-Version); leave versions out, or name the sha256 instead.")
            .formatted(waiver.rule(), waiver.versions(), driver.name()));
  }

  /** The rules that a driver may break; the kit goes on when it does. */
  public Set<String> rules(Identity driver) {
    return holding.stream()
        .filter(waiver -> waiver.concerns(driver))
        .map(Waiver::rule)
        .collect(Collectors.toSet());
  }

  /**
   * What a run found, with what is waived.
   *
   * @param uses what became of the waivers; null: there are none
   */
  public record Outcome(RunResult result, List<WaiverUse> uses) {}

  /** Waives what a run found of a driver. */
  public Outcome applied(RunResult found, Identity driver) {
    if (holding.isEmpty() && expired.isEmpty()) {
      return new Outcome(found, null);
    }
    Map<String, RuleResult> judged = new HashMap<>();
    found.rules().forEach(rule -> judged.put(rule.rule(), rule));
    List<WaiverUse> uses = new ArrayList<>();
    for (Waiver waiver : all().toList()) {
      State state = state(waiver, judged.get(waiver.rule()), driver);
      WaiverUse use =
          new WaiverUse(
              waiver.rule(),
              state,
              waiver.versions(),
              waiver.reason(),
              waiver.link(),
              waiver.expires());
      uses.add(use);
      judged.computeIfPresent(
          waiver.rule(), (id, rule) -> state == State.USED ? waived(rule, use) : rule);
    }
    List<RuleResult> rules = found.rules().stream().map(r -> judged.get(r.rule())).toList();
    RunResult result =
        new RunResult(
            concluded(found, rules, uses),
            found.requests(),
            rules,
            found.counterexamples(),
            found.notProvoked(),
            found.error(),
            found.guarantee(),
            found.coverage(),
            found.traps());
    return new Outcome(result, uses);
  }

  private State state(Waiver waiver, RuleResult rule, Identity driver) {
    if (!waiver.concerns(driver)) {
      return State.OTHER_DRIVER;
    } else if (rule == null) {
      return State.NOT_JUDGED;
    } else if (expired.contains(waiver)) {
      return State.EXPIRED;
    }
    return switch (rule.verdict()) {
      case FAIL, DEVIATION, INCONCLUSIVE, WAIVED -> State.USED;
      case PASS -> State.UNEXPECTED_PASS;
      case NOT_APPLICABLE, ERROR -> State.NOT_JUDGED;
    };
  }

  private static RuleResult waived(RuleResult rule, WaiverUse use) {
    return new RuleResult(
        rule.rule(),
        rule.level(),
        Verdict.WAIVED,
        rule.exercised(),
        use.sentence(),
        rule.counterexample());
  }

  private static Conclusion concluded(
      RunResult found, List<RuleResult> rules, List<WaiverUse> uses) {
    if (found.conclusion() == Conclusion.ERROR) {
      return Conclusion.ERROR;
    } else if (has(rules, Verdict.FAIL) || uses.stream().anyMatch(WaiverUse::fails)) {
      return Conclusion.NOT_CONFORMANT;
    } else if (found.conclusion() == Conclusion.CONFORMANT) {
      return Conclusion.CONFORMANT;
    }
    return found.traps().isEmpty() // of traps nothing can be said where there are none
            || has(
                rules.stream().filter(r -> r.level() == Level.MUST).toList(), Verdict.INCONCLUSIVE)
        ? Conclusion.INCONCLUSIVE
        : Conclusion.CONFORMANT;
  }

  private static boolean has(List<RuleResult> rules, Verdict verdict) {
    return rules.stream().anyMatch(rule -> rule.verdict() == verdict);
  }
}
