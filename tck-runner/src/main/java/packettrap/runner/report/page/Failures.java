package packettrap.runner.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import packettrap.conformance.engine.Words;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Verdict;
import packettrap.runner.report.Explanation;
import packettrap.runner.report.Report;
import packettrap.runner.report.code.DevlinkScript;
import packettrap.runner.report.code.JavaTest;

/** What was broken: of each counterexample what it means, how it went, and how to repeat it. */
final class Failures {
  private Failures() {}

  static Html of(Report report) {
    Html html = new Html();
    if (report.counterexamples().isEmpty()) {
      return html;
    }
    html.open("section", "id", "failures", "aria-labelledby", "failures-title");
    html.element("h2", "What was broken", "id", "failures-title");
    Map<String, List<Integer>> rules = new LinkedHashMap<>();
    for (int i = 0; i < report.counterexamples().size(); i++) {
      String rule = report.counterexamples().get(i).rules().get(0);
      rules.computeIfAbsent(rule, any -> new ArrayList<>()).add(i);
    }
    rules.values().forEach(numbers -> failure(html, report, numbers));
    html.close();
    return html;
  }

  /** The first conversation in which a rule was broken, and below it the others. */
  private static void failure(Html html, Report report, List<Integer> numbers) {
    int number = numbers.get(0);
    Counterexample counterexample = report.counterexamples().get(number);
    Explanation explanation = report.explanations().get(number);
    String file = Report.traceFile(number);
    html.open("article", "class", "failure", "id", file.replace(".json", ""));
    html.open("h3");
    html.add(Verdicts.badge(verdict(report, explanation.rule())));
    html.element("a", explanation.rule(), "href", "#" + explanation.rule(), "class", "id");
    html.text(" " + explanation.sentence());
    html.close();
    html.open("dl", "class", "story");
    waiver(html, report, explanation.rule());
    entry(html, "The device", explanation.observed(), "observed");
    entry(html, "Demanded", explanation.demanded(), "demanded");
    entry(html, "Before that", agreed(counterexample, explanation), null);
    entry(html, "Why the rule", explanation.why(), null);
    entry(html, "Usual cause", explanation.lookAt(), null);
    if (explanation.alike() != null) {
      entry(
          html,
          "Most alike",
          "the broken driver of the kit that does this: %s (it breaks %s)"
              .formatted(explanation.alike().fault(), explanation.alike().rule()),
          null);
    }
    List<String> others = counterexample.rules().subList(1, counterexample.rules().size());
    if (!others.isEmpty()) {
      html.open("div").element("dt", "See also").open("dd");
      others.forEach(rule -> html.element("a", rule, "href", "#" + rule).text(" "));
      html.close().close();
    }
    html.close();
    conversation(html, report, number);
    if (numbers.size() > 1) {
      int more = numbers.size() - 1;
      html.open("details", "class", "others");
      html.element("summary", more == 1 ? "Another conversation" : more + " more conversations");
      for (int other : numbers.subList(1, numbers.size())) {
        html.open("div", "id", Report.traceFile(other).replace(".json", ""));
        html.open("p").element("strong", "The device: ").text(observed(report, other)).close();
        html.open("p").element("strong", "Demanded: ").text(demanded(report, other)).close();
        conversation(html, report, other);
        html.close();
      }
      html.close();
    }
    html.close();
  }

  private static String observed(Report report, int number) {
    return report.counterexamples().get(number).observed();
  }

  private static String demanded(Report report, int number) {
    return report.counterexamples().get(number).demanded();
  }

  private static void conversation(Html html, Report report, int number) {
    html.element("h4", "How it went");
    html.add(TimeLine.of(report.counterexamples().get(number)));
    html.element("h4", "Repeat it");
    html.open("p");
    html.element(
        "code",
        "trap-tck replay %s --driver %s"
            .formatted(Report.traceFile(number), report.driver().jar()));
    html.close();
    if (JavaTest.isPossible(report)) {
      code(html, "As a JUnit test", JavaTest.of(report, number));
    }
    code(html, "As devlink commands", DevlinkScript.of(report, number));
  }

  private static Verdict verdict(Report report, String id) {
    return report.rules().stream()
        .filter(rule -> rule.id().equals(id))
        .map(Report.JudgedRule::verdict)
        .findFirst()
        .orElse(Verdict.FAIL);
  }

  private static void waiver(Html html, Report report, String id) {
    report.rules().stream()
        .filter(rule -> rule.id().equals(id) && rule.verdict() == Verdict.WAIVED)
        .forEach(rule -> entry(html, "Waived", rule.reason(), null));
  }

  private static String agreed(Counterexample counterexample, Explanation explanation) {
    int agreed = explanation.agreed();
    return agreed == 0
        ? "Nothing; it differs from the first step on."
        : "Device and rules agreed up to step %d (%s)."
            .formatted(agreed, Words.of(counterexample.steps().get(agreed - 1).request()));
  }

  private static void entry(Html html, String name, String text, String style) {
    html.open("div", "class", style).element("dt", name).element("dd", text).close();
  }

  private static void code(Html html, String title, String text) {
    html.open("details", "class", "export");
    html.element("summary", title);
    html.element("button", "Copy", "type", "button", "class", "copy", "hidden", "");
    html.element("pre", text, "class", "code");
    html.close();
  }
}
