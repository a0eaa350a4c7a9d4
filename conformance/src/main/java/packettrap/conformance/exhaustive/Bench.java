package packettrap.conformance.exhaustive;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import packettrap.conformance.engine.Difference;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.engine.Lockstep;
import packettrap.conformance.engine.Subject;
import packettrap.conformance.engine.Theory;
import packettrap.conformance.report.TraceStep;
import packettrap.explorer.ModelInput;
import packettrap.reference.DriverMisbehaved;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;

/** Does sequences of actions with new devices, and compares what happens. */
final class Bench {
  private static final long SECOND = 1_000_000_000L;

  private final Supplier<TrapDevice> devices;
  private final DeviceDescription description;
  private final List<Action> actions;
  private long requests;

  Bench(Supplier<TrapDevice> devices, DeviceDescription description, List<Action> actions) {
    this.devices = devices;
    this.description = description;
    this.actions = actions;
  }

  /** A difference, and the conversation up to it. */
  record Found(Difference difference, List<TraceStep> trace) {}

  /** Requests compared so far. */
  long requests() {
    return requests;
  }

  /**
   * Does a test with a new device.
   *
   * @param inputs numbers of actions
   * @param length how many of them
   * @param look whether to look at all objects of the device at the end
   */
  Optional<Found> run(
      int[] inputs, int length, boolean look, Exercised exercised, List<Theory> likely) {
    TrapDevice device;
    try {
      device = devices.get();
    } catch (DriverMisbehaved e) {
      return Optional.of(
          new Found(
              new Difference(List.of(e.rule()), e.getMessage(), e.rule().sentence()), List.of()));
    }
    try (Subject subject = new Subject(device, description)) {
      Lockstep lockstep = new Lockstep(subject, exercised);
      lockstep.traffic().diagnosis().believe(likely);
      try {
        lockstep.begin();
        for (int i = 0; i < length; i++) {
          act(lockstep, actions.get(inputs[i]));
        }
        if (look) {
          lockstep.observe();
        }
        return Optional.empty();
      } catch (Difference e) {
        return Optional.of(new Found(e, subject.trace()));
      } finally {
        requests += subject.requests();
      }
    }
  }

  private void act(Lockstep lockstep, Action action) {
    if (action.frame() != null) {
      lockstep.traffic().play(action.frame(), 1, true);
    } else if (action.model() instanceof ModelInput.Tick) {
      lockstep.advance(SECOND);
    } else if (action.model() instanceof ModelInput.SoftwareDrop) {
      lockstep.dropInSoftware(Session.SOFTWARE_DROP);
    } else if (action.failing() != null) {
      lockstep.fail(action.failing(), true);
      lockstep.ask(action.request());
      lockstep.fail(action.failing(), false);
    } else if (action.refused() > 0) {
      lockstep.refuse(action.refused());
      lockstep.ask(action.request());
    } else {
      lockstep.ask(action.request());
    }
  }
}
