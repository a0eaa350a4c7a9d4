package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars and options that cannot be used: one clear sentence, no report, exit status 2. */
class UnusableDriverTests {
  @TempDir Path folder;

  private CommandLineRun judge(Path jar, String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = "run";
    arguments[1] = "--driver";
    arguments[2] = jar.toString();
    arguments[3] = "--report";
    arguments[4] = folder.resolve("report").toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandLineRun.of(new FakeEngine(), arguments);
  }

  private void assertUnusable(String sentence, CommandLineRun run) {
    assertEquals("trap-tck: " + sentence + "\n", run.err());
    assertEquals("", run.out());
    assertEquals(2, run.status());
    assertFalse(Files.exists(folder.resolve("report")));
  }

  @Test
  void a_file_that_is_not_there() {
    Path jar = folder.resolve("none.jar");
    assertUnusable("There is no file " + jar + ".", judge(jar));
  }

  @Test
  void a_directory() {
    assertUnusable(folder + " is a directory; a driver is a jar file.", judge(folder));
  }

  @Test
  void a_file_that_is_no_jar() throws IOException {
    Path file = Files.writeString(folder.resolve("text.jar"), "no jar");
    CommandLineRun run = judge(file);
    assertTrue(run.err().startsWith("trap-tck: " + file + " cannot be read as a jar: "), run::err);
    assertEquals(1, run.err().lines().count());
    assertEquals(2, run.status());
  }

  @Test
  void a_jar_without_a_service_entry() {
    Path jar = new DriverJars(folder).plain().jar("plain.jar");
    assertUnusable(
        jar
            + " names no driver: it has no entry"
            + " META-INF/services/packettrap.spec.device.TrapDriver (or ...TrapDevice) with the"
            + " name of a class.",
        judge(jar));
  }

  @Test
  void a_service_entry_with_a_byte_order_mark() {
    Path jar = new DriverJars(folder).plain().service("\ufeffPlain").jar("plain.jar");
    assertUnusable(
        "META-INF/services/packettrap.spec.device.TrapDriver in "
            + jar
            + " begins with a byte order mark, which belongs to no class's name; save it without.",
        judge(jar));
  }

  @Test
  void a_service_entry_with_comments_only() {
    Path jar = new DriverJars(folder).plain().service("# Plain", "").jar("plain.jar");
    assertTrue(judge(jar).err().contains(" names no driver: "));
  }

  @Test
  void a_service_entry_that_names_a_missing_class() {
    Path jar = new DriverJars(folder).plain().service("acme.Driver").jar("plain.jar");
    assertUnusable(
        "plain.jar names acme.Driver as its driver, but there is no such class in it.", judge(jar));
  }

  @Test
  void a_service_entry_that_names_something_else() {
    Path jar =
        new DriverJars(folder)
            .source("Other", "public class Other {}")
            .service("Other")
            .jar("other.jar");
    assertUnusable(
        "other.jar names Other as its driver, but that class does not implement TrapDriver.",
        judge(jar));
  }

  @Test
  void a_driver_without_a_public_constructor() {
    assertUnusable(
        "Hostile cannot be a driver: it has no public constructor without parameters.",
        judge(DriverJars.hostile(folder, "{ public Hostile(int n) {} }").jar("hostile.jar")));
  }

  @Test
  void a_driver_that_is_abstract() {
    Path jar =
        new DriverJars(folder)
            .plain()
            .source("Half", "public abstract class Half extends Plain {}")
            .service("Half")
            .jar("half.jar");
    assertUnusable("Half cannot be a driver: it must be public and not abstract.", judge(jar));
  }

  @Test
  void two_drivers_unless_one_is_chosen() {
    Path jar =
        new DriverJars(folder)
            .plain()
            .driver("Other", "{}")
            .service("Plain", "Other # a comment")
            .jar("two.jar");
    assertUnusable(
        "two.jar offers several drivers: Plain, Other. Choose one with --option driver=CLASS.",
        judge(jar));
    assertUnusable(
        "two.jar does not offer Third; it offers Plain, Other.",
        judge(jar, "--option", "driver=Third"));
    CommandLineRun chosen = judge(jar, "--option", "driver=Other");
    assertEquals(0, chosen.status(), chosen::err);
    assertTrue(chosen.out().startsWith("Other in two.jar\n"), chosen::out);
  }

  @Test
  void options_for_a_driver_that_takes_none() {
    Path jar = DriverJars.hostile(folder, "{}").jar("hostile.jar");
    assertUnusable(
        "Hostile takes no options, but was given colour, size.",
        judge(jar, "--option", "size=3", "--option", "colour=blue"));
  }

  @Test
  void options_that_a_driver_refuses() {
    String body =
        """
        implements DriverAbility.TakesOptions {
          public void options(Map<String, String> options) {
            if (!options.equals(Map.of("ports", "4"))) {
              throw new IllegalArgumentException("ports must be 4, not " + options.get("ports") + ".");
            }
          }
        }
        """;
    Path jar = DriverJars.hostile(folder, body).jar("hostile.jar");
    assertUnusable(
        "The driver refuses its options: ports must be 4, not 5.",
        judge(jar, "--option", "ports=5"));
    assertEquals(0, judge(jar, "--option", "ports=4").status());
  }

  @Test
  void another_version_of_the_interface() {
    String body = "{ public int interfaceVersion() { return 7; } }";
    assertUnusable(
        "The driver was compiled with version 7 of the interface, and this kit has version 1;"
            + " compile it anew.",
        judge(DriverJars.hostile(folder, body).jar("hostile.jar")));
  }

  @Test
  void a_class_file_of_a_newer_java() {
    Path jar =
        DriverJars.hostile(folder, "{}")
            .jar(
                "newer.jar",
                (entry, bytes) -> {
                  bytes[7] = 99;
                  return bytes;
                });
    assertUnusable(
        "newer.jar cannot be used: Hostile was compiled for Java 55, and this is Java "
            + Runtime.version().feature()
            + ".",
        judge(jar));
  }

  @Test
  void a_class_file_that_is_none() {
    Path jar =
        DriverJars.hostile(folder, "{}").jar("junk.jar", (entry, bytes) -> new byte[] {1, 2, 3});
    assertUnusable("junk.jar cannot be used: Hostile is not a class file.", judge(jar));
  }

  @Test
  void a_class_file_that_ends_in_the_middle() {
    Path jar =
        DriverJars.hostile(folder, "{}")
            .jar("cut.jar", (entry, bytes) -> java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertUnusable("cut.jar cannot be used: Hostile is not a well-formed class file.", judge(jar));
  }

  @Test
  void a_report_folder_that_cannot_be_written() throws IOException {
    Path jar = DriverJars.hostile(folder, "{}").jar("hostile.jar");
    Path file = Files.writeString(folder.resolve("file"), "");
    CommandLineRun run =
        CommandLineRun.of(
            new FakeEngine(),
            "run",
            "--driver",
            jar.toString(),
            "--report",
            file.resolve("in").toString());
    assertEquals(2, run.status());
    assertTrue(
        run.err().startsWith("trap-tck: The report cannot be written to the folder " + file),
        run::err);
  }
}
