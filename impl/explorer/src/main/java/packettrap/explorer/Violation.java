package packettrap.explorer;

import java.util.List;

/**
 * A shortest way to break a rule.
 *
 * @param rule its ID; null if the core came to a state that is none
 * @param oddity what is odd about that state; null otherwise
 * @param inputs what happens, the last of which breaks the rule
 * @param state where the last input happens
 */
public record Violation(String rule, String oddity, List<ModelInput> inputs, long state) {
  public Violation {
    inputs = List.copyOf(inputs);
  }
}
