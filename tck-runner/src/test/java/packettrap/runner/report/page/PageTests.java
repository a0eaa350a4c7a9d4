package packettrap.runner.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.conformance.report.TraceStep.ReferenceStep;
import packettrap.runner.report.Report;
import packettrap.runner.report.Reports;
import packettrap.runner.report.page.Differences.Pair;
import packettrap.runner.report.waiver.WaiverUse;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.rule.Catalogue;

class PageTests {
  private static final String EVIL = "<script>alert(1)</script>\"'&\u0000\ud800\u202e";

  private static Report renamed(Report report, String driver) {
    return new Report(
        report.schema(),
        report.kit(),
        report.kitSha256(),
        report.specification(),
        new Report.JudgedDriver(driver, driver, report.driver().sha256()),
        report.profile(),
        report.seed(),
        report.run(),
        report.conclusion(),
        driver,
        report.requests(),
        report.rules(),
        report.counterexamples(),
        report.explanations(),
        report.traps(),
        List.of(driver),
        report.exhaustive(),
        report.transitions(),
        List.of(driver),
        List.of(new WaiverUse("ACT-04", WaiverUse.State.EXPIRED, null, driver, driver, driver)));
  }

  @Test
  void whatever_a_driver_is_called_is_text() {
    String page = Page.of(renamed(Reports.failing(), EVIL));
    assertFalse(page.contains("<script>alert"), "a script came through");
    assertTrue(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\ufffd\ufffd\ufffd"));
    assertFalse(page.codePoints().anyMatch(c -> c == 0 || c == 0x202e || c == 0xd800));
  }

  @Test
  void the_same_report_gives_the_same_page() {
    assertEquals(Page.of(Reports.failing()), Page.of(Reports.failing()));
  }

  @Test
  void the_page_names_no_place_in_a_network() {
    String page = Page.of(Reports.failing());
    assertFalse(page.contains("http:") || page.contains("https:") || page.contains("//fonts"));
    assertFalse(page.contains(" src=") || page.contains("@import") || page.contains("url("));
    assertFalse(page.contains("<!--") || page.contains("/*style*/") || page.contains("/*script*/"));
  }

  @Test
  void every_rule_has_a_row_and_every_failure_its_story() {
    Report report = Reports.failing();
    String page = Page.of(report);
    Catalogue.rules().forEach(rule -> assertTrue(page.contains("<tr id=\"" + rule.id() + "\"")));
    for (int i = 0; i < report.counterexamples().size(); i++) {
      assertTrue(page.contains("id=\"counterexample-" + (i + 1) + "\""));
    }
    String story = page.substring(page.indexOf("class=\"story\""));
    for (String part :
        List.of("Demanded", "Before that", "Why the rule", "Usual cause", "Most alike")) {
      assertTrue(story.contains("<dt>" + part + "</dt>"), part);
    }
  }

  @Test
  void the_field_that_differs_is_marked_on_both_sides() {
    Reply drop = new Reply.MonitorStats(0, 3);
    Reply trap = new Reply.MonitorStats(0, 4);
    Counterexample counterexample =
        new Counterexample(
            List.of("MON-19"),
            "x",
            1,
            "3",
            "4",
            List.of(
                new TraceStep(
                    new Request.MonitorStatsGet(),
                    drop,
                    List.of(),
                    new ReferenceStep(trap, List.of()))));
    String timeline = TimeLine.of(counterexample).toString();
    assertTrue(timeline.contains("<mark>3</mark>"), timeline);
    assertTrue(timeline.contains("<mark>4</mark>"), timeline);
    assertEquals(2, timeline.split("<mark>", -1).length - 1);
  }

  @Test
  void lines_that_only_one_side_has_stand_alone() {
    List<Pair> pairs =
        Differences.pairs(List.of("done", "a", "both", "c"), List.of("done", "both", "d", "e"));
    assertEquals(
        List.of(
            new Pair("done", "done"),
            new Pair("a", null),
            new Pair("both", "both"),
            new Pair("c", "d"),
            new Pair(null, "e")),
        pairs);
  }

  @Test
  void the_parts_of_a_text_are_the_text() {
    List<String> texts = new ArrayList<>();
    for (Counterexample counterexample : Reports.failing().counterexamples()) {
      counterexample.steps().forEach(step -> texts.addAll(Side.device(step)));
    }
    texts.add("x ".repeat(1500));
    for (String text : texts) {
      for (String other : List.of("", "done", texts.get(0))) {
        assertEquals(
            text,
            Differences.parts(text, other).stream()
                .map(Differences.Part::text)
                .collect(Collectors.joining()));
      }
    }
  }
}
