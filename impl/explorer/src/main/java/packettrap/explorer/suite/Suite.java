package packettrap.explorer.suite;

import java.util.List;

/**
 * A complete test suite: every deterministic machine with at most {@link #extra} states more than
 * the specification's that is not the same on the specification's inputs fails a test of it.
 *
 * <p>The Wp method with harmonised state identifiers, which is also right where inputs are not
 * enabled everywhere: each state's shortest access sequence, then every sequence of at most K + 1
 * inputs, then each identifier of the state that was reached. Tests are made one after the other,
 * in the order of their lengths.
 */
public final class Suite {
  private final Mealy machine;
  private final Identifiers identifiers;
  private final int extra;
  private final int[] depth;
  private final int[] before;
  private final int[] by;

  /** A suite for a minimal machine. */
  public Suite(Mealy machine, Identifiers identifiers, int extra) {
    this.machine = machine;
    this.identifiers = identifiers;
    this.extra = extra;
    this.depth = new int[machine.states()];
    this.before = new int[machine.states()];
    this.by = new int[machine.states()];
    before[0] = Mealy.NONE;
    // States stand in the order of a breadth-first search, so the first way to each is a shortest.
    int found = 1;
    for (int state = 0; state < machine.states(); state++) {
      for (int input = 0; input < machine.inputs(); input++) {
        if (machine.next(state, input) == found) {
          depth[found] = depth[state] + 1;
          before[found] = state;
          by[found++] = input;
        }
      }
    }
  }

  /** Extra states that a faulty machine may have. */
  public int extra() {
    return extra;
  }

  /** Takes tests. */
  @FunctionalInterface
  public interface Taker {
    /**
     * One test.
     *
     * @param inputs what is to be asked; the array is used again for the next test
     * @param length how many inputs
     * @param more inputs between the access sequence and the identifier, K + 1 at most
     * @return whether to go on
     */
    boolean take(int[] inputs, int length, int more);
  }

  /** How many tests there are. */
  public long tests() {
    return sum(false);
  }

  /** How many inputs the tests have in all. */
  public long steps() {
    return sum(true);
  }

  private long sum(boolean lengths) {
    int states = machine.states();
    long[] count = new long[states];
    long[] length = new long[states];
    for (int state = 0; state < states; state++) {
      List<int[]> own = identifiers.of(state);
      count[state] = Math.max(1, own.size());
      length[state] = own.stream().mapToLong(sequence -> sequence.length).sum();
    }
    long sum = 0;
    for (int middle = 0; middle <= extra + 1; middle++) {
      for (int state = 0; state < states; state++) {
        sum += lengths ? length[state] + (depth[state] + middle) * count[state] : count[state];
      }
      long[] counts = new long[states];
      long[] sums = new long[states];
      for (int state = 0; state < states; state++) {
        for (int input = 0; input < machine.inputs(); input++) {
          int to = machine.next(state, input);
          if (to != Mealy.NONE) {
            counts[state] += count[to];
            sums[state] += length[to];
          }
        }
      }
      count = counts;
      length = sums;
    }
    return sum;
  }

  /** Gives all tests to a taker, the shortest first, until it has enough. */
  public void each(Taker taker) {
    int longest = longest();
    long[][] lengths = lengths();
    int most = depth[machine.states() - 1] + extra + 1 + longest;
    int[] inputs = new int[most];
    for (int length = 0; length <= most; length++) {
      for (int state = 0; state < machine.states(); state++) {
        for (int middle = 0; middle <= extra + 1; middle++) {
          int left = length - depth[state] - middle;
          if (left < 0 || left > longest || (lengths[middle][state] & bit(left)) == 0) {
            continue;
          }
          access(state, inputs);
          Walk walk = new Walk(lengths, inputs, left, middle, taker);
          if (!walk.on(state, depth[state], middle)) {
            return;
          }
        }
      }
    }
  }

  private static long bit(int length) {
    return 1L << Math.min(length, Long.SIZE - 1);
  }

  /** Which lengths identifiers have of the states that so many inputs lead to, as bits. */
  private long[][] lengths() {
    long[][] lengths = new long[extra + 2][machine.states()];
    for (int state = 0; state < machine.states(); state++) {
      List<int[]> own = identifiers.of(state);
      lengths[0][state] = own.isEmpty() ? bit(0) : 0;
      for (int[] sequence : own) {
        lengths[0][state] |= bit(sequence.length);
      }
    }
    for (int middle = 1; middle < lengths.length; middle++) {
      for (int state = 0; state < machine.states(); state++) {
        for (int input = 0; input < machine.inputs(); input++) {
          int to = machine.next(state, input);
          lengths[middle][state] |= to == Mealy.NONE ? 0 : lengths[middle - 1][to];
        }
      }
    }
    return lengths;
  }

  /** The shortest input sequence that leads to a state. */
  public int[] access(int state) {
    int[] inputs = new int[depth[state]];
    access(state, inputs);
    return inputs;
  }

  private void access(int state, int[] inputs) {
    for (int now = state; before[now] != Mealy.NONE; now = before[now]) {
      inputs[depth[now] - 1] = by[now];
    }
  }

  private int longest() {
    int longest = 0;
    for (int state = 0; state < machine.states(); state++) {
      for (int[] sequence : identifiers.of(state)) {
        longest = Math.max(longest, sequence.length);
      }
    }
    return longest;
  }

  /** All ways of some inputs on from a state, each with the identifiers of one length behind it. */
  private final class Walk {
    private final long[][] lengths;
    private final int[] inputs;
    private final int length;
    private final int more;
    private final Taker taker;

    /**
     * Ways from a state.
     *
     * @param lengths what {@link #lengths} gives
     * @param length of the identifiers
     * @param more how many inputs
     */
    Walk(long[][] lengths, int[] inputs, int length, int more, Taker taker) {
      this.lengths = lengths;
      this.inputs = inputs;
      this.length = length;
      this.more = more;
      this.taker = taker;
    }

    boolean on(int state, int at, int left) {
      if (left == 0) {
        return identify(state, at);
      }
      for (int input = 0; input < machine.inputs(); input++) {
        int to = machine.next(state, input);
        if (to != Mealy.NONE && (lengths[left - 1][to] & bit(length)) != 0) {
          inputs[at] = input;
          if (!on(to, at + 1, left - 1)) {
            return false;
          }
        }
      }
      return true;
    }

    private boolean identify(int state, int at) {
      List<int[]> own = identifiers.of(state);
      if (own.isEmpty()) {
        return length > 0 || taker.take(inputs, at, more);
      }
      for (int[] sequence : own) {
        if (sequence.length == length) {
          System.arraycopy(sequence, 0, inputs, at, length);
          if (!taker.take(inputs, at + length, more)) {
            return false;
          }
        }
      }
      return true;
    }
  }
}
