package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says, and to whom: a terminal, a file, a program, GitHub. */
class ConsoleTests {
  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void build() {
    String floods =
        """
        { public void receive(int port, Frame frame) {
            host.report(registration().traps().get(0), port, frame);
            host.report(registration().traps().get(0), port, frame);
          }
        }
        """;
    jar = DriverJars.hostile(folder, floods).jar("twice.jar");
  }

  private CommandLineRun run(boolean terminal, Map<String, String> environment, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--driver",
                jar.toString(),
                "--rule",
                "DRV-*",
                "--report",
                folder.resolve("report").toString()));
    arguments.addAll(Arrays.asList(more));
    return CommandLineRun.of(Engine.KIT, terminal, environment, arguments.toArray(String[]::new));
  }

  @Test
  void colours_are_for_terminals_whose_owner_wants_them() {
    String plain = run(false, Map.of()).out();
    assertFalse(plain.contains("\033"), plain);
    assertEquals(plain, run(true, Map.of("NO_COLOR", "1")).out());
    String coloured = run(true, Map.of("NO_COLOR", "")).out();
    assertTrue(coloured.contains("\n\033[1;31mFAIL\033[m STA-01: "), coloured);
    assertTrue(coloured.contains("\n\033[1;31mNOT CONFORMANT\033[m ("), coloured);
    assertEquals(plain, coloured.replaceAll("\033\\[[0-9;]*m", ""));
  }

  @Test
  void quiet_is_the_verdict_alone() {
    CommandLineRun run = run(true, Map.of("NO_COLOR", "1"), "--quiet");
    assertTrue(run.out().matches("NOT CONFORMANT \\(\\d+ of \\d+ rules\\)\n"), run::out);
    assertEquals(ProgressLine.ERASE_LINE, run.err());
    assertEquals(1, run.status());
  }

  @Test
  void json_is_the_report_and_nothing_else() throws IOException {
    CommandLineRun run = run(false, Map.of("GITHUB_ACTIONS", "true"), "--json");
    assertEquals(Files.readString(folder.resolve("report/report.json")), run.out());
    assertEquals(1, run.status());
  }

  @Test
  void quiet_and_json_exclude_each_other() {
    CommandLineRun run = run(false, Map.of(), "--json", "--quiet");
    assertEquals(
        "trap-tck: --quiet and --json cannot be given together: both say what is printed.\n",
        run.err());
    assertEquals(2, run.status());
  }

  @Test
  void the_first_failure_is_told_as_a_story() {
    String summary = run(false, Map.of()).out();
    int at = 0;
    for (String part :
        List.of(
            "\nFAIL STA-01: ",
            "\nHow STA-01 ",
            "  request   ",
            "\n     device    ",
            "\n     observed  ",
            "\n     demanded  ",
            "\n     why       ",
            "\n     look at   ",
            "\n     alike     a broken driver of the kit: ")) {
      int next = summary.indexOf(part, at);
      assertTrue(next > at, () -> part + " is not where it should be in\n" + summary);
      at = next;
    }
    assertTrue(summary.lines().count() <= 23, summary);
  }

  @Test
  void github_gets_annotations_and_a_job_summary_in_its_own_jobs_only() throws IOException {
    Path file = folder.resolve("step.md");
    Files.writeString(file, "before\n");
    Map<String, String> variables =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", file.toString());
    CommandLineRun run = run(false, variables);
    assertTrue(run.err().startsWith("::error title=STA-01::"), run::err);
    assertTrue(run.err().lines().allMatch(line -> line.startsWith("::")), run::err);
    assertTrue(run.err().contains("%0Aobserved: "), run::err);
    String summary = Files.readString(file);
    assertTrue(summary.startsWith("before\n## NOT CONFORMANT: `Hostile`\n"), summary);
    assertTrue(summary.contains("\n- **FAIL STA-01"), summary);
    assertTrue(summary.contains("\n| DRV What a driver owes | "), summary);
    Files.delete(file);
    assertEquals("", run(false, Map.of("GITHUB_STEP_SUMMARY", file.toString())).err());
    assertFalse(Files.exists(file));
  }

  @Test
  void a_job_summary_that_cannot_be_written_does_not_change_the_verdict() {
    Map<String, String> variables =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", folder.resolve("a/b").toString());
    CommandLineRun run = run(false, variables);
    assertTrue(run.err().contains("trap-tck: The job summary could not be written to "), run::err);
    assertEquals(1, run.status());
  }

  @Test
  void progress_says_what_is_being_tested_and_how_long_it_will_take() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long[] now = {0};
    ProgressLine line =
        new ProgressLine(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> now[0]);
    line.at("actions", 0, 200);
    now[0] = 1_000_000_000L;
    line.at("actions", 50, 200);
    line.at("actions", 50, 200); // the same again is not shown again
    now[0] = 100_000_000_000L;
    line.at("policers", 100, 200);
    now[0] = 600_000_000_000L;
    line.at("transitions", 10, 100); // another part begins
    line.at("", 100, 100);
    assertEquals(
        String.join(
            "\r\033[K",
            "",
            "[....................]   0 %  actions",
            "[#####...............]  25 %  actions, 3 s left",
            "[##########..........]  50 %  policers, 1 min left",
            "[##..................]  10 %  transitions",
            "[####################] 100 %  "),
        bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void what_a_driver_says_gives_no_command_to_a_terminal_or_to_github() {
    Console github = new Console(System.out, System.err, false, Map.of("GITHUB_ACTIONS", "true"));
    assertEquals("  : :error::x", github.harmless("  ::error::x"));
    assertEquals("a # #[error]x ::b", github.harmless("a ##[error]x ::b"));
    Console terminal = new Console(System.out, System.err, true, Map.of());
    assertEquals("::a", terminal.harmless("::a"));
    assertEquals("?[2J?31m ?cba?b", terminal.harmless("\033[2J\u009b31m \u202ecba\nb"));
  }

  @Test
  void a_driver_that_refuses_its_options_gets_one_line_and_no_colours() {
    String body =
        """
        implements DriverAbility.TakesOptions {
          public void options(Map<String, String> options) {
            throw new IllegalArgumentException("bad\\033[31m\\n::error::x");
          }
        }
        """;
    Path refusing = DriverJars.hostile(folder, body).jar("refusing.jar");
    CommandLineRun run =
        CommandLineRun.of(
            new FakeEngine(),
            "run",
            "--driver",
            refusing.toString(),
            "--report",
            folder.resolve("report").toString());
    assertEquals("trap-tck: The driver refuses its options: bad?[31m?::error::x\n", run.err());
    assertEquals(2, run.status());
  }
}
