package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** tshark, which knows drop monitor's messages and nothing of the kit. */
public final class Dissector {
  private Dissector() {}

  /** Skips a test where it is not installed, unless the environment says {@code CI=true}. */
  public static void isNeeded() {
    assumeTrue(isThere() || "true".equals(System.getenv("CI")), "tshark is not installed here");
  }

  private static boolean isThere() {
    try {
      return new ProcessBuilder("tshark", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For each packet of a capture the values of these fields, separated by bars. */
  public static List<String> fields(Path capture, String... fields) {
    List<String> command =
        new ArrayList<>(
            List.of("tshark", "-n", "-r", capture.toString(), "-T", "fields", "-E", "separator=|"));
    for (String field : fields) {
      command.addAll(List.of("-e", field));
    }
    Path output = capture.resolveSibling("fields.txt");
    Path messages = capture.resolveSibling("messages.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TZ", "UTC");
    try {
      Process process =
          builder.redirectOutput(output.toFile()).redirectError(messages.toFile()).start();
      int status = process.waitFor();
      assertEquals(0, status, Files.readString(messages));
      return Files.readAllLines(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
