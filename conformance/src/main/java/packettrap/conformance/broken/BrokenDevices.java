package packettrap.conformance.broken;

import java.util.ArrayList;
import java.util.List;

/** All devices that break a rule on purpose: they prove that the kit finds who does. */
public final class BrokenDevices {
  private BrokenDevices() {}

  /** One or more for each rule that a device can break. */
  public static List<Broken> all() {
    List<Broken> all = new ArrayList<>();
    all.addAll(BrokenControl.all());
    all.addAll(BrokenLifecycle.all());
    all.addAll(BrokenMonitor.all());
    all.addAll(BrokenPackets.all());
    all.addAll(BrokenSwitch.all());
    all.addAll(BrokenTraffic.all());
    return all;
  }
}
