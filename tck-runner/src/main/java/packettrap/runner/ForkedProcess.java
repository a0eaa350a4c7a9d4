package packettrap.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import packettrap.runner.driver.Blame;
import packettrap.runner.driver.DriverOutput;
import packettrap.runner.driver.exec.Exits;
import packettrap.runner.driver.exec.LastWords;
import packettrap.runner.driver.exec.ProcessTree;
import packettrap.spec.json.Json;
import packettrap.spec.json.JsonException;

/** A {@link ForkedChild}, seen from the process that started it. */
final class ForkedProcess implements AutoCloseable {
  /**
   * As long as it may be silent beyond the limit of a call; it says every half second that it is.
   */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /**
   * Java says which of these it has picked up, where the driver prints; what they say is among the
   * options of this process anyway.
   */
  private static final List<String> ANNOUNCED =
      List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

  private static final long POLL_NANOS = 2_000_000;

  private final Path folder;
  private final Consumer<String> announcing;
  private final ProcessTree tree;
  private final LastWords lastWords;
  private final long patience;
  private BufferedReader words;

  private volatile long heard = System.nanoTime();
  private volatile boolean silent;

  private ForkedProcess(
      Path folder,
      ProcessTree tree,
      Duration limit,
      DriverOutput output,
      Consumer<String> announcing) {
    this.folder = folder;
    this.announcing = announcing;
    this.tree = tree;
    this.patience = limit.plus(SILENCE).toNanos();
    this.lastWords = new LastWords(tree.root().getInputStream(), output);
  }

  /**
   * Starts a process and gives it something to do.
   *
   * @param task its socket is not known yet
   * @param announcing takes what is to be said of its end
   * @throws IOException if it cannot be started
   */
  static ForkedProcess start(ForkTask task, DriverOutput output, Consumer<String> announcing)
      throws IOException {
    Path folder = Files.createTempDirectory("trap-tck");
    Path socket = folder.resolve("words");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      server.configureBlocking(false);
      ProcessTree tree =
          ProcessTree.start(
              builder(folder),
              started -> {
                end(started);
                delete(folder);
              });
      ForkedProcess process =
          new ForkedProcess(
              folder, tree, Duration.ofSeconds(task.limitSeconds()), output, announcing);
      process.lastWords.start();
      process.watch();
      process.give(task, socket);
      process.accept(server);
      return process;
    } catch (IOException | IllegalStateException e) { // the latter if this JVM is about to end
      delete(folder);
      throw e;
    }
  }

  private static ProcessBuilder builder(Path folder) {
    ProcessBuilder builder = new ProcessBuilder(command(folder)).redirectErrorStream(true);
    builder.environment().keySet().removeAll(ANNOUNCED);
    return builder;
  }

  /** The same Java with the same options. */
  private static List<String> command(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X") || option.startsWith("-D"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + folder.resolve("crash"),
            "-cp",
            System.getProperty("java.class.path"),
            ForkedChild.class.getName()));
    return command;
  }

  private void give(ForkTask task, Path socket) {
    OutputStream to = tree.root().getOutputStream();
    try {
      to.write((Json.write(task.on(socket.toString())) + "\n").getBytes(StandardCharsets.UTF_8));
      to.flush();
    } catch (IOException e) {
      // it is gone, which the first word will tell
    }
  }

  /** Waits until the process comes, or ends before. */
  private void accept(ServerSocketChannel server) throws IOException {
    while (words == null && tree.root().isAlive()) {
      SocketChannel channel = server.accept();
      if (channel == null) {
        LockSupport.parkNanos(POLL_NANOS);
      } else {
        channel.configureBlocking(true);
        words =
            new BufferedReader(
                new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
      }
    }
  }

  private void watch() {
    Thread thread =
        new Thread(
            () -> {
              while (tree.root().isAlive()) {
                LockSupport.parkNanos(50_000_000L);
                if (System.nanoTime() - heard > patience) {
                  silent = true;
                  tree.end();
                }
              }
            },
            "watch over the driver's process");
    thread.setDaemon(true);
    thread.start();
  }

  /** The next word; null if there will be none any more. */
  ForkWord hear() {
    try {
      String line = words == null ? null : words.readLine();
      heard = System.nanoTime();
      return line == null ? null : Json.read(line, ForkWord.class);
    } catch (IOException | JsonException e) {
      return null;
    }
  }

  /** How the process ended, as a sentence; it has said nothing of that itself. */
  String end() {
    if (silent) {
      return "The driver's process did not do anything any more; it was ended.";
    } else if (!tree.awaitRoot(Duration.ofSeconds(1))) {
      return "The driver's process lost its connection to the kit; it was ended.";
    }
    int status = tree.root().exitValue();
    if (status == ForkedChild.NO_MEMORY) {
      return Blame.outOfMemory("");
    }
    return "The driver's process %s."
        .formatted(Crash.in(folder).orElseGet(() -> Exits.how(status)));
  }

  /** What it printed last, as the end of a sentence. */
  String lastWords() {
    return lastWords.quoted();
  }

  /** What a driver has to put back at the end of its JVM, it gets the time for. */
  private static void end(ProcessTree tree) {
    Process root = tree.root();
    if (root != null) {
      try {
        root.getOutputStream().close(); // it ends when this does
      } catch (IOException e) {
        // it is gone already
      }
      if (!tree.awaitRoot(SILENCE)) {
        root.destroy();
        tree.awaitRoot(Duration.ofSeconds(1));
      }
    }
    tree.end();
  }

  /** Ends the process. */
  @Override
  public void close() {
    end(tree);
    Process root = tree.root();
    if (!root.isAlive() && root.exitValue() == ForkedChild.STUCK_HOOKS) {
      announcing.accept(Ending.sentence(ForkedChild.PATIENCE));
    }
    lastWords.await();
    delete(folder);
    tree.release();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // a file in the folder for temporary ones
    }
  }
}
