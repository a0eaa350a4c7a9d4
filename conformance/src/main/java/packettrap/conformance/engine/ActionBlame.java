package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.message.Request;
import packettrap.spec.rule.ActionRules;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.GroupRules;
import packettrap.spec.rule.ReloadRules;
import packettrap.spec.rule.RequestRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * Names the rules of a frame that was not treated as its trap's action demands: it looks for the
 * request that the hardware did not follow, or followed though it should not have.
 */
final class ActionBlame {
  private final Oracle oracle;
  private final Causes causes;
  private final Replay replay;

  ActionBlame(Oracle oracle, Causes causes, Replay replay) {
    this.oracle = oracle;
    this.causes = causes;
    this.replay = replay;
  }

  /**
   * The rules, most to the point first.
   *
   * @param basic what the action demands of a frame
   */
  List<Rule> rules(Hit hit, Rule basic) {
    Trap trap = oracle.devlink().registeredTrap(hit.trap());
    Cause own = own(trap);
    List<Rule> rules = new ArrayList<>();
    if (own != null && own.failed()) {
      boolean stopped = own.request() instanceof Request.GroupSet;
      return stopped
          ? List.of(DriverRules.DRV_10, basic, GroupRules.GRP_03)
          : List.of(DriverRules.DRV_10, basic, DriverRules.DRV_11);
    } else if (isAccepted(own) && trap.type() != TrapType.DROP) {
      return List.of(ActionRules.ACT_04, basic);
    } else if (isAccepted(own) && replay.right(hit)) {
      // The next frame is treated rightly: the action came late, else it never comes.
      return List.of(DriverRules.DRV_11, basic);
    }
    List<Rule> collateral = collateral(own);
    if (!collateral.isEmpty() && replay.rightOnceSet(hit)) {
      rules.addAll(collateral);
    }
    if (own == null) {
      rules.add(basic);
      rules.add(ActionRules.ACT_01);
    } else if (own.restarts()) {
      rules.add(DriverRules.DRV_18);
      rules.add(basic);
      rules.add(ReloadRules.RLD_01);
    } else {
      // A frame that still meets the action before tells of a request that was not followed.
      boolean ignored = replay.treatedAs(hit, before(trap, own));
      rules.add(ignored ? DriverRules.DRV_11 : basic);
      rules.add(ignored ? basic : DriverRules.DRV_11);
      if (own.request() instanceof Request.GroupSet) {
        rules.add(GroupRules.GRP_01);
      }
    }
    return rules;
  }

  /** Whether the action that a frame meets was set by a request. */
  boolean wasSet(Hit hit) {
    return isAccepted(own(oracle.devlink().registeredTrap(hit.trap())));
  }

  private Cause own(Trap trap) {
    return causes.last(
        past -> Causes.touchesAction(past, trap.name(), trap.group()) || past.restarts());
  }

  /** The action that a trap had before a request set it. */
  private TrapAction before(Trap trap, Cause own) {
    TrapAction action = trap.initialAction();
    for (Cause cause : causes.all()) {
      if (cause == own) {
        break;
      } else if (cause.restarts()) {
        action = trap.initialAction();
      } else if (!cause.failed() && Causes.touchesAction(cause, trap.name(), trap.group())) {
        action = Causes.actionOf(cause, action);
      }
    }
    return action;
  }

  private static boolean isAccepted(Cause own) {
    return own != null && !own.failed() && !own.restarts();
  }

  /** The rules that keep later requests from touching the action. */
  private List<Rule> collateral(Cause own) {
    List<Rule> rules = new ArrayList<>();
    List<Cause> all = causes.all();
    boolean configured = isAccepted(own);
    for (int i = all.lastIndexOf(own) + 1; i < all.size(); i++) {
      Cause cause = all.get(i);
      boolean isSet =
          cause.request() instanceof Request.TrapSet || cause.request() instanceof Request.GroupSet;
      if (isSet && cause.failed()) {
        rules.add(0, DriverRules.DRV_10);
        rules.add(RequestRules.REQ_11);
      } else if (isSet) {
        rules.addAll(0, Causes.collateral(cause));
      } else if (cause.request() instanceof Request.Configure) {
        if (configured) {
          rules.add(0, DriverRules.DRV_17);
        }
        configured = true;
      }
    }
    return rules;
  }
}
