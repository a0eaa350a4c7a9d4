package packettrap.explorer;

import java.util.Arrays;

/**
 * The steps of one input, each made by the core once and then known.
 *
 * <p>A step is known by the bits of the state that decide it (its {@link Footprint}); whatever else
 * the state says, it leads to the same. The core is asked for every step that is not known, and
 * nothing but the core's answer comes in here. The footprint is a claim that is not believed: a
 * known step is made by the core again, from the state at hand, the 4th, 16th, 64th, ... time that
 * it is needed, and must lead to the same; no step may write outside its footprint; and a test
 * makes all steps of the scopes S, W and M by the core and compares. Whoever wants no such claim at
 * all has {@link Explorer#exploreByCore}.
 */
final class Steps {
  /** A step does not lead where steps with the same footprint lead. */
  static final class Contradiction extends RuntimeException {
    private static final long serialVersionUID = 1;

    Contradiction(String text) {
      super(text);
    }
  }

  /** Powers of 4. */
  private static final int CHECKED = 0x55555555;

  private static final long FREE = -1;

  private final Machine machine;
  private final Watch watch;
  private final int input;
  private final long reads;
  private final long stays;
  private long[] keys = new long[16];
  private long[] results = new long[16];
  private int[] needed = new int[16];
  private int shift = Long.SIZE - 4;
  private int known;
  private long coreSteps;
  private long transitions;

  Steps(Machine machine, int input, Watch watch) {
    this(
        machine,
        input,
        watch,
        Footprint.of(machine.scope(), machine.layout(), machine.input(input)));
  }

  Steps(Machine machine, int input, Watch watch, Footprint footprint) {
    this.machine = machine;
    this.watch = watch;
    this.input = input;
    reads = footprint.reads();
    stays = ~footprint.writes();
    Arrays.fill(keys, FREE);
  }

  /** The state that the input leads to, or {@link Machine#DISABLED}. */
  long next(long state) {
    long key = state & reads;
    int place = (int) (key * 0x9e3779b97f4a7c15L >>> shift);
    while (keys[place] != key) {
      if (keys[place] == FREE) {
        return learn(state, key);
      }
      place = place + 1 & keys.length - 1;
    }
    long written = results[place];
    long next = written == Machine.DISABLED ? Machine.DISABLED : state & stays | written;
    int times = ++needed[place];
    if ((times & times - 1) == 0 && (times & CHECKED) != 0) {
      check(state, next);
    }
    return next;
  }

  /**
   * The states that the input leads to from some states, without those that it leaves as they are.
   *
   * @param states to start from, from {@code from} on and before {@code to}
   * @param nexts gets the states, from {@code at} on
   * @return where the states end
   */
  int next(long[] states, int from, int to, long[] nexts, int at) {
    int end = at;
    int disabled = 0;
    for (int i = from; i < to; i++) {
      long state = states[i];
      long next = next(state);
      if (next == Machine.DISABLED) {
        disabled++;
      } else if (next != state) {
        nexts[end++] = next;
      }
    }
    transitions += to - from - disabled;
    return end;
  }

  /** The same as {@link #next(long)}, made by the core whether it is known or not. */
  long nextByCore(long state) {
    coreSteps++;
    long next = machine.next(state, input);
    watch.check(machine, state, input, next);
    if (next != Machine.DISABLED) {
      transitions++;
    }
    return next;
  }

  /** The number of the input. */
  int input() {
    return input;
  }

  /** How many transitions {@link #next(long[], int, int, long[], int)} went through. */
  long transitions() {
    return transitions;
  }

  /** How many steps the core made. */
  long coreSteps() {
    return coreSteps;
  }

  private void check(long state, long next) {
    coreSteps++;
    long made = machine.next(state, input);
    if (made != next) {
      throw new Contradiction(
          machine.input(input) + " does not lead to the same wherever it reads the same");
    }
    watch.check(machine, state, input, made);
  }

  private long learn(long state, long key) {
    coreSteps++;
    long next = machine.next(state, input);
    watch.check(machine, state, input, next);
    if (next != Machine.DISABLED && (next & stays) != (state & stays)) {
      throw new Contradiction(machine.input(input) + " writes outside its footprint");
    }
    if (2 * ++known > keys.length) {
      grow();
    }
    put(key, next == Machine.DISABLED ? next : next & ~stays, 1);
    return next;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldResults = results;
    int[] oldNeeded = needed;
    keys = new long[2 * oldKeys.length];
    results = new long[keys.length];
    needed = new int[keys.length];
    shift--;
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        put(oldKeys[i], oldResults[i], oldNeeded[i]);
      }
    }
  }

  private void put(long key, long result, int times) {
    int place = (int) (key * 0x9e3779b97f4a7c15L >>> shift);
    while (keys[place] != FREE) {
      place = place + 1 & keys.length - 1;
    }
    keys[place] = key;
    results[place] = result;
    needed[place] = times;
  }
}
