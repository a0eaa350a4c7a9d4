package packettrap.conformance.report;

import java.util.List;

/**
 * A conversation in which a device breaks a rule, as short as the kit could make it.
 *
 * @param rules ids of the rules that the last step speaks of, the one broken first
 * @param property name of the property that found it
 * @param seed seed of the script that found it
 * @param observed what the device did, in a few words
 * @param demanded what the rule demands, in a few words
 * @param steps the conversation; the difference is in the last step
 */
public record Counterexample(
    List<String> rules,
    String property,
    long seed,
    String observed,
    String demanded,
    List<TraceStep> steps) {
  public Counterexample {
    rules = List.copyOf(rules);
    steps = List.copyOf(steps);
  }
}
