package packettrap.explorer;

import java.util.Arrays;
import java.util.List;

/**
 * All states and transitions of a machine, numbered: states in the order of their distance from the
 * first, which is number 0, transitions in the order of their states and inputs.
 *
 * <p>It takes 5 bytes for each transition and 28 for each state. The same machine gives the same
 * numbers.
 */
public final class StateGraph {
  private static final int FREE = -1;

  private final Machine machine;
  private long[] states = new long[1 << 10];
  private int count;
  private int[] first = new int[1 << 10];
  private int[] cameBy = new int[1 << 10];
  private int[] cameFrom = new int[1 << 10];
  private byte[] inputs = new byte[1 << 14];
  private int[] targets = new int[1 << 14];
  private int transitions;

  /** Numbers of states, by the states: open addressing. */
  private int[] places = new int[1 << 11];

  private int shift = Long.SIZE - 11;

  private StateGraph(Machine machine) {
    this.machine = machine;
  }

  /**
   * The graph of a machine of at most 127 inputs.
   *
   * @param most states that it may have
   * @throws IllegalArgumentException if it has more states, or more inputs
   */
  public static StateGraph of(Machine machine, int most) {
    if (machine.inputs() > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("more than 127 inputs: " + machine.inputs());
    }
    StateGraph graph = new StateGraph(machine);
    graph.explore(most);
    return graph;
  }

  private void explore(int most) {
    Watch unwatched = new Watch(List.of());
    Steps[] steps = new Steps[machine.inputs()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = new Steps(machine, i, unwatched);
    }
    Arrays.fill(places, FREE);
    number(machine.initial(), FREE, FREE);
    for (int state = 0; state < count; state++) {
      if (count > most) {
        throw new IllegalArgumentException("more than " + most + " states");
      }
      first[state] = transitions;
      for (Steps step : steps) {
        long to = step.next(states[state]);
        if (to != Machine.DISABLED) {
          if (transitions == targets.length) {
            targets = Arrays.copyOf(targets, 2 * transitions);
            inputs = Arrays.copyOf(inputs, 2 * transitions);
          }
          inputs[transitions] = (byte) step.input();
          targets[transitions] = number(to, state, transitions);
          transitions++;
        }
      }
    }
    first = Arrays.copyOf(first, count + 1);
    first[count] = transitions;
  }

  /** The number of a state; one that is new gets the next. */
  private int number(long state, int from, int by) {
    int place = place(state);
    while (places[place] != FREE) {
      if (states[places[place]] == state) {
        return places[place];
      }
      place = place + 1 & places.length - 1;
    }
    if (count == states.length) {
      states = Arrays.copyOf(states, 2 * count);
      first = Arrays.copyOf(first, 2 * count);
      cameBy = Arrays.copyOf(cameBy, 2 * count);
      cameFrom = Arrays.copyOf(cameFrom, 2 * count);
      grow();
      return number(state, from, by);
    }
    places[place] = count;
    states[count] = state;
    cameBy[count] = by;
    cameFrom[count] = from;
    return count++;
  }

  private int place(long state) {
    return (int) (state * 0x9e3779b97f4a7c15L >>> shift);
  }

  private void grow() {
    places = new int[2 * places.length];
    shift--;
    Arrays.fill(places, FREE);
    for (int i = 0; i < count; i++) {
      int place = place(states[i]);
      while (places[place] != FREE) {
        place = place + 1 & places.length - 1;
      }
      places[place] = i;
    }
  }

  /** The machine. */
  public Machine machine() {
    return machine;
  }

  /** How many states there are. */
  public int states() {
    return count;
  }

  /** How many transitions there are. */
  public int transitions() {
    return transitions;
  }

  /** The first transition of a state; those of a state are in a row. */
  public int first(int state) {
    return first[state];
  }

  /** The first transition that is no longer the state's. */
  public int end(int state) {
    return first[state + 1];
  }

  /** The input of a transition. */
  public int input(int transition) {
    return inputs[transition];
  }

  /** The transition of a state by an input; -1: the input is not enabled. */
  public int by(int state, int input) {
    int place = Arrays.binarySearch(inputs, first[state], first[state + 1], (byte) input);
    return place < 0 ? -1 : place;
  }

  /** The state that a transition leads to. */
  public int target(int transition) {
    return targets[transition];
  }

  /** The transitions of a shortest way from the first state to another. */
  public int[] wayTo(int state) {
    int[] backwards = new int[16];
    int length = 0;
    for (int at = state; at != 0; at = cameFrom[at]) {
      if (length == backwards.length) {
        backwards = Arrays.copyOf(backwards, 2 * length);
      }
      backwards[length++] = cameBy[at];
    }
    int[] way = new int[length];
    for (int i = 0; i < length; i++) {
      way[i] = backwards[length - 1 - i];
    }
    return way;
  }
}
