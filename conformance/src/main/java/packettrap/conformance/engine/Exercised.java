package packettrap.conformance.engine;

import java.util.List;
import packettrap.spec.rule.Rule;

/** How often each rule's premise came true and was looked at. */
public final class Exercised {
  private final long[] times = new long[Rule.INDEXES];

  /** Once more. */
  public void add(Rule rule) {
    times[rule.index()]++;
  }

  /** Once more for each. */
  public void add(List<Rule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      times[rules.get(i).index()]++;
    }
  }

  /** How often. */
  public long times(Rule rule) {
    return times[rule.index()];
  }

  /** Adds what was counted elsewhere. */
  public void addAll(Exercised other) {
    for (int i = 0; i < times.length; i++) {
      times[i] += other.times[i];
    }
  }
}
