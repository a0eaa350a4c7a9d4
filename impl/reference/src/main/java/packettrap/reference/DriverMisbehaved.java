package packettrap.reference;

import packettrap.spec.rule.Rule;

/** A driver did what no driver may do, so that there is no going on; the message is a sentence. */
public final class DriverMisbehaved extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Rule rule;

  /** The driver broke this rule, and how. */
  public DriverMisbehaved(Rule rule, String sentence) {
    super(sentence);
    this.rule = rule;
  }

  /** The rule that was broken. */
  public Rule rule() {
    return rule;
  }
}
