package packettrap.conformance;

import packettrap.conformance.report.Counterexample;

/**
 * Prints a counterexample as a conversation: request, what the device did, what the rule demands.
 */
public final class Conversation {
  private Conversation() {}

  /** The conversation, several lines, the last without a line end. */
  public static String print(Counterexample counterexample) {
    return String.join(", ", counterexample.rules());
  }
}
