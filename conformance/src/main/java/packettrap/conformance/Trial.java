package packettrap.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.scenario.Scenario;

/** Runs scripts on fresh devices, and makes counterexamples of those that show a difference. */
final class Trial {
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
  private final Directed directed;
  private final Scripts scripts;
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
    this.scripts = new Scripts(description, scenarios, directed, profile != Profile.QUICK, seed);
  }

  /** Requests compared so far. */
  long requests() {
    return requests;
  }

  /** The scripts of the properties. */
  Scripts scripts() {
    return scripts;
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

  /**
   * The script's counterexample, as short as possible; empty if the device is right, or only breaks
   * once more what it is known to break.
   */
  Optional<Counterexample> check(Property property, Script script, long seed, Findings findings) {
    Run run = run(property, script, findings.exercised(), NONE);
    findings.deviates(run.deviations());
    if (run.difference() == null) {
      return Optional.empty();
    }
    Counterexample whole = counterexample(property, seed, run);
    String rule = whole.rules().get(0);
    if (!findings.isTolerated(rule)) {
      return Optional.of(unknown(property, script, seed, run, findings));
    } else if (findings.isShown(rule)) {
      return Optional.empty();
    }
    long counted = requests;
    Counterexample shorter = shortened(property, script, seed, run, rule::equals);
    requests = counted; // or the number would depend on which share came to it first
    return Optional.of(shorter.rules().get(0).equals(rule) ? shorter : whole);
  }

  /**
   * A difference that is not under the name of a known one. If it may be one all the same, it is
   * what it turns out to be when it is short; else it must not be lost in a known one.
   */
  private Counterexample unknown(
      Property property, Script script, long seed, Run run, Findings findings) {
    if (ids(run.difference()).stream().anyMatch(findings::isTolerated)) {
      Counterexample shortest = shortened(property, script, seed, run, any -> true);
      if (findings.isTolerated(shortest.rules().get(0))) {
        return shortest;
      }
    }
    return shortened(property, script, seed, run, other -> !findings.isTolerated(other));
  }

  /** The counterexample of the shortest script that breaks such a rule. */
  private Counterexample shortened(
      Property property, Script script, long seed, Run run, Predicate<String> rule) {
    Exercised ignored = new Exercised();
    Script shortest =
        Shrinking.shrink(
            script,
            candidate -> {
              Difference other = run(property, candidate, ignored, NONE).difference();
              return other != null && rule.test(ids(other).get(0));
            },
            looks());
    Run shown = run(property, shortest, ignored, List.of(Theory.values()));
    if (shown.difference() != null && shown.explaining().size() > 1) {
      shown = run(property, shortest, ignored, likeliest(shown.explaining(), seed));
    }
    if (!isRepeatable(property, shortest, shown)) {
      shown = shown.difference() == null ? run : shown;
      return counterexample(property, seed, shown.because(DriverRules.DRV_12));
    }
    return counterexample(property, seed, shown);
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
          Script.draw(property.weights(), property.length(), Scripts.mix(~seed, property, number));
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
        ids(difference),
        property.title(),
        seed,
        difference.observed(),
        difference.demanded(),
        run.trace());
  }

  /** The rules that it speaks of, those first that apply to the device. */
  private List<String> ids(Difference difference) {
    return difference.rules().stream()
        .sorted(Comparator.comparing(rule -> !rule.appliesTo(description)))
        .map(Rule::id)
        .toList();
  }
}
