package packettrap.explorer.suite;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Walks through a machine from its first state, each to transitions on which none was before: at
 * each state to the nearest one that is left.
 */
public final class Tour {
  private final Mealy machine;
  private final int longest;
  private final BitSet walked = new BitSet();

  /** A tour of walks of so many inputs at most, if they need not be longer to get anywhere. */
  public Tour(Mealy machine, int longest) {
    this.machine = machine;
    this.longest = longest;
  }

  /** How many transitions there were walks on. */
  public long walked() {
    return walked.cardinality();
  }

  /** The next walk; empty if there is nothing left that can be reached. */
  public int[] next() {
    int[] walk = new int[longest];
    int length = 0;
    int state = 0;
    while (length < longest || length == 0) {
      int[] way = nearest(state);
      if (way == null || length > 0 && length + way.length > longest) {
        break;
      }
      walk = Arrays.copyOf(walk, Math.max(walk.length, length + way.length));
      for (int input : way) {
        walk[length++] = input;
        walked.set(state * machine.inputs() + input);
        state = machine.next(state, input);
      }
    }
    return Arrays.copyOf(walk, length);
  }

  /** A shortest way that ends with a transition on which there was no walk; null: none is left. */
  private int[] nearest(int from) {
    int[] before = new int[machine.states()];
    int[] by = new int[machine.states()];
    Arrays.fill(before, Mealy.NONE);
    before[from] = from;
    ArrayDeque<Integer> waiting = new ArrayDeque<>();
    waiting.add(from);
    while (!waiting.isEmpty()) {
      int state = waiting.remove();
      for (int input = 0; input < machine.inputs(); input++) {
        int to = machine.next(state, input);
        if (to == Mealy.NONE) {
          continue;
        } else if (!walked.get(state * machine.inputs() + input)) {
          return way(from, state, before, by, input);
        } else if (before[to] == Mealy.NONE) {
          before[to] = state;
          by[to] = input;
          waiting.add(to);
        }
      }
    }
    return null;
  }

  private static int[] way(int from, int to, int[] before, int[] by, int last) {
    int length = 1;
    for (int state = to; state != from; state = before[state]) {
      length++;
    }
    int[] way = new int[length];
    way[--length] = last;
    for (int state = to; state != from; state = before[state]) {
      way[--length] = by[state];
    }
    return way;
  }
}
