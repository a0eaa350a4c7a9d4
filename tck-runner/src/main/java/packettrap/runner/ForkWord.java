package packettrap.runner;

import java.util.List;
import packettrap.conformance.Checkpoint;
import packettrap.conformance.Part;
import packettrap.conformance.report.TraceStep;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/** What a process that runs a driver and the kit says to the one that started it, a line each. */
sealed interface ForkWord {
  /** It is still there, whatever the driver does. */
  record Alive() implements ForkWord {}

  /** The driver was loaded, and says what it is going to touch. */
  record Announced(List<String> sentences) implements ForkWord {}

  /** How far the run is. */
  record Progressed(String property, long done, long total) implements ForkWord {}

  /** A stage begins. */
  record Reached(Checkpoint checkpoint) implements ForkWord {}

  /** The device is going to be asked this; {@code fresh}: it is a new one. */
  record Asking(boolean fresh, Request request) implements ForkWord {}

  /** The device answered what it was asked last. */
  record Answered(Reply reply, List<Event> events) implements ForkWord {}

  /** The run is over. */
  record Ended(Part part, List<String> remarks) implements ForkWord {}

  /** The driver cannot be used. */
  record Refused(String sentence) implements ForkWord {}

  /**
   * The driver broke.
   *
   * @param sentence what happened
   * @param found what was found up to then; null: nothing, it was not even registered
   * @param conversation with the last device
   */
  record Broke(String sentence, Checkpoint found, List<TraceStep> conversation)
      implements ForkWord {}
}
