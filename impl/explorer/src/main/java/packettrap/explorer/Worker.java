package packettrap.explorer;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** One thread's part of an exploration: takes blocks of states and finds the states behind them. */
final class Worker {
  /** States that are taken at a time. */
  static final int BLOCK = 64;

  private final StateSet states;
  private final Watch watch;
  private final Steps[] steps;
  private final boolean byCore;
  private final long[] nexts;
  private long[] fresh = new long[1 << 12];
  private int freshEnd;
  private long untouched;

  /** The least step that broke a rule, or did what no step does. */
  private Broken worst;

  /**
   * A step that breaks a rule.
   *
   * @param before where it starts
   * @param input what happens; -1: it is the state that breaks the rule
   */
  record Broken(String rule, String oddity, long before, int input) {
    boolean isBefore(Broken other) {
      if (other == null) {
        return true;
      }
      if ((input < 0) != (other.input < 0)) {
        return input >= 0;
      }
      return before != other.before ? before < other.before : input < other.input;
    }
  }

  Worker(Machine machine, StateSet states, Watch watch, boolean byCore) {
    this.byCore = byCore;
    this.states = states;
    this.watch = watch;
    steps = new Steps[machine.inputs()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = new Steps(machine, i, watch);
    }
    nexts = new long[BLOCK * steps.length];
  }

  /** Takes blocks until there are none before {@code to}. */
  void work(long[] found, AtomicInteger cursor, int to) {
    int from = cursor.getAndAdd(BLOCK);
    while (from < to) {
      block(found, from, Math.min(to, from + BLOCK));
      from = cursor.getAndAdd(BLOCK);
    }
  }

  private void block(long[] found, int from, int to) {
    int end = byCore ? byCore(found, from, to) : known(found, from, to);
    // All places are asked for before the first is needed: memory answers them together.
    long sum = 0;
    for (int i = 0; i < end; i++) {
      sum += states.touch(nexts[i]);
    }
    untouched = sum;
    if (freshEnd + end > fresh.length) {
      fresh = Arrays.copyOf(fresh, 2 * (freshEnd + end));
    }
    for (int i = 0; i < end; i++) {
      if (states.add(nexts[i])) {
        fresh[freshEnd++] = nexts[i];
        check(nexts[i]);
      }
    }
  }

  private int known(long[] found, int from, int to) {
    int end = 0;
    for (Steps one : steps) {
      int before = end;
      try {
        end = one.next(found, from, to, nexts, end);
      } catch (Watch.RuleBroken | ImpossibleState e) {
        // One of these steps breaks a rule: the core says which.
        end = before;
        for (int i = from; i < to; i++) {
          end = byCore(one, found[i], end);
        }
      }
    }
    return end;
  }

  /** The core unpacks a state once, and then takes all inputs. */
  private int byCore(long[] found, int from, int to) {
    int end = 0;
    for (int i = from; i < to; i++) {
      for (Steps one : steps) {
        end = byCore(one, found[i], end);
      }
    }
    return end;
  }

  private int byCore(Steps one, long state, int end) {
    try {
      long next = one.nextByCore(state);
      if (next != Machine.DISABLED && next != state) {
        nexts[end] = next;
        return end + 1;
      }
    } catch (Watch.RuleBroken e) {
      note(new Broken(e.rule(), null, state, one.input()));
    } catch (ImpossibleState e) {
      note(new Broken(null, e.getMessage(), state, one.input()));
    }
    return end;
  }

  private void check(long state) {
    String rule = watch.brokenBy(state);
    if (rule != null) {
      note(new Broken(rule, null, state, -1));
    }
  }

  private void note(Broken broken) {
    if (broken.isBefore(worst)) {
      worst = broken;
    }
  }

  Broken worst() {
    return worst;
  }

  /** Moves the states that are new behind those that were found; gives the new end. */
  int give(long[] found, int end) {
    System.arraycopy(fresh, 0, found, end, freshEnd);
    int newEnd = end + freshEnd;
    freshEnd = 0;
    return newEnd;
  }

  int freshCount() {
    return freshEnd;
  }

  long transitions() {
    return Arrays.stream(steps).mapToLong(Steps::transitions).sum();
  }

  long coreSteps() {
    return Arrays.stream(steps).mapToLong(Steps::coreSteps).sum();
  }

  /** An input that leads from one state to another, or -1. */
  int between(long from, long to) {
    for (Steps one : steps) {
      try {
        if ((byCore ? one.nextByCore(from) : one.next(from)) == to) {
          return one.input();
        }
      } catch (Watch.RuleBroken | ImpossibleState e) {
        // That step leads nowhere.
      }
    }
    return -1;
  }

  /** So that no compiler leaves out what only warms the cache. */
  long untouched() {
    return untouched;
  }
}
