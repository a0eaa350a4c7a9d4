package packettrap.conformance;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.RunResult;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.rule.Rule;

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

  /**
   * A run that was not started yet.
   *
   * @param devices gives a new device each time; a {@link DeviceBroke} it throws ends the run
   * @param profile how much to do
   * @param seed what all choices follow from
   * @param wanted the rules to look at
   */
  public Kit(Supplier<TrapDevice> devices, Profile profile, long seed, Predicate<Rule> wanted) {
    this.devices = devices;
    this.profile = profile;
    this.seed = seed;
    this.wanted = wanted;
  }

  /** Runs to the end; whatever the device does is in the result. */
  public RunResult run(Progress progress) {
    return abandon("nothing was run");
  }

  /**
   * What was found up to now, for a run whose device does not return; may be called from another
   * thread, once.
   *
   * @param error what happened, in one sentence
   */
  public RunResult abandon(String error) {
    return new RunResult(Conclusion.ERROR, 0, List.of(), List.of(), List.of(), error);
  }
}
