package packettrap.runner.report;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.Profile;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.RuleResult;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.conformance.report.TrapCoverage;
import packettrap.conformance.report.Verdict;
import packettrap.runner.report.waiver.Identity;
import packettrap.runner.report.waiver.WaiverUse;
import packettrap.runner.report.waiver.Waivers;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Level;
import packettrap.spec.rule.RuleHistory;

/**
 * What report.json says; its schema is report.schema.json beside this class.
 *
 * @param schema version of the schema
 * @param kit version of the kit
 * @param kitSha256 hash of the kit's classes and resources
 * @param specification what it judges by
 * @param driver what was judged
 * @param profile how much was done
 * @param seed what all choices followed from
 * @param run what else the run was asked for; null: an older kit's report does not say
 * @param conclusion the whole in one word
 * @param error what broke, in one sentence; null: nothing
 * @param requests how many requests were compared
 * @param rules every rule that was asked for
 * @param counterexamples the conversations in which a rule was broken
 * @param explanations what is behind each counterexample, in their order
 * @param traps how each registered trap was put to the test with frames
 * @param notProvoked registered traps for which there was no scenario
 * @param exhaustive what a complete test suite says; null: there was none
 * @param transitions which part of the specification's machine was exercised; null: none was to be
 * @param remarks sentences about the driver that are no verdicts
 * @param waivers what became of the waivers; null: there were none
 */
public record Report(
    int schema,
    String kit,
    String kitSha256,
    Specification specification,
    JudgedDriver driver,
    Profile profile,
    long seed,
    Repetition run,
    Conclusion conclusion,
    String error,
    long requests,
    List<JudgedRule> rules,
    List<Counterexample> counterexamples,
    List<Explanation> explanations,
    List<TrapCoverage> traps,
    List<String> notProvoked,
    Guarantee exhaustive,
    TransitionCoverage transitions,
    List<String> remarks,
    List<WaiverUse> waivers) {
  public Report {
    explanations = explanations == null ? List.of() : List.copyOf(explanations);
    traps = traps == null ? List.of() : List.copyOf(traps);
    waivers = waivers == null || waivers.isEmpty() ? null : List.copyOf(waivers);
  }

  /** The version of the schema; a new one for every change that is not a mere addition. */
  public static final int SCHEMA = 1;

  /**
   * What a run judges by.
   *
   * @param version of the specification
   * @param sha256 hash of what its rules demand
   * @param interfaceVersion of the interface that a driver implements
   * @param rules how many rules there are
   */
  public record Specification(String version, String sha256, int interfaceVersion, int rules) {
    /** What this kit judges by. */
    public static Specification current() {
      return new Specification(
          RuleHistory.CURRENT, RuleHistory.sha256(), TrapDriver.VERSION, Catalogue.rules().size());
    }
  }

  /**
   * What was judged.
   *
   * @param className the class that the jar's service entry names, or what a program calls itself
   * @param jar name of the jar, without its folder, or {@code exec:} and a program's command
   * @param sha256 hash of the jar, or of the program: its script if it has one
   * @param version what the jar's manifest says; null: it says none, or it is a program
   */
  public record JudgedDriver(String className, String jar, String sha256, String version) {
    /** What says no version of itself. */
    public JudgedDriver(String className, String jar, String sha256) {
      this(className, jar, sha256, null);
    }

    /** What waivers know it by. */
    public Identity identity() {
      return new Identity(jar, sha256, version);
    }
  }

  /**
   * What was found about a rule.
   *
   * @param id the rule
   * @param level how binding it is
   * @param verdict what was found
   * @param exercised how often it was looked at
   * @param reason why it is not applicable, waived, inconclusive or an error; null otherwise
   * @param trace name of the file with the counterexample; null: none
   */
  public record JudgedRule(
      String id, Level level, Verdict verdict, long exercised, String reason, String trace) {
    static JudgedRule of(RuleResult result) {
      return new JudgedRule(
          result.rule(),
          result.level(),
          result.verdict(),
          result.exercised(),
          result.reason(),
          result.counterexample() == null ? null : traceFile(result.counterexample()));
    }
  }

  /** The report of a run without waivers. */
  public static Report of(
      JudgedDriver driver,
      Profile profile,
      long seed,
      Repetition run,
      RunResult result,
      List<String> remarks) {
    return of(driver, profile, seed, run, result, remarks, Waivers.NONE);
  }

  /** The report of a run. */
  public static Report of(
      JudgedDriver driver,
      Profile profile,
      long seed,
      Repetition run,
      RunResult found,
      List<String> remarks,
      Waivers waivers) {
    Waivers.Outcome outcome = waivers.applied(found, driver.identity());
    RunResult result = outcome.result();
    return new Report(
        SCHEMA,
        Version.get(),
        KitHash.get(),
        Specification.current(),
        driver,
        profile,
        seed,
        run,
        result.conclusion(),
        result.error(),
        result.requests(),
        result.rules().stream().map(JudgedRule::of).toList(),
        result.counterexamples(),
        result.counterexamples().stream().map(Explanation::of).toList(),
        result.traps(),
        result.notProvoked(),
        result.guarantee(),
        result.coverage(),
        new ArrayList<>(remarks),
        outcome.uses());
  }

  /** The name of the file of a counterexample, counted from 0 here and from 1 in the name. */
  public static String traceFile(int counterexample) {
    return "counterexample-" + (counterexample + 1) + ".json";
  }

  /** Number of the first counterexample whose rule is not waived, from 0; -1: there is none. */
  public int firstFailure() {
    List<String> waived =
        rules.stream()
            .filter(rule -> rule.verdict() == Verdict.WAIVED)
            .map(JudgedRule::id)
            .toList();
    for (int i = 0; i < counterexamples.size(); i++) {
      if (!waived.contains(counterexamples.get(i).rules().get(0))) {
        return i;
      }
    }
    return -1;
  }

  /** How many rules have a verdict. */
  public long count(Verdict verdict) {
    return rules.stream().filter(rule -> rule.verdict() == verdict).count();
  }

  /** What is wrong with the waivers, in a sentence each. */
  public List<String> waiverFaults() {
    return waivers == null
        ? List.of()
        : waivers.stream().filter(WaiverUse::fails).map(WaiverUse::sentence).toList();
  }
}
