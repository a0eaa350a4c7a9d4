package packettrap.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.engine.Script;
import packettrap.conformance.exhaustive.Exhaustive;
import packettrap.conformance.exhaustive.Plan;
import packettrap.conformance.exhaustive.Size;
import packettrap.conformance.exhaustive.Walking;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.conformance.scenario.Playable;
import packettrap.reference.DriverMisbehaved;
import packettrap.reference.RegistrationFailed;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.scenario.Scenario;

/**
 * One run of the kit against a device.
 *
 * <p>The kit calls the device on the thread that calls {@link #run}. If that thread is stuck in the
 * device, another thread may ask for {@link #abandon}.
 */
public final class Kit {
  private final Supplier<TrapDevice> devices;
  private final Profile profile;
  private final long seed;
  private final Predicate<Rule> wanted;

  /** Null: no complete test suite is wanted. */
  private final Plan plan;

  private final Exercised exercised = new Exercised();
  private final List<Counterexample> counterexamples = new CopyOnWriteArrayList<>();
  private final Map<Rule, String> deviations = new LinkedHashMap<>();
  private volatile DeviceDescription description;
  private volatile List<Scenario> scenarios = List.of();
  private volatile Trial trial;
  private volatile Exhaustive suite;
  private volatile Walking walks;

  /** Where an earlier run broke off; null: this one begins at the beginning. */
  private Checkpoint origin;

  private Consumer<Checkpoint> stages = reached -> {};

  /**
   * A run that was not started yet.
   *
   * @param devices gives a new device each time; a {@link DeviceBroke} it throws ends the run
   * @param profile how much to do
   * @param seed what all choices follow from
   * @param wanted the rules to look at
   */
  public Kit(Supplier<TrapDevice> devices, Profile profile, long seed, Predicate<Rule> wanted) {
    this(devices, profile, seed, wanted, null);
  }

  /**
   * A run that begins with a complete test suite.
   *
   * @param devices gives a new device each time; a {@link DeviceBroke} it throws ends the run
   * @param profile how much to do afterwards
   * @param seed what all choices follow from
   * @param wanted the rules to look at
   * @param plan the complete test suite; null: none
   */
  public Kit(
      Supplier<TrapDevice> devices, Profile profile, long seed, Predicate<Rule> wanted, Plan plan) {
    this.devices = devices;
    this.profile = profile;
    this.seed = seed;
    this.wanted = wanted;
    this.plan = plan;
  }

  /** Goes on where another run of the same kind was, with all that it had found. */
  public Kit from(Checkpoint checkpoint) {
    origin = checkpoint;
    exercised.addAll(Exercised.of(checkpoint.exercised()));
    counterexamples.addAll(checkpoint.counterexamples());
    checkpoint
        .deviations()
        .forEach((id, text) -> Catalogue.find(id).ifPresent(rule -> deviations.put(rule, text)));
    return this;
  }

  /** Tells somebody each time a stage of the run begins. */
  public Kit telling(Consumer<Checkpoint> listener) {
    stages = listener;
    return this;
  }

  /**
   * What was found up to now, as a run can go on from that; may be called from another thread if
   * this one is stuck.
   *
   * @param stage the stage to begin with
   * @param title what is done in it
   */
  public Checkpoint checkpoint(int stage, String title) {
    Map<String, String> found = new TreeMap<>();
    deviations.forEach((rule, text) -> found.put(rule.id(), text));
    return new Checkpoint(
        stage,
        title,
        exercised.counts(),
        List.copyOf(counterexamples),
        found,
        requests(),
        guarantee(),
        coverage());
  }

  /** Whether a stage is to be done; it begins now. */
  private boolean begins(int stage, String title) {
    if (origin != null && stage < origin.stage()) {
      return false;
    }
    stages.accept(checkpoint(stage, title));
    return true;
  }

  /** Runs to the end; whatever the device does is in the result. */
  public RunResult run(Progress progress) {
    try {
      if (introduce()) {
        completely(progress);
        exercise(progress);
        walk(progress);
      }
      return result(null);
    } catch (DeviceBroke e) {
      fail(List.of(DriverRules.DRV_14), e.getMessage(), DriverRules.DRV_14.sentence());
      return result(e.getMessage());
    }
  }

  /** Gets to know the device; false if it cannot even be registered. */
  private boolean introduce() {
    try (TrapDevice device = devices.get()) {
      description = device.description();
      if (description == null) {
        fail(List.of(DriverRules.DRV_14), "the device's description is null", "a description");
        return false;
      }
      scenarios = Playable.on(device, description);
      trial = new Trial(devices, description, scenarios, profile, seed);
      return true;
    } catch (RegistrationFailed e) {
      fail(e.rules(), e.getMessage(), e.rules().get(0).sentence());
    } catch (DriverMisbehaved e) {
      fail(List.of(e.rule()), e.getMessage(), e.rule().sentence());
    } catch (DeviceBroke e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw new DeviceBroke("the device threw " + e + " when it was made", e);
    }
    return false;
  }

  private void fail(List<Rule> rules, String observed, String demanded) {
    counterexamples.add(
        new Counterexample(
            rules.stream().map(Rule::id).toList(),
            "registration",
            seed,
            observed,
            demanded,
            List.of()));
  }

  private void completely(Progress progress) {
    if (plan == null || !begins(0, plan.size() == Size.M ? Walking.TITLE : Exhaustive.TITLE)) {
      return;
    } else if (plan.size() == Size.M) {
      walk(Long.MAX_VALUE / 2, progress);
    } else {
      suite = new Exhaustive(devices, description, scenarios, plan);
      suite.run(progress, exercised).ifPresent(counterexamples::add);
    }
  }

  private void exercise(Progress progress) {
    List<Property> properties = new ArrayList<>();
    long total = 0;
    for (Property property : Property.values()) {
      if (concerns(property)) {
        properties.add(property);
        total += tries(property);
      }
    }
    long done = 0;
    for (Property property : properties) {
      if (begins(1 + property.ordinal(), property.title())) {
        exercise(property, progress, done, total);
      }
      done += tries(property);
    }
    progress.at("", total, total);
  }

  /**
   * Each transition of a small machine once: what chance did not reach by then is reached here. If
   * something is known to be wrong, it would only be found again.
   */
  private void walk(Progress progress) {
    boolean slow = !description.has(Capability.VIRTUAL_TIME);
    if (plan == null
        && counterexamples.isEmpty()
        && Catalogue.rules().stream().allMatch(wanted)
        && (!slow || profile == Profile.SOAK)
        && begins(1 + Property.values().length, Walking.TITLE)) {
      walk(steps(), progress);
    }
  }

  private void walk(long budget, Progress progress) {
    walks = Walking.with(devices, description, scenarios, budget);
    walks.run(progress, exercised).ifPresent(counterexamples::add);
  }

  /** Requests for the walks through a scope. */
  private long steps() {
    return switch (profile) {
      case QUICK -> 150_000;
      case FULL -> 2_000_000;
      case SOAK -> Long.MAX_VALUE / 2;
    };
  }

  private boolean concerns(Property property) {
    for (String id : property.rules()) {
      if (Catalogue.find(id)
          .filter(wanted)
          .filter(rule -> rule.appliesTo(description))
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private long tries(Property property) {
    if (property.length() == 0) {
      return trial.scripts();
    }
    return property.share() * each();
  }

  /** Scripts for each share; a device in real time is slow, and so gets fewer and longer ones. */
  private long each() {
    boolean slow = !description.has(Capability.VIRTUAL_TIME);
    return switch (profile) {
      case QUICK -> slow ? 1 : 36;
      case FULL -> slow ? 8 : 500;
      case SOAK -> slow ? 200 : 5000;
    };
  }

  private void exercise(Property property, Progress progress, long done, long total) {
    for (long number = 0; number < tries(property); number++) {
      if (number % 16 == 0) {
        progress.at(property.title(), done + number, total);
      }
      Script script = trial.script(property, seed, number);
      Optional<Counterexample> found = trial.check(property, script, seed, exercised, deviations);
      if (found.isPresent()) {
        counterexamples.add(found.get());
        return;
      }
    }
  }

  /**
   * What was found up to now, for a run whose device does not return; may be called from another
   * thread, once.
   *
   * @param error what happened, in one sentence
   */
  public RunResult abandon(String error) {
    return result(error);
  }

  private long requests() {
    Exhaustive complete = suite;
    Walking walked = walks;
    return (origin == null ? 0 : origin.requests())
        + (trial == null ? 0 : trial.requests())
        + (complete == null ? 0 : complete.requests())
        + (walked == null ? 0 : walked.requests());
  }

  private Guarantee guarantee() {
    Exhaustive complete = suite;
    return complete != null ? complete.guarantee() : origin == null ? null : origin.guarantee();
  }

  private TransitionCoverage coverage() {
    Exhaustive complete = suite;
    Walking walked = walks;
    if (complete != null) {
      return complete.coverage();
    } else if (walked != null) {
      return walked.coverage();
    }
    return origin == null ? null : origin.coverage();
  }

  private RunResult result(String error) {
    return Judgement.of(
        description,
        exercised,
        counterexamples,
        deviations,
        scenarios,
        wanted,
        requests(),
        error,
        guarantee(),
        coverage());
  }
}
