package packettrap.linux;

import static packettrap.spec.trap.Callback.POLICER_SET;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import packettrap.linux.kernel.Netdevsim;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.Port;
import packettrap.spec.message.View;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.GenericGroups;
import packettrap.spec.trap.GenericTraps;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.wire.devlink.DevlinkPort;

/**
 * Says what a device is: what its driver is known to register, or else what the kernel shows of it.
 */
final class Introduction {
  private Introduction() {}

  /** The description of a device that was just registered, or found. */
  static DeviceDescription of(Kernel kernel, Options options, Callers callers) {
    var device = kernel.device();
    List<View.OfTrap> traps = kernel.devlink().traps(device);
    List<View.OfGroup> groups = kernel.devlink().groups(device);
    List<View.OfPolicer> policers = kernel.devlink().policers(device);
    Set<Callback> callbacks = callbacks(traps, policers);
    callbacks.addAll(
        options.renews()
            ? SettingCallbacks.of(kernel, groups, policers)
            : SettingCallbacks.assumed(policers));
    // Only a device that was registered a moment ago is as its driver registers it.
    Optional<Registration> known =
        options.renews() && kernel.netdevsim() != null
            ? NetdevsimRegistration.of(kernel)
            : Optional.empty();
    return new DeviceDescription(
        device.text(),
        ports(kernel.devlink().ports(device)),
        known.orElseGet(
            () ->
                new Registration(
                    policers(kernel, options.renews() && callbacks.contains(POLICER_SET), policers),
                    groups(groups),
                    traps(traps))),
        known.isPresent() ? NetdevsimRegistration.CALLBACKS : callbacks,
        hasSwitches(kernel, options) ? Netdevsim.faults() : Set.of(),
        capabilities(kernel, options, callers),
        List.of());
  }

  private static List<Port> ports(List<DevlinkPort> shown) {
    List<Port> ports = new ArrayList<>();
    for (DevlinkPort port : shown) {
      ports.add(new Port(ports.size() + 1, port.ifindex(), port.name()));
    }
    return ports;
  }

  /** The kernel does not show numbers; those of driver-specific traps are in their order. */
  private static List<Trap> traps(List<View.OfTrap> shown) {
    List<Trap> traps = new ArrayList<>();
    int specific = GenericTraps.COUNT;
    for (View.OfTrap trap : shown) {
      boolean known = trap.generic() && GenericTraps.contains(trap.name());
      traps.add(
          new Trap(
              known ? GenericTraps.named(trap.name()).id() : specific++,
              trap.name(),
              trap.type(),
              trap.generic(),
              trap.action(),
              trap.group(),
              trap.metadata()));
    }
    return traps;
  }

  private static List<Group> groups(List<View.OfGroup> shown) {
    List<Group> groups = new ArrayList<>();
    int specific = GenericGroups.COUNT;
    for (View.OfGroup group : shown) {
      boolean known = group.generic() && GenericGroups.contains(group.name());
      groups.add(
          new Group(
              known ? GenericGroups.named(group.name()).id() : specific++,
              group.name(),
              group.generic(),
              group.policer()));
    }
    return groups;
  }

  private static List<Policer> policers(Kernel kernel, boolean ask, List<View.OfPolicer> shown) {
    return shown.stream().map(policer -> PolicerLimits.of(kernel, ask, policer)).toList();
  }

  /** The callbacks that can be seen. */
  private static Set<Callback> callbacks(List<View.OfTrap> traps, List<View.OfPolicer> policers) {
    Set<Callback> callbacks = EnumSet.of(Callback.TRAP_INIT, Callback.TRAP_ACTION_SET);
    if (policers.stream().anyMatch(policer -> policer.dropped() != null)) {
      callbacks.add(Callback.POLICER_COUNTER_GET);
    }
    if (traps.stream().anyMatch(trap -> trap.dropped() != null)) {
      callbacks.add(Callback.DROP_COUNTER_GET);
    }
    return callbacks;
  }

  private static Set<Capability> capabilities(Kernel kernel, Options options, Callers callers) {
    Set<Capability> capabilities =
        EnumSet.of(Capability.NOTIFICATIONS, Capability.HANDLES, Capability.OWN_TRAFFIC);
    if (!options.writable()) {
      return capabilities;
    }
    capabilities.add(Capability.CHANGES);
    if (callers.ordinary().isPresent()) {
      capabilities.add(Capability.CALLERS);
    }
    // Read only, it may be in any state, and that is nobody's fault.
    if (kernel.monitor() != null) {
      capabilities.add(Capability.DROP_MONITOR);
    }
    if (kernel.netdevsim() != null || options.reload()) {
      capabilities.add(Capability.RELOAD);
    }
    if (kernel.netdevsim() != null && kernel.netdevsim().hasLifecycle()) {
      capabilities.add(Capability.LIFECYCLE);
    }
    if (hasSwitches(kernel, options)) {
      capabilities.add(Capability.PORTS);
    }
    return capabilities;
  }

  /** Whether netdevsim can be told to refuse, and with which cookie to make packets. */
  private static boolean hasSwitches(Kernel kernel, Options options) {
    return options.writable() && kernel.netdevsim() != null && kernel.netdevsim().hasSwitches();
  }
}
