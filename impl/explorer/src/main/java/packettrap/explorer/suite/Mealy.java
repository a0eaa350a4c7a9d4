package packettrap.explorer.suite;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A deterministic finite machine as a table: states, inputs and outputs are numbers from 0 on.
 *
 * <p>State 0 is the first, and the others stand in the order of a breadth-first search. An input
 * need not be enabled in every state.
 */
public final class Mealy {
  /** The state that an input leads to where it is not enabled, and its output there. */
  public static final int NONE = -1;

  private final int inputs;
  private final List<Object> shown;
  private final int[] next;
  private final int[] output;

  private Mealy(int inputs, List<Object> shown, int[] next, int[] output) {
    this.inputs = inputs;
    this.shown = List.copyOf(shown);
    this.next = next;
    this.output = output;
  }

  /** What the machine is made of: states are longs, none negative. */
  public interface Steps {
    /** The state at first. */
    long initial();

    /** The state that an input leads to; negative: it is not enabled. */
    long next(long state, int input);

    /** What is seen of the step that {@link #next} made last; outputs are compared by equals. */
    Object output();
  }

  /**
   * Explores what can be reached.
   *
   * @param most states at most
   * @throws IllegalArgumentException if there are more states
   */
  public static Mealy explore(Steps steps, int inputs, int most) {
    Map<Long, Integer> numbers = new HashMap<>();
    Map<Object, Integer> seen = new LinkedHashMap<>();
    long[] states = new long[64];
    int[] next = new int[64 * inputs];
    int[] output = new int[64 * inputs];
    states[0] = steps.initial();
    numbers.put(states[0], 0);
    int count = 1;
    for (int state = 0; state < count; state++) {
      for (int input = 0; input < inputs; input++) {
        long to = steps.next(states[state], input);
        int place = state * inputs + input;
        if (to < 0) {
          next[place] = NONE;
          output[place] = NONE;
          continue;
        }
        output[place] = seen.computeIfAbsent(steps.output(), any -> seen.size());
        Integer number = numbers.get(to);
        if (number == null) {
          if (count == most) {
            throw new IllegalArgumentException("the machine has more than " + most + " states");
          }
          if (count == states.length) {
            states = Arrays.copyOf(states, 2 * count);
            next = Arrays.copyOf(next, 2 * count * inputs);
            output = Arrays.copyOf(output, 2 * count * inputs);
          }
          number = count++;
          numbers.put(to, number);
          states[number] = to;
        }
        next[place] = number;
      }
    }
    return new Mealy(
        inputs,
        List.copyOf(seen.keySet()),
        Arrays.copyOf(next, count * inputs),
        Arrays.copyOf(output, count * inputs));
  }

  /**
   * The smallest machine that shows the same: states that nothing tells apart are one.
   *
   * <p>Exact, by partition refinement (Moore). An input that is not enabled counts as an output of
   * its own here, so that the machine has the same enabled inputs.
   */
  public Mealy minimal() {
    int count = states();
    int[] part = new int[count];
    int parts = 1;
    while (true) {
      int[] before = part.clone();
      int old = parts;
      for (int input = 0; input < inputs; input++) {
        parts = split(part, before, input);
      }
      if (parts == old) {
        return quotient(part, parts);
      }
    }
  }

  /** Splits parts by what an input shows and where it leads; gives how many parts there are. */
  private int split(int[] part, int[] before, int input) {
    Map<Long, Integer> behaviours = new HashMap<>();
    Map<Long, Integer> numbers = new HashMap<>();
    for (int state = 0; state < part.length; state++) {
      int to = next(state, input);
      long behaviour = to == NONE ? -1 : (long) output(state, input) << 32 | before[to];
      int seen = behaviours.computeIfAbsent(behaviour, any -> behaviours.size());
      long key = (long) part[state] << 32 | seen;
      part[state] = numbers.computeIfAbsent(key, any -> numbers.size());
    }
    return numbers.size();
  }

  private Mealy quotient(int[] part, int parts) {
    int[] one = new int[parts];
    Arrays.fill(one, NONE);
    for (int state = 0; state < part.length; state++) {
      if (one[part[state]] == NONE) {
        one[part[state]] = state;
      }
    }
    int[] made = {0};
    int[] seen = {0};
    return explore(
        new Steps() {
          @Override
          public long initial() {
            return part[0];
          }

          @Override
          public long next(long state, int input) {
            made[0] = Mealy.this.next(one[(int) state], input);
            seen[0] = Mealy.this.output(one[(int) state], input);
            return made[0] == NONE ? NONE : part[made[0]];
          }

          @Override
          public Object output() {
            return shown.get(seen[0]);
          }
        },
        inputs,
        Integer.MAX_VALUE);
  }

  /** How many states there are. */
  public int states() {
    return next.length / inputs;
  }

  /** How many inputs there are. */
  public int inputs() {
    return inputs;
  }

  /** How many outputs there are. */
  public int outputs() {
    return shown.size();
  }

  /** What an output is. */
  public Object shown(int output) {
    return shown.get(output);
  }

  /** How many transitions there are. */
  public long transitions() {
    return Arrays.stream(next).filter(to -> to != NONE).count();
  }

  /** The state that an input leads to, or {@link #NONE}. */
  public int next(int state, int input) {
    return next[state * inputs + input];
  }

  /** What is seen then, or {@link #NONE}. */
  public int output(int state, int input) {
    return output[state * inputs + input];
  }
}
