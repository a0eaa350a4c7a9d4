package packettrap.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import packettrap.conformance.exhaustive.Plan;

/**
 * What a run was asked for, beside driver, profile and seed, so that it can be repeated.
 *
 * @param options what the driver got, but for what is hidden
 * @param hidden names of the driver's options whose values a report does not tell
 * @param rules patterns for the rules that were looked at, as in ACT-*; empty: all
 * @param suite the complete test suite that was wanted; null: none
 * @param timeLimit the longest that one call was allowed to take, in seconds
 */
public record Repetition(
    Map<String, String> options,
    List<String> hidden,
    List<String> rules,
    Plan suite,
    long timeLimit) {
  private static final Predicate<String> SECRET =
      Pattern.compile("(?i)pass(wor|w|phrase)|secret|token|credential|key").asPredicate();

  public Repetition {
    options = new TreeMap<>(options);
    hidden = List.copyOf(hidden);
    rules = List.copyOf(rules);
  }

  /** A run with these options for the driver; those with a name like a secret's are hidden. */
  public static Repetition of(
      Map<String, String> options, List<String> rules, Plan suite, long timeLimit) {
    Map<String, String> told = new TreeMap<>(options);
    List<String> hidden = told.keySet().stream().filter(SECRET).toList();
    told.keySet().removeAll(hidden);
    return new Repetition(told, hidden, rules, suite, timeLimit);
  }

  /** As words of the command line. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    options.forEach((name, value) -> words.add("--option " + name + "=" + value));
    hidden.forEach(name -> words.add("--option " + name + "=..."));
    rules.forEach(glob -> words.add("--rule " + glob));
    if (suite != null) {
      words.add("--exhaustive " + suite.extraStates() + " --scope " + suite.size());
    }
    return words;
  }
}
