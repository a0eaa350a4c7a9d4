package packettrap.runner.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import packettrap.conformance.report.Verdict;
import packettrap.runner.report.Report.JudgedRule;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;

/** What changed between two runs: of one driver's versions, of two drivers, of two kits. */
public final class ReportDifference {
  private final Report old;
  private final Report now;
  private final List<String> verdicts = new ArrayList<>();

  private ReportDifference(Report old, Report now) {
    this.old = old;
    this.now = now;
    section("broken since", Verdict.FAIL, true);
    section("not broken any more", Verdict.FAIL, false);
    others();
  }

  /** What the second report says otherwise than the first. */
  public static ReportDifference of(Report old, Report now) {
    return new ReportDifference(old, now);
  }

  /** Whether a verdict changed, of a rule or of the whole. */
  public boolean changed() {
    return !verdicts.isEmpty() || old.conclusion() != now.conclusion();
  }

  /** The changes, in the order of importance. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        old.conclusion() == now.conclusion()
            ? lower(now.conclusion()) + ", as before"
            : lower(old.conclusion()) + " -> " + lower(now.conclusion()));
    run(lines);
    lines.addAll(verdicts);
    if (verdicts.isEmpty()) {
      lines.add("no rule has another verdict");
    }
    exercised(lines);
    return lines;
  }

  /** What was run otherwise, so that nobody takes it for the driver's doing. */
  private void run(List<String> lines) {
    change(lines, "driver", old.driver().className(), now.driver().className());
    change(lines, "jar", old.driver().jar(), now.driver().jar());
    change(lines, "version", old.driver().version(), now.driver().version());
    change(lines, "sha-256", old.driver().sha256(), now.driver().sha256());
    change(lines, "kit", kit(old), kit(now));
    change(lines, "specification", specification(old), specification(now));
    change(lines, "profile", lower(old.profile()), lower(now.profile()));
    change(lines, "seed", old.seed(), now.seed());
    change(lines, "error", old.error(), now.error());
  }

  private static String kit(Report report) {
    return report.kit() + digits(report.kitSha256());
  }

  private static String specification(Report report) {
    return "%s with %d rules%s"
        .formatted(
            report.specification().version(),
            report.specification().rules(),
            digits(report.specification().sha256()));
  }

  /** The first digits of a hash, if there is one: reports of older kits have none. */
  private static String digits(String sha256) {
    return sha256 == null ? "" : " (%.8s)".formatted(sha256);
  }

  private static void change(List<String> lines, String name, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      lines.add("%s: %s -> %s".formatted(name, before, after));
    }
  }

  private void section(String title, Verdict verdict, boolean since) {
    Map<String, JudgedRule> from = byId(since ? old : now);
    for (JudgedRule rule : (since ? now : old).rules()) {
      JudgedRule other = from.get(rule.id());
      if (rule.verdict() == verdict && (other == null || other.verdict() != verdict)) {
        JudgedRule after = since ? rule : other;
        String sentence = Catalogue.find(rule.id()).map(Rule::sentence).orElse("");
        String then =
            since || after == null || after.verdict() == Verdict.PASS
                ? ""
                : " (now " + lower(after.verdict()) + ")";
        verdicts.add("%s: %s%s  %s".formatted(title, rule.id(), then, sentence));
      }
    }
  }

  private void others() {
    Map<String, JudgedRule> before = byId(old);
    Map<String, JudgedRule> after = byId(now);
    TreeSet<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String id : all) {
      JudgedRule one = before.get(id);
      JudgedRule other = after.get(id);
      if (one == null && other.verdict() != Verdict.FAIL) {
        verdicts.add("not judged before: %s  %s".formatted(id, lower(other.verdict())));
      } else if (other == null && one.verdict() != Verdict.FAIL) {
        verdicts.add("not judged any more: %s  was %s".formatted(id, lower(one.verdict())));
      } else if (one != null
          && other != null
          && one.verdict() != other.verdict()
          && one.verdict() != Verdict.FAIL
          && other.verdict() != Verdict.FAIL) {
        verdicts.add(
            "%s: %s -> %s%s"
                .formatted(
                    id,
                    lower(one.verdict()),
                    lower(other.verdict()),
                    other.reason() == null ? "" : " (" + other.reason() + ")"));
      }
    }
  }

  private void exercised(List<String> lines) {
    change(lines, "requests compared", old.requests(), now.requests());
    if (old.transitions() != null && now.transitions() != null) {
      change(
          lines,
          "transitions of the model, scope " + now.transitions().scope(),
          old.transitions().exercised(),
          now.transitions().exercised());
    }
  }

  private static Map<String, JudgedRule> byId(Report report) {
    Map<String, JudgedRule> rules = new LinkedHashMap<>();
    report.rules().forEach(rule -> rules.put(rule.id(), rule));
    return rules;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
