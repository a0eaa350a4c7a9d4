package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.rule.PolicerRules;
import packettrap.spec.rule.ReloadRules;
import packettrap.spec.rule.Rule;

/**
 * What has happened to a policer since it was last known to be empty: when it is empty again, all
 * of that was right, and if it is not right, one of these rules was broken.
 */
final class Influences {
  /** Something that has an effect on a policer's tokens, or must not have one. */
  enum Influence {
    RELOADED(ReloadRules.RLD_05),
    CHANGED(PolicerRules.POL_29),
    BOUND(PolicerRules.POL_28),
    REBOUND(PolicerRules.POL_34),
    SHARED(PolicerRules.POL_26),
    DROPPED(PolicerRules.POL_32),
    CAPPED(PolicerRules.POL_23),
    REFILLED(PolicerRules.POL_22),
    FRESH(PolicerRules.POL_20);

    private final Rule rule;

    Influence(Rule rule) {
      this.rule = rule;
    }
  }

  private final List<Influence> since = new ArrayList<>(List.of(Influence.FRESH));
  private int group = -1;

  void add(Influence influence) {
    since.remove(influence);
    since.add(influence);
  }

  /** A packet of a group came through. */
  void usedBy(int newGroup) {
    if (group >= 0 && group != newGroup) {
      add(Influence.SHARED);
    }
    group = newGroup;
  }

  /** The rules that have had a say, the latest first. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (Influence influence : since) {
      rules.add(0, influence.rule);
    }
    return rules;
  }

  /** The policer is empty, and was seen to be. */
  void clear() {
    since.clear();
  }
}
