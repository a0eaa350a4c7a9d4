package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import packettrap.conformance.report.Conclusion;
import packettrap.conformance.report.RuleResult;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.TrapCoverage;
import packettrap.conformance.report.Verdict;
import packettrap.runner.driver.DriverJar;
import packettrap.runner.report.waiver.Identity;
import packettrap.runner.report.waiver.Waiver;
import packettrap.runner.report.waiver.Waivers;
import packettrap.spec.rule.Level;
import packettrap.spec.trap.TrapType;

/** A rule that is waived is tested and does not count; a waiver too many does. */
class WaiverTests {
  @TempDir Path folder;
  private Path jar;
  private String hash;

  /** The hello driver, but it floods what it should drop. */
  @BeforeEach
  void build() throws IOException {
    jar = ShardTests.flooding(folder);
    hash = DriverJar.open(jar).sha256();
  }

  private CommandLineRun run(String waivers, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("waivers.json"), waivers);
    String[] arguments = {
      "run",
      "--driver",
      jar.toString(),
      "--report",
      folder.resolve("out").toString(),
      "--waivers",
      file.toString()
    };
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return CommandLineRun.of(Engine.KIT, all);
  }

  private String waiver(String rule, String expires) {
    return """
        {"waivers": [{"rule": "%s", "sha256": "%s", "reason": "the chip floods",
          "link": "https://example.com/17", "expires": "%s"}]}
        """
        .formatted(rule, hash, expires);
  }

  private String report() throws IOException {
    return Files.readString(folder.resolve("out/report.json"));
  }

  @Test
  void a_broken_rule_that_is_waived_does_not_fail_the_run() throws IOException {
    CommandLineRun run =
        run(waiver("DRV-05", "2027-01-31"), "--date", "2027-01-31", "--rule", "DRV-05");
    assertEquals("", run.err());
    assertEquals(0, run.status(), run::out);
    assertTrue(run.out().contains("1 rules: 1 waived"), run::out);
    assertTrue(run.out().endsWith("\nCONFORMANT (1 of 292 rules, 1 waived)\n"), run::out);
    assertTrue(report().contains("\"verdict\": \"waived\""), report());
    assertTrue(report().contains("DRV-05 is waived until 2027-01-31: the chip floods"));
    ReportTests.assertKeepsSchema(report());
    assertTrue(Files.exists(folder.resolve("out/counterexample-1.json")));
  }

  /** What only a driver shows that drops stays open, until it is waived too. */
  @Test
  void the_kit_goes_on_where_a_waived_rule_is_broken() throws IOException {
    CommandLineRun stopped = run("{\"waivers\": []}");
    assertTrue(stopped.out().contains(" 1 fail, 178 not applicable, 3 incon"), stopped::out);
    CommandLineRun run = run(waiver("DRV-05", "2027-01-31"), "--date", "2027-01-31");
    assertTrue(run.out().contains(" 1 waived, 2 inconclusive"), run::out);
    assertEquals(3, run.status(), run::out);
    String open =
        run.out().lines().filter(l -> l.startsWith("never exercised: ")).findFirst().get();
    String waivers =
        Stream.of(("DRV-05, " + open.substring("never exercised: ".length())).split(", "))
            .map(rule -> waiver(rule, "2027-01-31"))
            .map(file -> file.substring(file.indexOf('[') + 1, file.indexOf(']')))
            .collect(Collectors.joining(","));
    CommandLineRun green =
        run("{\"waivers\": [" + waivers + "]}", "--date", "2027-01-31", "--quiet");
    assertEquals("CONFORMANT (3 waived)\n", green.out());
    assertEquals(0, green.status());
  }

  @Test
  void a_rule_that_was_never_exercised_can_be_waived_without_another() {
    RunResult open =
        new RunResult(
            Conclusion.INCONCLUSIVE,
            1,
            List.of(new RuleResult("DRV-05", Level.MUST, Verdict.INCONCLUSIVE, 0, "never", null)),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(new TrapCoverage("lldp", TrapType.CONTROL, "lldp", 0, 0, 0, List.of())));
    Waiver waiver = new Waiver("DRV-05", null, null, "r", "l", "2027-01-31");
    Waivers waivers = new Waivers(List.of(waiver), List.of());
    Identity driver = new Identity("D", "0", null);
    assertEquals(Conclusion.CONFORMANT, waivers.applied(open, driver).result().conclusion());
  }

  @Test
  void a_waiver_hides_no_other_fault() throws IOException {
    jar =
        ShardTests.hello(
            folder,
            "and-forgetful.jar",
            "action == TrapAction.MIRROR) {",
            "action != TrapAction.TRAP) {",
            "host.report(trap, port, frame);",
            "boolean wrong = trap == MULTICAST_SOURCE && ++reports == 4;"
                + " host.report(trap, wrong ? 1 + port % 4 : port, frame);",
            "private TrapHost host;",
            "private TrapHost host; private int reports;");
    hash = DriverJar.open(jar).sha256();
    CommandLineRun run = run(waiver("DRV-05", "2027-01-31"), "--date", "2027-01-31");
    assertEquals(1, run.status());
    assertTrue(run.out().contains("\nFAIL MET-02: "), run::out);
    assertTrue(run.out().contains(" 1 waived"), run::out);
    assertTrue(run.out().contains("\nHow MET-02"), run::out);
    assertFalse(run.out().contains("\nHow DRV-05 was broken"), "what is waived is no story");
  }

  @Test
  void an_expired_waiver_fails_the_run() throws IOException {
    CommandLineRun run = run(waiver("DRV-05", "2027-01-31"), "--date", "2027-02-01");
    assertEquals(1, run.status());
    assertTrue(
        run.out().contains("The waiver of DRV-05 has expired: it held until 2027-01-31"), run::out);
    assertTrue(run.out().contains("FAIL DRV-05"), run::out);
    assertFalse(report().contains("2027-02-01"), "the day on which it was looked at");
    String junit = Files.readString(folder.resolve("out/junit.xml"));
    assertTrue(
        junit.contains("<testsuite name=\"Waivers\" tests=\"1\" failures=\"1\" errors"), junit);
  }

  @Test
  void a_rule_that_is_kept_must_not_be_waived() throws IOException {
    CommandLineRun run =
        run(waiver("REQ-01", "2027-01-31"), "--date", "2027-01-31", "--rule", "REQ-01");
    assertEquals(1, run.status(), run::out);
    assertTrue(
        run.out()
            .replace("\n  ", " ")
            .contains(
                "The waiver of REQ-01 is not needed: the driver keeps the rule. Take it out"
                    + " (https://example.com/17)."),
        run::out);
    assertTrue(report().contains("\"state\": \"unexpected_pass\""));
  }

  @Test
  void a_waiver_for_another_jar_waives_nothing() throws IOException {
    hash = "0".repeat(64);
    CommandLineRun run = run(waiver("DRV-05", "2027-01-31"), "--date", "2027-01-01");
    assertEquals(1, run.status());
    assertTrue(run.out().contains("FAIL DRV-05"), run::out);
    assertTrue(run.out().contains("\nThe waiver of DRV-05 is for another jar, not"), run::out);
    assertTrue(report().contains("\"state\": \"other_driver\""));
  }

  private static String ranged(String versions) {
    return """
        {"waivers": [{"rule": "DRV-05", "versions": "%s", "reason": "the chip floods",
          "link": "https://example.com/17", "expires": "2027-01-31"}]}
        """
        .formatted(versions);
  }

  @Test
  void a_range_of_versions_is_about_what_the_manifest_says() throws IOException {
    jar = ShardTests.versioned(jar, "1.5");
    String[] more = {"--date", "2027-01-31", "--rule", "DRV-05"};
    assertEquals(0, run(ranged("[1.0,2.0)"), more).status());
    assertTrue(report().contains("\"version\": \"1.5\""), report());
    CommandLineRun other = run(ranged("[2.0,)"), more);
    assertEquals(1, other.status());
    assertTrue(
        other
            .out()
            .contains("\nThe waiver of DRV-05 is for versions [2.0,), not for this driver.\n"),
        other::out);
  }

  @Test
  void a_range_of_versions_cannot_be_about_a_driver_that_has_none() throws IOException {
    CommandLineRun run = run(ranged("[1.0,2.0)"));
    assertEquals(
        "trap-tck: The waiver of DRV-05 is for versions [1.0,2.0), but flooding.jar has no version"
            + " (a jar's manifest says it, as Implementation-Version); leave versions out, or name"
            + " the sha256 instead.\n",
        run.err());
    assertEquals(2, run.status());
    assertTrue(Files.notExists(folder.resolve("out")));
  }

  @Test
  void what_is_printed_for_github_and_for_junit_says_why_a_rule_is_waived() throws IOException {
    Path summary = folder.resolve("summary.md");
    Path file = Files.writeString(folder.resolve("w.json"), waiver("DRV-05", "2027-01-31"));
    CommandLineRun run =
        CommandLineRun.of(
            Engine.KIT,
            false,
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()),
            "run",
            "--driver",
            jar.toString(),
            "--report",
            folder.resolve("out").toString(),
            "--waivers",
            file.toString(),
            "--date",
            "2027-02-01");
    assertTrue(
        run.err().contains("::error title=waiver::The waiver of DRV-05 has expired: "), run::err);
    assertTrue(
        Files.readString(summary).contains("- **WAIVER** The waiver of DRV-05 has expired: "));
    run(waiver("DRV-05", "2027-01-31"), "--date", "2027-01-31", "--rule", "DRV-05");
    String sentence = "DRV-05 is waived until 2027-01-31: the chip floods (https://example.com/17)";
    String junit = Files.readString(folder.resolve("out/junit.xml"));
    assertTrue(junit.contains("<skipped message=\"WAIVED: " + sentence + "\""), junit);
    String page = Files.readString(folder.resolve("out/report.html"));
    assertTrue(page.contains("<dt>Waived</dt><dd>" + sentence), page);
    assertTrue(page.contains("keeps all rules that apply to it but for 1 that is waived"), page);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          XXX-01 | "sha256": "%s" | 2027-01-31 | there is no rule XXX-01
          DRV-05 | "sha256": "12" | 2027-01-31 | sha256 must be 64 hexadecimal digits in lower case
          DRV-05 | "versions": "1.0" | 2027-01-31 | versions must be a range as in [1.0,2.0), not 1.0
          DRV-05 | "versions": "[1.0]" | soon | expires must be a date as in 2027-01-31, not soon
          """)
  void a_waiver_that_cannot_be_used_is_refused_in_one_sentence(
      String rule, String driver, String expires, String wrong) throws IOException {
    CommandLineRun run =
        run(
            """
            {"waivers": [{"rule": "%s", %s, "reason": "r", "link": "l", "expires": "%s"}]}
            """
                .formatted(rule, driver.replace("%s", hash), expires));
    assertEquals(
        "trap-tck: " + folder.resolve("waivers.json") + ", waiver 1: " + wrong + ".\n", run.err());
    assertEquals(2, run.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                       | it has no list "waivers"
          null                                     | it has no list "waivers"
          {"waivers": [{"rules": "DRV-05"}]}       | unknown key "rules": Waiver has rule, versions
          {"waivers": [{}]}                        | it has no rule, as in "rule": "DRV-05"
          {"waivers": [{"rule": "DRV-05"}]}        | it has no reason
          {"waivers": [{"rule": "DRV-05", "reason": "r"}]} | it has no link
          {"waivers": [{"rule": "DRV-05", "reason": "r", "link": "l"}]} | it has no day on which it expires, as in "expires": "2027-01-31"
          """)
  void a_waiver_that_lacks_something_is_refused_in_one_sentence(String text, String wrong)
      throws IOException {
    CommandLineRun run = run(text);
    assertTrue(run.err().contains(wrong), run::err);
    assertEquals(1, run.err().lines().count(), run::err);
    assertEquals(2, run.status());
  }

  @Test
  void a_file_that_is_no_json_is_refused_in_one_sentence() throws IOException {
    CommandLineRun run = run("DRV-05");
    assertTrue(run.err().contains("waivers.json is no file of waivers: "), run::err);
    assertEquals(1, run.err().lines().count());
    assertEquals(2, run.status());
  }
}
