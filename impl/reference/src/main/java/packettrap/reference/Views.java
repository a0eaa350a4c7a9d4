package packettrap.reference;

import java.util.Optional;
import packettrap.spec.device.Counter;
import packettrap.spec.message.View;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Trap;

/** What is shown of each object; empty if a counter of the driver cannot be read. */
final class Views {
  private Views() {}

  /** Source: {@code devlink_nl_trap_fill}, {@code devlink_trap_stats_put}. */
  static Optional<View.OfTrap> trap(DevlinkState state, int index, Callbacks driver) {
    Trap trap = state.objects.traps[index];
    Long dropped = null;
    if (driver.available().contains(Callback.DROP_COUNTER_GET)) {
      Counter counter = driver.trapDropped(trap);
      if (counter.errno() != null) {
        return Optional.empty();
      }
      dropped = counter.value();
    }
    return Optional.of(
        new View.OfTrap(
            trap.name(),
            trap.type(),
            trap.generic(),
            state.action(index),
            trap.group(),
            trap.metadata(),
            state.trapPackets(index),
            state.trapBytes(index),
            dropped));
  }

  /** Source: {@code devlink_nl_trap_group_fill}. */
  static View.OfGroup group(DevlinkState state, int index) {
    Group group = state.objects.groups[index];
    int policer = state.binding(index);
    return new View.OfGroup(
        group.name(),
        group.generic(),
        policer < 0 ? 0 : state.objects.policers[policer].id(),
        state.groupPackets(index),
        state.groupBytes(index));
  }

  /** Source: {@code devlink_nl_trap_policer_fill}, {@code devlink_trap_policer_stats_put}. */
  static Optional<View.OfPolicer> policer(DevlinkState state, int index, Callbacks driver) {
    Policer policer = state.objects.policers[index];
    Long dropped = null;
    if (driver.available().contains(Callback.POLICER_COUNTER_GET)) {
      Counter counter = driver.policerDropped(policer);
      if (counter.errno() != null) {
        return Optional.empty();
      }
      dropped = counter.value();
    }
    return Optional.of(
        new View.OfPolicer(policer.id(), state.rate(index), state.burst(index), dropped));
  }
}
