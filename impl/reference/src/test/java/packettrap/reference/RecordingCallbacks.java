package packettrap.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.message.Errno;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/** A driver that writes down what it is asked, and refuses what it was told to refuse. */
final class RecordingCallbacks implements Callbacks {
  private final Registration registration;
  private final EnumSet<Callback> available = EnumSet.allOf(Callback.class);
  private final Map<String, Answer> refusals = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  RecordingCallbacks(Registration registration) {
    this.registration = registration;
    available.remove(Callback.GROUP_ACTION_SET);
  }

  /** Has this callback too. */
  RecordingCallbacks having(Callback callback) {
    available.add(callback);
    return this;
  }

  /** Does not have this callback. */
  RecordingCallbacks lacking(Callback callback) {
    available.remove(callback);
    return this;
  }

  /** Refuses exactly this question, in the words of {@link #asked}. */
  RecordingCallbacks refusing(String question, Errno errno, String message) {
    refusals.put(question, Answer.refuse(errno, message));
    return this;
  }

  /** What it was asked since this was called last. Counters that were read are not in it. */
  List<String> asked() {
    List<String> since = List.copyOf(asked);
    asked.clear();
    return since;
  }

  private Answer answer(String question) {
    asked.add(question);
    return refusals.getOrDefault(question, Answer.OK);
  }

  private Counter counter(String question, long value) {
    Answer answer = refusals.getOrDefault(question, Answer.OK);
    return answer.ok() ? Counter.of(value) : Counter.failed(answer.errno());
  }

  @Override
  public Set<Callback> available() {
    return available;
  }

  @Override
  public Registration start() {
    asked.add("start");
    return registration;
  }

  @Override
  public void stop() {
    asked.add("stop");
  }

  @Override
  public Answer policerInit(Policer policer) {
    return answer("policer init " + policer.id());
  }

  @Override
  public void policerFini(Policer policer) {
    asked.add("policer fini " + policer.id());
  }

  @Override
  public Answer groupInit(Group group, Policer policer) {
    return answer("group init " + group.name() + " " + id(policer));
  }

  @Override
  public Answer trapInit(Trap trap) {
    return answer("trap init " + trap.name());
  }

  @Override
  public void trapFini(Trap trap) {
    asked.add("trap fini " + trap.name());
  }

  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    return answer("set " + trap.name() + " " + action);
  }

  @Override
  public Answer groupActionSet(Group group, TrapAction action) {
    return answer("set all of " + group.name() + " " + action);
  }

  @Override
  public Answer groupSet(Group group, Policer policer) {
    return answer("bind " + group.name() + " " + id(policer));
  }

  private static String id(Policer policer) {
    return policer == null ? "none" : String.valueOf(policer.id());
  }

  @Override
  public Answer policerSet(Policer policer, long rate, long burst) {
    return answer(
        "police "
            + policer.id()
            + " "
            + Long.toUnsignedString(rate)
            + " "
            + Long.toUnsignedString(burst));
  }

  /** Ten times the number of the policer, to be told from other counters. */
  @Override
  public Counter policerDropped(Policer policer) {
    return counter("count of " + policer.id(), 10 * policer.id());
  }

  /** The number of the trap, to be told from other counters. */
  @Override
  public Counter trapDropped(Trap trap) {
    return counter("count of " + trap.name(), trap.id());
  }
}
