package packettrap.spec.device;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Registration;

/**
 * What a device says of itself.
 *
 * @param handle bus and name, as in netdevsim/netdevsim10
 * @param ports its ports, numbered from 1 without a gap
 * @param registration what its driver registers
 * @param callbacks the callbacks that its driver has
 * @param faults the callbacks that can be made to refuse ({@code Fail})
 * @param capabilities what can be done with it
 * @param scenarios frames that provoke its traps, beside those of the kit
 */
public record DeviceDescription(
    String handle,
    List<Port> ports,
    Registration registration,
    Set<Callback> callbacks,
    Set<Callback> faults,
    Set<Capability> capabilities,
    List<Scenario> scenarios) {
  public DeviceDescription {
    ports = List.copyOf(ports);
    callbacks = copy(Callback.class, callbacks);
    faults = copy(Callback.class, faults);
    capabilities = copy(Capability.class, capabilities);
    scenarios = List.copyOf(scenarios);
  }

  private static <E extends Enum<E>> Set<E> copy(Class<E> type, Set<E> set) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(set);
    return Collections.unmodifiableSet(copy);
  }

  /** Whether the device declares a capability. */
  public boolean has(Capability capability) {
    return capabilities.contains(capability);
  }

  /** Whether a callback of the driver can be made to refuse. */
  public boolean canFail(Callback callback) {
    return faults.contains(callback);
  }

  /** Whether the driver has a callback. */
  public boolean has(Callback callback) {
    return callbacks.contains(callback);
  }
}
