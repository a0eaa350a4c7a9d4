package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.rule.Family;
import packettrap.spec.rule.PacketRules;
import packettrap.spec.rule.Rule;

/** The device did something else than the rules demand; ends a script. */
public final class Difference extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Rule> rules;
  private final String observed;
  private final String demanded;

  /**
   * A difference.
   *
   * @param rules the rules it speaks of, the one broken first
   * @param observed what the device did
   * @param demanded what the rules demand
   */
  public Difference(List<Rule> rules, String observed, String demanded) {
    super(observed, null, false, false);
    this.rules = rules.stream().distinct().toList();
    this.observed = observed;
    this.demanded = demanded;
  }

  /** The rules it speaks of, the one broken first. */
  public List<Rule> rules() {
    return rules;
  }

  /** The rule that is broken. */
  public Rule rule() {
    return rules.get(0);
  }

  /** What the device did. */
  public String observed() {
    return observed;
  }

  /** What the rules demand. */
  public String demanded() {
    return demanded;
  }

  /**
   * The same difference where a scenario that was played shows these rules: they are likely to be
   * broken if it is about which trap was hit or what left.
   */
  Difference in(List<Rule> shown) {
    if (shown.isEmpty() || rules.stream().noneMatch(Difference::isOfWays)) {
      return this;
    }
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(1, shown);
    return new Difference(all, observed, demanded);
  }

  private static boolean isOfWays(Rule rule) {
    return rule.family() == Family.TRP
        || rule == PacketRules.PKT_01
        || rule == PacketRules.PKT_02
        || rule == PacketRules.PKT_03;
  }

  /** The same difference with rules put in front, where more is known of how it came about. */
  public Difference because(List<Rule> more) {
    List<Rule> all = new ArrayList<>(more);
    all.addAll(rules);
    return new Difference(all, observed, demanded);
  }
}
