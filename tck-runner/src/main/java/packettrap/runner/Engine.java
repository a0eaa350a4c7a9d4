package packettrap.runner;

import java.util.function.Predicate;
import java.util.function.Supplier;
import packettrap.conformance.Devices;
import packettrap.conformance.Kit;
import packettrap.conformance.Profile;
import packettrap.conformance.Progress;
import packettrap.conformance.exhaustive.Learned;
import packettrap.conformance.exhaustive.Learner;
import packettrap.conformance.exhaustive.Plan;
import packettrap.conformance.report.RunResult;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.rule.Rule;

/** The kit as the runner sees it, so that the runner can be tested without a long run. */
interface Engine {
  /**
   * A run that was not started yet.
   *
   * @param plan the complete test suite that is wanted; null: none
   */
  Run prepare(
      Supplier<TrapDevice> devices, Profile profile, long seed, Predicate<Rule> wanted, Plan plan);

  /** A device with the mechanism around a driver. */
  TrapDevice host(Supplier<TrapDriver> driver);

  /** Learns a driver's machine, and the specification's, to the end. */
  default Learned learn(Supplier<TrapDevice> devices, Plan plan, Progress progress) {
    return new Learner(devices, plan).learn(progress);
  }

  /** A run. */
  interface Run {
    /** Runs to the end. */
    RunResult run(Progress progress);

    /** What was found up to now, asked by another thread. */
    RunResult abandon(String error);
  }

  /** The kit itself. */
  Engine KIT =
      new Engine() {
        @Override
        public Run prepare(
            Supplier<TrapDevice> devices,
            Profile profile,
            long seed,
            Predicate<Rule> wanted,
            Plan plan) {
          Kit kit = new Kit(devices, profile, seed, wanted, plan);
          return new Run() {
            @Override
            public RunResult run(Progress progress) {
              return kit.run(progress);
            }

            @Override
            public RunResult abandon(String error) {
              return kit.abandon(error);
            }
          };
        }

        @Override
        public TrapDevice host(Supplier<TrapDriver> driver) {
          return Devices.hosting(driver);
        }
      };
}
