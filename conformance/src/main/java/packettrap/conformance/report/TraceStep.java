package packettrap.conformance.report;

import java.util.List;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/**
 * One step of a conversation with a device.
 *
 * @param request what was asked
 * @param reply what the device answered; null: nothing
 * @param events what it did by itself
 */
public record TraceStep(Request request, Reply reply, List<Event> events) {
  public TraceStep {
    events = List.copyOf(events);
  }
}
