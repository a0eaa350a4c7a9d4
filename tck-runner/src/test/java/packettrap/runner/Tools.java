package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Commands that a test needs and a machine may lack; where CI is set they have to be there. */
final class Tools {
  private Tools() {}

  /** Skips the test, visibly, if a command is missing. */
  static void need(String command) {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    if (!there && System.getenv("CI") != null) {
      fail("There is no command " + command + ", and CI is set.");
    } else if (!there) {
      abort("There is no command " + command + ", so this test was skipped.");
    }
  }

  /** Compiles a C program. */
  static Path compile(Path source, Path program) throws Exception {
    Process compiler =
        new ProcessBuilder(
                "gcc",
                "-std=c99",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-pedantic",
                "-O1",
                "-o",
                program.toString(),
                source.toString())
            .redirectErrorStream(true)
            .start();
    compiler.getOutputStream().close();
    byte[] said = compiler.getInputStream().readAllBytes();
    assertTrue(compiler.waitFor() == 0, () -> new String(said, StandardCharsets.UTF_8));
    return program;
  }
}
