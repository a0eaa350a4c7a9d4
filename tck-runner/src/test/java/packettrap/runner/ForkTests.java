package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.conformance.report.Counterexample;
import packettrap.spec.json.Json;

/** Drivers that do to their process what a driver must not: a verdict, and the run goes on. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ForkTests {
  @TempDir Path folder;

  private CommandLineRun judge(Path jar, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--driver",
                jar.toString(),
                "--time-limit",
                "2",
                "--report",
                folder.resolve("report").toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(Engine.KIT, arguments.toArray(String[]::new));
  }

  private CommandLineRun judge(String body, String... more) {
    return judge(DriverJars.hostile(folder, body).jar("hostile.jar"), more);
  }

  /** A driver that does right but for what it does when a frame comes in. */
  private static String receiving(String what) {
    return """
        {
          public void receive(int port, Frame frame) {
            boolean lldp = frame.length() >= 14 && frame.u48(0) == 0x0180c200000eL
                && frame.u16(12) == 0x88cc;
            if (lldp) { %s host.report(Trap.generic("lldp"), port, frame); }
          }
          static long spins;
        }
        """
        .formatted(what);
  }

  private void assertVerdict(String sentence, CommandLineRun run) throws IOException {
    assertEquals("", run.err());
    assertTrue(run.out().contains("\nFAIL DRV-14: "), run::out);
    assertTrue(run.out().matches("(?s).*\nNOT CONFORMANT[^\n]*\n"), run::out);
    assertEquals(1, run.status());
    Counterexample found = counterexample();
    assertEquals(List.of("DRV-14"), found.rules());
    assertEquals(sentence, found.observed());
    assertFalse(found.steps().isEmpty());
    String last = Json.write(found.steps().get(found.steps().size() - 1).request());
    assertTrue(last.contains("Inject"), last);
  }

  private Counterexample counterexample() throws IOException {
    return Json.read(
        Files.readString(folder.resolve("report/counterexample-1.json")), Counterexample.class);
  }

  @Test
  void the_report_has_the_same_bytes_as_without() throws IOException {
    Path jar = HelloDriverTests.jar(folder);
    CommandLineRun inside = judge(jar, "--no-fork");
    byte[] report = Files.readAllBytes(folder.resolve("report/report.json"));
    CommandLineRun forked = judge(jar, "--fork");
    assertEquals(inside, forked);
    assertEquals(0, forked.status());
    assertArrayEquals(report, Files.readAllBytes(folder.resolve("report/report.json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.currentThread().interrupt();",
        "Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);"
      })
  void a_driver_that_interrupts_threads_is_not_taken_for_one_that_ends_its_process(String what)
      throws IOException {
    CommandLineRun run = judge(receiving(what), "--fork", "--rule", "DRV-01");
    assertEquals("", run.err());
    assertEquals(0, run.status(), run::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          if (port > 0) System.exit(0); | The driver called System.exit in Hostile.receive (Hostile.java:10); a driver must not end the JVM.
          while (port > 0) { spins++; } | The driver did not return within 2 s from Hostile.receive (Hostile.java:10).
          frame.u8(-1);                 | The driver threw java.lang.ArrayIndexOutOfBoundsException in Hostile.receive (Hostile.java:10): Index -1 out of bounds for length 60
          """)
  void what_breaks_a_run_elsewhere_is_a_verdict(String what, String sentence) throws IOException {
    assertVerdict(sentence, judge(receiving(what), "--fork", "--rule", "DRV-01"));
  }

  @Test
  void a_process_that_is_killed_is_a_verdict_and_what_it_was_asked_is_known() throws IOException {
    assertVerdict(
        "The driver's process died of signal 9 (SIGKILL).",
        judge(
            receiving(
                """
                try {
                  new ProcessBuilder("kill", "-KILL", "" + ProcessHandle.current().pid())
                      .start().waitFor();
                } catch (Exception e) { throw new IllegalStateException(e); }
                """),
            "--fork",
            "--rule",
            "DRV-01"));
  }

  @Test
  void native_code_that_crashes_is_a_verdict() throws IOException {
    CommandLineRun run =
        judge(
            receiving(
                """
                try {
                  var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
                  field.setAccessible(true);
                  Object unsafe = field.get(null);
                  unsafe.getClass().getMethod("putAddress", long.class, long.class)
                      .invoke(unsafe, 8L, 1L);
                } catch (ReflectiveOperationException e) { throw new IllegalStateException(e); }
                """),
            "--fork",
            "--rule",
            "DRV-01");
    String observed = counterexample().observed();
    assertVerdict(observed, run);
    String sentence = "The driver's process died because native code crashed (SIGSEGV in ";
    assertTrue(observed.startsWith(sentence), observed);
  }

  @Test
  void an_exit_by_a_class_that_the_driver_defines_itself_is_a_verdict() throws IOException {
    Path classes =
        new DriverJars(folder)
            .source(
                "Exit",
                "public class Exit { public static void now() { Runtime.getRuntime().halt(0); } }")
            .jar("exit.jar");
    assertVerdict(
        "The driver's process ended with exit status 0.",
        judge(
            receiving(
                """
                try {
                  new java.net.URLClassLoader(
                      new java.net.URL[] {new java.net.URL("%s")}, null)
                      .loadClass("Exit").getMethod("now").invoke(null);
                } catch (Exception e) { throw new IllegalStateException(e); }
                """
                    .formatted(classes.toUri())),
            "--fork",
            "--rule",
            "DRV-01"));
  }

  @Test
  void the_run_goes_on_in_a_new_process_and_other_faults_are_found() throws IOException {
    CommandLineRun run =
        judge(
            """
            {
              public Answer trapActionSet(Trap trap, TrapAction action) {
                throw new IllegalStateException("no chip");
              }
              public void receive(int port, Frame frame) {}
            }
            """,
            "--fork");
    assertEquals("", run.err());
    assertTrue(run.out().contains("\nFAIL DRV-14: "), run::out);
    assertTrue(
        run.out().contains("\nFAIL TRP-31: ") || run.out().contains("FAIL DRV-06: "), run::out);
    assertEquals(1, run.status());
  }

  @Test
  void a_driver_that_cannot_even_be_registered_has_no_verdict() throws IOException {
    CommandLineRun run =
        judge("{ { if (true) throw new IllegalStateException(\"no chip\"); } }", "--fork");
    assertEquals("", run.err());
    assertTrue(
        run.out()
            .replaceAll("\n  ", " ")
            .contains(
                "\nThe driver threw java.lang.IllegalStateException in the constructor of Hostile"
                    + " (Hostile.java:6): no chip\n"),
        run::out);
    assertEquals(4, run.status());
  }

  @Test
  void a_driver_that_cannot_be_started_again_ends_the_run_with_what_was_found() throws IOException {
    Path lock = folder.resolve("lock");
    CommandLineRun run =
        judge(
            """
            {
              static {
                try { java.nio.file.Files.createFile(java.nio.file.Path.of("%s")); }
                catch (java.io.IOException e) { throw new IllegalStateException("locked"); }
              }
              public void receive(int port, Frame frame) { throw new IllegalStateException(); }
            }
            """
                .formatted(lock),
            "--fork");
    assertEquals("", run.err());
    String text = run.out().replaceAll("\n +", " ");
    assertTrue(
        text.contains("The driver threw java.lang.IllegalStateException in Hostile.receive"), text);
    assertTrue(
        text.contains(
            "The driver threw java.lang.IllegalStateException in the static initialiser of Hostile"
                + " (Hostile.java:9): locked"),
        text);
    assertEquals(4, run.status());
  }

  @Test
  void a_driver_that_cannot_be_used_is_wrong_usage() {
    CommandLineRun run = judge("{}", "--fork", "--option", "colour=red");
    assertEquals("trap-tck: Hostile takes no options, but was given colour.\n", run.err());
    assertEquals(2, run.status());
  }

  /** Threads, noise on the bare streams, a signal handler, a changed locale, processes. */
  @Test
  void what_a_driver_does_to_its_process_harms_nothing() throws Exception {
    Path pid = folder.resolve("pid");
    CommandLineRun run =
        judge(
            """
            {
              static {
                for (int i = 0; i < 400; i++) {
                  Thread thread = new Thread(() -> {
                    while (true) { java.util.concurrent.locks.LockSupport.park(); }
                  }, "bomb");
                  thread.start();
                }
                Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
                new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out))
                    .println("noise");
                try {
                  Class<?> signal = Class.forName("sun.misc.Signal");
                  Class<?> handler = Class.forName("sun.misc.SignalHandler");
                  for (String name : List.of("TERM", "INT", "HUP")) {
                    signal.getMethod("handle", signal, handler).invoke(null,
                        signal.getConstructor(String.class).newInstance(name),
                        handler.getField("SIG_IGN").get(null));
                  }
                  new ProcessBuilder("sh", "-c", "(sh -c 'echo $$ >%s; exec sleep 1000' &)")
                      .inheritIO().start().waitFor();
                } catch (Exception e) { throw new IllegalStateException(e); }
              }
              public void receive(int port, Frame frame) {
                if (frame.length() >= 14 && frame.u48(0) == 0x0180c200000eL
                    && frame.u16(12) == 0x88cc) {
                  host.report(Trap.generic("lldp"), port, frame);
                }
              }
            }
            """
                .formatted(pid),
            "--fork",
            "--rule",
            "DRV-01");
    assertEquals("", run.err());
    assertTrue(run.out().matches("(?s).*\nCONFORMANT[^\n]*\n"), run::out);
    assertTrue(
        run.out()
            .replaceAll("\n  ", " ")
            .contains(
                "\nThe driver left threads running: bomb, bomb, bomb, bomb, bomb, bomb, bomb, bomb,"
                    + " bomb, bomb and 390 more.\n"),
        run::out);
    assertEquals(0, run.status());
    assertEquals("noise\n", Files.readString(folder.resolve("report/driver-output.txt")));
    long sleeper = Long.parseLong(Files.readString(pid).strip());
    ProcessHandle.of(sleeper)
        .ifPresent(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
  }
}
