package packettrap.explorer;

import java.util.Arrays;

/**
 * The steps of one input, each made by the core once and then known.
 *
 * <p>A step is known by the bits of the state that decide it (its {@link Footprint}); whatever else
 * the state says, it leads to the same. The core is asked for every step that is not known, and
 * nothing but the core's answer comes in here. Three things guard the footprints: a step that
 * writes outside its own is not taken in; every {@link #SAMPLE}th step that was known is made by
 * the core again; and a test makes all steps of the scopes S and M by the core and compares.
 */
final class Steps {
  /** One in so many known steps is made again. */
  static final int SAMPLE = 1 << 14;

  private static final long FREE = -1;

  private final Machine machine;
  private final Watch watch;
  private final int input;
  private final long reads;
  private final long stays;
  private long[] keys = new long[16];
  private long[] results = new long[16];
  private int shift = Long.SIZE - 4;
  private int known;
  private int asked;
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
    if (++asked == SAMPLE) {
      asked = 0;
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

  /** The number of the input. */
  int input() {
    return input;
  }

  /** How many transitions {@link #next(long[], int, int, long[], int)} went through. */
  long transitions() {
    return transitions;
  }

  /** How many steps the core made. */
  int known() {
    return known;
  }

  private void check(long state, long next) {
    if (machine.next(state, input) != next) {
      throw new IllegalStateException(
          machine.input(input) + " does not lead to the same wherever it reads the same");
    }
  }

  private long learn(long state, long key) {
    long next = machine.next(state, input);
    if (next != Machine.DISABLED && (next & stays) != (state & stays)) {
      throw new IllegalStateException(machine.input(input) + " writes outside its footprint");
    }
    watch.check(machine, state, input, next);
    if (2 * ++known > keys.length) {
      grow();
    }
    put(key, next == Machine.DISABLED ? next : next & ~stays);
    return next;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldResults = results;
    keys = new long[2 * oldKeys.length];
    results = new long[keys.length];
    shift--;
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        put(oldKeys[i], oldResults[i]);
      }
    }
  }

  private void put(long key, long result) {
    int place = (int) (key * 0x9e3779b97f4a7c15L >>> shift);
    while (keys[place] != FREE) {
      place = place + 1 & keys.length - 1;
    }
    keys[place] = key;
    results[place] = result;
  }
}
