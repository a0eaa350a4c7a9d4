package packettrap.runner;

import java.util.function.Supplier;
import packettrap.conformance.Devices;
import packettrap.conformance.Kit;
import packettrap.conformance.Part;
import packettrap.conformance.Progress;
import packettrap.conformance.exhaustive.Learned;
import packettrap.conformance.exhaustive.Learner;
import packettrap.conformance.exhaustive.Plan;
import packettrap.conformance.report.RunResult;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;

/** The kit as the runner sees it, so that the runner can be tested without a long run. */
interface Engine {
  /** A run, or a share of one, that was not started yet. */
  Run prepare(Supplier<TrapDevice> devices, RunOptions options);

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

    /**
     * What was found up to now, of which others may be parts; also asked by another thread.
     *
     * @param error what broke, in one sentence; null: nothing
     */
    Part part(String error);
  }

  /** The kit itself. */
  Engine KIT =
      new Engine() {
        @Override
        public Run prepare(Supplier<TrapDevice> devices, RunOptions options) {
          Kit kit =
              new Kit(devices, options.profile(), options.seed(), options.wanted(), options.plan())
                  .only(options.work())
                  .tolerating(options.tolerated());
          return new Run() {
            @Override
            public RunResult run(Progress progress) {
              return kit.run(progress);
            }

            @Override
            public RunResult abandon(String error) {
              return kit.abandon(error);
            }

            @Override
            public Part part(String error) {
              return kit.part(error);
            }
          };
        }

        @Override
        public TrapDevice host(Supplier<TrapDriver> driver) {
          return Devices.hosting(driver);
        }
      };
}
