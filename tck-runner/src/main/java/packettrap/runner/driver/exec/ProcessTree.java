package packettrap.runner.driver.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process and all that come of it, so that they can be ended together.
 *
 * <p>They are told by a variable of their environment; a process whose parent is gone is found by
 * it too, where there is /proc. One that takes the variable away on purpose and leaves its parent
 * gets away.
 */
public final class ProcessTree {
  private static final String VARIABLE = "TRAP_TCK_PROCESS";
  private static final Path PROC = Path.of("/proc");
  private static final int ROUNDS = 20;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final String mark = UUID.randomUUID().toString();
  private final Thread shutdown;
  private volatile Process root;

  private ProcessTree(Consumer<ProcessTree> atShutdown) {
    shutdown = new Thread(() -> atShutdown.accept(this), "end of the driver's process");
  }

  /**
   * Starts a process.
   *
   * @param atShutdown ends it if this JVM ends before {@link #release}
   * @throws IOException if it cannot be started
   */
  public static ProcessTree start(ProcessBuilder builder, Consumer<ProcessTree> atShutdown)
      throws IOException {
    ProcessTree tree = new ProcessTree(atShutdown);
    builder.environment().put(VARIABLE, tree.mark);
    Runtime.getRuntime().addShutdownHook(tree.shutdown); // first, or a fast child escapes it
    try {
      tree.root = builder.start();
      return tree;
    } catch (IOException e) {
      tree.release();
      throw e;
    }
  }

  /** The process that was started; null if it is just being started. */
  public Process root() {
    return root;
  }

  /** It was ended; nothing is to be done when this JVM ends. */
  public void release() {
    try {
      Runtime.getRuntime().removeShutdownHook(shutdown);
    } catch (IllegalStateException e) {
      // the shutdown has begun
    }
  }

  /** Waits for the end of the process that was started; false: it did not come. */
  public boolean awaitRoot(Duration time) {
    try {
      return root == null || root.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends all of them, at once; again as long as there are new ones. */
  public void end() {
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> left = new ArrayList<>(marked());
      if (root != null) {
        left.addAll(root.descendants().toList());
        left.add(root.toHandle());
      }
      left.removeIf(process -> !process.isAlive());
      if (left.isEmpty()) {
        return;
      }
      left.forEach(ProcessHandle::destroyForcibly);
      awaitRoot(PAUSE);
    }
  }

  private List<ProcessHandle> marked() {
    List<ProcessHandle> found = new ArrayList<>();
    if (!Files.isDirectory(PROC)) {
      return found;
    }
    String wanted = VARIABLE + "=" + mark;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (environment(process).contains(wanted)) {
          Optional<ProcessHandle> handle =
              ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
          handle.ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      // without /proc the descendants are all that is known
    }
    return found;
  }

  /** Empty if it is another user's, or is gone. */
  private static String environment(Path process) {
    try {
      byte[] environment = Files.readAllBytes(process.resolve("environ"));
      return new String(environment, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
