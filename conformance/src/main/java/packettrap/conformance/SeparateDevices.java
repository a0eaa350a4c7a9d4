package packettrap.conformance;

import java.util.function.Supplier;
import packettrap.spec.device.TrapDevice;

/** Gives devices, and knows how others are made that can be used at the same time. */
public interface SeparateDevices extends Supplier<TrapDevice> {
  /**
   * Devices of the same kind that share nothing with those that this one gives, so that another
   * thread can use them meanwhile; null: there are none.
   */
  Supplier<TrapDevice> apart();
}
