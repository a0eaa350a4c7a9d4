package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A driver's process that dies, hangs or babbles: one clear sentence, and no verdict. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ExecDriverTests {
  private static final String HELLO =
      """
      {"type":"Hello","version":1,"name":"sh","registration":{"groups":[{"id":8,"name":"lldp",\
      "generic":true}],"traps":[{"id":31,"name":"lldp","type":"control","generic":true,\
      "initialAction":"trap","group":"lldp","metadata":["input_port"]}]}}""";

  @TempDir Path folder;

  /** A driver as a shell script; {@code what} stands in place of the answer to a set request. */
  private static String script(String what) {
    return """
        while read -r line; do
          case $line in
            *'"type":"Hello"'*) echo '%s' ;;
            *'"type":"New"'*) echo '{"type":"Ready"}' ;;
            *'"type":"TrapActionSet"'*) %s ;;
            *) echo '{"type":"Answer"}' ;;
          esac
        done
        """
        .formatted(HELLO, what);
  }

  private CommandLineRun judge(String script, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("driver.sh"), script);
    return run("exec:sh " + file, more);
  }

  private CommandLineRun run(String driver, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--driver",
                driver,
                "--time-limit",
                "2",
                "--report",
                folder.resolve("report").toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(new FakeEngine(), arguments.toArray(String[]::new));
  }

  private void assertBroken(String sentence, CommandLineRun run) throws IOException {
    assertEquals("", run.err());
    String unwrapped = run.out().replaceAll("\n  ", " ");
    assertTrue(unwrapped.contains("\n" + sentence + "\nreport: "), run::out);
    assertEquals(4, run.status());
    String report = Files.readString(folder.resolve("report/report.json"));
    assertTrue(report.contains("\"conclusion\": \"error\""), report);
  }

  private static void assertUnusable(String sentence, CommandLineRun run) {
    assertEquals(new CommandLineRun(2, "", "trap-tck: " + sentence + "\n"), run);
  }

  @Test
  void a_driver_that_answers_is_judged() throws IOException {
    CommandLineRun run = judge(script("echo '{\"type\":\"Answer\"}'"));
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("sh in exec:sh " + folder), run::out);
    assertEquals(0, run.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exit 3                        | The driver's process ended with exit status 3 when it owed an answer to TrapActionSet.
          echo oh no >&2; exit 3        | The driver's process ended with exit status 3 when it owed an answer to TrapActionSet. Its last words: oh no
          kill -SEGV $$                 | The driver's process died of signal 11 (SIGSEGV) when it owed an answer to TrapActionSet.
          sleep 1000                    | The driver's process did not answer TrapActionSet within 2 s.
          exec >&-; sleep 1000          | The driver's process closed its standard output when it owed an answer to TrapActionSet, and went on running.
          echo hello                    | The driver's process answered TrapActionSet with 'hello': which is no message, line 1, column 1: expected a JSON value, found "h".
          echo '{"type":"Reply"}'       | The driver's process answered TrapActionSet with '{"type":"Reply"}': which is no message, line 1, column 1: no DriverLine is named "Reply": choose from Answer, Counter, Happened, Hello, Ready, Replied, Report, Transmit.
          echo '{"type":"Counter"}'     | The driver's process answered TrapActionSet with '{"type":"Counter","value":0}': the answer has to be a line of type Answer.
          echo '{"type":"Happened"}'    | The driver's process answered TrapActionSet with '{"type":"Happened"}': a Happened does not fit here.
          cat /dev/zero                 | The driver's process answered TrapActionSet with a line of more than 4194304 bytes: '????????????????????????????????????????????????????????????...'
          yes '{"type":"Answer"}'       | The driver's process wrote while nothing was asked of it, after TrapActionSet: '{"type":"Answer"}'
          """)
  void a_process_that_breaks_is_told_from_one_that_is_wrong(String what, String sentence)
      throws IOException {
    assertBroken(sentence, judge(script(what)));
  }

  @Test
  void a_process_that_does_not_read_is_told() throws IOException {
    assertBroken("The driver's process did not answer Hello within 2 s.", judge("sleep 1000"));
  }

  @Test
  void a_process_that_ends_at_once_is_told() throws IOException {
    assertBroken(
        "The driver's process ended with exit status 0 when it owed an answer to Hello.",
        judge("exit 0"));
  }

  @Test
  void a_process_that_is_no_driver_is_told() throws IOException {
    assertBroken(
        "The driver's process answered Hello with '{\"type\":\"Hello\",\"version\":1,\"options\":"
            + "{}}': which is no message, line 1, column 39: unknown key \"options\":"
            + " Hello has version, name, takes, ports, registration, scenarios, announcement,"
            + " device.",
        run("exec:cat"));
  }

  @Test
  void a_wrong_driver_is_not_a_broken_one() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            Engine.KIT,
            "run",
            "--driver",
            "exec:sh "
                + Files.writeString(
                    folder.resolve("driver.sh"),
                    script(
                        "echo '{\"type\":\"Report\",\"trap\":\"nothing\",\"frame\":\"00\"}';"
                            + " echo '{\"type\":\"Answer\"}'")),
            "--rule",
            "DRV-01",
            "--report",
            folder.resolve("report").toString());
    assertEquals("", run.err());
    assertTrue(run.out().contains("\nFAIL DRV-01: "), run::out);
    assertEquals(1, run.status());
  }

  @Test
  void what_a_process_prints_to_its_standard_error_is_kept() throws IOException {
    CommandLineRun run = judge(script("echo a set >&2; echo '{\"type\":\"Answer\"}'"));
    assertEquals(0, run.status());
    assertEquals("a set\n", Files.readString(folder.resolve("report/driver-output.txt")));
  }

  @Test
  void the_options_are_given_and_can_be_refused() throws IOException {
    String refusing =
        "read -r line; echo '{\"type\":\"Answer\",\"errno\":\"einval\",\"message\":\"colour must"
            + " be red.\"}'; read -r line";
    assertUnusable(
        "The driver's process refuses to start: colour must be red.",
        judge(refusing, "--option", "colour=blue"));
    assertUnusable(
        "The driver's process refuses to start: it gives no reason",
        judge("read -r line; echo '{\"type\":\"Answer\"}'; read -r line"));
    CommandLineRun run =
        judge(
            script("echo '{\"type\":\"Answer\"}'")
                .replaceFirst("case", "echo \"\\$line\" >&2; case"),
            "--option",
            "colour=blue");
    assertEquals(0, run.status());
    String said = Files.readString(folder.resolve("report/driver-output.txt"));
    assertEquals(
        "{\"type\":\"Hello\",\"version\":1,\"options\":{\"colour\":\"blue\"}}",
        said.lines().findFirst().orElse(""));
  }

  @Test
  void a_command_that_cannot_be_started_is_wrong_usage() throws IOException {
    assertUnusable(
        "There is no command no-such-command on the PATH; exec: needs a program that can be"
            + " started.",
        run("exec:no-such-command --fast"));
    assertUnusable(
        "There is no file ./none; exec: needs a program that can be started.", run("exec:./none"));
    Path plain = Files.writeString(folder.resolve("plain"), "text");
    assertUnusable(
        plain
            + " cannot be started: it is not executable (chmod +x makes it so, or name its"
            + " interpreter).",
        run("exec:" + plain));
    assertUnusable(
        "--driver exec: needs a command behind the colon, as exec:./driver.", run("exec:  "));
    assertUnusable("In --driver exec:sh 'a a quote (') does not end.", run("exec:sh 'a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "version":1 | "version":2  | The driver was written for version 2 of the interface, and this kit has version 1.
          "name":"sh" | "takes":[]   | The driver's Hello has no name.
          "name":"sh" | "name":"sh","takes":["Reload"] | The driver's Hello takes lines that do not exist: Reload; it can take Configure, Fail, GroupActionSet, GroupInit, GroupSet, PolicerDropped, PolicerFini, PolicerInit, PolicerSet, Ports, Register, Stop, TimePassed, TrapDropped, TrapFini, TrapInit.
          """)
  void an_introduction_that_makes_no_sense_is_wrong_usage(String from, String to, String sentence)
      throws IOException {
    assertUnusable(sentence, judge(script(":").replace(from, to)));
  }

  @Test
  void a_process_is_ended_and_what_it_has_started_too() throws Exception {
    Path pids = folder.resolve("pids");
    String starting =
        "(sh -c 'echo $$ >>%s; exec sleep 1000' &) ; echo $$ >>%s; while :; do :; done"
            .formatted(pids, pids);
    assertBroken(
        "The driver's process did not answer TrapActionSet within 2 s.", judge(script(starting)));
    List<String> started = Files.readAllLines(pids);
    assertEquals(2, started.size());
    for (String pid : started) {
      ProcessHandle.of(Long.parseLong(pid))
          .ifPresent(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
      assertFalse(ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false));
    }
  }
}
