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
 * @param reference what the reference did; null: it was not asked any more
 */
public record TraceStep(Request request, Reply reply, List<Event> events, ReferenceStep reference) {
  public TraceStep {
    events = List.copyOf(events);
  }

  /** A step of the device alone. */
  public TraceStep(Request request, Reply reply, List<Event> events) {
    this(request, reply, events, null);
  }

  /**
   * What the reference did in a step, the rules' freedoms used as the device used them.
   *
   * @param reply what it answered
   * @param events what it did by itself, as far as that is said
   */
  public record ReferenceStep(Reply reply, List<Event> events) {
    public ReferenceStep {
      events = List.copyOf(events);
    }
  }
}
