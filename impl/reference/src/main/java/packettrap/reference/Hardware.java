package packettrap.reference;

import java.util.EnumSet;
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
import packettrap.spec.trap.TrapType;

/**
 * What the rules demand of the hardware below a driver, and nothing more: it knows actions,
 * bindings and policers, and decides what becomes of a packet that hits a trap.
 *
 * <p>How it is found that a packet hits a trap is not its business. Mutable.
 */
public final class Hardware implements Callbacks {
  /** What becomes of a packet that hit a trap. */
  public enum Fate {
    /** It ends here. */
    DROPPED,
    /** The CPU gets it. */
    COPIED,
    /** Its copy ends at the policer. */
    DISCARDED,
    /** The policer may do either; {@link Hardware#settle} says which it was. */
    OPEN
  }

  private static final Answer FAULT = Answer.refuse(Errno.EINVAL, "The operation was set to fail");

  private final Set<Callback> available;
  private final Set<Callback> failing = EnumSet.noneOf(Callback.class);
  private Answer fault = FAULT;
  private Registration registration;
  private Objects objects = Objects.NONE;
  private TrapAction[] actions = {};
  private int[] bindings = {};
  private TokenBucket[] buckets = {};
  private long[] trapDrops = {};
  private long[] policerDrops = {};
  private boolean keeping;
  private boolean realTime;
  private long now;
  private int asked;
  private int refuseAt;
  private Answer refusal;

  /** Hardware of a driver that has these callbacks and registers this. */
  public Hardware(Set<Callback> available, Registration registration) {
    this.available = available;
    this.registration = registration;
  }

  /** Tokens stay when a policer changes, where the rules leave that open. */
  public void keepTokens() {
    keeping = true;
  }

  /** Policers may do as they like, because real time passes that nobody measures. */
  public void runInRealTime() {
    realTime = true;
  }

  /** At the next start it registers this. */
  public void registering(Registration other) {
    registration = other;
  }

  /** It is now {@code time}, ns. */
  public void at(long time) {
    now = time;
  }

  /** A callback fails from now on, or no longer does. */
  public void fail(Callback callback, boolean on) {
    if (on) {
      failing.add(callback);
    } else {
      failing.remove(callback);
    }
  }

  /** How a callback that was made to fail refuses. */
  public void failWith(Answer answer) {
    fault = answer;
  }

  /** Whether a callback was made to fail. */
  public boolean failing(Callback callback) {
    return failing.contains(callback);
  }

  /** The {@code nth} question from now on (counted from 1) gets this answer; 0: none. */
  public void refuse(int nth, Answer answer) {
    asked = 0;
    refuseAt = nth;
    refusal = answer;
  }

  /** How many questions there were since {@link #refuse}. */
  public int asked() {
    return asked;
  }

  /** Decides what becomes of the copy of a packet that hit a trap, and counts it. */
  public Fate hit(int trap) {
    if (actions[trap] == TrapAction.DROP) {
      trapDrops[trap]++;
      return Fate.DROPPED;
    }
    int policer = bindings[objects.groupOf[trap]];
    if (policer < 0) {
      return Fate.COPIED;
    }
    if (realTime) {
      return Fate.OPEN;
    }
    int verdict = buckets[policer].verdict(now);
    if (verdict == TokenBucket.EITHER && !keeping) {
      return Fate.OPEN;
    }
    return settle(trap, verdict != TokenBucket.DISCARD);
  }

  /** The policer's decision on a packet whose fate was open. */
  public Fate settle(int trap, boolean passed) {
    int policer = bindings[objects.groupOf[trap]];
    if (passed) {
      buckets[policer].take();
      return Fate.COPIED;
    }
    buckets[policer].miss();
    policerDrops[policer]++;
    return Fate.DISCARDED;
  }

  /** Packets that a policer discarded. */
  public long policerDrops(int policer) {
    return policerDrops[policer];
  }

  /** A policer's counter starts over from a value, which rule POL-31 advises against. */
  public void recount(int policer, long drops) {
    policerDrops[policer] = drops;
  }

  /** Packets that were dropped for a trap. */
  public long trapDrops(int trap) {
    return trapDrops[trap];
  }

  /** A trap's drop counter shows a value that the device alone can know (rule STA-14). */
  public void recountTrap(int trap, long drops) {
    trapDrops[trap] = drops;
  }

  /** The action that frames meet. */
  public TrapAction action(int trap) {
    return actions[trap];
  }

  /** The index of the policer that a trap's copies go through, or -1. */
  public int policerOf(int trap) {
    return bindings[objects.groupOf[trap]];
  }

  /** A policer's tokens. */
  public TokenBucket bucket(int policer) {
    return buckets[policer];
  }

  @Override
  public Set<Callback> available() {
    return available;
  }

  @Override
  public Registration start() {
    return registration;
  }

  /**
   * The objects were registered; all starts over. Separate from {@link #start}, because only now it
   * is known that they are valid.
   */
  public void registered(Registration valid) {
    objects = Objects.of(valid);
    DevlinkState fresh = DevlinkState.fresh(objects);
    actions = new TrapAction[fresh.trapCount()];
    for (int i = 0; i < actions.length; i++) {
      actions[i] = fresh.action(i);
    }
    bindings = new int[fresh.groupCount()];
    for (int i = 0; i < bindings.length; i++) {
      bindings[i] = fresh.binding(i);
    }
    buckets = new TokenBucket[fresh.policerCount()];
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = new TokenBucket(fresh.rate(i), fresh.burst(i), now);
    }
    trapDrops = new long[actions.length];
    policerDrops = new long[buckets.length];
  }

  /**
   * It takes over what devlink shows of a registered device; counters start over.
   *
   * @param tokens whole tokens of each policer, no more than its burst
   */
  public void takeOver(DevlinkState shown, long[] tokens) {
    if (objects != shown.objects) {
      objects = shown.objects;
      actions = new TrapAction[shown.trapCount()];
      bindings = new int[shown.groupCount()];
      buckets = new TokenBucket[shown.policerCount()];
      for (int i = 0; i < buckets.length; i++) {
        buckets[i] = new TokenBucket(0, 0, now);
      }
      trapDrops = new long[actions.length];
      policerDrops = new long[buckets.length];
    }
    for (int i = 0; i < actions.length; i++) {
      actions[i] = shown.action(i);
      trapDrops[i] = 0;
    }
    for (int i = 0; i < bindings.length; i++) {
      bindings[i] = shown.binding(i);
    }
    for (int i = 0; i < buckets.length; i++) {
      buckets[i].restart(shown.rate(i), shown.burst(i), tokens[i], now);
      policerDrops[i] = 0;
    }
  }

  /** The index of the policer that the copies of a group's packets go through, or -1. */
  public int binding(int group) {
    return bindings[group];
  }

  @Override
  public void stop() {
    objects = Objects.NONE;
  }

  @Override
  public Answer policerInit(Policer policer) {
    return refusedNow() ? refusal : Answer.OK;
  }

  @Override
  public void policerFini(Policer policer) {}

  @Override
  public Answer groupInit(Group group, Policer policer) {
    return refusedNow() ? refusal : Answer.OK;
  }

  @Override
  public Answer trapInit(Trap trap) {
    return answer(Callback.TRAP_INIT);
  }

  @Override
  public void trapFini(Trap trap) {}

  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    Answer answer = answer(Callback.TRAP_ACTION_SET);
    if (answer.ok()) {
      int index = objects.trap(trap);
      if (index >= 0) {
        actions[index] = action;
      }
    }
    return answer;
  }

  @Override
  public Answer groupActionSet(Group group, TrapAction action) {
    Answer answer = answer(Callback.GROUP_ACTION_SET);
    if (answer.ok()) {
      for (int trap : objects.members[objects.group(group.name())]) {
        if (objects.traps[trap].type() == TrapType.DROP) {
          actions[trap] = action;
        }
      }
    }
    return answer;
  }

  @Override
  public Answer groupSet(Group group, Policer policer) {
    Answer answer = answer(Callback.GROUP_SET);
    if (answer.ok()) {
      bindings[objects.group(group.name())] = policer == null ? -1 : objects.policer(policer.id());
    }
    return answer;
  }

  @Override
  public Answer policerSet(Policer policer, long rate, long burst) {
    Answer answer = answer(Callback.POLICER_SET);
    if (answer.ok()) {
      TokenBucket bucket = buckets[objects.policer(policer.id())];
      if (keeping) {
        bucket.changeKeeping(rate, burst, now);
      } else {
        bucket.change(rate, burst, now);
      }
    }
    return answer;
  }

  @Override
  public Counter policerDropped(Policer policer) {
    return failing(Callback.POLICER_COUNTER_GET)
        ? Counter.failed(Errno.EINVAL)
        : Counter.of(value(policerDrops, objects.policer(policer.id())));
  }

  @Override
  public Counter trapDropped(Trap trap) {
    return failing(Callback.DROP_COUNTER_GET)
        ? Counter.failed(Errno.EINVAL)
        : Counter.of(value(trapDrops, objects.trap(trap)));
  }

  /** While objects are being announced, nothing was counted yet. */
  private static long value(long[] counts, int index) {
    return index < 0 ? 0 : counts[index];
  }

  private Answer answer(Callback callback) {
    if (refusedNow()) {
      return refusal;
    }
    return failing(callback) ? fault : Answer.OK;
  }

  private boolean refusedNow() {
    return ++asked == refuseAt;
  }
}
