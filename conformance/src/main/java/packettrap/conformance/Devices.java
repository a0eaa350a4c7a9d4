package packettrap.conformance;

import java.util.function.Supplier;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;

/** Makes devices of drivers. */
public final class Devices {
  private Devices() {}

  /** A device with the reference's mechanism around a driver. */
  public static TrapDevice hosting(Supplier<? extends TrapDriver> driver) {
    throw new DeviceBroke("nothing hosts " + driver.get());
  }
}
