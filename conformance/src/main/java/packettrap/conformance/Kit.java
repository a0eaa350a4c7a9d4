package packettrap.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import packettrap.conformance.engine.Script;
import packettrap.conformance.exhaustive.Exhaustive;
import packettrap.conformance.exhaustive.Plan;
import packettrap.conformance.exhaustive.Size;
import packettrap.conformance.exhaustive.Walking;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.RunResult;
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

  private final Findings findings = new Findings();
  private Share share = Share.ALL;

  /** Where an earlier run broke off, or the beginning. */
  private int from = Stages.INTRODUCTION;

  private Consumer<Checkpoint> stages = reached -> {};
  private volatile DeviceDescription description;
  private volatile List<Scenario> scenarios = List.of();
  private volatile Trial trial;

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
    from = checkpoint.stage();
    findings.from(checkpoint);
    return this;
  }

  /** Does only a share of the run; what that finds is in {@link #part}. */
  public Kit only(Share mine) {
    share = mine;
    return this;
  }

  /** Goes on with a property when one of these rules is broken, which are known to be. */
  public Kit tolerating(Set<String> rules) {
    findings.tolerate(rules);
    return this;
  }

  /** Tells somebody each time a stage of the run begins. */
  public Kit telling(Consumer<Checkpoint> listener) {
    stages = listener;
    return this;
  }

  /**
   * What was found up to now, in the stage that is being done too; may be called from another
   * thread if this one is stuck.
   */
  public Checkpoint checkpoint() {
    return findings.now();
  }

  /** Whether a stage is to be done; it begins now. */
  private boolean begins(int stage, String title) {
    if (stage < from || !Stages.isDivided(stage) && !share.does(stage)) {
      return false;
    }
    findings.begin(stage, title);
    stages.accept(findings.before());
    return true;
  }

  /** Runs to the end; whatever the device does is in the result. */
  public RunResult run(Progress progress) {
    try {
      complete(progress);
      return result(null);
    } catch (DeviceBroke e) {
      fail(List.of(DriverRules.DRV_14), e.getMessage(), DriverRules.DRV_14.sentence());
      return result(e.getMessage());
    }
  }

  /**
   * Runs to the end.
   *
   * @throws DeviceBroke if the device does
   */
  public void complete(Progress progress) {
    if (introduce()) {
      completely(progress);
      exercise(progress);
      walk(progress);
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
      fail(
          e.rules(),
          e.getMessage(),
          "a registration to which this does not apply: " + e.rules().get(0).sentence());
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
    findings.add(
        new Counterexample(
            rules.stream().map(Rule::id).toList(),
            "registration",
            seed,
            observed,
            demanded,
            List.of()));
  }

  private void completely(Progress progress) {
    if (plan == null
        || !begins(Stages.SUITE, plan.size() == Size.M ? Walking.TITLE : Exhaustive.TITLE)) {
      return;
    } else if (plan.size() == Size.M) {
      walk(Long.MAX_VALUE / 2, progress);
    } else {
      Exhaustive suite = new Exhaustive(devices, description, scenarios, plan);
      findings.counting(suite::requests);
      findings.guaranteeing(suite::guarantee);
      findings.covering(suite::coverage);
      suite.run(progress, findings.exercised()).ifPresent(findings::add);
    }
  }

  private void exercise(Progress progress) {
    List<Property> properties = new ArrayList<>();
    long total = 0;
    for (Property property : Property.values()) {
      if (concerns(property)) {
        properties.add(property);
        total += share.size(tries(property));
      }
    }
    long done = 0;
    for (Property property : properties) {
      if (begins(Stages.of(property), property.title())) {
        findings.counting(trial::requests);
        exercise(property, progress, done, total);
      }
      done += share.size(tries(property));
    }
    progress.at("", total, total);
  }

  /**
   * Each transition of a small machine once: what chance did not reach by then is reached here. If
   * something is known to be wrong, it would only be found again.
   */
  private void walk(Progress progress) {
    if (plan == null
        && findings.isEmpty()
        && Catalogue.rules().stream().allMatch(wanted)
        && amount().walking() > 0
        && begins(Stages.WALKS, Walking.TITLE)) {
      walk(amount().walking(), progress);
    }
  }

  private void walk(long budget, Progress progress) {
    Walking walks = Walking.with(devices, description, scenarios, budget);
    findings.counting(walks::requests);
    findings.covering(walks::coverage);
    walks.run(progress, findings.exercised()).ifPresent(findings::add);
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

  private Amount amount() {
    return new Amount(profile, !description.has(Capability.VIRTUAL_TIME));
  }

  private long tries(Property property) {
    return amount().of(property, trial.scripts());
  }

  private void exercise(Property property, Progress progress, long done, long total) {
    long first = share.first(tries(property));
    long end = share.end(tries(property));
    for (long number = first; number < end; number++) {
      if ((number - first) % 16 == 0) {
        progress.at(property.title(), done + number - first, total);
      }
      Script script = trial.scripts().of(property, seed, number);
      Optional<Counterexample> found = trial.check(property, script, seed, findings);
      if (found.isPresent() && findings.add(found.get())) {
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

  /**
   * What this share of the run has found; may be called from another thread if this one is stuck.
   *
   * @param error what broke, in one sentence; null: nothing
   */
  public Part part(String error) {
    return Part.of(share, description, scenarios, findings.pieces(), error);
  }

  private RunResult result(String error) {
    return Parts.merge(List.of(part(error)), wanted);
  }
}
