package packettrap.explorer;

import java.util.List;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;

/**
 * What one sees of a step. Counters are no state: they count from 0 in every step.
 *
 * @param reply the answer; null unless something was asked
 * @param callbacks what the driver was called for, in order
 * @param notices what came and went, in order
 * @param alerts what drop monitor told, in order
 * @param fate of a packet
 * @param forwarded whether the original of a packet goes on
 * @param counted who counted how many packets, or drops of packets; only those that did
 * @param lostSoftware packets of the stack that found the queue full
 * @param lostHardware packets of the device that found the queue full
 * @param received whether the stack received a packet
 */
public record Output(
    Reply reply,
    List<Call> callbacks,
    List<Event> notices,
    List<Event> alerts,
    Fate fate,
    boolean forwarded,
    List<Count> counted,
    int lostSoftware,
    int lostHardware,
    boolean received) {

  /** What becomes of a packet in hardware. */
  public enum Fate {
    /** There was no packet. */
    NONE,
    /** It ends. */
    DROPPED,
    /** The CPU gets a copy. */
    COPIED,
    /** Its copy ends at the policer. */
    POLICED
  }

  /** Whose counter it is. */
  public enum Counter {
    /** Packets of a trap. */
    TRAP,
    /** Packets of a group. */
    GROUP,
    /** Packets that were dropped for a trap. */
    DROPS,
    /** Packets that a policer discarded. */
    POLICER
  }

  /** A counter that grew. */
  public record Count(Counter counter, int object, long packets) {}

  /**
   * A callback that was made.
   *
   * @param call its name in the kernel
   * @param object the number of what it is about
   * @param value what is to be set: the name of an action, a number, two numbers, or nothing
   * @param refused whether the driver refused
   */
  public record Call(String call, int object, List<Object> value, boolean refused) {}

  public Output {
    callbacks = List.copyOf(callbacks);
    notices = List.copyOf(notices);
    alerts = List.copyOf(alerts);
    counted = List.copyOf(counted);
  }
}
