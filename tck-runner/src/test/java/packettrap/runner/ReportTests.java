package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import packettrap.conformance.exhaustive.Plan;
import packettrap.conformance.exhaustive.Size;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.RuleResult;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.TraceStep;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.conformance.report.Verdict;
import packettrap.runner.report.KitHash;
import packettrap.runner.report.Repetition;
import packettrap.runner.report.Report;
import packettrap.spec.json.Json;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.rule.RuleHistory;

/** The files and the screen that a run leaves behind, for every verdict there is. */
class ReportTests {
  private static final Counterexample COUNTEREXAMPLE =
      new Counterexample(
          List.of("ACT-04", "REQ-01"),
          "actions",
          -3,
          "the action is <drop>",
          "the action stays \"trap\" \u0001 & \ud83d",
          List.of(
              new TraceStep(
                  new Request.Unprivileged(new Request.TrapGet("lldp")),
                  new Reply.Failed(Errno.EPERM, null),
                  List.of()),
              new TraceStep(
                  new Request.Inject(1, List.of(Frame.parse("00"))),
                  null,
                  List.of(new Event.Received(1, Frame.parse("00"))))));

  private static final Guarantee GUARANTEE =
      new Guarantee(
          "XS",
          1,
          180,
          5714,
          List.of("trap show lldp"),
          List.of("replies"),
          List.of("packets"),
          20,
          100,
          7,
          "There is no guarantee: 7 of 20 tests were passed before one failed.");

  /**
   * Finds every verdict once, in the order of the rules; the second fails, and the third deviates.
   */
  private static final Engine ALL_VERDICTS =
      new FakeEngine() {
        @Override
        protected RunResult result(RunResult passed) {
          List<RuleResult> rules = new ArrayList<>(passed.rules());
          Verdict[] verdicts = Verdict.values();
          for (int i = 0; i < verdicts.length; i++) {
            RuleResult rule = rules.get(i);
            boolean found = verdicts[i] == Verdict.FAIL || verdicts[i] == Verdict.DEVIATION;
            String reason = found || verdicts[i] == Verdict.PASS ? null : "because";
            rules.set(
                i,
                new RuleResult(
                    rule.rule(), rule.level(), verdicts[i], i, reason, found ? 0 : null));
          }
          return new RunResult(
              Conclusion.NOT_CONFORMANT,
              passed.requests(),
              rules,
              List.of(COUNTEREXAMPLE),
              List.of("early_drop"),
              null,
              GUARANTEE,
              new TransitionCoverage("M", 180, 5714, 17));
        }
      };

  @TempDir Path folder;
  private Path report;
  private Path jar;

  @BeforeEach
  void build() {
    report = folder.resolve("a/report");
    jar = DriverJars.hostile(folder, "{}").jar("plain.jar");
  }

  private CommandLineRun run(Engine engine, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--driver", jar.toString(), "--report", report.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(engine, arguments.toArray(String[]::new));
  }

  static void assertKeepsSchema(String json) throws IOException {
    assertEquals(Set.of(), violations(json));
  }

  private static Set<?> violations(String json) throws IOException {
    try (InputStream in = Report.class.getResourceAsStream("report.schema.json")) {
      String schemaText = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaText);
      return schema.validate(json, InputFormat.JSON);
    }
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(report)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }

  @Test
  void the_report_keeps_its_schema_and_can_be_read_back() throws IOException {
    CommandLineRun run = run(ALL_VERDICTS, "--seed", "-9223372036854775808");
    assertEquals(1, run.status(), run::err);
    String json = Files.readString(report.resolve("report.json"));
    assertEquals(Set.of(), violations(json));
    Report read = Json.read(json, Report.class);
    assertEquals(Long.MIN_VALUE, read.seed());
    assertEquals(List.of(COUNTEREXAMPLE), read.counterexamples());
    assertEquals("counterexample-1.json", read.rules().get(1).trace());
    assertEquals(json, Json.pretty(read));
  }

  @Test
  void the_schema_refuses_what_is_no_report() throws IOException {
    run(ALL_VERDICTS);
    String json = Files.readString(report.resolve("report.json"));
    assertFalse(violations(json.replace("\"must\"", "\"perhaps\"")).isEmpty());
    assertFalse(violations(json.replace("not_conformant", "error")).isEmpty());
  }

  @Test
  void the_report_says_how_the_run_can_be_repeated_and_keeps_secrets() throws IOException {
    jar =
        DriverJars.hostile(
                folder,
                """
                implements DriverAbility.TakesOptions {
                  public void options(Map<String, String> options) {}
                }
                """)
            .jar("options.jar");
    run(
        ALL_VERDICTS,
        "--option",
        "chip=7",
        "--option",
        "apiKey=hunter2",
        "--rule",
        "REQ-*",
        "--exhaustive",
        "1",
        "--scope",
        "sh",
        "--time-limit",
        "3");
    Report read = Json.read(Files.readString(report.resolve("report.json")), Report.class);
    assertEquals(
        new Repetition(
            Map.of("chip", "7"), List.of("apiKey"), List.of("REQ-*"), new Plan(Size.SH, 1), 3),
        read.run());
    for (String text : files().values()) {
      assertFalse(text.contains("hunter2"), text);
    }
    assertTrue(
        files()
            .get("report.html")
            .contains(
                " --seed 1 --option chip=7 --option apiKey=... --rule REQ-* --exhaustive 1"
                    + " --scope SH<"));
  }

  @Test
  void every_file_for_machines_says_by_what_was_judged() throws Exception {
    run(new FakeEngine());
    Report read = Json.read(Files.readString(report.resolve("report.json")), Report.class);
    assertEquals(KitHash.get(), read.kitSha256());
    assertEquals("1.0", read.specification().version());
    assertEquals(RuleHistory.sha256(), read.specification().sha256());
    String junit = files().get("junit.xml");
    assertTrue(
        junit.contains("<property name=\"kit.sha256\" value=\"" + KitHash.get() + "\"/>"), junit);
    assertTrue(
        junit.contains(
            "<property name=\"specification.sha256\" value=\"" + RuleHistory.sha256() + "\"/>"),
        junit);
    assertTrue(files().get("report.html").contains("kit 0.1.0 (SHA-256 " + KitHash.get() + ")"));
  }

  @Test
  void a_run_that_broke_off_keeps_the_schema_too() throws IOException {
    jar = DriverJars.hostile(folder, "{ public Hostile() { throw null; } }").jar("broken.jar");
    assertEquals(4, run(new FakeEngine()).status());
    assertEquals(Set.of(), violations(Files.readString(report.resolve("report.json"))));
  }

  @Test
  void a_counterexample_is_a_file_of_its_own() throws IOException {
    run(ALL_VERDICTS);
    assertEquals(
        Set.of(
            "counterexample-1.json",
            "counterexample-1.sh",
            "Counterexample1Tests.java",
            "junit.xml",
            "report.html",
            "report.json"),
        files().keySet());
    String json = Files.readString(report.resolve("counterexample-1.json"));
    assertEquals(COUNTEREXAMPLE, Json.read(json, Counterexample.class));
  }

  @Test
  void the_same_run_leaves_the_same_bytes() throws IOException {
    CommandLineRun first = run(ALL_VERDICTS);
    Map<String, String> files = files();
    assertEquals(first, run(ALL_VERDICTS));
    assertEquals(files, files());
  }

  @Test
  void a_report_of_an_earlier_run_is_taken_away_and_other_files_stay() throws IOException {
    Files.createDirectories(report);
    Files.writeString(report.resolve("counterexample-9.json"), "old");
    Files.writeString(report.resolve("counterexample-9.sh"), "old");
    Files.writeString(report.resolve("Counterexample9Tests.java"), "old");
    Files.writeString(report.resolve("driver-output.txt"), "old");
    Files.writeString(report.resolve("notes.txt"), "mine");
    assertEquals(0, run(new FakeEngine()).status());
    assertEquals(Set.of("junit.xml", "notes.txt", "report.html", "report.json"), files().keySet());
  }

  @Test
  void junit_counts_what_it_lists() throws Exception {
    run(ALL_VERDICTS);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.resolve("junit.xml").toFile());
    Element root = document.getDocumentElement();
    // FAIL; INCONCLUSIVE (all first rules are MUST) and ERROR; DEVIATION, NOT_APPLICABLE, WAIVED
    assertEquals("1", root.getAttribute("failures"));
    assertEquals("2", root.getAttribute("errors"));
    assertEquals("3", root.getAttribute("skipped"));
    for (String kind : List.of("testcase", "failure", "error", "skipped")) {
      String counter = kind.equals("skipped") ? kind : kind.replace("testcase", "test") + "s";
      assertEquals(
          root.getAttribute(counter), "" + document.getElementsByTagName(kind).getLength());
    }
    Element failure = (Element) document.getElementsByTagName("failure").item(0);
    assertEquals(
        "FAIL: observed: the action is <drop>;"
            + " demanded: the action stays \"trap\" \ufffd & \ufffd",
        failure.getAttribute("message"));
    assertFalse(Files.readString(report.resolve("junit.xml")).contains(" timestamp="));
  }

  @Test
  void the_summary_says_what_the_device_would_have_to_be_like_for_the_rules_left_out() {
    Engine engine =
        new FakeEngine() {
          @Override
          protected RunResult result(RunResult passed) {
            List<RuleResult> rules = new ArrayList<>(passed.rules());
            for (int i = 0; i < 6; i++) {
              String reason = i < 2 ? "is big" : i < 5 ? "takes frames" : "has one port";
              RuleResult rule = rules.get(i);
              rules.set(
                  i,
                  new RuleResult(
                      rule.rule(),
                      rule.level(),
                      Verdict.NOT_APPLICABLE,
                      0,
                      "applies to a device that " + reason,
                      null));
            }
            return new RunResult(
                Conclusion.CONFORMANT,
                passed.requests(),
                rules,
                List.of(),
                List.of(),
                null,
                null,
                null);
          }
        };
    String summary = run(engine).out();
    assertTrue(
        summary.contains(
            "\nnot applicable are, among others, rules for a device that takes frames (3), is\n  big (2)\n"),
        summary);
  }

  @Test
  void the_summary_fits_on_a_screen_and_shows_what_was_broken() {
    String summary = run(ALL_VERDICTS).out();
    assertTrue(summary.lines().count() <= 23, summary);
    assertTrue(summary.lines().allMatch(line -> line.length() < 80), summary);
    assertTrue(summary.contains("\nFAIL REQ-02: "), summary);
    assertTrue(summary.contains("\nDEVIATION REQ-03: "), summary);
    assertTrue(summary.contains("\nneither kit nor driver has frames for: early_drop\n"), summary);
    assertTrue(summary.endsWith("\nreport: " + report + "\nNOT CONFORMANT (1 waived)\n"), summary);
  }

  @Test
  void the_summary_of_a_conformant_device_fits_and_has_a_line_for_every_family() {
    String summary = run(new FakeEngine()).out();
    assertTrue(summary.lines().count() <= 23, summary);
    for (var family : packettrap.spec.rule.Family.values()) {
      assertTrue(summary.contains("\n" + family + " " + family.title() + " "), summary);
    }
    assertTrue(summary.contains("\nprofile quick, seed 1, 5 requests compared\n"), summary);
    assertTrue(
        summary.contains(
            "\nkit 0.1.0 (%.8s), specification 1.0 (%.8s)\n"
                .formatted(KitHash.get(), RuleHistory.sha256())),
        summary);
    assertTrue(summary.endsWith("\nCONFORMANT\n"), summary);
  }

  @Test
  void a_report_that_cannot_be_written_in_the_end_is_complained_about() throws IOException {
    String body =
        """
        { public void receive(int port, Frame frame) {
            try { java.nio.file.Files.delete(java.nio.file.Path.of("%s")); }
            catch (java.io.IOException e) { throw new IllegalStateException(e); }
          }
        }
        """
            .formatted(report);
    jar = DriverJars.hostile(folder, body).jar("deleting.jar");
    CommandLineRun run = run(new FakeEngine());
    assertTrue(
        run.err().startsWith("trap-tck: The report could not be written to " + report), run::err);
    assertEquals(4, run.status());
  }
}
