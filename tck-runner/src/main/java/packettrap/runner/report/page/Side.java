package packettrap.runner.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import packettrap.conformance.engine.Words;
import packettrap.conformance.report.TraceStep;
import packettrap.spec.json.Json;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.View;

/** What one side did in a step, a line for the answer or each object in it, and for each event. */
final class Side {
  private Side() {}

  static List<String> device(TraceStep step) {
    return lines(step.reply(), step.events());
  }

  static List<String> reference(TraceStep step) {
    return lines(step.reference().reply(), step.reference().events());
  }

  private static List<String> lines(Reply reply, List<Event> events) {
    List<String> lines = new ArrayList<>();
    List<? extends View> views = views(reply);
    if (views == null || views.isEmpty()) {
      lines.add(Words.of(reply));
    } else {
      views.forEach(view -> lines.add(Words.of(view)));
    }
    // The order counts within a kind only.
    events.stream()
        .sorted(Comparator.comparing(event -> event.getClass().getSimpleName()))
        .forEach(event -> lines.add(words(event)));
    return lines;
  }

  private static List<? extends View> views(Reply reply) {
    if (reply instanceof Reply.Traps all) {
      return all.traps();
    } else if (reply instanceof Reply.Groups all) {
      return all.groups();
    }
    return reply instanceof Reply.Policers all ? all.policers() : null;
  }

  /** As the kit says it, but nothing is cut. */
  private static String words(Event event) {
    if (event instanceof Event.Transmitted out) {
      return "sent out of port " + out.port() + ": " + out.frame();
    } else if (event instanceof Event.Received in) {
      return "to the stack, from port " + in.port() + ": " + in.frame();
    }
    String words = Words.of(event);
    return words.startsWith("drop monitor: ") ? "drop monitor: " + Json.write(event) : words;
  }
}
