package packettrap.runner;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;

/** Rules that a user names by patterns, as in {@code ACT-*}. */
final class RuleGlobs {
  private RuleGlobs() {}

  /**
   * The rules that any of the patterns matches; all rules if there is none.
   *
   * @throws Unusable if a pattern matches no rule
   */
  static Predicate<Rule> matching(List<String> globs) {
    for (String glob : globs) {
      if (Catalogue.rules().stream().noneMatch(matching(glob))) {
        throw new Unusable(
            "No rule matches --rule %s; trap-tck rules lists them all.".formatted(glob));
      }
    }
    return globs.isEmpty()
        ? rule -> true
        : globs.stream().map(RuleGlobs::matching).reduce(rule -> false, Predicate::or);
  }

  /** A star stands for any characters, a question mark for one; case does not count. */
  private static Predicate<Rule> matching(String glob) {
    String expression =
        glob.toUpperCase(Locale.ROOT)
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + (char) c))
            .collect(Collectors.joining());
    Pattern pattern = Pattern.compile(expression);
    return rule -> pattern.matcher(rule.id()).matches();
  }
}
