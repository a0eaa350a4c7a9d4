package packettrap.conformance.report;

import packettrap.spec.rule.Level;

/**
 * What a run says of one rule.
 *
 * @param rule its id
 * @param level how binding it is
 * @param verdict what was found
 * @param exercised how often its premise came true and it was looked at
 * @param reason why it is not applicable, inconclusive or an error; null otherwise
 * @param counterexample index of the counterexample, counted from 0; null: none
 */
public record RuleResult(
    String rule,
    Level level,
    Verdict verdict,
    long exercised,
    String reason,
    Integer counterexample) {}
