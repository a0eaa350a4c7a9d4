package packettrap.linux;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Callback;

/**
 * Finds out whether a driver has the callbacks that change policers and bind groups, which devlink
 * shows to nobody: it asks for a policer that there is not.
 *
 * <p>Without the callback that is not supported, with it there is no such policer; the driver is
 * asked in neither case, and nothing changes. Source: {@code devlink_nl_trap_policer_set_doit},
 * {@code devlink_trap_group_set}.
 */
final class SettingCallbacks {
  private SettingCallbacks() {}

  /** As most drivers have it, for a device that may not be asked. */
  static Set<Callback> assumed(List<View.OfPolicer> policers) {
    return policers.isEmpty()
        ? EnumSet.noneOf(Callback.class)
        : EnumSet.of(Callback.GROUP_SET, Callback.POLICER_SET);
  }

  /** The callbacks that there are, of a device with these groups and policers. */
  static Set<Callback> of(Kernel kernel, List<View.OfGroup> groups, List<View.OfPolicer> policers) {
    Set<Callback> callbacks = EnumSet.noneOf(Callback.class);
    long unknown =
        LongStream.iterate(1, id -> id + 1)
            .filter(id -> policers.stream().noneMatch(policer -> policer.id() == id))
            .findFirst()
            .getAsLong();
    if (!policers.isEmpty() && isThere(kernel, new Request.PolicerSet(unknown, null, null))) {
      callbacks.add(Callback.POLICER_SET);
    }
    if (!groups.isEmpty()) {
      String group = groups.get(0).name();
      if (isThere(kernel, new Request.GroupSet(group, null, unknown))) {
        callbacks.add(Callback.GROUP_SET);
      }
    }
    return callbacks;
  }

  private static boolean isThere(Kernel kernel, Request.Devlink request) {
    Reply reply = kernel.devlink().ask(kernel.device(), request);
    return !(reply instanceof Reply.Failed failed && failed.errno() == Errno.EOPNOTSUPP);
  }
}
