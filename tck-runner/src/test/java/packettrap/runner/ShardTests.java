package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.asic.AsicDriver;

/** Parts of a run, put together, are the run: byte for byte. */
class ShardTests {
  @TempDir Path folder;

  private CommandLineRun run(Path jar, String report, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--driver", jar.toString(), "--report", at(report)));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(Engine.KIT, arguments.toArray(String[]::new));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private static TreeMap<String, String> files(Path report) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(report)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  /** Runs whole and in parts; gives what both printed. */
  private CommandLineRun divided(int parts, Path jar, String... more) throws IOException {
    CommandLineRun whole = run(jar, "whole", more);
    List<String> merge = new ArrayList<>(List.of("merge", "--report", at("out")));
    for (int i = parts; i > 0; i--) {
      List<String> shard = new ArrayList<>(List.of("--shard", i + "/" + parts));
      shard.addAll(List.of(more));
      CommandLineRun part = run(jar, "part-" + i, shard.toArray(String[]::new));
      assertEquals("", part.err());
      assertTrue(part.out().contains("part " + i + " of " + parts + ": "), part::out);
      merge.add(at("part-" + i));
    }
    CommandLineRun merged = CommandLineRun.of(Engine.KIT, merge.toArray(String[]::new));
    assertEquals("", merged.err());
    TreeMap<String, String> expected = files(folder.resolve("whole"));
    TreeMap<String, String> actual = files(folder.resolve("out"));
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, text) -> assertEquals(text, actual.get(name), name));
    assertEquals(whole.out().replace(at("whole"), "-"), merged.out().replace(at("out"), "-"));
    assertEquals(whole.status(), merged.status());
    return merged;
  }

  /** The ASIC's classes as a jar. */
  private Path asic() throws IOException, URISyntaxException {
    Path classes =
        Path.of(AsicDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isRegularFile(classes)) {
      return classes;
    }
    Path jar = folder.resolve("asic.jar");
    try (JarOutputStream zip = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> all = Files.walk(classes)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }

  @Test
  void parts_of_a_run_on_the_asic_are_the_whole_run() throws Exception {
    assertEquals(0, divided(3, asic()).status());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void parts_of_a_run_on_the_hello_driver_are_the_whole_run(int parts) throws IOException {
    assertEquals(0, divided(parts, HelloDriverTests.jar(folder)).status());
  }

  @Test
  void a_complete_suite_is_in_one_of_the_parts() throws IOException {
    CommandLineRun run = divided(3, HelloDriverTests.jar(folder), "--exhaustive", "0");
    assertTrue(run.out().contains("\ncomplete suite, scope XS, K = 0: "), run::out);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void parts_find_in_a_broken_driver_what_the_whole_run_finds(int parts) throws IOException {
    assertEquals(1, divided(parts, flooding(folder)).status());
    assertTrue(Files.exists(folder.resolve("out/counterexample-1.json")));
  }

  @Test
  void parts_with_waivers_are_the_whole_run_with_them() throws IOException {
    Path waivers =
        Files.writeString(
            folder.resolve("waivers.json"),
            """
            {"waivers": [{"rule": "DRV-05", "reason": "the chip floods",
              "link": "https://example.com/17", "expires": "2027-01-31"}]}
            """);
    CommandLineRun run =
        divided(3, flooding(folder), "--waivers", waivers.toString(), "--date", "2027-01-31");
    assertTrue(run.out().contains(" 1 waived"), run::out);
    assertTrue(
        Files.readString(folder.resolve("out/report.json")).contains("\"verdict\": \"waived\""));
  }

  /** The hello driver, but it floods what it should drop. */
  static Path flooding(Path folder) throws IOException {
    return hello(
        folder, "flooding.jar", "action == TrapAction.MIRROR", "action != TrapAction.TRAP");
  }

  /** The same jar with a version. */
  static Path versioned(Path unversioned, String version) throws IOException {
    Path jar = unversioned.resolveSibling("versioned.jar");
    try (JarFile from = new JarFile(unversioned.toFile());
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar))) {
      for (JarEntry entry : from.stream().toList()) {
        to.putNextEntry(new JarEntry(entry.getName()));
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        to.write(
            entry.getName().equals(JarFile.MANIFEST_NAME)
                ? ("Manifest-Version: 1.0\nImplementation-Version: " + version + "\n").getBytes()
                : bytes);
      }
    }
    return jar;
  }

  /** The hello driver with changes in its source, each from and to. */
  static Path hello(Path folder, String name, String... changes) throws IOException {
    String entry = "META-INF/services/" + DriverJars.DRIVER;
    Path project = HelloDriverTests.PROJECT;
    String source =
        Files.readString(project.resolve("src/main/java/com/example/hello/HelloDriver.java"));
    for (int i = 0; i < changes.length; i += 2) {
      assertTrue(source.contains(changes[i]), changes[i]);
      source = source.replace(changes[i], changes[i + 1]);
    }
    return new DriverJars(folder)
        .source("com.example.hello.HelloDriver", source)
        .entry(entry, Files.readString(project.resolve("src/main/resources").resolve(entry)))
        .jar(name);
  }

  @Test
  void a_driver_that_breaks_breaks_the_whole_as_it_breaks_the_parts() throws IOException {
    Path jar =
        DriverJars.hostile(
                folder,
                """
                {
                  public void receive(int port, Frame frame) { System.exit(3); }
                }
                """)
            .jar("exits.jar");
    assertEquals(4, divided(3, jar).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new IllegalStateException(\"no chip\");",
        "Runtime.getRuntime().exec(new String[] {\"kill\", \"-KILL\","
            + " \"\" + ProcessHandle.current().pid()}).waitFor();"
      })
  void processes_of_their_own_break_in_parts_as_in_the_whole(String how) throws IOException {
    Path jar =
        DriverJars.hostile(
                folder,
                """
                {
                  private int frames;
                  private void fail() throws Exception { %s }
                  public void receive(int port, Frame frame) {
                    if (++frames == 40) {
                      try { fail(); }
                      catch (RuntimeException e) { throw e; }
                      catch (Exception e) { throw new AssertionError(e); }
                    }
                    if (frame.length() >= 14 && frame.u48(0) == 0x0180c200000eL
                        && frame.u16(12) == 0x88cc) {
                      host.report(Trap.generic("lldp"), port, frame);
                    }
                  }
                }
                """
                    .formatted(how))
            .jar("dies.jar");
    CommandLineRun run = divided(3, jar, "--fork", "--rule", "DRV-01", "--rule", "NTF-07");
    assertEquals(1, run.status());
    assertTrue(run.out().contains("\nFAIL DRV-14: "), run::out);
  }

  @Test
  void a_missing_part_is_named() throws IOException {
    Path jar = HelloDriverTests.jar(folder);
    run(jar, "part-1", "--shard", "1/3", "--rule", "REQ-01");
    CommandLineRun merged =
        CommandLineRun.of(Engine.KIT, "merge", at("part-1"), "--report", at("out"));
    assertEquals("trap-tck: Of 3 parts there are missing: 2, 3.\n", merged.err());
    assertEquals(2, merged.status());
    assertTrue(Files.notExists(folder.resolve("out")));
  }

  @Test
  void parts_of_different_runs_are_told_apart() throws IOException {
    Path jar = HelloDriverTests.jar(folder);
    run(jar, "part-1", "--shard", "1/2", "--rule", "REQ-01");
    run(jar, "part-2", "--shard", "2/2", "--rule", "REQ-01", "--seed", "2");
    CommandLineRun merged =
        CommandLineRun.of(Engine.KIT, "merge", at("part-1"), at("part-2"), "--report", at("out"));
    assertEquals(
        "trap-tck: "
            + at("part-2")
            + " is part of another run than "
            + at("part-1")
            + ": it has another seed.\n",
        merged.err());
    assertEquals(2, merged.status());
  }

  @Test
  void a_part_that_is_given_twice_is_named() throws IOException {
    Path jar = HelloDriverTests.jar(folder);
    run(jar, "part-1", "--shard", "1/2", "--rule", "REQ-01");
    run(jar, "again", "--shard", "1/2", "--rule", "REQ-01");
    CommandLineRun merged =
        CommandLineRun.of(Engine.KIT, "merge", at("part-1"), at("again"), "--report", at("out"));
    assertEquals(
        "trap-tck: Part 1 of 2 is given twice, the second time in " + at("again") + ".\n",
        merged.err());
    assertEquals(2, merged.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "7",
        "null",
        "{\"schema\": 1}",
        "{\"part\": {\"share\": {}}}"
      })
  void what_is_no_part_is_refused_in_one_sentence(String text) throws IOException {
    Files.createDirectories(folder.resolve("part-1"));
    Files.writeString(folder.resolve("part-1/part.json"), text);
    CommandLineRun merged =
        CommandLineRun.of(Engine.KIT, "merge", at("part-1"), "--report", at("out"));
    String start = "trap-tck: " + at("part-1") + "/part.json is not what a part has found: ";
    assertTrue(merged.err().startsWith(start), merged::err);
    assertEquals(1, merged.err().lines().count());
    assertEquals(2, merged.status());
    assertTrue(Files.notExists(folder.resolve("out")));
  }

  @Test
  void a_part_that_was_changed_is_refused_in_one_sentence() throws IOException {
    run(HelloDriverTests.jar(folder), "part-1", "--shard", "1/1");
    Path file = folder.resolve("part-1/part.json");
    String text = Files.readString(file);
    String edited = text.replaceFirst("(?s)(.*\"scenarios\":\\[\\{\"name\":)\"[^\"]*\"", "$1null");
    assertNotEquals(text, edited);
    Files.writeString(file, edited);
    CommandLineRun merged =
        CommandLineRun.of(Engine.KIT, "merge", at("part-1"), "--report", at("out"));
    assertEquals(
        "trap-tck: A part was changed since it was written: something is missing in it.\n",
        merged.err());
    assertEquals(2, merged.status());
    assertTrue(Files.notExists(folder.resolve("out")));
  }

  @Test
  void a_report_does_not_overwrite_a_part() throws IOException {
    Path jar = HelloDriverTests.jar(folder);
    run(jar, "part-1", "--shard", "1/1", "--rule", "REQ-01");
    byte[] before = Files.readAllBytes(folder.resolve("part-1/part.json"));
    CommandLineRun merged =
        CommandLineRun.of(Engine.KIT, "merge", at("part-1"), "--report", at("part-1"));
    assertEquals(2, merged.status());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("part-1/part.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4/3", "0/3", "1/0", "1/1001", "x", "-1/2", "1/2/3", "99999999999/2"})
  void a_shard_that_does_not_exist_is_refused_in_one_sentence(String shard) throws IOException {
    CommandLineRun run = run(HelloDriverTests.jar(folder), "part", "--shard", shard);
    assertEquals(
        "trap-tck: --shard must be I/N, part I of N with I from 1 to N and N up to 1000, as in"
            + " 2/3, not "
            + shard
            + ".\n",
        run.err());
    assertEquals(2, run.status());
  }
}
