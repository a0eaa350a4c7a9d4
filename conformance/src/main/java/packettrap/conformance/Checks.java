package packettrap.conformance;

import java.util.Optional;
import java.util.function.Supplier;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.scenario.Playable;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;

/** Single tries of the kit's properties, for a test framework that draws the seeds itself. */
public final class Checks {
  private final Trial trial;

  /** Tries on new devices of this kind. */
  public Checks(Supplier<TrapDevice> devices) {
    try (TrapDevice device = devices.get()) {
      DeviceDescription description = device.description();
      trial = new Trial(devices, description, Playable.on(device, description), Profile.FULL, 1);
    }
  }

  /**
   * One try of a property.
   *
   * @param number what the script follows from
   * @return what breaks a rule, made as short as possible; empty: nothing does
   */
  public Optional<Counterexample> check(Property property, long number) {
    long script =
        property.length() == 0 ? (number >>> 1) % trial.scripts().enumerated() : number >>> 1;
    return trial.check(property, trial.scripts().of(property, 1, script), number, new Findings());
  }
}
