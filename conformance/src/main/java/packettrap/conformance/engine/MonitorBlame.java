package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import packettrap.reference.Outcome;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.rule.MonitorRules;
import packettrap.spec.rule.ReloadRules;
import packettrap.spec.rule.Rule;

/** Names the rule of a reply of drop monitor that is not the demanded one. */
final class MonitorBlame {
  private MonitorBlame() {}

  static List<Rule> ofReply(Causes causes, Reply observed, Outcome outcome) {
    List<Rule> rules = new ArrayList<>();
    Cause now = causes.all().get(causes.all().size() - 1);
    Cause reload = causes.last(Cause::restarts);
    Cause refused = causes.last(cause -> cause != now && isChange(cause) && cause.failed());
    Cause change = causes.last(cause -> cause != now && isChange(cause));
    if (outcome.reply() instanceof Reply.MonitorStats demanded
        && observed instanceof Reply.MonitorStats other) {
      return ofStatistics(causes, demanded, other, reload != null);
    }
    if (reload != null) {
      rules.add(ReloadRules.RLD_06);
    }
    if (refused != null) {
      rules.addAll(refused.rules());
    }
    boolean demandedFailure = outcome.reply() instanceof Reply.Failed;
    boolean isShown = outcome.reply() instanceof Reply.MonitorConfig;
    if (!demandedFailure && change != null && (isShown || observed instanceof Reply.Failed)) {
      rules.addAll(change.rules());
    }
    if (isShown && change == null) {
      rules.add(MonitorRules.MON_01);
    }
    for (Rule rule : outcome.replyRules()) {
      rules.add(rule);
      // A request for both is refused as a request for the one that runs.
      if (rule == MonitorRules.MON_10) {
        rules.add(MonitorRules.MON_08);
      } else if (rule == MonitorRules.MON_11) {
        rules.add(MonitorRules.MON_09);
      }
    }
    if (change != null) {
      rules.addAll(change.rules());
    }
    return rules;
  }

  private static List<Rule> ofStatistics(
      Causes causes, Reply.MonitorStats demanded, Reply.MonitorStats observed, boolean reloaded) {
    Cause change = causes.lastChange();
    long sum = demanded.hardware() + demanded.software();
    boolean swapped =
        observed.hardware() == demanded.software() && observed.software() == demanded.hardware();
    if (swapped || observed.hardware() + observed.software() == sum) {
      return List.of(MonitorRules.MON_19, MonitorRules.MON_18);
    }
    if (observed.hardware() + observed.software() < sum) {
      if (reloaded) {
        return List.of(ReloadRules.RLD_06, MonitorRules.MON_20);
      }
      return change != null && isChange(change)
          ? List.of(MonitorRules.MON_20, MonitorRules.MON_18, MonitorRules.MON_06)
          : List.of(MonitorRules.MON_18, MonitorRules.MON_06, MonitorRules.MON_20);
    }
    if (change != null && change.request() instanceof Request.MonitorStop) {
      return List.of(MonitorRules.MON_14, MonitorRules.MON_18);
    }
    boolean stopped = causes.last(cause -> cause.request() instanceof Request.MonitorStop) != null;
    return change == null
        ? List.of(MonitorRules.MON_01)
        : List.of(
            MonitorRules.MON_35,
            MonitorRules.MON_18,
            stopped ? MonitorRules.MON_14 : MonitorRules.MON_19);
  }

  static boolean isChange(Cause cause) {
    return cause.request() instanceof Request.MonitorStart
        || cause.request() instanceof Request.MonitorStop
        || cause.request() instanceof Request.MonitorConfigSet;
  }
}
