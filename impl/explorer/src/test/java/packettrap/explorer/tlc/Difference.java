package packettrap.explorer.tlc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import packettrap.explorer.ImpossibleState;
import packettrap.explorer.Machine;
import packettrap.explorer.ModelInput;
import packettrap.explorer.Plain;
import packettrap.explorer.tlc.Bisimulation.Apart;

/**
 * The shortest way to a difference between core and model.
 *
 * @param inputs what happens, the last of which makes the difference
 * @param rules what the core says demands it, by ID, the most telling first
 * @param model what the model does
 * @param core what the core does
 */
record Difference(List<ModelInput> inputs, List<String> rules, String model, String core) {
  private static final String DISABLED = "cannot happen";

  /** How a state was reached. */
  private record Way(long from, int input) {}

  static Optional<Difference> shortest(Bisimulation bisimulation) {
    if (bisimulation.apart().isEmpty()) {
      return Optional.empty();
    }
    Map<Long, Map<Integer, Apart>> apart = new HashMap<>();
    for (Apart one : bisimulation.apart()) {
      apart.computeIfAbsent(one.state(), state -> new HashMap<>()).put(one.input(), one);
    }
    Machine machine = bisimulation.machine();
    Map<Long, Way> ways = new HashMap<>();
    Deque<Long> queue = new ArrayDeque<>();
    ways.put(machine.initial(), null);
    queue.add(machine.initial());
    while (!queue.isEmpty()) {
      long state = queue.remove();
      if (apart.containsKey(state)) {
        Map<Integer, Apart> here = apart.get(state);
        int input = here.keySet().stream().min(Integer::compare).orElseThrow();
        return Optional.of(of(bisimulation, here.get(input), ways));
      }
      for (long[] edge : bisimulation.agreed(state)) {
        if (!ways.containsKey(edge[1])) {
          ways.put(edge[1], new Way(state, (int) edge[0]));
          queue.add(edge[1]);
        }
      }
    }
    throw new IllegalStateException("no way leads to the differences");
  }

  private static Difference of(Bisimulation bisimulation, Apart apart, Map<Long, Way> ways) {
    Machine machine = bisimulation.machine();
    LinkedList<ModelInput> inputs = new LinkedList<>();
    inputs.add(machine.input(apart.input()));
    for (Way way = ways.get(apart.state()); way != null; way = ways.get(way.from())) {
      inputs.addFirst(machine.input(way.input()));
    }
    String model =
        apart.modelNext() == Machine.DISABLED
            ? DISABLED
            : text(bisimulation.outputText(apart.modelOutput()), machine, apart.modelNext());
    String core;
    List<String> rules = List.of();
    try {
      long next = machine.next(apart.state(), apart.input());
      if (next == Machine.DISABLED) {
        core = DISABLED;
      } else {
        core =
            text(
                Plain.text(
                    Plain.output(machine.scope(), machine.output(apart.state(), apart.input()))),
                machine,
                next);
        rules =
            machine.rules(apart.state(), apart.input()).stream().map(rule -> rule.id()).toList();
      }
    } catch (ImpossibleState e) {
      core = "comes to no state at all: " + e.getMessage();
    }
    return new Difference(List.copyOf(inputs), rules, model, core);
  }

  private static String text(String output, Machine machine, long next) {
    return "shows " + output + "\n  and leads to " + Plain.text(Plain.state(machine, next));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("core and model differ after");
    for (ModelInput input : inputs) {
      text.append("\n  ").append(Plain.text(Plain.input(input)));
    }
    return text.append("\nThe model ")
        .append(model)
        .append("\nThe core ")
        .append(core)
        .append("\nRules: ")
        .append(String.join(", ", rules))
        .toString();
  }
}
