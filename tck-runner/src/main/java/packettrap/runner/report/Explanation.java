package packettrap.runner.report;

import java.util.Optional;
import packettrap.conformance.broken.Likeness;
import packettrap.conformance.report.Counterexample;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;

/**
 * What somebody needs who has to mend what a counterexample shows.
 *
 * @param rule the rule that was broken
 * @param sentence what it says
 * @param why why it is so
 * @param agreed number of the last step in which device and rules agreed, from 1 on; 0: none
 * @param observed the first difference: what the device did
 * @param demanded the first difference: what the rules demand
 * @param lookAt what usually causes it
 * @param alike the broken driver of the kit that behaves most alike; null: there is none
 */
public record Explanation(
    String rule,
    String sentence,
    String why,
    int agreed,
    String observed,
    String demanded,
    String lookAt,
    Alike alike) {
  /**
   * A broken driver of the kit.
   *
   * @param rule the rule that it breaks
   * @param fault what is wrong with it
   */
  public record Alike(String rule, String fault) {}

  static Explanation of(Counterexample counterexample) {
    String id = counterexample.rules().get(0);
    Rule rule = Catalogue.find(id).orElseThrow();
    return new Explanation(
        id,
        rule.sentence(),
        rule.why(),
        Math.max(0, counterexample.steps().size() - 1),
        counterexample.observed(),
        counterexample.demanded(),
        rule.hint(),
        Optional.of(counterexample)
            .filter(told -> !told.steps().isEmpty()) // else nothing was done that could be alike
            .flatMap(Likeness::of)
            .map(broken -> new Alike(broken.rule(), broken.fault()))
            .orElse(null));
  }
}
