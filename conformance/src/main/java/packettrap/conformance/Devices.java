package packettrap.conformance;

import java.util.function.Supplier;
import packettrap.reference.HostedDevice;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;

/** Makes devices of drivers. */
public final class Devices {
  private Devices() {}

  /**
   * A device with the reference's mechanism around a driver.
   *
   * @throws RuntimeException whatever the driver throws, or if its registration is refused
   */
  public static TrapDevice hosting(Supplier<? extends TrapDriver> driver) {
    return new HostedDevice(driver.get());
  }
}
