package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runner as it is shipped, started as a process: what it prints and how it ends. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LauncherIT {
  private static final Path LAUNCHER = Path.of("trap-tck").toAbsolutePath();
  private static final Path JAR = Path.of("target/trap-tck.jar").toAbsolutePath();

  @TempDir Path folder;

  private CommandLineRun process(List<String> command) throws Exception {
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int status = process.waitFor();
    return new CommandLineRun(status, Files.readString(out), Files.readString(err));
  }

  private CommandLineRun java(List<String> flags, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return process(command);
  }

  private CommandLineRun judge(String body, String... flags) throws Exception {
    Path jar = DriverJars.hostile(folder, body).jar("hostile.jar");
    return java(List.of(flags), "run", "--driver", jar.toString(), "--time-limit", "2");
  }

  private static void assertSays(String sentence, CommandLineRun run) {
    assertEquals("", run.err());
    assertTrue(run.out().replaceAll("\n  ", " ").contains("\n" + sentence), run::out);
    assertEquals(4, run.status());
  }

  @Test
  void a_driver_is_judged_and_the_same_seed_gives_the_same_bytes() throws Exception {
    Path jar = HelloDriverTests.jar(folder);
    String[] arguments = {"run", "--driver", jar.toString(), "--rule", "REQ-*", "--seed", "7"};
    CommandLineRun first = java(List.of(), arguments);
    Path report = folder.resolve("trap-tck-report/report.json");
    String written = Files.readString(report);
    assertEquals("", first.err());
    assertTrue(first.out().matches("(?s).*\nCONFORMANT \\(\\d+ of \\d+ rules\\)\n"), first::out);
    assertEquals(0, first.status());
    assertEquals(first, java(List.of(), arguments));
    assertEquals(written, Files.readString(report));
  }

  @Test
  void what_java_says_of_its_options_is_not_taken_for_the_drivers() throws Exception {
    Path jar = HelloDriverTests.jar(folder);
    String java =
        "JAVA_TOOL_OPTIONS=-Dcolour=blue %s -jar %s run --rule DRV-01 --driver %s --fork"
            .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), JAR, jar);
    CommandLineRun run = process(List.of("sh", "-c", java));
    assertEquals("Picked up JAVA_TOOL_OPTIONS: -Dcolour=blue\n", run.err());
    assertFalse(run.out().contains("The driver printed"), run::out);
    assertEquals(0, run.status());
  }

  @Test
  void a_complete_suite_is_passed_by_the_bundled_asic_and_the_guarantee_is_told() throws Exception {
    CommandLineRun run = java(List.of(), "run", "--exhaustive", "0", "--rule", "REQ-*");
    assertEquals("", run.err());
    String guarantee =
        """
        complete suite, scope XS, K = 0: 8040 of 8040 tests passed (89722 steps)
        A driver with a fault cannot have passed if it is deterministic, if a new
          device starts over, and if for these 32 inputs and what is seen of them it is
          a machine of at most 180 states (the specification's has 180).
        """;
    assertTrue(run.out().contains(guarantee), run::out);
    assertEquals(0, run.status());
    String report = Files.readString(folder.resolve("trap-tck-report/report.json"));
    assertTrue(report.contains("\"passed\": 8040"), report);
  }

  @Test
  void the_bundled_asic_is_conformant() throws Exception {
    CommandLineRun run = java(List.of(), "run");
    assertEquals("", run.err());
    assertTrue(run.out().contains("AsicDriver in asic.jar"), run::out);
    assertTrue(run.out().matches("(?s).*\nCONFORMANT[^\n]*\n"), run::out);
    assertEquals(0, run.status());
  }

  @Test
  void anybody_can_check_the_hash_of_the_kit_in_its_jar() throws Exception {
    String command =
        """
        mkdir unpacked && cd unpacked && %s xf %s packettrap
        find packettrap -type f ! -name kit.sha256 | LC_ALL=C sort | xargs sha256sum | sha256sum
        cat packettrap/runner/report/kit.sha256
        """
            .formatted(Path.of(System.getProperty("java.home"), "bin", "jar"), JAR);
    List<String> hashes = process(List.of("sh", "-c", command)).out().lines().toList();
    assertEquals(hashes.get(1), hashes.get(0).replaceAll(" .*", ""));
    java(List.of(), "run", "--rule", "REQ-01");
    String report = Files.readString(folder.resolve("trap-tck-report/report.json"));
    assertTrue(report.contains("\"kitSha256\": \"" + hashes.get(1) + "\""), report);
  }

  @Test
  void the_bundled_twin_of_netdevsim_is_conformant() throws Exception {
    CommandLineRun run = java(List.of(), "run", "--driver", "netdevsim");
    assertEquals("", run.err());
    assertTrue(run.out().contains("NetdevsimDriver in netdevsim.jar"), run::out);
    assertTrue(run.out().matches("(?s).*\nCONFORMANT[^\n]*\n"), run::out);
    assertEquals(0, run.status());
  }

  @Test
  void a_driver_that_answers_null_is_not_conformant_and_a_conversation_shows_it() throws Exception {
    CommandLineRun run =
        judge("{ public Answer trapActionSet(Trap trap, TrapAction action) { return null; } }");
    assertEquals("", run.err());
    assertTrue(run.out().contains("\nFAIL DRV-14: "), run::out);
    assertTrue(run.out().endsWith("\nreport: trap-tck-report\nNOT CONFORMANT\n"), run::out);
    assertTrue(run.out().lines().count() <= 23, run::out);
    assertEquals(1, run.status());
    assertTrue(Files.exists(folder.resolve("trap-tck-report/counterexample-1.json")));
  }

  @Test
  void a_driver_that_broke_is_summed_up() throws Exception {
    CommandLineRun run = judge("{ { if (true) throw new IllegalStateException(\"no chip\"); } }");
    List<String> lines = run.out().lines().toList();
    assertEquals("Hostile in hostile.jar", lines.get(0));
    assertTrue(lines.get(1).matches("sha-256 [0-9a-f]{64}"), lines.get(1));
    assertEquals("profile quick, seed 1, 0 requests compared", lines.get(2));
    assertEquals(
        """
        The driver threw java.lang.IllegalStateException in the constructor of Hostile
          (Hostile.java:6): no chip
        report: trap-tck-report
        ERROR: the run broke off, so there is no verdict""",
        String.join("\n", lines.subList(lines.size() - 4, lines.size())));
    assertEquals(4, run.status());
    assertTrue(Files.exists(folder.resolve("trap-tck-report/report.json")));
  }

  @Test
  void a_stuck_thread_cannot_hold_the_process() throws Exception {
    String body =
        """
        { public Hostile() {
            new Thread(() -> { while (true) { java.util.concurrent.locks.LockSupport.park(); } })
                .start();
            while (true) { spins++; }
          }
          private static long spins;
        }
        """;
    assertSays(
        "The driver did not return within 2 s from the constructor of Hostile (Hostile.java:9).",
        judge(body));
  }

  @Test
  void a_driver_that_is_given_up_can_put_back_what_it_touched() throws Exception {
    String body =
        """
        { public Hostile() {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
              try { java.nio.file.Files.writeString(java.nio.file.Path.of("put-back"), "yes"); }
              catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); }
            }));
            while (true) { java.util.concurrent.locks.LockSupport.park(); }
          }
        }
        """;
    assertSays(
        "The driver did not return within 2 s from the constructor of Hostile (Hostile.java:11).",
        judge(body));
    assertEquals("yes", Files.readString(folder.resolve("put-back")));
  }

  @Test
  void memory_that_runs_out_is_told() throws Exception {
    String body =
        """
        { public Hostile() {
            List<byte[]> all = new ArrayList<>();
            while (true) { all.add(new byte[1 << 20]); }
          }
        }
        """;
    CommandLineRun run = judge(body, "-Xmx64m", "-XX:+UseSerialGC");
    assertTrue(run.out().contains("The driver ran out of memory in the constructor of Hostile"));
    assertTrue(run.out().replaceAll("\n  ", " ").contains("the JVM has 6"), run::out);
    assertEquals(4, run.status());
  }

  @Test
  void memory_that_runs_out_in_a_process_of_its_own_is_a_verdict() throws Exception {
    Path jar =
        DriverJars.hostile(
                folder,
                """
                { public void receive(int port, Frame frame) {
                    while (true) { ALL.add(new byte[1 << 20]); }
                  }
                  private static final List<byte[]> ALL = new ArrayList<>();
                }
                """)
            .jar("hostile.jar");
    String[] arguments = {"run", "--fork", "--driver", jar.toString(), "--rule", "DRV-01"};
    CommandLineRun run = java(List.of("-Xmx64m", "-XX:+UseSerialGC"), arguments);
    assertTrue(run.out().contains("\nFAIL DRV-14: "), run::out);
    assertTrue(
        run.out().replaceAll("\n +", " ").contains("The driver ran out of memory"), run::out);
    assertEquals(1, run.status());
  }

  /** The pids that a script wrote are those of no process any more. */
  private static void assertEnded(Path pids) throws IOException {
    for (String pid : Files.readAllLines(pids)) {
      ProcessHandle.of(Long.parseLong(pid))
          .ifPresent(left -> left.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "KILL"})
  void whoever_ends_the_run_ends_the_driver_in_a_process_of_its_own(String signal)
      throws Exception {
    Path pids = folder.resolve("pids");
    Path jar =
        DriverJars.hostile(
                folder,
                """
                { public Hostile() throws Exception {
                    ProcessHandle own = ProcessHandle.current();
                    java.nio.file.Files.writeString(
                        java.nio.file.Path.of("%s"), "" + own.pid() + "\\n");
                    new ProcessBuilder("kill", "-%s", "" + own.parent().get().pid())
                        .start().waitFor();
                    while (true) { java.util.concurrent.locks.LockSupport.park(); }
                  }
                }
                """
                    .formatted(pids, signal))
            .jar("hostile.jar");
    CommandLineRun run =
        java(List.of(), "run", "--fork", "--driver", jar.toString(), "--time-limit", "60");
    assertEquals(signal.equals("TERM") ? 128 + 15 : 128 + 9, run.status());
    assertEnded(pids);
  }

  @Test
  void a_signal_ends_a_driver_that_is_a_program_too() throws Exception {
    Path pids = folder.resolve("pids");
    Path script = folder.resolve("driver.sh");
    Files.writeString(
        script,
        """
        echo $$ >%s
        mkfifo %s
        sh -c 'echo $$ >>%s; echo >%s; exec sleep 1000' &
        read -r started <%s
        kill -TERM $PPID
        wait
        """
            .formatted(
                pids,
                folder.resolve("fifo"),
                pids,
                folder.resolve("fifo"),
                folder.resolve("fifo")));
    CommandLineRun run = java(List.of(), "run", "--driver", "exec:sh " + script);
    assertEquals(new CommandLineRun(128 + 15, "", ""), run);
    assertEnded(pids);
  }

  /** A class that was never rewritten: the driver defines it itself. */
  @Test
  void an_exit_by_a_class_that_the_driver_defines_itself_is_caught_at_the_shutdown()
      throws Exception {
    Path classes =
        new DriverJars(folder)
            .source("Exit", "public class Exit { public static void now() { System.exit(0); } }")
            .jar("exit.jar");
    String body =
        """
        { public Hostile() throws Exception {
            ClassLoader loader = new java.net.URLClassLoader(
                new java.net.URL[] {new java.net.URL("%s")}, null);
            loader.loadClass("Exit").getMethod("now").invoke(null);
          }
        }
        """
            .formatted(classes.toUri());
    assertSays(
        "The driver ended the JVM in the constructor of Hostile (Hostile.java:9); a driver must"
            + " not.",
        judge(body));
  }

  @Test
  void a_signal_ends_the_run_as_it_ends_any_process() throws Exception {
    Path jar =
        DriverJars.hostile(
                folder,
                """
                { public Hostile() throws Exception {
                    new ProcessBuilder("kill", "-TERM", "" + ProcessHandle.current().pid())
                        .start().waitFor();
                    while (true) { java.util.concurrent.locks.LockSupport.park(); }
                  }
                }
                """)
            .jar("hostile.jar");
    CommandLineRun run = java(List.of(), "run", "--driver", jar.toString());
    assertEquals(new CommandLineRun(128 + 15, "", ""), run);
  }

  @Test
  void a_signal_ends_a_verification_and_leaves_nothing_behind() throws Exception {
    String pid = "new ProcessBuilder(\"kill\", \"-TERM\", \"\" + ProcessHandle.current().pid())";
    String body =
        """
        { public Hostile() throws Exception {
            if (System.getProperty("kill") != null) {
              %s.start();
              new java.util.concurrent.CountDownLatch(1).await();
            }
          }
        }
        """
            .formatted(pid);
    Path jar = DriverJars.hostile(folder, body).jar("hostile.jar");
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    assertEquals(1, java(List.of(), "run", "--driver", jar.toString()).status());
    CommandLineRun run =
        java(
            List.of("-Dkill=yes", "-Djava.io.tmpdir=" + temporary),
            "verify",
            "trap-tck-report",
            "--driver",
            jar.toString());
    assertEquals(143, run.status());
    assertEquals("", run.out());
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.filter(file -> Files.isDirectory(file)).toList());
    }
  }

  @Test
  void what_a_driver_prints_does_not_mix_with_the_summary() throws Exception {
    CommandLineRun run =
        judge("{ { System.out.println(\"noise\"); System.err.println(\"noise\"); } }");
    assertEquals("", run.err());
    assertTrue(!run.out().contains("noise"), run::out);
    String kept = Files.readString(folder.resolve("trap-tck-report/driver-output.txt"));
    assertTrue(kept.startsWith("noise\nnoise\n"), kept);
  }

  @Test
  void the_launcher_works_through_symbolic_links_and_passes_the_status_on() throws Exception {
    Path other = Files.createSymbolicLink(folder.resolve("other"), LAUNCHER);
    Path link = Files.createSymbolicLink(folder.resolve("tck"), Path.of("other"));
    assertEquals(
        new CommandLineRun(0, "trap-tck 0.1.0, specification 1.0, driver interface 1\n", ""),
        process(List.of("sh", link.toString(), "--version")));
    CommandLineRun wrong = process(List.of(link.toString(), "run", "--driver", "none.jar"));
    assertEquals("trap-tck: There is no file none.jar.\n", wrong.err());
    assertEquals(2, wrong.status());
    Files.delete(link);
    Files.delete(other);
  }

  @Test
  void the_launcher_refuses_a_java_that_is_too_old() throws Exception {
    Path home = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
    Path java = home.resolve("bin/java");
    Files.write(java, "#!/bin/sh\nexit 9\n".getBytes(StandardCharsets.US_ASCII));
    assertTrue(java.toFile().setExecutable(true));
    CommandLineRun run =
        process(List.of("env", "JAVA_HOME=" + home, LAUNCHER.toString(), "--version"));
    assertEquals(
        "trap-tck: This needs Java 17 or newer, and %s is Java 8; set JAVA_HOME to a newer one.\n"
            .formatted(java),
        run.err());
    assertEquals(2, run.status());
  }

  @Test
  void the_launcher_says_so_if_there_is_no_java() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String tool : List.of("sh", "dirname", "readlink", "sed", "find", "head")) {
      Path script = bin.resolve(tool);
      Files.writeString(script, "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
      assertTrue(script.toFile().setExecutable(true));
    }
    CommandLineRun run =
        process(
            List.of(
                "/usr/bin/env",
                "-i",
                "PATH=" + bin,
                bin.resolve("sh").toString(),
                LAUNCHER.toString(),
                "--version"));
    assertEquals(
        "trap-tck: There is no java command; install Java 17 or newer, or set JAVA_HOME.\n",
        run.err());
    assertEquals(2, run.status());
  }

  @Test
  void the_jar_has_nothing_in_it_but_the_kit_and_its_libraries() throws IOException {
    try (var jar = new java.util.jar.JarFile(JAR.toFile())) {
      List<String> strangers =
          jar.stream()
              .map(java.util.zip.ZipEntry::getName)
              .filter(name -> name.endsWith(".class"))
              .filter(
                  name ->
                      !name.matches(
                          "(packettrap/(runner|conformance|explorer|spec|reference|wire)|picocli|org/objectweb/asm|de/learnlib|net/automatalib|org/jline|org/slf4j)/.*"))
              .toList();
      assertEquals(List.of(), strangers);
      assertTrue(jar.getEntry("packettrap/runner/Main.class") != null);
    }
  }
}
