package packettrap.conformance.report;

import java.util.List;

/**
 * What a run found.
 *
 * @param conclusion the whole in one word
 * @param requests how many requests were compared
 * @param rules every rule of the catalogue that was asked for, in its order
 * @param counterexamples what was found, in the order of discovery
 * @param notProvoked names of the registered traps for which there was no scenario
 * @param error what broke, in one sentence; null: nothing
 * @param guarantee what a complete test suite says; null: none was wanted, or the run broke before
 * @param coverage which transitions of the specification's machine were exercised; null: none was
 *     to be, or a difference was found before
 * @param traps how each registered trap was put to the test with frames
 */
public record RunResult(
    Conclusion conclusion,
    long requests,
    List<RuleResult> rules,
    List<Counterexample> counterexamples,
    List<String> notProvoked,
    String error,
    Guarantee guarantee,
    TransitionCoverage coverage,
    List<TrapCoverage> traps) {
  public RunResult {
    rules = List.copyOf(rules);
    counterexamples = List.copyOf(counterexamples);
    notProvoked = List.copyOf(notProvoked);
    traps = List.copyOf(traps);
  }

  /** What a run found that looked at no trap. */
  public RunResult(
      Conclusion conclusion,
      long requests,
      List<RuleResult> rules,
      List<Counterexample> counterexamples,
      List<String> notProvoked,
      String error,
      Guarantee guarantee,
      TransitionCoverage coverage) {
    this(
        conclusion,
        requests,
        rules,
        counterexamples,
        notProvoked,
        error,
        guarantee,
        coverage,
        List.of());
  }
}
