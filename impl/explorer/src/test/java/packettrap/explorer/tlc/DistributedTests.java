package packettrap.explorer.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlc2.TLC;

/** TLC's distributed mode, as the model's README starts it: a server and two workers. */
class DistributedTests {
  private static final Pattern DISTINCT = Pattern.compile("([0-9]+) distinct states found, 0 ");
  private static final Pattern COMPUTED = Pattern.compile("work completed at.* Computed: ([0-9]+)");
  private static final int WORKERS = 2;

  @TempDir Path directory;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void two_workers_find_as_many_states_and_transitions_as_one_process() throws Exception {
    TlaModel model = TlaModel.of("ScopeS").withoutRules();
    TlcResult alone = Tlc.run(model, directory.resolve("alone"));
    int port = freePort();
    Path spec = directory.resolve("server");
    model.write(spec);

    Process server =
        start(
            spec,
            port,
            "TLCServer",
            "-checkpoint",
            "0",
            "-deadlock",
            "-config",
            "ScopeS.cfg",
            "ScopeS");
    StringBuilder said = new StringBuilder();
    BufferedReader reader = server.inputReader();
    readUntil(reader, said, " is ready");
    List<Path> reports = new ArrayList<>();
    List<Process> workers = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      Path place = Files.createDirectory(directory.resolve("worker" + i));
      workers.add(start(place, port, "TLCWorker", "127.0.0.1"));
      reports.add(place.resolve("output"));
    }
    readUntil(reader, said, null);
    assertTrue(server.waitFor(1, TimeUnit.MINUTES), said::toString);
    assertTrue(said.toString().contains("No error has been found"), said::toString);

    long transitions = 0;
    for (int i = 0; i < WORKERS; i++) {
      assertTrue(workers.get(i).waitFor(1, TimeUnit.MINUTES), "a worker goes on");
      transitions += number(COMPUTED, Files.readString(reports.get(i)));
    }
    assertEquals(alone.distinct(), number(DISTINCT, said.toString()));
    assertEquals(alone.transitions(), transitions);
  }

  /** Reads up to the line with this text, or to the end. */
  private static void readUntil(BufferedReader reader, StringBuilder said, String text)
      throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      said.append(line).append('\n');
      if (text != null && line.contains(text)) {
        return;
      }
    }
    assertTrue(text == null, () -> "the server ended before it was ready:\n" + said);
  }

  private Process start(Path place, int port, String program, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.rmi.server.hostname=127.0.0.1");
    command.add("-Dtlc2.tool.distributed.TLCServer.port=" + port);
    command.add("-Dtlc2.tool.distributed.TLCWorker.threadCount=1");
    command.add("-cp");
    command.add(
        Path.of(TLC.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    command.add("tlc2.tool.distributed." + program);
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true);
    if (!program.equals("TLCServer")) {
      builder.redirectOutput(place.resolve("output").toFile());
    }
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      return abort("no loopback network here: " + e.getMessage());
    }
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find(), () -> pattern + " is not in:\n" + text);
    return Long.parseLong(matcher.group(1));
  }
}
