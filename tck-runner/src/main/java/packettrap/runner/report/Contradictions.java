package packettrap.runner.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Verdict;
import packettrap.runner.report.Report.JudgedRule;
import packettrap.spec.rule.Level;

/** Finds where a report contradicts itself, as one does that was edited by hand. */
public final class Contradictions {
  private final Report report;
  private final Map<String, JudgedRule> rules = new HashMap<>();
  private final List<String> sentences = new ArrayList<>();

  private Contradictions(Report report) {
    this.report = report;
    conclusion();
    for (JudgedRule rule : report.rules()) {
      if (rules.put(rule.id(), rule) != null) {
        sentences.add(rule.id() + " is judged twice.");
      }
    }
    report.rules().forEach(this::rule);
    report.counterexamples().forEach(this::counterexample);
  }

  /** What is contradictory, in a sentence each. */
  public static List<String> in(Report report) {
    return List.copyOf(new Contradictions(report).sentences);
  }

  private void rule(JudgedRule rule) {
    if (rule.verdict() == Verdict.FAIL && rule.trace() == null) {
      sentences.add(rule.id() + " failed, and there is no counterexample.");
    } else if (rule.verdict() == Verdict.PASS && rule.exercised() == 0) {
      sentences.add(rule.id() + " passed, and was never exercised.");
    } else if (rule.trace() != null && traces().noneMatch(rule.trace()::equals)) {
      sentences.add(
          "%s refers to %s, and the report does not have it.".formatted(rule.id(), rule.trace()));
    }
  }

  private Stream<String> traces() {
    return IntStream.range(0, report.counterexamples().size()).mapToObj(Report::traceFile);
  }

  private void counterexample(Counterexample shown) {
    String file = Report.traceFile(report.counterexamples().indexOf(shown));
    JudgedRule rule = shown.rules().isEmpty() ? null : rules.get(shown.rules().get(0));
    if (rule != null && rule.verdict() == Verdict.PASS) {
      sentences.add("%s shows how %s is broken, and it passed.".formatted(file, rule.id()));
    }
  }

  private void conclusion() {
    boolean failed = has(Verdict.FAIL) || !report.waiverFaults().isEmpty();
    boolean open =
        report.rules().stream()
            .anyMatch(r -> r.level() == Level.MUST && r.verdict() == Verdict.INCONCLUSIVE);
    String why =
        report.error() != null
            ? "the run broke off"
            : failed
                ? has(Verdict.FAIL) ? failed().id() + " failed" : report.waiverFaults().get(0)
                : open ? "a rule that applies was never exercised" : "no rule failed";
    boolean right =
        switch (report.conclusion()) {
          case ERROR -> report.error() != null;
          case NOT_CONFORMANT -> report.error() == null && failed;
          case INCONCLUSIVE -> report.error() == null && !failed;
          case CONFORMANT -> report.error() == null && !failed && !open;
        };
    if (!right) {
      sentences.add("It says %s, and %s.".formatted(word(report.conclusion()), why));
    }
  }

  private boolean has(Verdict verdict) {
    return report.count(verdict) > 0;
  }

  private JudgedRule failed() {
    return report.rules().stream().filter(r -> r.verdict() == Verdict.FAIL).findFirst().get();
  }

  private static String word(Conclusion conclusion) {
    return conclusion.name().replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
