package packettrap.spec.rule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sets rules in Markdown. */
final class RuleText {
  /** Names of functions, traps and constants, files, classes, and numbers in hexadecimal. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?<=^A packet hits )\\w+"
              + "|0x[0-9a-f]+\\b"
              + "|\\b[\\w-]+(?:/[\\w-]+)+\\.[ch]\\b"
              + "|\\b[\\w-]+\\.rst\\b"
              + "|\\bpackettrap(?:\\.\\w+)+"
              + "|\\b\\w*[A-Za-z]_\\w+\\b|\\b_+\\w+\\b");

  private static final Pattern REFERENCE = Pattern.compile("\\b[A-Z]{3}-\\d{2}\\b");

  /** The version whose rules are not marked. */
  private static final String FIRST = RuleHistory.recorded().numbers().get(0);

  private RuleText() {}

  /** The rules of a family, each under a heading of its own. */
  static String of(Family family) {
    return Catalogue.in(family).stream().map(RuleText::of).collect(Collectors.joining("\n\n"));
  }

  /** The rules of level MAY, as a list. */
  static String freedoms() {
    return Catalogue.rules().stream()
        .filter(rule -> rule.level() == Level.MAY)
        .map(rule -> "- " + link(rule.id()) + ": " + prose(rule.sentence(), rule))
        .collect(Collectors.joining("\n"));
  }

  /** A link to a rule. */
  static String link(String id) {
    return "[" + id + "](#" + id.toLowerCase(Locale.ROOT) + ")";
  }

  private static String of(Rule rule) {
    StringBuilder text = new StringBuilder();
    String anchor = rule.id().toLowerCase(Locale.ROOT);
    text.append("#### <a id=\"").append(anchor).append("\"></a>").append(rule.id());
    text.append(" · ").append(rule.level()).append("\n\n");
    text.append(prose(rule.sentence(), rule)).append("\n\n");
    text.append("- *Why:* ").append(prose(rule.why(), rule)).append('\n');
    text.append("- *If it is broken:* ").append(prose(rule.hint(), rule)).append('\n');
    if (!rule.needs().isEmpty()) {
      text.append("- *Applies to a device that* ").append(needs(rule)).append(".\n");
    }
    text.append("- *Source:* ").append(prose(rule.source(), rule));
    if (!RuleHistory.changed(rule).equals(FIRST)) {
      text.append("\n- *Since:* ").append(since(rule));
    }
    return text.toString();
  }

  private static String since(Rule rule) {
    String since = RuleHistory.since(rule);
    String changed = RuleHistory.changed(rule);
    return since.equals(changed) ? since : since + ", changed in " + changed;
  }

  private static String needs(Rule rule) {
    List<String> texts = rule.needs().stream().map(Need::text).toList();
    int last = texts.size() - 1;
    return last == 0
        ? texts.get(0)
        : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
  }

  /** Plain text as Markdown: names in code, other rules as links. */
  static String prose(String text, Rule rule) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    String coded = CODE.matcher(escaped).replaceAll(m -> quoted("`" + m.group() + "`"));
    return REFERENCE
        .matcher(coded)
        .replaceAll(m -> quoted(m.group().equals(rule.id()) ? m.group() : linkIfKnown(m.group())));
  }

  private static String linkIfKnown(String id) {
    return Catalogue.find(id).map(rule -> link(rule.id())).orElse(id);
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
