package packettrap.runner.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import packettrap.conformance.report.Verdict;
import packettrap.runner.report.Report;
import packettrap.runner.report.Report.JudgedRule;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Family;
import packettrap.spec.rule.Need;
import packettrap.spec.rule.Rule;

/** The rules by family: verdict, sentence and how often each was exercised. */
final class Rules {
  private Rules() {}

  static Html of(Report report) {
    Html html = new Html();
    html.open("section", "id", "rules", "aria-labelledby", "rules-title");
    html.element("h2", "Rules", "id", "rules-title");
    html.add(filters(report));
    html.add(pictures(report));
    for (Family family : Family.values()) {
      List<JudgedRule> rules = of(report, family);
      if (!rules.isEmpty()) {
        family(html, family, rules);
      }
    }
    html.close();
    return html;
  }

  private static List<JudgedRule> of(Report report, Family family) {
    return report.rules().stream().filter(rule -> rule.id().startsWith(family + "-")).toList();
  }

  private static Html filters(Report report) {
    Html html = new Html();
    html.open("form", "class", "filter", "role", "search", "aria-label", "Rules and scenarios");
    html.open("div", "class", "find");
    html.element("label", "Search rules and scenarios", "for", "find");
    html.empty(
        "input", "type", "search", "id", "find", "autocomplete", "off", "spellcheck", "false");
    html.close();
    html.open("fieldset").element("legend", "Verdict");
    html.open("div", "class", "chips");
    chip(html, "all", "all", report.rules().size(), true);
    for (Verdict verdict : Verdict.values()) {
      if (report.count(verdict) > 0) {
        chip(html, verdict.name(), Verdicts.word(verdict), report.count(verdict), false);
      }
    }
    html.close();
    html.close();
    html.element("p", "", "role", "status", "id", "found");
    html.close();
    return html;
  }

  private static void chip(Html html, String value, String word, long count, boolean checked) {
    String id = "verdict-" + value;
    html.open("span", "class", "chip");
    html.empty(
        "input",
        "type",
        "radio",
        "name",
        "verdict",
        "id",
        id,
        "value",
        value,
        "checked",
        checked ? "" : null);
    html.element("label", word + " " + Html.number(count), "for", id);
    html.close();
  }

  /** A bar for each family. */
  private static Html pictures(Report report) {
    Html html = new Html();
    html.open("ul", "class", "families");
    for (Family family : Family.values()) {
      List<JudgedRule> rules = of(report, family);
      if (!rules.isEmpty()) {
        html.open("li").open("a", "href", "#family-" + family);
        html.element("span", family.name(), "class", "id").text(" " + family.title());
        html.add(bar(rules));
        html.close().close();
      }
    }
    html.close();
    return html;
  }

  private static Html bar(List<JudgedRule> rules) {
    String words =
        Arrays.stream(Verdict.values())
            .filter(verdict -> count(rules, verdict) > 0)
            .map(verdict -> count(rules, verdict) + " " + Verdicts.word(verdict))
            .collect(Collectors.joining(", "));
    Html svg = new Html();
    svg.open(
        "svg",
        "viewBox",
        "0 0 100 8",
        "class",
        "bar",
        "role",
        "img",
        "preserveAspectRatio",
        "none",
        "aria-label",
        words);
    double x = 0;
    for (Verdict verdict : Verdict.values()) {
      double width = 100.0 * count(rules, verdict) / rules.size();
      if (width > 0) {
        svg.element(
            "rect",
            "",
            "x",
            decimal(x),
            "y",
            "0",
            "width",
            decimal(width),
            "height",
            "8",
            "class",
            Verdicts.colour(verdict));
        x += width;
      }
    }
    svg.close();
    return new Html().add(svg).element("span", words, "class", "counts");
  }

  private static String decimal(double number) {
    return String.format(java.util.Locale.ROOT, "%.2f", number);
  }

  private static long count(List<JudgedRule> rules, Verdict verdict) {
    return rules.stream().filter(rule -> rule.verdict() == verdict).count();
  }

  private static void family(Html html, Family family, List<JudgedRule> rules) {
    html.open("div", "class", "family", "data-group", "");
    html.element("h3", family + " " + family.title(), "id", "family-" + family);
    html.open("table", "class", "rules");
    html.element("caption", "Rules of the family " + family, "class", "unseen");
    html.open("thead").open("tr");
    html.element("th", "Verdict", "scope", "col").element("th", "Rule", "scope", "col");
    html.element("th", "What it says", "scope", "col");
    html.element("th", "Exercised", "scope", "col", "class", "count");
    html.close().close();
    html.open("tbody");
    rules.forEach(rule -> row(html, rule));
    html.close().close().close();
  }

  private static void row(Html html, JudgedRule judged) {
    Rule rule = Catalogue.find(judged.id()).orElse(null);
    String sentence = rule == null ? "" : rule.sentence();
    html.open(
        "tr",
        "id",
        judged.id(),
        "data-verdict",
        judged.verdict().name(),
        "data-find",
        judged.id() + " " + sentence);
    html.open("td").add(Verdicts.badge(judged.verdict())).close();
    html.element("th", judged.id(), "scope", "row", "class", "id");
    html.open("td").open("details");
    html.element("summary", sentence);
    html.open("dl");
    entry(html, "Level", judged.level().name());
    if (judged.reason() != null) {
      entry(html, "Here", judged.reason());
    }
    if (rule != null) {
      entry(html, "Why", rule.why());
      entry(html, "Source", rule.source());
      entry(
          html,
          "Applies if the device",
          rule.needs().stream().map(Need::text).collect(Collectors.joining(", ")));
      entry(html, "If broken, look at", rule.hint());
    }
    html.close().close();
    if (judged.trace() != null) {
      html.element("a", "See how", "href", "#" + judged.trace().replace(".json", ""));
    }
    html.close();
    html.element("td", Html.number(judged.exercised()), "class", "count");
    html.close();
  }

  private static void entry(Html html, String name, String text) {
    if (!text.isEmpty()) {
      html.element("dt", name).element("dd", text);
    }
  }
}
