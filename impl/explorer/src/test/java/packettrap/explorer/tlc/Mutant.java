package packettrap.explorer.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault in the machine that breaks a rule.
 *
 * @param rule such as ACT_04
 * @param operator of the machine that has the fault
 * @param scope in which the fault shows
 * @param text what the operator says
 * @param replacement what it says instead
 */
record Mutant(String rule, String operator, String scope, String text, String replacement) {
  private static final Pattern HEAD =
      Pattern.compile("([A-Z]{3}_[0-9]{2}) in (\\w+)(?: of (\\w+))?");

  static List<Mutant> all() {
    List<Mutant> mutants = new ArrayList<>();
    List<String> lines =
        TlaModel.read(Mutant.class, "mutants.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    for (int i = 0; i < lines.size(); i += 3) {
      Matcher head = HEAD.matcher(lines.get(i));
      if (!head.matches()
          || !lines.get(i + 1).startsWith("- ")
          || !lines.get(i + 2).startsWith("+ ")) {
        throw new IllegalStateException("not a mutant: " + lines.subList(i, i + 3));
      }
      mutants.add(
          new Mutant(
              head.group(1),
              head.group(2),
              head.group(3) == null ? "ScopeS" : head.group(3),
              lines.get(i + 1).substring(2),
              lines.get(i + 2).substring(2)));
    }
    return mutants;
  }

  /** The machine with the fault. */
  TlaModel model() {
    return TlaModel.of(scope).mutated(operator, text, replacement);
  }

  @Override
  public String toString() {
    return rule + " in " + operator + ": " + text + " -> " + replacement;
  }
}
