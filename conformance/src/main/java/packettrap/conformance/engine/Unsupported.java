package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.message.Request;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Registration;

/** Requests that a device cannot carry out, because it does not declare the capability. */
final class Unsupported {
  private Unsupported() {}

  static List<Request> requests(DeviceDescription device) {
    List<Request> requests = new ArrayList<>();
    if (!device.has(Capability.CHANGES)) {
      requests.add(new Request.TrapSet("source_mac_is_multicast", null));
      requests.add(new Request.GroupSet("l2_drops", null, null));
      requests.add(new Request.PolicerSet(1L, null, null));
    }
    if (!device.has(Capability.FRAMES)) {
      requests.add(new Request.Inject(1, List.of(SampleFrames.pick(0))));
    }
    if (!device.has(Capability.SWITCH)) {
      requests.add(new Request.Configure(SwitchConfig.EMPTY));
    }
    if (!device.has(Capability.DROP_MONITOR)) {
      requests.add(new Request.MonitorConfigGet());
      requests.add(new Request.MonitorStatsGet());
      requests.add(new Request.MonitorConfigSet(1, null, null));
      requests.add(new Request.MonitorStart(false, true));
      requests.add(new Request.MonitorStop(false, true));
    }
    if (!device.has(Capability.SOFTWARE_DROPS)) {
      requests.add(new Request.SoftwareDrop(1, SampleFrames.pick(0), 1, "place", "reason"));
    }
    if (!device.has(Capability.RELOAD)) {
      requests.add(new Request.Reload());
    }
    if (!device.has(Capability.LIFECYCLE)) {
      requests.add(new Request.Unregister());
      requests.add(new Request.Register(null));
    }
    if (!device.has(Capability.REGISTRATION)) {
      requests.add(new Request.Register(Registration.EMPTY));
    }
    if (!device.has(Capability.PORTS)) {
      requests.add(new Request.Ports(true, OwnTraffic.COOKIE));
    }
    if (!device.has(Capability.STEPS)) {
      requests.add(new Request.Refuse(1));
      requests.add(new Request.Hold(true));
    }
    for (Callback callback : Callback.values()) {
      if (!device.canFail(callback)) {
        requests.add(new Request.Fail(callback, true));
      }
    }
    return requests;
  }
}
