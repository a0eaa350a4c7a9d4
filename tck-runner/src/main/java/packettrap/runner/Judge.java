package packettrap.runner;

import java.util.function.Predicate;
import java.util.function.Supplier;
import packettrap.conformance.Kit;
import packettrap.conformance.Profile;
import packettrap.conformance.Progress;
import packettrap.conformance.report.RunResult;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.rule.Rule;

/** A run of the kit, as the runner sees it. */
interface Judge {
  /** Runs to the end. */
  RunResult run(Progress progress);

  /** What was found up to now, asked by another thread. */
  RunResult abandon(String error);

  /** Where runs come from. */
  @FunctionalInterface
  interface Maker {
    Judge judge(Supplier<TrapDevice> devices, Profile profile, long seed, Predicate<Rule> wanted);
  }

  /** The kit. */
  static Judge kit(
      Supplier<TrapDevice> devices, Profile profile, long seed, Predicate<Rule> wanted) {
    Kit kit = new Kit(devices, profile, seed, wanted);
    return new Judge() {
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
}
