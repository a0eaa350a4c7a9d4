package packettrap.conformance;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.engine.Words;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.spec.message.Event;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;

/**
 * Prints a counterexample as a conversation: request, what the device did, what the rule demands.
 */
public final class Conversation {
  private static final int MOST_EVENTS = 4;

  private Conversation() {}

  /** The conversation, several lines, the last without a line end. */
  public static String print(Counterexample counterexample) {
    List<String> lines = new ArrayList<>();
    String id = counterexample.rules().get(0);
    lines.add(id + "  " + Catalogue.find(id).map(Rule::sentence).orElse(""));
    int number = 1;
    for (TraceStep step : counterexample.steps()) {
      lines.add("");
      lines.add(String.format("%3d  request   %s", number++, Words.of(step.request())));
      lines.add("     device    " + Words.of(step.reply()));
      int shown = 0;
      for (Event event : step.events()) {
        if (shown++ == MOST_EVENTS) {
          lines.add("               and " + (step.events().size() - MOST_EVENTS) + " more events");
          break;
        }
        lines.add("               " + Words.of(event));
      }
    }
    lines.add("");
    lines.add("     observed  " + counterexample.observed());
    lines.add("     demanded  " + counterexample.demanded());
    Catalogue.find(id).ifPresent(rule -> lines.add("     look at   " + rule.hint()));
    if (counterexample.rules().size() > 1) {
      List<String> others = counterexample.rules().subList(1, counterexample.rules().size());
      lines.add("     see also  " + String.join(", ", others));
    }
    return String.join("\n", lines);
  }
}
