package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.engine.Theory;
import packettrap.conformance.exhaustive.Bench.Found;
import packettrap.conformance.report.Counterexample;
import packettrap.explorer.ModelInput;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.Rule;

/** Makes counterexamples of sequences of actions that show a difference, as short as it can. */
final class Shortening {
  private static final int REPEATS = 3;
  private static final List<Theory> NONE = List.of();

  private final Bench bench;
  private final DeviceDescription description;
  private final List<Action> actions;

  Shortening(Bench bench, DeviceDescription description, List<Action> actions) {
    this.bench = bench;
    this.description = description;
    this.actions = actions;
  }

  /** The shortest conversation that is left when what is not needed is left out. */
  Counterexample counterexample(String title, int[] inputs, boolean look) {
    Exercised ignored = new Exercised();
    int[] shortest = inputs;
    int chunk = Math.max(1, inputs.length / 2);
    while (chunk > 0) {
      boolean shorter = false;
      for (int end = shortest.length; end > 0; end = Math.min(end - chunk, shortest.length)) {
        int[] candidate = without(shortest, Math.max(0, end - chunk), end);
        if (bench.run(candidate, candidate.length, look, ignored, NONE).isPresent()) {
          shortest = candidate;
          shorter = true;
        }
      }
      // Single inputs are tried until none can be left out.
      chunk = chunk > 1 ? chunk / 2 : shorter ? 1 : 0;
    }
    int[] last = look ? looking(shortest) : shortest;
    boolean needsLook = bench.run(last, last.length, false, ignored, NONE).isEmpty();
    List<Theory> theories = List.of(Theory.values());
    Optional<Found> shown = bench.run(last, last.length, needsLook, ignored, theories);
    boolean same = shown.isPresent();
    for (int i = 0; same && i < REPEATS; i++) {
      Optional<Found> again = bench.run(last, last.length, needsLook, ignored, theories);
      same = again.isPresent() && again.get().trace().equals(shown.get().trace());
    }
    if (shown.isEmpty()) {
      return new Counterexample(
          List.of(DriverRules.DRV_12.id()),
          title,
          0,
          "the device did not show again what it had shown before",
          "the same requests lead to the same observations",
          List.of());
    }
    List<Rule> rules = new ArrayList<>(shown.get().difference().rules());
    if (!same && DriverRules.DRV_12.appliesTo(description)) {
      rules.add(0, DriverRules.DRV_12);
    } else {
      rules.sort(Comparator.comparing(rule -> !rule.appliesTo(description)));
    }
    return new Counterexample(
        rules.stream().map(Rule::id).distinct().toList(),
        title,
        0,
        shown.get().difference().observed(),
        shown.get().difference().demanded(),
        shown.get().trace());
  }

  /** The same with a look at one thing at its end, in place of a look at everything. */
  private int[] looking(int[] inputs) {
    Exercised ignored = new Exercised();
    if (bench.run(inputs, inputs.length, false, ignored, NONE).isPresent()) {
      return inputs;
    }
    for (int i = 0; i < actions.size(); i++) {
      int[] candidate = Arrays.copyOf(inputs, inputs.length + 1);
      candidate[inputs.length] = i;
      if (actions.get(i).model() instanceof ModelInput.Get
          && bench.run(candidate, candidate.length, false, ignored, NONE).isPresent()) {
        return candidate;
      }
    }
    return inputs;
  }

  private static int[] without(int[] inputs, int from, int to) {
    int[] rest = new int[inputs.length - (to - from)];
    System.arraycopy(inputs, 0, rest, 0, from);
    System.arraycopy(inputs, to, rest, from, inputs.length - to);
    return rest;
  }
}
