package packettrap.explorer.tlc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import packettrap.explorer.ImpossibleState;
import packettrap.explorer.Machine;
import packettrap.explorer.ModelInput;
import packettrap.explorer.Output;
import packettrap.explorer.Plain;
import packettrap.explorer.tlc.ModelGraph.Row;
import packettrap.spec.rule.Rule;

/**
 * Holds the core against the model, edge by edge.
 *
 * <p>In every state of the model, the core makes the step of every input itself: it must be enabled
 * exactly if the model has the edge, lead to the same state and show the same. Both start in the
 * same state, so the two are bisimilar if nothing differs. States are compared in the order of
 * their distance, so that the first difference is one that a shortest way leads to.
 */
final class Bisimulation {
  private static final int THREADS = 2;
  private static final int BLOCK = 256;

  private final ModelGraph model;
  private final Machine machine;

  /** The model's states, the nearest first. */
  private final List<Long> states = new ArrayList<>();

  private final Map<Long, Integer> numbers = new HashMap<>();

  /** For each state, which one it was found from, and by which input. */
  private final List<int[]> ways = new ArrayList<>();

  private long transitions;

  Bisimulation(ModelGraph model, Machine machine) {
    this.model = model;
    this.machine = machine;
    number(model.initial(), null);
    for (int i = 0; i < states.size(); i++) {
      Row row = model.row(states.get(i));
      for (int input = 0; input < row.targets().length; input++) {
        if (row.targets()[input] != Machine.DISABLED) {
          transitions++;
          number(row.targets()[input], new int[] {i, input});
        }
      }
    }
  }

  private void number(long state, int[] way) {
    if (numbers.putIfAbsent(state, states.size()) == null) {
      states.add(state);
      ways.add(way);
    }
  }

  /** The model's states, the nearest first. */
  List<Long> states() {
    return states;
  }

  /** The place of a state among them. */
  int number(long state) {
    return numbers.get(state);
  }

  long transitions() {
    return transitions;
  }

  /** The first difference; none if core and model are the same machine. */
  Optional<Difference> difference() {
    if (machine.initial() != model.initial()) {
      return Optional.of(
          new Difference(
              List.of(),
              List.of(),
              "starts in " + Plain.text(Plain.state(machine, model.initial())),
              "starts in " + Plain.text(Plain.state(machine, machine.initial()))));
    }
    AtomicInteger first = new AtomicInteger(Integer.MAX_VALUE);
    AtomicInteger cursor = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, THREADS)
            .mapToObj(i -> new Thread(() -> compare(machine.another(), cursor, first)))
            .toList();
    threads.forEach(Thread::start);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("the comparison was interrupted", e);
    }
    return first.get() == Integer.MAX_VALUE ? Optional.empty() : Optional.of(explain(first.get()));
  }

  private void compare(Machine core, AtomicInteger cursor, AtomicInteger first) {
    Map<Output, Integer> outputs = new HashMap<>();
    int from = cursor.getAndAdd(BLOCK);
    while (from < states.size() && from < first.get()) {
      for (int i = from; i < Math.min(states.size(), from + BLOCK); i++) {
        if (differing(core, states.get(i), outputs) >= 0) {
          first.accumulateAndGet(i, Math::min);
          return;
        }
      }
      from = cursor.getAndAdd(BLOCK);
    }
  }

  /** The first input that core and model take differently in a state, or -1. */
  private int differing(Machine core, long state, Map<Output, Integer> outputs) {
    Row row = model.row(state);
    for (int input = 0; input < core.inputs(); input++) {
      try {
        long next = core.next(state, input);
        if (next != row.targets()[input]
            || next != Machine.DISABLED
                && outputs.computeIfAbsent(core.output(state, input), this::outputNumber)
                    != row.outputs()[input]) {
          return input;
        }
      } catch (ImpossibleState e) {
        return input;
      }
    }
    return -1;
  }

  private int outputNumber(Output output) {
    return model.outputNumber(Plain.text(Plain.output(machine.scope(), output)));
  }

  private Difference explain(int number) {
    long state = states.get(number);
    int input = differing(machine, state, new HashMap<>());
    LinkedList<ModelInput> inputs = new LinkedList<>();
    inputs.add(machine.input(input));
    for (int[] way = ways.get(number); way != null; way = ways.get(way[0])) {
      inputs.addFirst(machine.input(way[1]));
    }
    Row row = model.row(state);
    String expected =
        row.targets()[input] == Machine.DISABLED
            ? "cannot do that"
            : text(model.output(row.outputs()[input]), row.targets()[input]);
    try {
      long next = machine.next(state, input);
      if (next == Machine.DISABLED) {
        return new Difference(inputs, List.of(), expected, "cannot do that");
      }
      Output output = machine.output(state, input);
      return new Difference(
          inputs,
          machine.rules(state, input).stream().map(Rule::id).toList(),
          expected,
          text(Plain.text(Plain.output(machine.scope(), output)), next));
    } catch (ImpossibleState e) {
      return new Difference(inputs, List.of(), expected, "goes astray: " + e.getMessage());
    }
  }

  private String text(String output, long next) {
    return "shows " + output + "\n  and leads to " + Plain.text(Plain.state(machine, next));
  }
}
