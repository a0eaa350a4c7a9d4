package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import packettrap.reference.DevlinkState;
import packettrap.spec.message.Request;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Finds out what a request wishes of the driver. */
final class Wishes {
  private Wishes() {}

  /** The wishes of a request to the objects that are registered; empty if there is none. */
  static List<Wish> of(Request request, DevlinkState devlink) {
    List<Wish> wishes = new ArrayList<>();
    if (request instanceof Request.TrapSet set) {
      int trap = devlink.trap(set.trap());
      if (trap >= 0 && devlink.registeredTrap(trap).type() == TrapType.DROP) {
        addAction(wishes, Wish.ONE_TRAP, set.action());
      }
    } else if (request instanceof Request.GroupSet set) {
      int group = devlink.group(set.group());
      if (group >= 0 && hasDropTrap(devlink, group)) {
        addAction(wishes, Wish.WHOLE_GROUP, set.action());
      }
      if (group >= 0 && set.policer() != null) {
        if (set.policer() == 0) {
          wishes.add(Wish.UNBINDING);
        } else if (devlink.policer(set.policer()) >= 0) {
          wishes.add(Wish.BINDING);
        }
      }
    } else if (request instanceof Request.PolicerSet) {
      wishes.add(Wish.PARAMETERS);
    }
    return wishes;
  }

  private static boolean hasDropTrap(DevlinkState devlink, int group) {
    for (int trap : devlink.members(group)) {
      if (devlink.registeredTrap(trap).type() == TrapType.DROP) {
        return true;
      }
    }
    return false;
  }

  private static void addAction(List<Wish> wishes, Wish scope, Integer number) {
    TrapAction action = number == null ? null : TrapAction.ofNumber(number);
    if (action == null) {
      return;
    }
    wishes.add(scope);
    if (action == TrapAction.TRAP) {
      wishes.add(Wish.TRAP);
    } else if (action == TrapAction.MIRROR) {
      wishes.add(Wish.MIRROR);
    }
  }
}
