package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drivers in Python and in C are right, and one fault in them is found. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ExampleDriversTests {
  private static final Path EXAMPLES = Path.of("exec-drivers");

  @TempDir Path folder;

  private CommandLineRun judge(String command, String... more) {
    String[] arguments = new String[5 + more.length];
    arguments[0] = "run";
    arguments[1] = "--driver";
    arguments[2] = "exec:" + command;
    arguments[3] = "--report";
    arguments[4] = folder.resolve("report").toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandLineRun.of(Engine.KIT, arguments);
  }

  private static void assertConformant(String name, CommandLineRun run) {
    assertEquals("", run.err());
    assertTrue(run.out().startsWith(name + " in exec:"), run::out);
    assertTrue(run.out().endsWith("\nCONFORMANT\n"), run::out);
    assertEquals(0, run.status());
  }

  /** The file with one place of it changed. */
  private Path changed(String file, String from, String to) throws Exception {
    String source = Files.readString(EXAMPLES.resolve(file));
    String other = source.replace(from, to);
    assertNotEquals(source, other, "there is no " + from + " in " + file);
    return Files.writeString(folder.resolve(file), other);
  }

  private static void assertFound(String rule, CommandLineRun run) {
    assertEquals("", run.err());
    assertTrue(run.out().contains("\nFAIL " + rule + ": "), run::out);
    assertEquals(1, run.status());
  }

  @Test
  void the_driver_in_python_is_conformant() {
    Tools.need("python3");
    assertConformant("hub.py", judge("python3 " + EXAMPLES.resolve("hub.py")));
  }

  @Test
  void the_driver_in_c_is_conformant() throws Exception {
    Tools.need("gcc");
    Path program = Tools.compile(EXAMPLES.resolve("hub.c"), folder.resolve("hub"));
    assertConformant("hub.c", judge(program.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DRV-05 | if action == "mirror": | if action != "trap":
          STA-11 | self.dropped[name] += 1 | self.dropped[name] += 2
          ACT-04 | and name != "lldp" | and True
          MET-02 | "port": port, "frame": frame}) | "port": 3 - port % 2, "frame": frame})
          """)
  void a_fault_in_the_driver_in_python_is_found(String rule, String from, String to)
      throws Exception {
    Tools.need("python3");
    assertFound(rule, judge("python3 " + changed("hub.py", from, to)));
  }

  @Test
  void a_failure_of_the_driver_in_python_is_had_once_more() throws Exception {
    Tools.need("python3");
    String broken =
        "exec:python3 " + changed("hub.py", "if action == \"mirror\":", "if action != \"trap\":");
    judge(broken.substring("exec:".length()), "--rule", "DRV-05");
    String trace = folder.resolve("report/counterexample-1.json").toString();
    CommandLineRun again = CommandLineRun.of(Engine.KIT, "replay", trace, "--driver", broken);
    assertEquals("", again.err());
    assertTrue(again.out().startsWith("hub.py in exec:python3 "), again::out);
    assertTrue(again.out().contains("\nAGAIN: DRV-05 is broken at step "), again::out);
    CommandLineRun kept =
        CommandLineRun.of(
            Engine.KIT, "replay", trace, "--driver", "exec:python3 " + EXAMPLES.resolve("hub.py"));
    assertEquals("", kept.err());
    assertTrue(kept.out().endsWith("\nKEPT: DRV-05 is not broken any more\n"), kept::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DRV-06 | actions[LLDP] = TRAP; | ;
          DRV-07 | if (action == MIRROR) | if (action != DROP)
          DRV-02 | int length = (int)strcspn | int length = -2 + (int)strcspn
          """)
  void a_fault_in_the_driver_in_c_is_found(String rule, String from, String to) throws Exception {
    Tools.need("gcc");
    Path program = Tools.compile(changed("hub.c", from, to), folder.resolve("hub"));
    assertFound(rule, judge(program.toString()));
  }
}
