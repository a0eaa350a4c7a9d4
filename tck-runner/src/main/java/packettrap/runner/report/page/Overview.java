package packettrap.runner.report.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.Verdict;
import packettrap.runner.report.Report;
import packettrap.runner.report.waiver.WaiverUse;

/** The beginning of the page: the verdict, what was run, and where to find what; and its end. */
final class Overview {
  private Overview() {}

  static String title(Report report) {
    String name = report.driver().className();
    return Verdicts.word(report.conclusion()) + ": " + name.substring(name.lastIndexOf('.') + 1);
  }

  static Html head(Report report) {
    Html html = new Html();
    html.element("a", "To the report", "href", "#main", "class", "skip");
    html.open("header", "class", "top " + Verdicts.colour(report.conclusion()));
    html.open("div", "class", "wide");
    html.element("p", "Packet trap conformance", "class", "kicker");
    html.element("h1", Verdicts.word(report.conclusion()));
    html.element("p", sentence(report), "class", "lead");
    if (report.error() != null) {
      html.element("p", report.error(), "class", "error");
    }
    for (String fault : report.waiverFaults()) {
      html.element("p", fault, "class", "error");
    }
    facts(html, report);
    html.close();
    html.close();
    html.open("nav", "aria-label", "Parts of the report");
    html.open("div", "class", "wide");
    html.open("ul");
    if (!report.counterexamples().isEmpty()) {
      link(html, "failures", "What was broken");
    }
    link(html, "rules", "Rules");
    link(html, "coverage", "Coverage");
    link(html, "scenarios", "Scenarios");
    html.close();
    html.close();
    html.close();
    return html;
  }

  private static void link(Html html, String id, String words) {
    html.open("li").element("a", words, "href", "#" + id).close();
  }

  private static String sentence(Report report) {
    long failed = report.count(Verdict.FAIL);
    int rules = report.rules().size();
    String name = report.driver().className();
    return switch (report.conclusion()) {
      case CONFORMANT ->
          "%s keeps all rules that apply to it%s: %d of %d, each of them put to the test."
              .formatted(name, waived(report), report.count(Verdict.PASS), rules);
      case NOT_CONFORMANT ->
          "%s breaks %d of %d rules%s.".formatted(name, failed, rules, waived(report));
      case INCONCLUSIVE ->
          "%s breaks no rule%s, but %d that apply were never put to the test."
              .formatted(name, waived(report), report.count(Verdict.INCONCLUSIVE));
      case ERROR -> "There is no verdict on " + name + ".";
    };
  }

  private static String waived(Report report) {
    long waived = report.count(Verdict.WAIVED);
    return waived == 0
        ? ""
        : " but for %d that %s waived".formatted(waived, waived == 1 ? "is" : "are");
  }

  private static void facts(Html html, Report report) {
    html.open("dl", "class", "facts");
    fact(html, "Driver", report.driver().className());
    if (report.driver().version() != null) {
      fact(html, "Version", report.driver().version());
    }
    fact(html, "Jar", report.driver().jar());
    fact(html, "SHA-256", report.driver().sha256());
    fact(
        html,
        "Run",
        "profile %s, seed %d, %s requests compared"
            .formatted(
                report.profile().name().toLowerCase(Locale.ROOT),
                report.seed(),
                Html.number(report.requests())));
    fact(
        html,
        "Judged by",
        "kit %s (SHA-256 %s), specification %s with %d rules (SHA-256 %s), driver interface %d"
            .formatted(
                report.kit(),
                report.kitSha256(),
                report.specification().version(),
                report.specification().rules(),
                report.specification().sha256(),
                report.specification().interfaceVersion()));
    if (report.exhaustive() != null) {
      fact(html, "Guarantee", guarantee(report.exhaustive()));
    }
    for (WaiverUse waiver : report.waivers() == null ? List.<WaiverUse>of() : report.waivers()) {
      fact(html, "Waiver", waiver.sentence());
    }
    for (String remark : report.remarks()) {
      fact(html, "Remark", remark);
    }
    html.close();
  }

  private static String guarantee(Guarantee suite) {
    return "Complete suite, scope %s, K = %d: %s of %s tests passed. %s"
        .formatted(
            suite.scope(),
            suite.extraStates(),
            Html.number(suite.passed()),
            Html.number(suite.tests()),
            suite.sentence());
  }

  private static void fact(Html html, String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }

  static Html foot(Report report) {
    Html html = new Html();
    html.open("footer").open("div", "class", "wide");
    html.open("p");
    html.text("The same seed and the same jar give the same report. Run it again: ");
    html.element("code", command(report));
    html.close();
    html.open("p");
    html.element("kbd", "/").text(" searches, ").element("kbd", "Esc");
    html.text(" takes the search back. A rule, a failure or a scenario opens with ");
    html.element("kbd", "Enter").text(".");
    html.close();
    html.close().close();
    return html;
  }

  private static String command(Report report) {
    String command =
        "trap-tck run --driver %s --profile %s --seed %d"
            .formatted(
                report.driver().jar(),
                report.profile().name().toLowerCase(Locale.ROOT),
                report.seed());
    return report.run() == null
        ? command
        : command + report.run().words().stream().map(" "::concat).collect(Collectors.joining());
  }
}
