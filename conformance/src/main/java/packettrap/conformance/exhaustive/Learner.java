package packettrap.conformance.exhaustive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import packettrap.conformance.Progress;
import packettrap.conformance.exhaustive.Divergence.Step;
import packettrap.conformance.scenario.Playable;
import packettrap.explorer.suite.Identifiers;
import packettrap.explorer.suite.Mealy;
import packettrap.explorer.suite.Suite;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.scenario.Scenario.Arrival;

/**
 * Learns the machine of a device, and that of one that does what the specification demands, and
 * finds where they differ.
 */
public final class Learner {
  /**
   * A driver with so many times the specification's states counts, or remembers, what none does.
   */
  private static final int TIMES = 3;

  private static final int FEW = 50;

  private final Supplier<TrapDevice> devices;
  private final Plan plan;

  /**
   * A learner.
   *
   * @param devices gives a new device each time
   * @param plan the inputs, and how thoroughly each guess is tested
   */
  public Learner(Supplier<TrapDevice> devices, Plan plan) {
    this.devices = devices;
    this.plan = plan;
  }

  private record Pair(int right, int driver, Pair before, int input) {}

  /** Learns both, and compares them. */
  public Learned learn(Progress progress) {
    DeviceDescription description;
    Setup setup;
    try (TrapDevice device = devices.get()) {
      description = device.description();
      setup = Setup.of(devices, description, Playable.on(device, description), plan.size());
    }
    List<Arrival> known =
        setup.actions().stream()
            .filter(action -> action.frame() != null)
            .map(action -> action.frame().arrivals().get(0))
            .toList();
    int inputs = setup.actions().size();
    Answers ideal =
        new Answers(
            () -> new Ideal(description, known), description, setup.actions(), setup.machine());
    Answers driver = new Answers(devices, description, setup.actions(), setup.machine());
    int[] cost = setup.actions().stream().mapToInt(Action::cost).toArray();
    Identifiers identifiers = new Identifiers(setup.machine(), cost);
    int most = TIMES * setup.machine().states() + FEW;
    Suite suite = new Suite(setup.machine(), identifiers, plan.extraStates());
    Learning demanded =
        new Learning(ideal, new Suite(setup.machine(), identifiers, 0), inputs, Integer.MAX_VALUE);
    Learning observed = new Learning(driver, suite, inputs, most);
    Mealy right = demanded.learn(progress, "the specification");
    List<Divergence> divergences = List.of();
    List<Learned.Transition> machine = List.of();
    int states = 0;
    String broken = null;
    try {
      Mealy learned = observed.learn(progress, "the driver");
      states = learned.states();
      machine = transitions(learned, setup.actions());
      divergences = divergences(right, learned, setup.actions());
    } catch (NotDeterministic e) {
      broken = e.getMessage();
    } catch (Learning.TooManyStates e) {
      broken =
          "The driver's machine has more than %d states over these inputs, and the specification's has %d: it remembers something that none should."
              .formatted(most, right.states());
    }
    return new Learned(
        plan.size().name(),
        plan.extraStates(),
        setup.actions().stream().map(Action::words).toList(),
        setup.missing(),
        states,
        right.states(),
        machine,
        divergences,
        driver.asked(),
        driver.steps(),
        broken);
  }

  /** All transitions but those of inputs that are left out in a state. */
  private static List<Learned.Transition> transitions(Mealy machine, List<Action> actions) {
    List<Learned.Transition> transitions = new ArrayList<>();
    for (int state = 0; state < machine.states(); state++) {
      for (int input = 0; input < actions.size(); input++) {
        String shown = shown(machine, state, input);
        if (!shown.equals(Answers.LEFT_OUT)) {
          transitions.add(
              new Learned.Transition(
                  state, actions.get(input).words(), shown, machine.next(state, input)));
        }
      }
    }
    return transitions;
  }

  /** What differs, each kind once, found on all ways on which both have shown the same. */
  private static List<Divergence> divergences(Mealy right, Mealy driver, List<Action> actions) {
    Map<List<String>, Pair> first = new LinkedHashMap<>();
    Map<List<String>, Long> times = new LinkedHashMap<>();
    Set<Long> seen = new HashSet<>();
    ArrayDeque<Pair> waiting = new ArrayDeque<>();
    waiting.add(new Pair(0, 0, null, Mealy.NONE));
    seen.add(0L);
    while (!waiting.isEmpty()) {
      Pair pair = waiting.remove();
      for (int input = 0; input < actions.size(); input++) {
        String demand = shown(right, pair.right(), input);
        String seenOfIt = shown(driver, pair.driver(), input);
        Pair then =
            new Pair(
                right.next(pair.right(), input), driver.next(pair.driver(), input), pair, input);
        if (!demand.equals(seenOfIt)) {
          List<String> kind = List.of(actions.get(input).words(), demand, seenOfIt);
          first.putIfAbsent(kind, then);
          times.merge(kind, 1L, Long::sum);
        } else if (seen.add((long) then.right() << 32 | then.driver())) {
          waiting.add(then);
        }
      }
    }
    List<Divergence> divergences = new ArrayList<>();
    first.forEach(
        (kind, last) ->
            divergences.add(
                new Divergence(
                    way(last.before(), right, actions),
                    kind.get(0),
                    kind.get(1),
                    kind.get(2),
                    times.get(kind))));
    return divergences;
  }

  private static String shown(Mealy machine, int state, int input) {
    return machine.shown(machine.output(state, input)).toString();
  }

  private static List<Step> way(Pair last, Mealy right, List<Action> actions) {
    List<Step> way = new ArrayList<>();
    for (Pair pair = last; pair.before() != null; pair = pair.before()) {
      String shown = shown(right, pair.before().right(), pair.input());
      way.add(0, new Step(actions.get(pair.input()).words(), shown));
    }
    return way;
  }
}
