package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the JVM ends, seen from outside. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EndingTests {
  @TempDir Path folder;

  /** Ends itself, with a hook that never ends. */
  static final class EndlessHook {
    private EndlessHook() {}

    public static void main(String... arguments) {
      hook(
          () -> {
            while (true) {
              LockSupport.park();
            }
          });
      Ending.end(3, Duration.ofSeconds(1), Console.standard());
    }
  }

  /** Ends itself, with a hook that has something to say. */
  static final class ShortHook {
    private ShortHook() {}

    public static void main(String... arguments) {
      hook(() -> System.out.println("put back"));
      Ending.end(3, Duration.ofHours(1), Console.standard());
    }
  }

  private static void hook(Runnable last) {
    Runtime.getRuntime().addShutdownHook(new Thread(last));
  }

  private CommandLineRun process(Class<?> main) throws Exception {
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int status = process.waitFor();
    return new CommandLineRun(status, Files.readString(out), Files.readString(err));
  }

  @Test
  void hooks_are_run() throws Exception {
    assertEquals(new CommandLineRun(3, "put back\n", ""), process(ShortHook.class));
  }

  @Test
  void hooks_that_do_not_end_are_given_up_and_that_is_said() throws Exception {
    assertEquals(
        new CommandLineRun(
            3,
            "",
            "trap-tck: The driver's shutdown hooks did not end within 1 s; what they were to put"
                + " back may not be as it was.\n"),
        process(EndlessHook.class));
  }
}
