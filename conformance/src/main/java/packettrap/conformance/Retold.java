package packettrap.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import packettrap.conformance.engine.Difference;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.engine.Lockstep;
import packettrap.conformance.engine.Retelling;
import packettrap.conformance.engine.Subject;
import packettrap.conformance.engine.Theory;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.conformance.scenario.Playable;
import packettrap.reference.DriverMisbehaved;
import packettrap.reference.RegistrationFailed;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.json.Json;
import packettrap.spec.message.Request;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.scenario.Scenario;

/** An earlier conversation, had once more with a new device: does it keep the rules this time? */
public final class Retold {
  /** How often it is had: a device may not do the same each time (rule DRV-12). */
  private static final int TIMES = 3;

  private static final String TITLE = "replay";

  private final Supplier<?> maker;
  private final List<Request> requests = new ArrayList<>();

  /** A conversation with new drivers, or with new devices. */
  public Retold(Supplier<?> driverOrDevice) {
    this.maker = driverOrDevice;
  }

  /**
   * Adds a request.
   *
   * @param json the request as in a counterexample
   */
  public void ask(String json) {
    requests.add(Json.read(json, Request.class));
  }

  /**
   * Has the conversation.
   *
   * @throws AssertionError if a rule is broken; its message is the conversation up to there
   */
  public void assertKept() {
    Optional<Counterexample> found = judge(this::device, requests);
    if (found.isPresent()) {
      throw new AssertionError(System.lineSeparator() + Conversation.print(found.get()));
    }
  }

  private TrapDevice device() {
    Object made = maker.get();
    return made instanceof TrapDevice device ? device : Devices.hosting(() -> (TrapDriver) made);
  }

  /**
   * Has a conversation with new devices.
   *
   * @return the first difference; empty if they do what the rules demand
   * @throws IllegalArgumentException if it has frames of which nobody knows what they must lead to
   */
  public static Optional<Counterexample> judge(
      Supplier<TrapDevice> devices, List<Request> requests) {
    List<TraceStep> first = null;
    for (int i = 0; i < TIMES; i++) {
      Telling telling = tell(devices, requests);
      if (telling.difference() != null) {
        return Optional.of(counterexample(telling));
      } else if (first != null && telling.repeats() && !first.equals(telling.trace())) {
        return Optional.of(counterexample(otherwise(telling, first)));
      }
      first = telling.trace();
    }
    return Optional.empty();
  }

  private record Telling(
      DeviceDescription description, List<TraceStep> trace, Difference difference) {
    /** Whether it must be the same each time. */
    boolean repeats() {
      return DriverRules.DRV_12.appliesTo(description);
    }
  }

  private static Telling tell(Supplier<TrapDevice> devices, List<Request> requests) {
    DeviceDescription description = null;
    List<Scenario> scenarios;
    try (TrapDevice device = devices.get()) {
      description = device.description();
      scenarios = Playable.on(device, description);
    } catch (DriverMisbehaved e) {
      return new Telling(description, List.of(), difference(List.of(e.rule()), e));
    } catch (RegistrationFailed e) {
      return new Telling(description, List.of(), difference(e.rules(), e));
    }
    try (Subject subject = new Subject(devices.get(), description)) {
      Lockstep lockstep = new Lockstep(subject, new Exercised());
      lockstep.traffic().diagnosis().believe(List.of(Theory.values()));
      Retelling retelling = new Retelling(lockstep, scenarios);
      try {
        lockstep.begin();
        requests.forEach(retelling::ask);
        return new Telling(description, subject.trace(), null);
      } catch (Difference e) {
        return new Telling(description, subject.trace(), e);
      } catch (DriverMisbehaved e) {
        return new Telling(description, subject.trace(), difference(List.of(e.rule()), e));
      }
    }
  }

  private static Difference difference(List<Rule> rules, RuntimeException thrown) {
    return new Difference(rules, thrown.getMessage(), rules.get(0).sentence());
  }

  private static Telling otherwise(Telling telling, List<TraceStep> first) {
    int same = 0;
    while (same < Math.min(first.size(), telling.trace().size()) - 1
        && first.get(same).equals(telling.trace().get(same))) {
      same++;
    }
    return new Telling(
        telling.description(),
        telling.trace().subList(0, same + 1),
        new Difference(
            List.of(DriverRules.DRV_12),
            "another device answered otherwise at this step",
            "the same requests lead to the same observations"));
  }

  private static Counterexample counterexample(Telling telling) {
    Difference difference = telling.difference();
    return new Counterexample(
        difference.rules().stream()
            .sorted(Comparator.comparing(rule -> !applies(rule, telling.description())))
            .map(Rule::id)
            .toList(),
        TITLE,
        0,
        difference.observed(),
        difference.demanded(),
        telling.trace());
  }

  private static boolean applies(Rule rule, DeviceDescription description) {
    return description == null || rule.appliesTo(description);
  }
}
