package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import packettrap.spec.rule.Catalogue;

/** The commands, their help, and what they say to who mistypes them. */
class CommandLineTests {
  @TempDir Path folder;

  private static CommandLineRun run(String... arguments) {
    return CommandLineRun.of(new FakeEngine(), arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "--help",
    "-h",
    "run --help",
    "learn --help",
    "classify --help",
    "replay --help",
    "diff --help",
    "verify --help",
    "merge --help",
    "self-test --help",
    "shell --help",
    "rules --help"
  })
  void help_is_everywhere(String arguments) {
    CommandLineRun run = run(arguments.split(" "));
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("Usage: trap-tck "), run::out);
    assertTrue(run.out().lines().allMatch(line -> line.length() <= 80), run::out);
  }

  @ParameterizedTest
  @CsvSource({"--version", "-V", "run --version", "rules -V"})
  void the_version_is_everywhere(String arguments) {
    CommandLineRun run = run(arguments.split(" "));
    assertEquals(0, run.status());
    assertEquals("trap-tck 0.1.0, specification 1.0, driver interface 1\n", run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run --colour blue | Unknown options: '--colour', 'blue'
          run --seed x | Invalid value for option '--seed': 'x' is not a long
          run --profile slow | Invalid value for option '--profile': 'slow' is none of quick, full, soak
          run --option size | Value for option '--option' (K=V) should be in KEY=VALUE format but was size
          run --time-limit 0 | --time-limit must be 1 second or more, not 0.
          run --exhaustive 3 | --exhaustive must be 0, 1 or 2, not 3.
          run --exhaustive all | --exhaustive must be 0, 1 or 2, not all.
          run --scope XS | --scope needs --exhaustive: it says what a complete suite is about.
          run --scope L | Invalid value for option '--scope': expected one of [XS, SH, S, M] (case-insensitive) but was 'L'
          run --rule XYZ-* | No rule matches --rule XYZ-*; trap-tck rules lists them all.
          learn --extra-states x | --extra-states must be 0, 1 or 2, not x.
          learn --extra-states 3 | --extra-states must be 0, 1 or 2, not 3.
          learn --time-limit 0 | --time-limit must be 1 second or more, not 0.
          classify | Missing required parameter: 'FILE'
          classify none.pcap | There is no file none.pcap.
          classify . | . is a directory; a capture is a pcap or pcapng file.
          classify none.pcap --port one | Invalid value for option '--port': 'one' is not an int
          classify none.pcap --config none | There is neither a file nor a bundled switch none for --config; one that is bundled is common-switch.
          classify none.pcap --time-limit 0 | --time-limit must be 1 second or more, not 0.
          classify none.pcap --alert-mode packet | --alert-mode needs --capture: it says what alerts are written there.
          classify none.pcap --trunc-len 14 | --trunc-len needs --capture: it says what alerts are written there.
          classify none.pcap --capture a.pcap --trunc-len -1 | --trunc-len must be from 0 to 4294967295, not -1.
          classify none.pcap --capture a.pcap --alert-mode both | Invalid value for option '--alert-mode': expected one of [SUMMARY, PACKET] (case-insensitive) but was 'both'
          rules XYZ-01 | There is no rule XYZ-01; trap-tck rules lists them all.
          rule | Unmatched argument at index 0: 'rule'
          """)
  void wrong_usage_is_told_in_a_sentence(String arguments, String sentence) {
    CommandLineRun run = run(arguments.split(" "));
    assertEquals("trap-tck: " + sentence, run.err().lines().findFirst().orElse(""));
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  @Test
  void a_driver_that_is_neither_a_file_nor_bundled_is_told_from_those_that_are() {
    CommandLineRun run = run("run", "--driver", "nix");
    String sentence = "trap-tck: There is neither a file nor a bundled driver nix; bundled are: ";
    assertTrue(run.err().startsWith(sentence), run::err);
    assertEquals(2, run.status());
  }

  @Test
  void the_rules_are_listed_one_a_line() {
    CommandLineRun run = run("rules");
    assertEquals(0, run.status());
    assertEquals(Catalogue.rules().size(), run.out().lines().count());
    assertTrue(run.out().startsWith("REQ-01 MUST   "), run::out);
  }

  @Test
  void a_rule_is_shown_whole() {
    CommandLineRun run = run("rules", "act-04");
    assertEquals(0, run.status());
    var rule = Catalogue.find("ACT-04").orElseThrow();
    assertEquals(
        """
        ACT-04 (Trap actions), MUST

        %s

        Why:
          %s

        Source:
          %s

        Applies if the device:
          can be changed, has exception or control traps

        If a device breaks it, look at:
          %s

        Since:
          specification 1.0
        """
            .formatted(rule.sentence(), rule.why(), rule.source(), rule.hint()),
        run.out());
  }

  @Test
  void only_the_rules_asked_for_are_judged() {
    Path jar = DriverJars.hostile(folder, "{}").jar("plain.jar");
    String report = folder.resolve("report").toString();
    CommandLineRun run =
        run(
            "run",
            "--driver",
            jar.toString(),
            "--report",
            report,
            "--rule",
            "act-0?",
            "--rule",
            "MON-*");
    long expected =
        Catalogue.rules().stream().filter(rule -> rule.id().matches("ACT-0.|MON-.*")).count();
    assertTrue(
        run.out()
            .endsWith(
                "CONFORMANT (%d of %d rules)\n".formatted(expected, Catalogue.rules().size())),
        run::out);
  }

  @Test
  void the_alerts_of_a_run_are_captured_if_they_are_wanted() {
    Path jar = DriverJars.hostile(folder, "{}").jar("plain.jar");
    Path report = folder.resolve("report");
    Path alerts = folder.resolve("alerts.pcap");
    String[] arguments = {
      "run",
      "--driver",
      jar.toString(),
      "--report",
      report.toString(),
      "--capture",
      alerts.toString()
    };
    CommandLineRun run = run(arguments);
    assertEquals("", run.err());
    assertTrue(run.out().contains("\nalerts.pcap has 0 alerts of drop monitor.\n"), run::out);
    assertTrue(Files.exists(alerts));
    arguments[6] = folder.resolve("none/alerts.pcap").toString();
    CommandLineRun refused = run(arguments);
    assertEquals(
        "trap-tck: The capture cannot be written to %s (NoSuchFile).\n".formatted(arguments[6]),
        refused.err());
    assertEquals(2, refused.status());
    arguments[2] = folder.toString();
    arguments[6] = folder.resolve("other.pcap").toString();
    assertEquals(2, run(arguments).status());
    assertTrue(Files.notExists(folder.resolve("other.pcap")));
  }

  @Test
  void progress_is_shown_on_a_terminal_only() {
    Path jar = DriverJars.hostile(folder, "{}").jar("plain.jar");
    String[] arguments = {
      "run", "--driver", jar.toString(), "--report", folder.resolve("report").toString()
    };
    assertEquals("", run(arguments).err());
    String shown = CommandLineRun.of(new FakeEngine(), true, arguments).err();
    assertEquals(
        List.of("20 %  fake", "40 %  fake", "60 %  fake", "80 %  fake", "100 %  fake"),
        Arrays.stream(shown.split("\r\033\\[K"))
            .filter(line -> !line.isEmpty())
            .map(line -> line.replaceAll(".*\\] *|, .* left", ""))
            .toList());
    assertTrue(shown.endsWith("\r\033[K"), shown);
  }
}
