package packettrap.linux;

import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Policer;

/**
 * Finds out the limits of a policer, which devlink shows to nobody: it asks for values and looks
 * which of them are too low or too high.
 *
 * <p>Source: {@code devlink_trap_policer_set}, which compares before it asks the driver.
 */
final class PolicerLimits {
  private static final String TOO_LOW = "lower than limit";
  private static final String TOO_HIGH = "higher than limit";

  private final Kernel kernel;
  private final long policer;

  private PolicerLimits(Kernel kernel, long policer) {
    this.kernel = kernel;
    this.policer = policer;
  }

  /**
   * The policer with its limits; without asking, everything is within them.
   *
   * @param ask whether it may be asked; the values it has are put back
   */
  static Policer of(Kernel kernel, boolean ask, View.OfPolicer shown) {
    if (!ask) {
      return new Policer(shown.id(), shown.rate(), shown.burst(), 0, -1, 0, -1);
    }
    PolicerLimits limits = new PolicerLimits(kernel, shown.id());
    Policer found =
        new Policer(
            shown.id(),
            shown.rate(),
            shown.burst(),
            limits.lowest(true),
            limits.highest(true),
            limits.lowest(false),
            limits.highest(false));
    kernel
        .devlink()
        .ask(kernel.device(), new Request.PolicerSet(shown.id(), shown.rate(), shown.burst()));
    return found;
  }

  /** The lowest value that is not too low; unsigned. */
  private long lowest(boolean rate) {
    long low = 0;
    long high = -1;
    while (low != high) {
      long middle = low + (high - low >>> 1);
      if (isRefused(rate, middle, TOO_LOW)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The highest value that is not too high; unsigned. */
  private long highest(boolean rate) {
    long low = 0;
    long high = -1;
    while (low != high) {
      long middle = high - (high - low >>> 1);
      if (isRefused(rate, middle, TOO_HIGH)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private boolean isRefused(boolean rate, long value, String why) {
    Request.PolicerSet set =
        rate
            ? new Request.PolicerSet(policer, value, null)
            : new Request.PolicerSet(policer, null, value);
    return kernel.devlink().ask(kernel.device(), set) instanceof Reply.Failed failed
        && failed.message() != null
        && failed.message().contains(why);
  }
}
