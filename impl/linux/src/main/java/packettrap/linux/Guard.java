package packettrap.linux;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import packettrap.spec.device.TrapDevice;

/**
 * A shell that waits until this process is gone, and then starts {@link PutBack}, unless it was
 * told that all is over: nothing else helps against {@code kill -9} or a lack of memory.
 */
final class Guard implements Runnable {
  private static final String OVER = "over";

  private static final String SCRIPT =
      "trap '' HUP INT QUIT TERM; read -r word; [ \"$word\" = " + OVER + " ] || exec \"$@\"";

  private final Process shell;
  private final Path will;

  private Guard(Process shell, Path will) {
    this.shell = shell;
    this.will = will;
  }

  /**
   * Starts it.
   *
   * @param text of a {@link LastWill}
   * @throws IOException if there can be none
   */
  static Guard start(String text) throws IOException {
    Path will = Files.createTempFile("trap-put-back-", ".json"); // for this user alone
    try {
      Files.writeString(will, text);
      Process shell =
          new ProcessBuilder(
                  "/bin/sh",
                  "-c",
                  SCRIPT,
                  "put-back",
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  place(PutBack.class) + File.pathSeparator + place(TrapDevice.class),
                  PutBack.class.getName(),
                  will.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new Guard(shell, will);
    } catch (IOException e) {
      Files.deleteIfExists(will);
      throw e;
    }
  }

  /** The jar that a class comes from. */
  private static Path place(Class<?> type) throws IOException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("it is not known where its own jar lies");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("its own place has no path", e);
    }
  }

  /** All is over: it is not needed any more. */
  @Override
  public void run() {
    try (OutputStream in = shell.getOutputStream()) {
      in.write((OVER + "\n").getBytes(StandardCharsets.US_ASCII));
      in.flush();
      Files.deleteIfExists(will);
    } catch (IOException e) {
      // it is gone already, or the file is
    }
  }
}
