package packettrap.explorer.tlc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import packettrap.explorer.ImpossibleState;
import packettrap.explorer.Machine;
import packettrap.explorer.Output;
import packettrap.explorer.Plain;
import packettrap.explorer.PlainStates;
import tlc2.tool.Action;
import tlc2.value.impl.RecordValue;

/**
 * Holds the core against the model, on every edge that TLC visits.
 *
 * <p>A state of the model is packed; that is one-to-one, because what was packed is unpacked and
 * compared. From there the core makes the same step itself: it must be enabled, lead to the packed
 * next state and show the same output. When TLC is done with a state, the inputs that it left out
 * must not be enabled in the core.
 */
final class Bisimulation implements Consumer<Edge> {
  /** In a row: the input is not enabled. */
  static final short DISABLED = -1;

  /** In a row: core and model differ. */
  static final short DIFFERENT = -2;

  /**
   * Where core and model differ.
   *
   * @param state the packed state
   * @param input the number of the input
   * @param modelNext the packed next state of the model; {@link Machine#DISABLED} if not enabled
   * @param modelOutput the number of its output
   */
  record Apart(long state, int input, long modelNext, int modelOutput) {}

  private final Machine machine;
  private final Map<Map<String, Object>, Integer> numbers = new HashMap<>();
  private final Map<Long, short[]> rows = new ConcurrentHashMap<>();
  private final Map<String, Integer> outputs = new ConcurrentHashMap<>();
  private final Map<Integer, String> outputTexts = new ConcurrentHashMap<>();
  private final Collection<Side> sides = new ConcurrentLinkedQueue<>();
  private final Collection<Apart> apart = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Side> side = ThreadLocal.withInitial(Side::new);

  Bisimulation(Machine machine) {
    this.machine = machine;
    for (int i = 0; i < machine.inputs(); i++) {
      numbers.put(Plain.input(machine.input(i)), i);
    }
  }

  @Override
  public void accept(Edge edge) {
    side.get().accept(edge);
  }

  /** TLC is done; to be called once. */
  void end() {
    sides.forEach(Side::leave);
  }

  Machine machine() {
    return machine;
  }

  /** The numbers of the outputs that each input has, by state. */
  Map<Long, short[]> rows() {
    return rows;
  }

  Collection<Apart> apart() {
    return apart;
  }

  String outputText(int number) {
    return outputTexts.get(number);
  }

  private int outputNumber(Map<String, Object> output) {
    return outputs.computeIfAbsent(
        Plain.text(output),
        text -> {
          int number = outputs.size();
          while (outputTexts.putIfAbsent(number, text) != null) {
            number++;
          }
          return number;
        });
  }

  /** The part of one thread of TLC's: TLC goes through all edges of a state in one thread. */
  private final class Side {
    private final Machine core = machine.another();
    private final Map<Action, Integer> inputs = new IdentityHashMap<>();
    private final Map<RecordValue, Integer> modelOutputs = new HashMap<>();
    private final Map<Output, Integer> coreOutputs = new HashMap<>();
    private RecordValue source;
    private long state;
    private short[] row;

    Side() {
      sides.add(this);
    }

    void accept(Edge edge) {
      RecordValue before = edge.source();
      if (before != source) {
        leave();
        source = before;
        state = packed(before);
        row = new short[core.inputs()];
        Arrays.fill(row, DISABLED);
        if (rows.put(state, row) != null) {
          throw new IllegalStateException("TLC went through a state twice: " + before);
        }
      }
      int input = inputs.computeIfAbsent(edge.action(), action -> number(edge));
      RecordValue after = edge.target();
      long next = after == before ? state : packed(after);
      int output =
          modelOutputs.computeIfAbsent(
              edge.output(), value -> outputNumber(TlcValues.plain(value)));
      if (row[input] != DISABLED) {
        throw new IllegalStateException("the model makes two steps of " + core.input(input));
      }
      row[input] = (short) output;
      if (!agrees(input, next, output)) {
        row[input] = DIFFERENT;
        apart.add(new Apart(state, input, next, output));
      }
    }

    private int number(Edge edge) {
      Integer number = numbers.get(edge.plainInput());
      if (number == null) {
        throw new IllegalStateException("the core's scope has no input " + edge.input());
      }
      return number;
    }

    private long packed(RecordValue value) {
      long packed = PlainStates.packed(core, TlcValues.plain(value));
      if (packed < 0) {
        throw new IllegalStateException("the core's scope has no state " + value);
      }
      return packed;
    }

    private boolean agrees(int input, long next, int output) {
      try {
        return core.next(state, input) == next
            && coreOutputs.computeIfAbsent(
                    core.output(state, input),
                    shown -> outputNumber(Plain.output(core.scope(), shown)))
                == output;
      } catch (ImpossibleState e) {
        return false;
      }
    }

    /** All edges of the state were seen. */
    void leave() {
      for (int input = 0; source != null && input < row.length; input++) {
        if (row[input] == DISABLED && isEnabled(input)) {
          row[input] = DIFFERENT;
          apart.add(new Apart(state, input, Machine.DISABLED, -1));
        }
      }
      source = null;
    }

    private boolean isEnabled(int input) {
      try {
        return core.enabled(state, input);
      } catch (ImpossibleState e) {
        return true;
      }
    }
  }

  /** The inputs that core and model agree on in a state, with the states they lead to. */
  List<long[]> agreed(long state) {
    List<long[]> agreed = new ArrayList<>();
    short[] row = rows.get(state);
    for (int input = 0; input < row.length; input++) {
      if (row[input] >= 0) {
        agreed.add(new long[] {input, machine.next(state, input)});
      }
    }
    return agreed;
  }
}
