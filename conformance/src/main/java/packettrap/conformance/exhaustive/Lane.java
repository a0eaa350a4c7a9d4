package packettrap.conformance.exhaustive;

import java.util.List;
import java.util.function.Supplier;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.engine.Theory;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;

/**
 * Does tests with devices of one source, each first by equality, and carefully only if that is not
 * enough.
 */
final class Lane {
  private static final List<Theory> NONE = List.of();

  /** Tests after which it counts how many of them were done in vain by equality. */
  private static final int ENOUGH = 64;

  private final Bench bench;
  private final Exercised exercised;
  private final Sprint sprint;
  private long sprints;
  private long inVain;

  Lane(
      Supplier<TrapDevice> devices,
      DeviceDescription description,
      List<Action> actions,
      Bench bench,
      Exercised exercised) {
    this.bench = bench;
    this.exercised = exercised;
    this.sprint = Sprint.isFor(description) ? new Sprint(devices, description, actions) : null;
  }

  /** Requests that only {@link Sprint} compared. */
  long requests() {
    return sprint == null ? 0 : sprint.requests();
  }

  /** Whether the rules allow what a new device does in a test. */
  boolean passes(int[] inputs, int length, boolean look) {
    if (sprint != null && (sprints < ENOUGH || inVain < sprints / 4)) {
      sprints++;
      if (sprint.isEqual(inputs, length, look)) {
        return true;
      }
      inVain++;
    }
    return bench.run(inputs, length, look, exercised, NONE).isEmpty();
  }
}
