package packettrap.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the laboratory's commands say before any kernel runs. */
class LaboratoryCommandsTests {
  /** What the scripts need to find out that other tools are missing. */
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "basename",
          "cat",
          "cksum",
          "dirname",
          "head",
          "mkdir",
          "mkfifo",
          "mktemp",
          "readlink",
          "rm",
          "sed",
          "sort",
          "tr",
          "uname");

  private record Run(int status, String out, String err) {}

  @TempDir private Path folder;

  @BeforeEach
  void there_is_a_shell() {
    assumeTrue(
        Files.isExecutable(Path.of("/bin/sh"))
            && System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "the laboratory's commands need Linux on x86_64 and /bin/sh");
  }

  private Run run(String command, String... arguments) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(List.of("/bin/sh", Path.of(command).toAbsolutePath().toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    builder.environment().put("PATH", path().toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    int status = builder.start().waitFor();
    return new Run(status, Files.readString(out), Files.readString(err));
  }

  /** A folder with the tools that are everywhere, and with stand-ins for the guest's. */
  private Path path() throws IOException {
    Path tools = folder.resolve("tools");
    if (!Files.exists(tools)) {
      Files.createDirectory(tools);
      for (String tool : TOOLS) {
        Path found = Path.of("/usr/bin", tool);
        Files.createSymbolicLink(
            tools.resolve(tool), Files.exists(found) ? found : Path.of("/bin", tool));
      }
      for (String tool : List.of("ip", "devlink", "flock")) {
        Files.createSymbolicLink(tools.resolve(tool), Path.of("/bin/true"));
      }
    }
    return tools;
  }

  private void assertRefused(String sentence, String command, String... arguments)
      throws Exception {
    Run run = run(command, arguments);
    assertEquals(sentence + "\n", run.err());
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  @Test
  void each_command_explains_itself() throws Exception {
    for (String command : List.of("run", "shell", "kernel")) {
      Run run = run(command, "--help");
      assertTrue(run.out().startsWith("Usage: " + command + " [--linux 6.1|6.12]"), run::out);
      assertTrue(run.out().lines().allMatch(line -> line.length() <= 80), run::out);
      assertEquals("", run.err());
      assertEquals(0, run.status());
    }
  }

  @Test
  void another_version_is_refused() throws Exception {
    assertRefused("lab: --linux must be 6.1 or 6.12, not 5.4.", "run", "--linux", "5.4");
    assertRefused("shell: --linux must be 6.1 or 6.12, not 5.4.", "shell", "--linux=5.4");
    assertRefused("kernel: --linux must be 6.1 or 6.12, not 5.4.", "kernel", "--linux", "5.4");
  }

  @Test
  void an_option_needs_its_value() throws Exception {
    assertRefused("lab: --linux needs a value; run --help tells which.", "run", "--linux");
    assertRefused("shell: --kernel needs a value; shell --help tells which.", "shell", "--kernel");
  }

  @Test
  void an_unknown_option_is_refused() throws Exception {
    assertRefused("shell: There is no option --fast; shell --help lists them.", "shell", "--fast");
    assertRefused(
        "kernel: There is no option --fast; kernel --help lists them.", "kernel", "--fast");
  }

  @Test
  void a_limit_is_a_number_of_seconds() throws Exception {
    for (String limit : List.of("0", "1.5", "soon")) {
      assertRefused(
          "lab: --limit must be a number of seconds, 1 or more, not '" + limit + "'.",
          "run",
          "--limit",
          limit);
    }
  }

  @Test
  void a_kernel_must_be_a_kernel() throws Exception {
    Path none = folder.resolve("no kernel");
    assertRefused(
        "lab: --kernel must name an executable, and " + none + " is none.",
        "run",
        "--kernel",
        none.toString());
    assertRefused(
        "lab: --kernel must name a Linux kernel built with ARCH=um, and /bin/true is none.",
        "run",
        "--kernel=/bin/true");
  }

  @Test
  void a_prompt_needs_a_terminal() throws Exception {
    assertRefused("shell: The prompt needs a terminal as its input and output.", "shell");
  }

  @Test
  void what_is_missing_is_named_with_the_command_that_installs_it() throws Exception {
    Run run = run("kernel", "--linux", "6.12");
    assertTrue(
        run.err()
            .matches(
                "kernel: The laboratory lacks the Debian packages"
                    + " (gcc make flex bison bc xz-utils tar perl[-.\\w ]*);"
                    + " install them with: apt-get install \\1\n"),
        run::err);
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  @Test
  void nothing_is_left_when_a_command_refuses() throws Exception {
    Run run = run("run", "--linux", "6.12");
    assertTrue(run.err().startsWith("kernel: The laboratory lacks the Debian packages"), run::err);
    assertEquals(2, run.status());
    assertTrue(Files.notExists(folder.resolve("trap-tck-report")));
    assertTrue(Files.notExists(folder.resolve("cache")));
  }
}
