package packettrap.runner.report;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TrapCoverage;
import packettrap.runner.report.Report.JudgedRule;

/**
 * What a report claims and another run of the same found otherwise.
 *
 * <p>Everything that a run determines is compared. What the user determines is not: the name of the
 * jar's file, the command of a program, and whether the alerts went to a file.
 */
public final class Claims {
  /** So many differences of a kind are told, the others are counted. */
  private static final int TOLD = 8;

  private static final int LONG = 100;

  /** What {@code --capture} leaves behind. */
  private static final Pattern CAPTURE =
      Pattern.compile(".* has [0-9]+ alerts? of drop monitor\\.");

  private final Report claimed;
  private final Report found;
  private final List<String> lines = new ArrayList<>();

  private Claims(Report claimed, Report found) {
    this.claimed = claimed;
    this.found = found;
  }

  /** What differs, in lines for a reader; none if all that is claimed was found. */
  public static List<String> differing(Report claimed, Report found) {
    Claims claims = new Claims(claimed, found);
    claims.verdicts();
    claims.counterexamples();
    claims.counts();
    claims.rest();
    return claims.lines;
  }

  /** The same for the verdicts alone, of the rules that both know. */
  public static List<String> differingVerdicts(Report claimed, Report found) {
    Claims claims = new Claims(claimed, found);
    claims.verdicts();
    return claims.lines;
  }

  private void verdicts() {
    value("sha-256", claimed.driver().sha256(), found.driver().sha256());
    value("conclusion", claimed.conclusion(), found.conclusion());
    Map<String, JudgedRule> before = by(claimed.rules(), JudgedRule::id);
    Map<String, JudgedRule> after = by(found.rules(), JudgedRule::id);
    List<String> all = new ArrayList<>();
    for (String id : union(before, after)) {
      String one = verdict(before.get(id));
      String other = verdict(after.get(id));
      boolean known = claimed.specification().equals(found.specification());
      if (!one.equals(other) && (known || before.containsKey(id) && after.containsKey(id))) {
        all.add(sentence(id, one, other));
      }
    }
    told(all);
  }

  private static String verdict(JudgedRule rule) {
    return rule == null ? "not judged" : lower(rule.verdict());
  }

  /** Of each only the first difference: the rest follows from it. */
  private void counterexamples() {
    List<Counterexample> before = claimed.counterexamples();
    List<Counterexample> after = found.counterexamples();
    value("number of counterexamples", before.size(), after.size());
    List<String> all = new ArrayList<>();
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      List<String> differences = new ArrayList<>();
      compare(Report.traceFile(i), before.get(i), after.get(i), differences);
      differences.stream().limit(1).forEach(all::add);
      if (differences.isEmpty() && i < claimed.explanations().size()) {
        compare(
            "explanation " + (i + 1),
            claimed.explanations().get(i),
            i < found.explanations().size() ? found.explanations().get(i) : null,
            all);
      }
    }
    told(all);
  }

  private void counts() {
    value("requests compared", claimed.requests(), found.requests());
    Map<String, JudgedRule> before = by(claimed.rules(), JudgedRule::id);
    Map<String, JudgedRule> after = by(found.rules(), JudgedRule::id);
    List<String> all = new ArrayList<>();
    for (String id : union(before, after)) {
      JudgedRule one = before.get(id);
      JudgedRule other = after.get(id);
      if (one != null && other != null && one.verdict() == other.verdict()) {
        compare(id, one, other, all);
      }
    }
    told(all);
  }

  private void rest() {
    List<String> all = new ArrayList<>();
    compare("error", claimed.error(), found.error(), all);
    compare("driver", claimed.driver().className(), found.driver().className(), all);
    Map<String, TrapCoverage> before = by(claimed.traps(), TrapCoverage::trap);
    Map<String, TrapCoverage> after = by(found.traps(), TrapCoverage::trap);
    union(before, after)
        .forEach(trap -> compare("trap " + trap, before.get(trap), after.get(trap), all));
    compare("traps not provoked", claimed.notProvoked(), found.notProvoked(), all);
    compare("complete suite", claimed.exhaustive(), found.exhaustive(), all);
    compare("transitions", claimed.transitions(), found.transitions(), all);
    compare("waivers", claimed.waivers(), found.waivers(), all);
    compare("remarks", remarks(claimed), remarks(found), all);
    told(all);
  }

  private static List<String> remarks(Report report) {
    return report.remarks().stream().filter(r -> !CAPTURE.matcher(r).matches()).toList();
  }

  private void value(String name, Object before, Object after) {
    compare(name, before, after, lines);
  }

  private void told(List<String> all) {
    lines.addAll(shortened(all));
  }

  /** The first of some lines, and how many more there are. */
  public static List<String> shortened(List<String> all) {
    List<String> some = new ArrayList<>(all.subList(0, Math.min(TOLD, all.size())));
    if (all.size() > TOLD) {
      some.add("and %d more like these".formatted(all.size() - TOLD));
    }
    return some;
  }

  /** Goes down to where two values differ. */
  private static void compare(String name, Object before, Object after, List<String> all) {
    if (Objects.equals(before, after)) {
      return;
    } else if (before instanceof List<?> one
        && after instanceof List<?> other
        && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        compare(name + " " + (i + 1), one.get(i), other.get(i), all);
      }
    } else if (before instanceof Record
        && after instanceof Record
        && before.getClass() == after.getClass()) {
      for (RecordComponent component : before.getClass().getRecordComponents()) {
        compare(
            name + ", " + component.getName(),
            component(component, before),
            component(component, after),
            all);
      }
    } else {
      all.add(sentence(name, text(before), text(after)));
    }
  }

  private static Object component(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("what a report consists of is public", e);
    }
  }

  private static String sentence(String name, String before, String after) {
    return "%s: the report says %s, this run %s".formatted(name, before, after);
  }

  private static String text(Object value) {
    String text =
        value == null
            ? "nothing"
            : value instanceof Enum<?> constant ? lower(constant) : value.toString();
    return text.length() > LONG ? text.substring(0, LONG - 3) + "..." : text;
  }

  private static <T> Map<String, T> by(List<T> values, Function<T, String> name) {
    Map<String, T> map = new LinkedHashMap<>();
    values.forEach(value -> map.put(name.apply(value), value));
    return map;
  }

  private static TreeSet<String> union(Map<String, ?> one, Map<String, ?> other) {
    TreeSet<String> all = new TreeSet<>(one.keySet());
    all.addAll(other.keySet());
    return all;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
