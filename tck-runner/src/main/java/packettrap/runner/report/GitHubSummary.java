package packettrap.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import packettrap.conformance.Conversation;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Verdict;
import packettrap.runner.report.Report.JudgedRule;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Family;
import packettrap.spec.rule.Rule;

/** Tells a report to GitHub: a job summary in Markdown, and an annotation for each finding. */
public final class GitHubSummary {
  /** GitHub shows ten annotations of a kind for a step. */
  private static final int MOST = 10;

  private static final String VERDICT =
      "| | passed | failed | does not apply | open |\n|---|--:|--:|--:|--:|\n";

  private GitHubSummary() {}

  /** The job summary. */
  public static String markdown(Report report) {
    StringBuilder text = new StringBuilder();
    text.append("## %s: %s\n\n".formatted(conclusion(report), code(report.driver().className())));
    text.append(
        "%s, profile %s, seed %d, %,d requests compared.\n\n"
            .formatted(
                code(report.driver().jar()),
                report.profile().name().toLowerCase(Locale.ROOT),
                report.seed(),
                report.requests()));
    if (report.error() != null) {
      text.append(quoted(report.error())).append("\n\n");
    }
    for (JudgedRule rule : found(report)) {
      text.append("- **%s %s**: %s\n".formatted(rule.verdict(), rule.id(), quoted(sentence(rule))));
    }
    for (JudgedRule rule : waived(report)) {
      text.append("- **WAIVED** %s\n".formatted(quoted(rule.reason())));
    }
    for (String fault : report.waiverFaults()) {
      text.append("- **WAIVER** %s\n".formatted(quoted(fault)));
    }
    if (report.firstFailure() >= 0) {
      first(text, report, report.firstFailure());
    }
    text.append("\n<details><summary>Rules by family</summary>\n\n").append(VERDICT);
    for (Family family : Family.values()) {
      List<JudgedRule> rules =
          report.rules().stream().filter(rule -> rule.id().startsWith(family + "-")).toList();
      if (!rules.isEmpty()) {
        text.append(
            "| %s %s | %d | %d | %d | %d |\n"
                .formatted(
                    family,
                    family.title(),
                    count(rules, Verdict.PASS),
                    count(rules, Verdict.FAIL, Verdict.DEVIATION),
                    count(rules, Verdict.NOT_APPLICABLE, Verdict.WAIVED),
                    count(rules, Verdict.INCONCLUSIVE, Verdict.ERROR)));
      }
    }
    return text.append("\n</details>\n").toString();
  }

  private static void first(StringBuilder text, Report report, int number) {
    Counterexample first = report.counterexamples().get(number);
    Explanation explanation = report.explanations().get(number);
    text.append("\n### How %s was broken\n\n".formatted(explanation.rule()));
    String conversation = Conversation.print(first);
    String fence = "`".repeat(3 + longestRun(conversation));
    text.append("%s\n%s\n%s\n\n".formatted(fence, conversation, fence));
    text.append("Why the rule: %s\n".formatted(quoted(explanation.why())));
    if (explanation.alike() != null) {
      text.append(
          "\nMost alike: the broken driver of the kit that does this: %s\n"
              .formatted(quoted(explanation.alike().fault())));
    }
  }

  /** Workflow commands, a line each. */
  public static List<String> annotations(Report report) {
    List<String> commands = new ArrayList<>();
    for (JudgedRule rule : found(report)) {
      String kind = rule.verdict() == Verdict.FAIL ? "error" : "warning";
      if (commands.size() < MOST) {
        commands.add(
            "::%s title=%s::%s".formatted(kind, property(rule.id()), message(rule, report)));
      }
    }
    report.waiverFaults().forEach(fault -> commands.add("::error title=waiver::" + escaped(fault)));
    if (report.error() != null) {
      commands.add("::error title=trap-tck::" + escaped(report.error()));
    }
    return commands;
  }

  private static String message(JudgedRule rule, Report report) {
    String how =
        report.explanations().stream()
            .filter(explanation -> explanation.rule().equals(rule.id()))
            .map(one -> "\nobserved: " + one.observed() + "\ndemanded: " + one.demanded())
            .findFirst()
            .orElse(rule.reason() == null ? "" : "\n" + rule.reason());
    return escaped(sentence(rule) + how);
  }

  private static List<JudgedRule> found(Report report) {
    return report.rules().stream()
        .filter(rule -> rule.verdict() == Verdict.FAIL || rule.verdict() == Verdict.DEVIATION)
        .toList();
  }

  private static List<JudgedRule> waived(Report report) {
    return report.rules().stream().filter(rule -> rule.verdict() == Verdict.WAIVED).toList();
  }

  private static String sentence(JudgedRule rule) {
    return Catalogue.find(rule.id()).map(Rule::sentence).orElse("");
  }

  private static String conclusion(Report report) {
    return report.conclusion().name().replace('_', ' ');
  }

  private static long count(List<JudgedRule> rules, Verdict... verdicts) {
    return rules.stream().filter(rule -> List.of(verdicts).contains(rule.verdict())).count();
  }

  /** Text that is no markup. */
  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                "\\`*_{}[]<>#|~@&".indexOf(c) >= 0
                    ? "\\" + Character.toString(c)
                    : c < ' ' ? " " : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static String code(String text) {
    return "`" + Printable.line(text).replace('`', '?') + "`";
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (char c : text.toCharArray()) {
      run = c == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Source: toCommandValue and escapeData in actions/toolkit, packages/core. */
  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }
}
