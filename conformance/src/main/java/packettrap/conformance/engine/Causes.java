package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import packettrap.reference.Outcome;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.rule.ActionRules;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.GroupRules;
import packettrap.spec.rule.PolicerRules;
import packettrap.spec.rule.RegistrationRules;
import packettrap.spec.rule.ReloadRules;
import packettrap.spec.rule.RequestRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.TrapAction;

/**
 * What was asked so far, so that a difference can be named after the rule that was to prevent it.
 *
 * <p>A script is shrunk before it is shown; then the last request before the look that found the
 * difference is nearly always what caused it.
 */
final class Causes {
  static final Outcome NOTHING = new Outcome(null, Reply.DONE, List.of(), List.of(), List.of());
  static final Outcome UNSUPPORTED =
      new Outcome(null, Reply.DONE, List.of(), List.of(), List.of(RequestRules.REQ_14));

  private final List<Cause> all = new ArrayList<>();
  private final boolean reloaded;

  /**
   * Nothing was asked yet.
   *
   * @param reloaded whether the device may be an old one that was made new by a reload
   */
  Causes(boolean reloaded) {
    this.reloaded = reloaded;
  }

  /** Whether the device may be an old one that was made new by a reload. */
  boolean reloaded() {
    return reloaded;
  }

  Cause add(Request request, Outcome outcome) {
    Cause cause =
        new Cause(
            Oracle.innermost(request),
            request,
            outcome.reply() instanceof Reply.Failed,
            outcome.stateRules());
    all.add(cause);
    return cause;
  }

  /** All of them, oldest first. */
  List<Cause> all() {
    return all;
  }

  /** The last that was more than a look; null: none. */
  Cause lastChange() {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (!all.get(i).reads()) {
        return all.get(i);
      }
    }
    return null;
  }

  /** The last that meets a condition; null: none. */
  Cause last(Predicate<Cause> condition) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (condition.test(all.get(i))) {
        return all.get(i);
      }
    }
    return null;
  }

  /** The rules that a trap's action speaks of, if it is not what it should be. */
  List<Rule> ofAction(String trap, String group) {
    return blame(
        cause -> touchesAction(cause, trap, group), ReloadRules.RLD_01, ActionRules.ACT_01);
  }

  static boolean touchesAction(Cause cause, String trap, String group) {
    if (cause.request() instanceof Request.TrapSet set) {
      return trap.equals(set.trap());
    }
    return cause.request() instanceof Request.GroupSet set
        && group.equals(set.group())
        && set.action() != null;
  }

  /** The action that a request sets; {@code old} if it names none. */
  static TrapAction actionOf(Cause cause, TrapAction old) {
    Integer number =
        cause.request() instanceof Request.TrapSet set
            ? set.action()
            : cause.request() instanceof Request.GroupSet set ? set.action() : null;
    return number == null ? old : TrapAction.ofNumber(number);
  }

  /** The rules that a group's binding speaks of, if it is not what it should be. */
  List<Rule> ofBinding(String group) {
    return blame(cause -> touchesBinding(cause, group), ReloadRules.RLD_02, GroupRules.GRP_13);
  }

  static boolean touchesBinding(Cause cause, String group) {
    return cause.request() instanceof Request.GroupSet set
        && group.equals(set.group())
        && set.policer() != null;
  }

  /** The rules that a policer's parameters speak of, if they are not what they should be. */
  List<Rule> ofParameters(long policer) {
    return blame(
        cause -> touchesParameters(cause, policer), ReloadRules.RLD_03, PolicerRules.POL_12);
  }

  static boolean touchesParameters(Cause cause, long policer) {
    return cause.request() instanceof Request.PolicerSet set
        && set.policer() != null
        && set.policer() == policer;
  }

  private List<Rule> blame(Predicate<Cause> touches, Rule afterReload, Rule atFirst) {
    List<Rule> rules = new ArrayList<>();
    Cause change = lastChange();
    if (change == null) {
      rules.add(all.size() > 1 ? RequestRules.REQ_12 : atFirst);
      rules.add(atFirst);
      if (reloaded) {
        rules.add(rules.indexOf(atFirst) + 1, afterReload);
      }
      return rules;
    }
    if (touches.test(change)) {
      rules.addAll(change.rules());
      if (change.failed()) {
        rules.add(RequestRules.REQ_11);
      }
    } else {
      rules.addAll(collateral(change));
    }
    Cause own = last(cause -> touches.test(cause) || cause.restarts());
    if (own == null) {
      rules.add(atFirst);
      if (reloaded) {
        rules.add(afterReload);
      }
    } else if (own.restarts()) {
      boolean reload = own.request() instanceof Request.Reload;
      rules.add(reload ? afterReload : RegistrationRules.REG_25);
      rules.add(atFirst);
    } else {
      rules.addAll(own.rules());
    }
    return rules;
  }

  /** The rules that keep a request from touching what it does not name. */
  static List<Rule> collateral(Cause change) {
    if (change.failed()) {
      List<Rule> rules = new ArrayList<>(change.rules());
      rules.add(RequestRules.REQ_11);
      return rules;
    }
    if (change.request() instanceof Request.TrapSet) {
      return List.of(ActionRules.ACT_11);
    } else if (change.request() instanceof Request.GroupSet set) {
      return set.action() == null
          ? List.of(GroupRules.GRP_17)
          : List.of(GroupRules.GRP_07, GroupRules.GRP_17);
    } else if (change.request() instanceof Request.PolicerSet) {
      return List.of(PolicerRules.POL_13);
    } else if (change.request() instanceof Request.Configure) {
      return List.of(DriverRules.DRV_17);
    }
    return change.restarts() ? List.of() : change.rules();
  }
}
