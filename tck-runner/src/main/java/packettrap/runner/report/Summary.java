package packettrap.runner.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.Verdict;
import packettrap.runner.report.Report.JudgedRule;
import packettrap.runner.report.waiver.WaiverUse;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Family;
import packettrap.spec.rule.Level;
import packettrap.spec.rule.Rule;

/**
 * Says what a run found on one screen of 80 columns and 24 lines, the prompt below it included.
 *
 * <p>What does not fit gives way in this order: the conversation's beginning, failing rules beyond
 * the third, families without a finding (they share a line).
 */
public final class Summary {
  private static final int LINES = 23;
  private static final int RULES = 3;
  private static final int KINDS = 4;
  private static final String APPLIES = "applies to a device that ";

  private final Report report;
  private final String folder;

  private Summary(Report report, String folder) {
    this.report = report;
    this.folder = folder;
  }

  /** The lines of a report's summary. */
  public static List<String> of(Report report, String folder) {
    return new Summary(report, folder).lines();
  }

  private List<String> lines() {
    List<JudgedRule> broken =
        report.rules().stream()
            .filter(rule -> rule.verdict() == Verdict.FAIL || rule.verdict() == Verdict.DEVIATION)
            .sorted((a, b) -> a.verdict().compareTo(b.verdict()))
            .toList();
    List<String> lines = new ArrayList<>(head(isShort(broken)));
    lines.addAll(families(isShort(broken)));
    lines.addAll(brokenRules(broken));
    List<String> tail = tail();
    int room = LINES - lines.size() - tail.size();
    lines.addAll(report.conclusion() == Conclusion.CONFORMANT ? leftOut(room) : conversation(room));
    lines.addAll(tail);
    return lines.stream().map(Screen::fitted).toList();
  }

  /** Whether there is room for what is in the report too: by what was judged, every family. */
  private boolean isShort(List<JudgedRule> broken) {
    return broken.isEmpty() && report.error() == null && report.exhaustive() == null;
  }

  private List<String> head(boolean all) {
    Report.JudgedDriver driver = report.driver();
    List<String> lines = new ArrayList<>();
    lines.add(driver.className() + " in " + driver.jar());
    lines.add("sha-256 " + driver.sha256());
    lines.add(
        "profile %s, seed %d, %d requests compared"
            .formatted(lower(report.profile()), report.seed(), report.requests()));
    if (all) {
      lines.add(
          "kit %s (%.8s), specification %s (%.8s)"
              .formatted(
                  report.kit(),
                  report.kitSha256(),
                  report.specification().version(),
                  report.specification().sha256()));
    }
    lines.add(verdicts());
    return lines;
  }

  private String verdicts() {
    String counts =
        Arrays.stream(Verdict.values())
            .filter(verdict -> report.count(verdict) > 0)
            .map(verdict -> report.count(verdict) + " " + lower(verdict))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "no rule was judged" : report.rules().size() + " rules: " + counts;
  }

  /** One line a family, or only those with a finding and one line for the others. */
  private List<String> families(boolean all) {
    List<String> lines = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    lines.add(row("", "passed", "failed", "n.a.", "open"));
    for (Family family : Family.values()) {
      List<JudgedRule> rules =
          report.rules().stream().filter(rule -> rule.id().startsWith(family + "-")).toList();
      long failed = count(rules, Verdict.FAIL, Verdict.DEVIATION);
      long open = count(rules, Verdict.INCONCLUSIVE, Verdict.ERROR);
      if (rules.isEmpty()) {
        continue;
      } else if (!all && failed == 0) {
        kept.add(family.name() + (open > 0 ? " (" + open + " open)" : ""));
      } else {
        lines.add(
            row(
                family + " " + family.title(),
                "" + count(rules, Verdict.PASS),
                "" + failed,
                "" + count(rules, Verdict.NOT_APPLICABLE, Verdict.WAIVED),
                "" + open));
      }
    }
    if (lines.size() == 1) {
      lines.clear();
    }
    if (!kept.isEmpty()) {
      lines.addAll(Screen.wrapped("nothing broken in: " + String.join(", ", kept), 2));
    }
    return lines;
  }

  private static String row(String name, String... columns) {
    return "%-40s%9s%9s%9s%9s".formatted(name, columns[0], columns[1], columns[2], columns[3]);
  }

  private static List<String> brokenRules(List<JudgedRule> broken) {
    List<String> lines = new ArrayList<>();
    for (JudgedRule rule : broken.subList(0, Math.min(RULES, broken.size()))) {
      String sentence = Catalogue.find(rule.id()).map(Rule::sentence).orElse("");
      lines.addAll(Screen.wrapped(rule.verdict() + " " + rule.id() + ": " + sentence, 2));
    }
    if (broken.size() > RULES) {
      lines.add(
          broken.stream()
              .skip(RULES)
              .map(JudgedRule::id)
              .collect(Collectors.joining(", ", "and also ", "")));
    }
    return lines;
  }

  /** The first counterexample that counts. */
  private List<String> conversation(int room) {
    int first = report.firstFailure();
    return first < 0 || room < 3 ? List.of() : Story.of(report, first, room);
  }

  /** What most of the rules were for that do not apply to the device. */
  private List<String> leftOut(int room) {
    Map<String, Long> kinds = new TreeMap<>();
    for (JudgedRule rule : report.rules()) {
      if (rule.verdict() == Verdict.NOT_APPLICABLE && rule.reason().startsWith(APPLIES)) {
        kinds.merge(rule.reason().substring(APPLIES.length()), 1L, Long::sum);
      }
    }
    List<String> most =
        kinds.entrySet().stream()
            .filter(kind -> kind.getValue() > 1)
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(kind -> kind.getKey() + " (" + kind.getValue() + ")")
            .toList();
    for (int told = Math.min(KINDS, most.size()); told > 0; told--) {
      String some = String.join(", ", most.subList(0, told));
      List<String> lines =
          Screen.wrapped("not applicable are, among others, rules for a device that " + some, 3);
      if (lines.size() <= room || told == 1) {
        return lines;
      }
    }
    return List.of();
  }

  private List<String> tail() {
    List<String> lines = new ArrayList<>();
    if (!report.notProvoked().isEmpty()) {
      lines.add(
          "neither kit nor driver has frames for: " + String.join(", ", report.notProvoked()));
    }
    if (report.exhaustive() == null && report.transitions() != null) {
      lines.add(
          "the model's transitions exercised, scope %s: %d of %d"
              .formatted(
                  report.transitions().scope(),
                  report.transitions().exercised(),
                  report.transitions().transitions()));
    }
    if (report.exhaustive() != null) {
      lines.addAll(guarantee(report.exhaustive()));
    }
    for (String remark : report.remarks()) {
      lines.addAll(Screen.wrapped(remark, 2));
    }
    for (String sentence : waivers()) {
      lines.addAll(Screen.wrapped(sentence, 2));
    }
    if (report.error() != null) {
      lines.addAll(Screen.wrapped(report.error(), 6));
    }
    if (report.conclusion() == Conclusion.INCONCLUSIVE) {
      lines.add(
          report.rules().stream()
              .filter(rule -> rule.level() == Level.MUST)
              .filter(rule -> rule.verdict() == Verdict.INCONCLUSIVE)
              .map(JudgedRule::id)
              .collect(Collectors.joining(", ", "never exercised: ", "")));
    }
    lines.add("report: " + folder);
    lines.add(conclusion());
    return lines;
  }

  /** What is wrong with waivers, and those that one might have counted on. */
  private List<String> waivers() {
    List<String> sentences = new ArrayList<>(report.waiverFaults());
    for (WaiverUse waiver : report.waivers() == null ? List.<WaiverUse>of() : report.waivers()) {
      if (waiver.state() == WaiverUse.State.OTHER_DRIVER
          && report.rules().stream()
              .anyMatch(
                  rule -> rule.id().equals(waiver.rule()) && rule.verdict() == Verdict.FAIL)) {
        sentences.add(waiver.sentence());
      }
    }
    return sentences;
  }

  private static List<String> guarantee(Guarantee suite) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "complete suite, scope %s, K = %d: %d of %d tests passed (%d steps)"
            .formatted(
                suite.scope(), suite.extraStates(), suite.passed(), suite.tests(), suite.steps()));
    lines.addAll(Screen.wrapped(suite.sentence(), 4));
    if (suite.passed() < suite.tests()) {
      return lines;
    }
    lines.addAll(Screen.wrapped("seen: " + String.join(", ", suite.seen()), 3));
    if (!suite.missing().isEmpty()) {
      lines.addAll(Screen.wrapped("not in it: " + String.join(", ", suite.missing()), 3));
    }
    return lines;
  }

  private String conclusion() {
    int all = report.specification().rules();
    List<String> limits = new ArrayList<>();
    if (report.rules().size() < all) {
      limits.add("%d of %d rules".formatted(report.rules().size(), all));
    }
    if (report.count(Verdict.WAIVED) > 0) {
      limits.add(report.count(Verdict.WAIVED) + " waived");
    }
    String part = limits.isEmpty() ? "" : " (" + String.join(", ", limits) + ")";
    return switch (report.conclusion()) {
      case CONFORMANT -> "CONFORMANT" + part;
      case NOT_CONFORMANT -> "NOT CONFORMANT" + part;
      case INCONCLUSIVE -> "INCONCLUSIVE" + part;
      case ERROR -> "ERROR: the run broke off, so there is no verdict";
    };
  }

  private static long count(List<JudgedRule> rules, Verdict... verdicts) {
    List<Verdict> wanted = List.of(verdicts);
    return rules.stream().filter(rule -> wanted.contains(rule.verdict())).count();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
