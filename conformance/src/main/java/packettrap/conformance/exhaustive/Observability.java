package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.trap.Callback;

/** What a device lets one see. */
final class Observability {
  private Observability() {}

  /** In a few words each. */
  static List<String> of(DeviceDescription device) {
    List<String> seen = new ArrayList<>();
    seen.add("replies");
    seen.add("packet counters of traps");
    if (device.has(Callback.DROP_COUNTER_GET)) {
      seen.add("drop counters of traps");
    }
    if (device.has(Capability.NOTIFICATIONS)) {
      seen.add("notifications");
    }
    if (device.has(Capability.DROP_MONITOR)) {
      seen.add("alerts of drop monitor");
    }
    if (device.has(Capability.RX_PATH)) {
      seen.add("packets that reach the stack");
    }
    if (device.has(Capability.EGRESS)) {
      seen.add("packets that leave");
    }
    return seen;
  }
}
