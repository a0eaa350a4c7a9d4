package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.spec.device.TrapDevice;

/** Drivers that break while they are called: one clear sentence, a report, exit status 4. */
class HostileDriverTests {
  @TempDir Path folder;

  private CommandLineRun judge(Path jar, String... more) {
    return judge(new FakeEngine(), jar, more);
  }

  private CommandLineRun judge(Engine engine, Path jar, String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = "run";
    arguments[1] = "--driver";
    arguments[2] = jar.toString();
    arguments[3] = "--report";
    arguments[4] = folder.resolve("report").toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandLineRun.of(engine, arguments);
  }

  private CommandLineRun judge(String body) {
    return judge(DriverJars.hostile(folder, body).jar("hostile.jar"));
  }

  private void assertBroken(String sentence, CommandLineRun run) throws IOException {
    assertEquals("", run.err());
    String unwrapped = run.out().replaceAll("\n  ", " ");
    assertTrue(unwrapped.contains("\n" + sentence + "\nreport: "), run::out);
    assertEquals(4, run.status());
    String report = Files.readString(folder.resolve("report/report.json"));
    assertTrue(report.contains("\"conclusion\": \"error\""), report);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { public Hostile() { throw new IllegalStateException("no hardware"); } } | The driver threw java.lang.IllegalStateException in the constructor of Hostile (Hostile.java:6): no hardware
          { static int n = Integer.parseInt("one"); } | The driver threw java.lang.NumberFormatException in the static initialiser of Hostile (Hostile.java:6): For input string: "one"
          { public Answer trapActionSet(Trap trap, TrapAction action) { throw new RuntimeException(); } } | The driver threw java.lang.RuntimeException in Hostile.trapActionSet (Hostile.java:6): no message
          { public void receive(int port, Frame frame) { receive(port, frame); } } | The driver's calls nest without end in Hostile.receive (Hostile.java:6) (StackOverflowError).
          { public void receive(int port, Frame frame) { throw new OutOfMemoryError(); } } | The driver ran out of memory in Hostile.receive (Hostile.java:6): the JVM has %d MiB (see -Xmx).
          { public void receive(int port, Frame frame) { System.exit(0); } } | The driver called System.exit in Hostile.receive (Hostile.java:6); a driver must not end the JVM.
          { public void receive(int port, Frame frame) { Runtime.getRuntime().exit(0); } } | The driver called Runtime.exit in Hostile.receive (Hostile.java:6); a driver must not end the JVM.
          { public void receive(int port, Frame frame) { Runtime.getRuntime().halt(0); } } | The driver called Runtime.halt in Hostile.receive (Hostile.java:6); a driver must not end the JVM.
          { public void receive(int port, Frame frame) { java.util.function.IntConsumer c = System::exit; c.accept(0); } } | The driver called System.exit in Hostile.receive (Hostile.java:6); a driver must not end the JVM.
          { public void receive(int port, Frame frame) { java.util.function.IntConsumer c = Runtime.getRuntime()::halt; c.accept(0); } } | The driver called Runtime.halt in Hostile.receive (Hostile.java:6); a driver must not end the JVM.
          { public void receive(int port, Frame frame) { try { Runtime.class.getMethod("halt", int.class).invoke(Runtime.getRuntime(), 0); } catch (ReflectiveOperationException e) { } } } | The driver called Runtime.halt in Hostile.receive (Hostile.java:6); a driver must not end the JVM.
          { public void receive(int port, Frame frame) { try { java.lang.invoke.MethodHandles.lookup().findStatic(System.class, "exit", java.lang.invoke.MethodType.methodType(void.class, int.class)); } catch (ReflectiveOperationException e) { } } } | The driver called System.exit in Hostile.receive (Hostile.java:6); a driver must not end the JVM.
          { public void receive(int port, Frame frame) { try { System.exit(0); } catch (Throwable t) { } } } | The driver called System.exit in Inject[port=1, frames=[0180c200000e02000000000188cc]]; a driver must not end the JVM.
          { static { System.exit(0); } } | The driver called System.exit in the static initialiser of Hostile (Hostile.java:6); a driver must not end the JVM.
          { public void receive(int port, Frame frame) { throw new RuntimeException() { public String getMessage() { throw this; } }; } } | The driver threw Hostile$1 in Hostile.receive (Hostile.java:6): no message
          """)
  void a_driver_that_breaks_gets_a_sentence_and_a_report(String body, String sentence)
      throws IOException {
    long memory = Runtime.getRuntime().maxMemory() >> 20;
    assertBroken(sentence.replace("%d", "" + memory), judge(body));
  }

  @Test
  void a_call_that_never_returns_is_given_up() throws IOException {
    String body =
        """
        { public void receive(int port, Frame frame) {
            try { new java.util.concurrent.CountDownLatch(1).await(); }
            catch (InterruptedException e) { throw new IllegalStateException(e); }
          }
        }
        """;
    Path jar = DriverJars.hostile(folder, body).jar("hostile.jar");
    assertBroken(
        "The driver did not return within 1 s from Hostile.receive (Hostile.java:7).",
        judge(jar, "--time-limit", "1"));
  }

  @Test
  void a_call_of_a_second_device_that_never_returns_is_given_up() throws IOException {
    Assumptions.assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
    String body =
        """
        { public Answer trapInit(Trap trap) {
            if (Thread.currentThread().getName().startsWith("lane")) {
              while (true) { java.util.concurrent.locks.LockSupport.park(); }
            }
            return Answer.OK;
          }
        }
        """;
    Path jar = DriverJars.hostile(folder, body).jar("hostile.jar");
    assertBroken(
        "The driver did not return within 1 s from Hostile.trapInit (Hostile.java:8).",
        judge(Engine.KIT, jar, "--time-limit", "1", "--exhaustive", "1"));
  }

  @Test
  void what_is_static_in_a_driver_is_not_shared_by_devices_that_are_used_at_the_same_time()
      throws IOException {
    Assumptions.assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
    String body =
        """
        { private static int starts;
          public void start(TrapHost host) {
            super.start(host);
            boolean second = Thread.currentThread().getName().startsWith("lane");
            while (second && starts >= 3) { java.util.concurrent.locks.LockSupport.park(); }
            starts += second ? -1_000_000 : 1;
          }
        }
        """;
    Path jar = DriverJars.hostile(folder, body).jar("hostile.jar");
    CommandLineRun run = judge(Engine.KIT, jar, "--time-limit", "1", "--exhaustive", "1");
    assertTrue(run.out().contains("\ncomplete suite, scope XS, K = 1: 628 of 628"), run::out);
  }

  @Test
  void a_constructor_that_never_returns_is_given_up() throws IOException {
    String body =
        """
        { public Hostile() throws InterruptedException {
            new java.util.concurrent.CountDownLatch(1).await();
          }
        }
        """;
    Path jar = DriverJars.hostile(folder, body).jar("hostile.jar");
    assertBroken(
        "The driver did not return within 1 s from the constructor of Hostile (Hostile.java:7).",
        judge(jar, "--time-limit", "1"));
  }

  @Test
  void a_class_that_is_missing_in_the_jar_is_named() throws IOException {
    Path library =
        new DriverJars(folder)
            .source(
                "lib.Tables",
                "package lib; public class Tables { public static int n() { return 1; } }")
            .jar("library.jar");
    Path jar =
        DriverJars.hostile(
                folder, "{ public void receive(int port, Frame frame) { lib.Tables.n(); } }")
            .compiledAgainst(library)
            .jar("hostile.jar");
    assertBroken(
        "The driver needs the class lib.Tables, which is not in its jar; a driver sees the JDK,"
            + " packettrap.spec, its own jar and the jars of its manifest's Class-Path, so put the"
            + " class into the jar (shade it).",
        judge(jar));
  }

  @Test
  void a_class_of_the_manifests_class_path_is_found() {
    Path library =
        new DriverJars(folder)
            .source(
                "lib.Tables",
                "package lib; public class Tables { public static int n() { return 1; } }")
            .jar("library.jar");
    Path jar =
        DriverJars.hostile(
                folder, "{ public void receive(int port, Frame frame) { lib.Tables.n(); } }")
            .classPath(library)
            .jar("hostile.jar");
    CommandLineRun run = judge(jar);
    assertEquals(0, run.status(), run::out);
  }

  @ParameterizedTest
  @CsvSource({
    "packettrap.conformance.Kit",
    "packettrap.reference.HostedDevice",
    "packettrap.runner.Main",
    "picocli.CommandLine",
    "org.objectweb.asm.Type"
  })
  void the_kit_and_its_libraries_are_out_of_sight(String name) throws IOException {
    String body =
        """
        { public Hostile() throws Exception { Class.forName("%s"); } }
        """
            .formatted(name);
    assertBroken(
        "The driver threw java.lang.ClassNotFoundException in the constructor of Hostile"
            + " (Hostile.java:6): "
            + name,
        judge(body));
  }

  @Test
  void what_a_driver_prints_is_kept_apart() throws IOException {
    CommandLineRun run =
        judge(
            """
            { public void receive(int port, Frame frame) {
                System.out.print("noise");
                System.err.print("!");
                System.setOut(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
              }
            }
            """);
    assertEquals(0, run.status(), run::out);
    assertTrue(
        run.out().contains("The driver printed 6 bytes; driver-output.txt has them.\n"), run::out);
    assertEquals("noise!", Files.readString(folder.resolve("report/driver-output.txt")));
  }

  @Test
  void of_endless_noise_the_first_64_kibibytes_are_kept() throws IOException {
    CommandLineRun run =
        judge(
            "{ public void receive(int port, Frame frame) { System.out.write(new byte[70000], 0, 70000); } }");
    assertTrue(
        run.out()
            .contains("The driver printed 70000 bytes; driver-output.txt has the first 65536.\n"),
        run::out);
    assertEquals(65536, Files.size(folder.resolve("report/driver-output.txt")));
  }

  @Test
  void a_thread_that_is_left_running_is_named_and_the_verdict_stands() {
    CommandLineRun run =
        judge(
            """
            { public void start(TrapHost host) {
                Thread thread = new Thread(() -> {
                  while (true) { java.util.concurrent.locks.LockSupport.park(); }
                }, "poller");
                thread.setDaemon(true);
                if (started++ == 0) { thread.start(); }
              }
              private static int started;
            }
            """);
    assertTrue(run.out().contains("The driver left threads running: poller.\n"), run::out);
    assertEquals(0, run.status());
  }

  @Test
  void a_locale_that_a_driver_sets_changes_nothing() throws IOException {
    CommandLineRun plain = judge("{ }");
    String report = junit();
    Path jar =
        DriverJars.hostile(
                folder, "{ { Locale.setDefault(Locale.forLanguageTag(\"ar-u-nu-arab\")); } }")
            .jar("arabic.jar");
    CommandLineRun run = judge(jar);
    assertEquals(plain.out().lines().skip(2).toList(), run.out().lines().skip(2).toList());
    assertEquals(report, junit());
  }

  /** The file, but for which jar it is about. */
  private String junit() throws IOException {
    return Files.readString(folder.resolve("report/junit.xml"))
        .replaceAll("(name=\"driver\\.\\w+\" value=)\"[^\"]*\"", "$1");
  }

  @Test
  void memory_that_runs_out_where_nobody_expects_it_is_told() {
    Engine full =
        new FakeEngine() {
          @Override
          public Run prepare(Supplier<TrapDevice> devices, RunOptions options) {
            throw new OutOfMemoryError("a thread of the driver has it all");
          }
        };
    CommandLineRun run = judge(full, DriverJars.hostile(folder, "{ }").jar("hostile.jar"));
    assertEquals(
        "trap-tck: The memory ran out: the JVM has %d MiB (see -Xmx). A driver that fills it is judged with --fork.\n"
            .formatted(Runtime.getRuntime().maxMemory() >> 20),
        run.err());
    assertEquals(4, run.status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-fork", "--fork"})
  void a_jar_that_is_changed_while_it_is_judged_gets_no_verdict(String fork) throws IOException {
    Path jar = folder.resolve("hostile.jar");
    String body =
        """
        { static {
            try {
              java.nio.file.Path jar = java.nio.file.Path.of("%s");
              java.nio.file.Path copy = jar.resolveSibling("copy");
              java.nio.file.Files.copy(jar, copy);
              java.nio.file.Files.write(copy, new byte[1], java.nio.file.StandardOpenOption.APPEND);
              java.nio.file.Files.move(copy, jar,
                  java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } catch (java.io.IOException e) { throw new IllegalStateException(e); }
          }
        }
        """
            .formatted(jar);
    assertBroken(
        "hostile.jar was changed while it was judged, so what was found may be about either; run it again.",
        judge(
            Engine.KIT,
            DriverJars.hostile(folder, body).jar("hostile.jar"),
            "--rule",
            "REQ-01",
            fork));
  }
}
