package packettrap.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import packettrap.conformance.engine.Difference;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.engine.Interpreter;
import packettrap.conformance.engine.Lockstep;
import packettrap.conformance.engine.Op;
import packettrap.conformance.engine.Script;
import packettrap.conformance.engine.Shrinking;
import packettrap.conformance.engine.Step;
import packettrap.conformance.engine.Subject;
import packettrap.conformance.engine.Theory;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.reference.DriverMisbehaved;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Runs scripts on fresh devices, and makes counterexamples of those that show a difference. */
final class Trial {
  /** Scenarios that are played on one device, one after the other. */
  private static final int TOGETHER = 8;

  /** In real time a new device takes as long as many requests, so scripts are longer there. */
  private static final int SLOW = 4;

  /** Scripts that are played to tell theories apart, and where they come from. */
  private static final int MORE_EVIDENCE = 240;

  private static final List<Property> EVIDENCE =
      List.of(Property.POLICING, Property.EVERYTHING, Property.RELOADS);

  /** How often a difference has to show again. */
  private static final int REPEATS = 3;

  private static final List<Theory> NONE = List.of();

  private final Supplier<TrapDevice> devices;
  private final DeviceDescription description;
  private final List<Scenario> scenarios;
  private final List<Play> plays;
  private final Directed directed;
  private volatile long requests;

  Trial(
      Supplier<TrapDevice> devices,
      DeviceDescription description,
      List<Scenario> scenarios,
      Profile profile,
      long seed) {
    this.devices = devices;
    this.description = description;
    this.scenarios = scenarios;
    this.directed = new Directed(description, scenarios);
    this.plays = plays(profile != Profile.QUICK, seed);
  }

  /** Requests compared so far. */
  long requests() {
    return requests;
  }

  /** The script of a property with a number. */
  Script script(Property property, long seed, long number) {
    Script straight = directed.script(property, number);
    if (straight != null) {
      return looking(straight);
    }
    if (property.length() > 0) {
      boolean slow = !description.has(Capability.VIRTUAL_TIME);
      int length = slow ? SLOW * property.length() : property.length();
      Script drawn = Script.draw(property.weights(), length, mix(seed, property, number));
      return looking(drawn);
    }
    int from = (int) number * TOGETHER;
    List<Step> steps = new ArrayList<>();
    for (Play play : plays.subList(from, Math.min(from + TOGETHER, plays.size()))) {
      int trap = trapIndex(scenarios.get(play.scenario()).trap());
      if (play.action() != null) {
        int action = play.action().ordinal() << 5 | 4;
        steps.add(new Step(Op.TRAP_SET, Interpreter.number(trap), action, 0));
      }
      steps.add(new Step(Op.HIT, play.scenario(), 0, 1));
    }
    return looking(new Script(steps));
  }

  /** How many scripts there are of a property that enumerates them. */
  long scripts() {
    return (plays.size() + TOGETHER - 1) / TOGETHER;
  }

  /** A scenario and the action that its trap gets first; null: the one it has. */
  private record Play(int scenario, TrapAction action) {}

  /**
   * Every scenario with every action; with one of them each, if there is little time. Those come
   * first in which a report tells on which trap a frame hit.
   */
  private List<Play> plays(boolean thorough, long seed) {
    List<Play> all = new ArrayList<>();
    for (TrapAction action : List.of(TrapAction.TRAP, TrapAction.DROP, TrapAction.MIRROR)) {
      for (int i = 0; i < scenarios.size(); i++) {
        int trap = trapIndex(scenarios.get(i).trap());
        boolean drop = description.registration().traps().get(trap).type() == TrapType.DROP;
        if (!drop && action == TrapAction.TRAP) {
          all.add(new Play(i, null));
        } else if (drop && (thorough || action.ordinal() == Math.floorMod(i + seed, 3L))) {
          all.add(new Play(i, action));
        }
      }
    }
    return all;
  }

  private static Script looking(Script script) {
    List<Step> steps = new ArrayList<>(script.steps());
    steps.add(new Step(Op.OBSERVE, 0, 0, 0));
    return new Script(steps);
  }

  private int trapIndex(String name) {
    for (int i = 0; i < description.registration().traps().size(); i++) {
      if (name.equals(description.registration().traps().get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  static long mix(long seed, Property property, long number) {
    long mixed =
        seed * 0x9e37_79b9_7f4a_7c15L + property.ordinal() * 0xc2b2_ae3d_27d4_eb4fL + number;
    mixed = (mixed ^ mixed >>> 32) * 0xd6e8_feb8_6659_fd93L;
    return mixed ^ mixed >>> 32;
  }

  /** What a run of a script came to. */
  private record Run(
      Difference difference,
      List<TraceStep> trace,
      Map<Rule, String> deviations,
      Set<Theory> explaining) {
    Run because(Rule rule) {
      return new Run(difference.because(List.of(rule)), trace, deviations, explaining);
    }
  }

  private Run run(Property property, Script script, Exercised exercised, List<Theory> likely) {
    Run first = runOnce(script, exercised, likely);
    if (property != Property.REPETITION || first.difference() != null) {
      return first;
    }
    exercised.add(DriverRules.DRV_12);
    Run second = runOnce(script, new Exercised(), likely);
    for (int i = 0; i < first.trace().size(); i++) {
      if (i >= second.trace().size() || !first.trace().get(i).equals(second.trace().get(i))) {
        return new Run(
            new Difference(
                List.of(DriverRules.DRV_12),
                "a second device answered otherwise at this step",
                "the same requests lead to the same observations"),
            first.trace().subList(0, i + 1),
            first.deviations(),
            Set.of());
      }
    }
    return first;
  }

  private Run runOnce(Script script, Exercised exercised, List<Theory> likely) {
    TrapDevice device;
    try {
      device = devices.get();
    } catch (DriverMisbehaved e) {
      Difference difference =
          new Difference(List.of(e.rule()), e.getMessage(), e.rule().sentence());
      return new Run(difference, List.of(), Map.of(), Set.of());
    }
    try (Subject subject = new Subject(device, description)) {
      Lockstep lockstep = new Lockstep(subject, exercised);
      lockstep.traffic().diagnosis().believe(likely);
      Difference difference = null;
      try {
        new Interpreter(lockstep, scenarios, directed.provoked()).run(script);
      } catch (Difference e) {
        difference = e;
      } finally {
        requests += subject.requests();
      }
      return new Run(
          difference,
          subject.trace(),
          lockstep.deviations(),
          lockstep.traffic().diagnosis().explaining());
    }
  }

  /** The script's counterexample, as short as possible; empty if the device is right. */
  Optional<Counterexample> check(
      Property property, Script script, long seed, Exercised exercised, Map<Rule, String> found) {
    Run run = run(property, script, exercised, NONE);
    run.deviations().forEach(found::putIfAbsent);
    if (run.difference() == null) {
      return Optional.empty();
    }
    Exercised ignored = new Exercised();
    Script shortest =
        Shrinking.shrink(
            script,
            candidate -> run(property, candidate, ignored, NONE).difference() != null,
            looks());
    Run shown = run(property, shortest, ignored, List.of(Theory.values()));
    if (shown.difference() != null && shown.explaining().size() > 1) {
      shown = run(property, shortest, ignored, likeliest(shown.explaining(), seed));
    }
    if (!isRepeatable(property, shortest, shown)) {
      shown = shown.difference() == null ? run : shown;
      return Optional.of(counterexample(property, seed, shown.because(DriverRules.DRV_12)));
    }
    return Optional.of(counterexample(property, seed, shown));
  }

  /** Whether a script shows the same difference on every device. */
  private boolean isRepeatable(Property property, Script script, Run shown) {
    boolean same = shown.difference() != null;
    boolean repeats = DriverRules.DRV_12.appliesTo(description);
    for (int i = 0; same && repeats && i < REPEATS; i++) {
      same = run(property, script, new Exercised(), NONE).trace().equals(shown.trace());
    }
    return same;
  }

  /** Some theories, those first that explain the most of what other devices did. */
  private List<Theory> likeliest(Set<Theory> theories, long seed) {
    Map<Theory, Integer> explained = new EnumMap<>(Theory.class);
    Set<Theory> left = theories;
    for (int number = 0; number < MORE_EVIDENCE && left.size() != 1; number++) {
      Property property = EVIDENCE.get(number % EVIDENCE.size());
      Script script =
          Script.draw(property.weights(), property.length(), mix(~seed, property, number));
      Set<Theory> surviving = surviving(script, theories);
      surviving.forEach(theory -> explained.merge(theory, 1, Integer::sum));
      left = left.stream().filter(surviving::contains).collect(Collectors.toSet());
    }
    List<Theory> ordered = new ArrayList<>(theories);
    ordered.sort(Comparator.comparing(theory -> -explained.getOrDefault(theory, 0)));
    return ordered;
  }

  private Set<Theory> surviving(Script script, Set<Theory> theories) {
    try (Subject subject = new Subject(devices.get(), description)) {
      Lockstep lockstep = new Lockstep(subject, new Exercised());
      try {
        new Interpreter(lockstep, scenarios, directed.provoked()).run(script);
      } catch (Difference e) {
        // What was counted up to here is evidence too.
      }
      return lockstep.traffic().diagnosis().surviving(theories);
    } catch (DriverMisbehaved e) {
      return theories;
    }
  }

  private List<Step> looks() {
    List<Step> looks = new ArrayList<>();
    for (int i = 0; i < description.registration().traps().size(); i++) {
      looks.add(new Step(Op.TRAP_GET, Interpreter.number(i), 0, 0));
    }
    for (int i = 0; i < description.registration().groups().size(); i++) {
      looks.add(new Step(Op.GROUP_GET, Interpreter.number(i), 0, 0));
    }
    for (int i = 0; i < description.registration().policers().size(); i++) {
      looks.add(new Step(Op.POLICER_GET, Interpreter.number(i), 0, 0));
    }
    looks.add(new Step(Op.MONITOR_CONFIG_GET, 0, 0, 0));
    looks.add(new Step(Op.MONITOR_STATS_GET, 0, 0, 0));
    return looks;
  }

  private Counterexample counterexample(Property property, long seed, Run run) {
    Difference difference = run.difference();
    return new Counterexample(
        difference.rules().stream()
            .sorted(Comparator.comparing(rule -> !rule.appliesTo(description)))
            .map(Rule::id)
            .toList(),
        property.title(),
        seed,
        difference.observed(),
        difference.demanded(),
        run.trace());
  }
}
