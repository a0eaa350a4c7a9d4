package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import packettrap.runner.report.KitHash;
import packettrap.spec.rule.RuleHistory;

/** A report that somebody else wrote holds, or it is told why not. */
class VerifyTests {
  private static final String OPTIONS =
      """
      implements DriverAbility.TakesOptions {
        public void options(Map<String, String> options) {
          if (!"blue".equals(options.get("colour")) || !"hunter2".equals(options.get("password"))) {
            throw new IllegalArgumentException("colour and password must be right, not " + options);
          }
        }
      }
      """;

  @TempDir Path folder;
  private Path jar;
  private Path report;

  @BeforeEach
  void places() {
    report = folder.resolve("report");
    jar = DriverJars.hostile(folder, "{}").jar("plain.jar");
  }

  private CommandLineRun command(String... arguments) {
    return CommandLineRun.of(new FakeEngine(), arguments);
  }

  /**
   * Judges the driver, with a kit that finds it conformant, or with the real one, which finds that
   * it breaks TRP-31: it takes no notice of frames.
   */
  private void judge(Engine engine, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--driver", jar.toString(), "--report", report.toString()));
    arguments.addAll(List.of(more));
    CommandLineRun run = CommandLineRun.of(engine, arguments.toArray(String[]::new));
    assertTrue(run.status() < 2, run::toString);
  }

  private CommandLineRun verify(Engine engine, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("verify", report.toString(), "--driver", jar.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(engine, arguments.toArray(String[]::new));
  }

  private void edit(String pattern, String replacement) throws IOException {
    Path file = report.resolve("report.json");
    String text = Files.readString(file);
    String edited = text.replaceFirst(pattern, replacement);
    assertFalse(text.equals(edited), pattern);
    Files.writeString(file, edited);
  }

  private static void assertSays(int status, String out, CommandLineRun run) {
    assertEquals("", run.err());
    assertEquals(out, run.out());
    assertEquals(status, run.status());
  }

  private static void assertRefused(String sentence, CommandLineRun run) {
    assertEquals("trap-tck: " + sentence + "\n", run.err());
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  @Test
  void a_true_report_holds_byte_for_byte() {
    judge(new FakeEngine(), "--rule", "ACT-*", "--seed", "-7");
    assertSays(
        0,
        """
        Hostile in plain.jar, profile quick, seed -7, 5 requests compared
        HOLDS: this run writes the same report, byte for byte
        """,
        verify(new FakeEngine()));
  }

  @Test
  void a_report_of_a_broken_driver_holds_with_its_counterexamples_if_it_is_broken_so() {
    judge(Engine.KIT, "--rule", "TRP-31", "--rule", "ACT-0?");
    CommandLineRun run = verify(Engine.KIT);
    assertTrue(run.out().endsWith("\nHOLDS: this run writes the same report, byte for byte\n"));
    assertEquals(0, run.status(), run::toString);
  }

  @Test
  void the_same_jar_under_another_name_and_another_layout_hold_too() throws IOException {
    judge(new FakeEngine());
    jar = Files.copy(jar, folder.resolve("copy.jar"));
    edit("\n  \"seed\"", "\n\n  \"seed\"");
    CommandLineRun run = verify(new FakeEngine());
    assertTrue(run.out().endsWith("\nHOLDS: this run found all that the report says\n"), run::out);
    assertEquals(0, run.status());
  }

  @Test
  void another_jar_is_told_from_its_hash_and_not_run() throws IOException {
    judge(new FakeEngine());
    Path other = DriverJars.hostile(folder, "{ int more; }").jar("other.jar");
    CommandLineRun run = command("verify", report.toString(), "--driver", other.toString());
    assertTrue(run.out().matches("(?s)the report: plain.jar, sha-256 [0-9a-f]{64}\n.*"), run::out);
    assertTrue(
        run.out().endsWith("\nDOES NOT HOLD: the report is about another driver\n"), run::out);
    assertEquals(1, run.status());
  }

  @Test
  void a_verdict_that_was_edited_contradicts_the_rest() throws IOException {
    judge(new FakeEngine());
    edit("\"verdict\": \"pass\"", "\"verdict\": \"fail\"");
    assertSays(
        1,
        """
        It says conformant, and REQ-01 failed.
        REQ-01 failed, and there is no counterexample.
        DOES NOT HOLD: the report contradicts itself, as none does that trap-tck has written
        """,
        verify(new FakeEngine()));
  }

  @Test
  void a_conclusion_that_was_edited_contradicts_the_rules() throws IOException {
    judge(Engine.KIT, "--rule", "TRP-31");
    edit("\"not_conformant\"", "\"conformant\"");
    CommandLineRun run = verify(Engine.KIT);
    assertTrue(run.out().startsWith("It says conformant, and TRP-31 failed.\n"), run::out);
    assertEquals(1, run.status());
  }

  @Test
  void a_failure_that_was_edited_away_is_found_by_its_counterexample() throws IOException {
    judge(Engine.KIT, "--rule", "TRP-31");
    edit("\"not_conformant\"", "\"conformant\"");
    edit("\"verdict\": \"fail\"", "\"verdict\": \"pass\"");
    CommandLineRun run = verify(Engine.KIT);
    assertTrue(
        run.out().contains("counterexample-1.json shows how TRP-31 is broken, and it passed.\n"),
        run::out);
    assertEquals(1, run.status());
  }

  @Test
  void what_was_made_up_without_a_contradiction_is_found_by_running_it_again() throws IOException {
    judge(new FakeEngine(), "--rule", "TRP-31"); // finds everything conformant
    CommandLineRun run = verify(Engine.KIT);
    List<String> lines = run.out().lines().toList();
    assertEquals(
        List.of(
            "conclusion: the report says conformant, this run not conformant",
            "TRP-31: the report says pass, this run fail",
            "number of counterexamples: the report says 0, this run 1"),
        lines.subList(1, 4));
    assertEquals("DOES NOT HOLD: this run found otherwise", lines.get(lines.size() - 1));
    assertEquals(1, run.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "requests": 5             | "requests": 6              | requests compared: the report says 6, this run 5
          "exercised": 5            | "exercised": 4             | ACT-01, exercised: the report says 4, this run 5
          "notProvoked": \\[]       | "notProvoked": ["lldp"]    | traps not provoked: the report says [lldp], this run []
          "remarks": \\[]           | "remarks": ["It is good."] | remarks: the report says [It is good.], this run []
          """)
  void every_other_claim_is_compared_too(String pattern, String replacement, String line)
      throws IOException {
    judge(new FakeEngine(), "--rule", "ACT-01");
    edit(pattern, replacement);
    CommandLineRun run = verify(new FakeEngine());
    assertEquals(line, run.out().lines().toList().get(1));
    assertEquals(1, run.status());
  }

  @Test
  void a_report_gets_no_control_over_the_terminal() throws IOException {
    judge(new FakeEngine());
    edit("\"remarks\": \\[]", "\"remarks\": [\"\\\\u001b[2J\"]");
    CommandLineRun run = verify(new FakeEngine());
    assertEquals("remarks: the report says [?[2J], this run []", run.out().lines().toList().get(1));
  }

  @Test
  void a_rule_that_was_left_out_is_missed() throws IOException {
    judge(new FakeEngine(), "--rule", "ACT-0?");
    edit("(?s)\\{\\s*\"id\": \"ACT-02\".*?\\},", "");
    CommandLineRun run = verify(new FakeEngine());
    assertEquals(
        "ACT-02: the report says not judged, this run pass", run.out().lines().toList().get(1));
    assertEquals(1, run.status());
  }

  @Test
  void a_step_of_a_counterexample_is_compared() throws IOException {
    judge(Engine.KIT, "--rule", "TRP-31");
    edit("\"observed\": \"", "\"observed\": \"It is fine. ");
    CommandLineRun run = verify(Engine.KIT);
    assertTrue(
        run.out().contains("\ncounterexample-1.json, observed: the report says It is fine. "),
        run::out);
    assertEquals(1, run.status());
  }

  @Test
  void another_kit_is_refused_unless_any_will_do_and_then_verdicts_alone_are_compared()
      throws IOException {
    judge(new FakeEngine());
    edit(KitHash.get(), "0".repeat(64));
    edit("\"requests\": 5", "\"requests\": 6");
    assertRefused(
        "The report was made by kit 0.1.0 (00000000) and the same specification, and this is kit"
            + " 0.1.0 (%.8s): use that kit, or --any-kit, which compares the verdicts alone."
                .formatted(KitHash.get()),
        verify(new FakeEngine()));
    assertSays(
        0,
        """
        Hostile in plain.jar, profile quick, seed 1, 5 requests compared
        HOLDS: the verdicts are the same, with another kit; nothing else was compared
        """,
        verify(new FakeEngine(), "--any-kit"));
  }

  @Test
  void another_specification_is_told_with_its_version() throws IOException {
    judge(new FakeEngine());
    edit(RuleHistory.sha256(), "1".repeat(64));
    edit("\"version\": \"1.0\"", "\"version\": \"0.9\"");
    assertRefused(
        "The report was made by kit 0.1.0 (%.8s) and specification 0.9 (11111111), and this is kit"
                .formatted(KitHash.get())
            + " 0.1.0 (%.8s) with specification 1.0 (%.8s): use that kit, or --any-kit, which"
                .formatted(KitHash.get(), RuleHistory.sha256())
            + " compares the verdicts alone.",
        verify(new FakeEngine()));
  }

  @Test
  void with_another_specification_rules_that_only_one_knows_are_left_out() throws IOException {
    judge(new FakeEngine(), "--rule", "ACT-*");
    edit(RuleHistory.sha256(), "1".repeat(64));
    edit("\"ACT-01\"", "\"ACT-99\"");
    assertEquals(0, verify(new FakeEngine(), "--any-kit").status());
    edit(
        "\"ACT-02\",\\s*\"level\": \"must\",\\s*\"verdict\": \"pass\"",
        """
        "ACT-02", "level": "must", "verdict": "not_applicable\"""");
    CommandLineRun run = verify(new FakeEngine(), "--any-kit");
    assertEquals(
        "ACT-02: the report says not applicable, this run pass", run.out().lines().toList().get(1));
    assertEquals(1, run.status());
  }

  @Test
  void counts_are_left_out_for_a_device_in_real_time() throws IOException {
    judge(new FakeEngine());
    edit("\"requests\": 5", "\"requests\": 6");
    CommandLineRun run = verify(new FakeEngine(), "--verdicts");
    assertTrue(run.out().endsWith("\nHOLDS: the verdicts are the same\n"), run::out);
    assertEquals(0, run.status());
  }

  @Test
  void options_are_the_reports_and_hidden_ones_are_asked_for() throws IOException {
    jar = DriverJars.hostile(folder, OPTIONS).jar("options.jar");
    judge(new FakeEngine(), "--option", "colour=blue", "--option", "password=hunter2");
    assertFalse(Files.readString(report.resolve("report.json")).contains("hunter2"));
    assertRefused(
        "The driver needs the option password, which the report hides: give it with --option"
            + " password=VALUE.",
        verify(new FakeEngine()));
    assertEquals(0, verify(new FakeEngine(), "--option", "password=hunter2").status());
    CommandLineRun other =
        verify(new FakeEngine(), "--option", "password=hunter2", "--option", "colour=red");
    assertTrue(other.err().contains("colour and password must be right"), other::err);
    assertEquals(2, other.status());
  }

  @Test
  void a_driver_that_breaks_only_now_leaves_it_open() throws IOException {
    judge(new FakeEngine());
    Engine breaking =
        new FakeEngine() {
          @Override
          protected packettrap.conformance.report.RunResult result(
              packettrap.conformance.report.RunResult passed) {
            throw new packettrap.conformance.DeviceBroke("The driver caught fire.");
          }
        };
    assertSays(
        4,
        """
        Hostile in plain.jar, profile quick, seed 1, 5 requests compared
        The driver caught fire.
        UNKNOWN: this run broke off, so nothing can be said about the report
        """,
        verify(breaking));
  }

  @Test
  void a_driver_that_exits_gets_a_process_of_its_own_again() {
    jar =
        DriverJars.hostile(
                folder, "{ public void receive(int port, Frame frame) { System.exit(7); } }")
            .jar("exiting.jar");
    judge(Engine.KIT, "--fork", "--rule", "DRV-*");
    CommandLineRun run = verify(Engine.KIT);
    assertTrue(
        run.out().endsWith("\nHOLDS: this run writes the same report, byte for byte\n"), run::out);
    assertEquals(0, run.status());
    CommandLineRun inside = verify(Engine.KIT, "--no-fork");
    assertTrue(inside.out().contains("\nUNKNOWN: this run broke off"), inside::out);
    assertEquals(4, inside.status());
  }

  @Test
  void waivers_are_the_reports() throws IOException {
    Path waivers = folder.resolve("waivers.json");
    Files.writeString(
        waivers,
        """
        {"waivers": [
          {"rule": "TRP-31", "reason": "deaf", "link": "https://example.com/1",
           "expires": "2027-01-31"},
          {"rule": "ACT-02", "sha256": "%s", "reason": "another", "link": "https://example.com/2",
           "expires": "2027-01-31"},
          {"rule": "ACT-01", "reason": "old", "link": "https://example.com/3",
           "expires": "2026-01-31"}
        ]}
        """
            .formatted("0".repeat(64)));
    judge(
        Engine.KIT,
        "--rule",
        "TRP-31",
        "--rule",
        "ACT-0?",
        "--waivers",
        waivers.toString(),
        "--date",
        "2026-12-01");
    assertTrue(Files.readString(report.resolve("report.json")).contains("\"waived\""));
    CommandLineRun run = verify(Engine.KIT);
    assertTrue(
        run.out().endsWith("\nHOLDS: this run writes the same report, byte for byte\n"), run::out);
    edit("\"reason\": \"deaf\"", "\"reason\": \"none of your business\"");
    assertEquals(1, verify(Engine.KIT).status());
  }

  @Test
  void the_report_of_a_run_that_broke_off_holds_if_it_breaks_off_again() throws IOException {
    jar = DriverJars.hostile(folder, "{ public Hostile() { throw null; } }").jar("broken.jar");
    assertEquals(
        4, command("run", "--driver", jar.toString(), "--report", report.toString()).status());
    CommandLineRun run = verify(new FakeEngine());
    assertTrue(run.out().endsWith("HOLDS: this run writes the same report, byte for byte\n"));
    assertEquals(0, run.status());
  }

  @Test
  void nothing_is_left_behind_unless_it_is_wanted() throws IOException {
    judge(new FakeEngine());
    Path kept = folder.resolve("kept");
    assertEquals(0, verify(new FakeEngine(), "--report", kept.toString()).status());
    assertEquals(
        Files.readString(report.resolve("report.json")),
        Files.readString(kept.resolve("report.json")));
  }

  @Test
  void what_is_no_report_is_told_in_a_sentence() throws IOException {
    Path file = folder.resolve("some.json");
    String[] arguments = {"verify", file.toString(), "--driver", jar.toString()};
    assertRefused("There is no report " + file + ".", command(arguments));
    Files.writeString(file, "no JSON");
    String noReport = file + " is no report of trap-tck: ";
    assertRefused(noReport + "line 1, column 1: expected null", command(arguments));
    Files.write(file, new byte[] {(byte) 0xff, 0, (byte) 0x80});
    assertRefused(noReport + "it is no text.", command(arguments));
    Files.writeString(file, "{\"schema\": 1}");
    assertRefused(noReport + "it has no kit.", command(arguments));
    Files.writeString(file, "{\"schema\": 2, \"of\": \"the future\"}");
    assertRefused(
        file + " has version 2 of the report's schema; this kit reads version 1.",
        command(arguments));
    Files.writeString(file, "null");
    assertRefused(noReport + "it has no schema.", command(arguments));
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    assertRefused(noReport + "it is too large.", command(arguments));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "schema": 1 | "schema": -1 | has version -1 of the report's schema; this kit reads version 1.
          "remarks": \\[\\] | "remarks": [null] | is no report of trap-tck: it has an empty remark, trap or explanation.
          "remarks": | "waivers": [{}], "remarks": | is no report of trap-tck: of a waiver in it, it is empty.
          "remarks": | "waivers": [{"rule": "REQ-01", "state": "used", "versions": "x", "reason": "r", "link": "l", "expires": "2027-01-31"}], "remarks": | is no report of trap-tck: of a waiver in it, versions must be a range as in [1.0,2.0), not x.
          """)
  void a_report_with_what_no_report_has_is_refused(String pattern, String text, String sentence)
      throws IOException {
    judge(new FakeEngine());
    edit(pattern, text);
    assertRefused(report + " " + sentence, verify(new FakeEngine()));
  }

  @Test
  void a_report_that_does_not_say_how_it_was_made_cannot_be_repeated() throws IOException {
    judge(new FakeEngine());
    edit("(?s)  \"run\": \\{.*?\\},\n(?=  \"conclusion\")", "");
    assertRefused(
        report
            + " does not say what its run was asked for, so it cannot be repeated; a newer kit's"
            + " report does.",
        verify(new FakeEngine()));
  }

  @Test
  void a_driver_must_be_named() {
    judge(new FakeEngine());
    CommandLineRun run = command("verify", report.toString());
    assertEquals(
        "trap-tck: Missing required option: '--driver=JAR'", run.err().lines().findFirst().get());
    assertEquals(2, run.status());
  }
}
