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
import packettrap.explorer.Machine;
import packettrap.explorer.Plain;
import packettrap.explorer.PlainStates;
import tlc2.tool.Action;
import tlc2.value.impl.RecordValue;

/**
 * Every edge that TLC visits.
 *
 * <p>States are packed as the core's are. That is one-to-one, because what was packed is unpacked
 * again and compared.
 */
final class ModelGraph implements Consumer<Edge> {
  /**
   * The edges from a state, by input.
   *
   * @param targets the next states; {@link Machine#DISABLED} if the input is not enabled
   * @param outputs the numbers of the outputs
   */
  record Row(long[] targets, int[] outputs) {}

  private final Machine machine;
  private final Map<Map<String, Object>, Integer> numbers = new HashMap<>();
  private final Map<Long, Row> rows = new ConcurrentHashMap<>();
  private final Map<String, Integer> outputNumbers = new ConcurrentHashMap<>();
  private final List<String> outputs = new ArrayList<>();
  private final Collection<Long> starts = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Part> part = ThreadLocal.withInitial(Part::new);
  private volatile RuntimeException failure;

  /**
   * An empty graph.
   *
   * @param machine says how states are packed, and which number an input has
   */
  ModelGraph(Machine machine) {
    this.machine = machine;
    for (int i = 0; i < machine.inputs(); i++) {
      numbers.put(Plain.input(machine.input(i)), i);
    }
  }

  @Override
  public void accept(Edge edge) {
    if (failure == null) {
      try {
        part.get().accept(edge);
      } catch (RuntimeException e) {
        // TLC would not say it, and might wait for ever.
        failure = e;
      }
    }
  }

  /**
   * TLC is done.
   *
   * @throws IllegalStateException if it visited something that the machine has no name for
   */
  void end() {
    if (failure != null) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** How many states there are. */
  int states() {
    return rows.size();
  }

  /** The state that TLC started from. */
  long initial() {
    return starts.iterator().next();
  }

  /** The edges from a state; null if TLC did not visit it. */
  Row row(long state) {
    return rows.get(state);
  }

  /** An output as text. */
  synchronized String output(int number) {
    return outputs.get(number);
  }

  /** The number of an output; -1 if the model never shows it. */
  int outputNumber(String text) {
    return outputNumbers.getOrDefault(text, -1);
  }

  private synchronized int register(String text) {
    return outputNumbers.computeIfAbsent(
        text,
        one -> {
          outputs.add(one);
          return outputs.size() - 1;
        });
  }

  /** What one thread of TLC's visits: TLC goes through all edges of a state in one thread. */
  private final class Part {
    private final Map<Action, Integer> inputs = new IdentityHashMap<>();
    private final Map<RecordValue, Integer> seen = new HashMap<>();
    private RecordValue source;
    private long state;
    private Row row;

    void accept(Edge edge) {
      RecordValue before = edge.source();
      if (before != source) {
        source = before;
        state = packed(before);
        if (starts.isEmpty()) {
          starts.add(state);
        }
        row = new Row(new long[machine.inputs()], new int[machine.inputs()]);
        Arrays.fill(row.targets, Machine.DISABLED);
        if (rows.put(state, row) != null) {
          throw new IllegalStateException("TLC went through a state twice: " + before);
        }
      }
      int input = inputs.computeIfAbsent(edge.action(), action -> number(edge));
      if (row.targets[input] != Machine.DISABLED) {
        throw new IllegalStateException("the model makes two steps of " + edge.input());
      }
      RecordValue after = edge.target();
      row.targets[input] = after == before ? state : packed(after);
      row.outputs[input] =
          seen.computeIfAbsent(
              edge.output(), output -> register(Plain.text(TlcValues.plain(output))));
    }

    private int number(Edge edge) {
      Integer number = numbers.get(edge.plainInput());
      if (number == null) {
        throw new IllegalStateException("the core's scope has no input " + edge.input());
      }
      return number;
    }

    private long packed(RecordValue value) {
      long packed = PlainStates.packed(machine, TlcValues.plain(value));
      if (packed < 0) {
        throw new IllegalStateException("the core's scope has no state " + value);
      }
      return packed;
    }
  }
}
