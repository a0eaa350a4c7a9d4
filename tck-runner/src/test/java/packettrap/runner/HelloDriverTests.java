package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.runner.report.Version;

/**
 * The driver to start from is what it says it is: one file, one dependency, and the kit loads it.
 */
class HelloDriverTests {
  static final Path PROJECT = Path.of("hello-driver");

  @TempDir Path folder;

  /** The jar as its Maven project builds it: compiled with nothing but the specification. */
  static Path jar(Path folder) throws IOException {
    String entry = "META-INF/services/" + DriverJars.DRIVER;
    return new DriverJars(folder)
        .source(
            "com.example.hello.HelloDriver",
            Files.readString(PROJECT.resolve("src/main/java/com/example/hello/HelloDriver.java")))
        .entry(entry, Files.readString(PROJECT.resolve("src/main/resources").resolve(entry)))
        .jar("hello-driver.jar");
  }

  @Test
  void it_can_be_judged() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            new FakeEngine(),
            "run",
            "--driver",
            jar(folder).toString(),
            "--report",
            folder.resolve("report").toString());
    assertEquals("", run.err());
    assertTrue(
        run.out().startsWith("com.example.hello.HelloDriver in hello-driver.jar\n"), run::out);
    assertEquals(0, run.status());
  }

  @Test
  void its_project_depends_on_this_version_of_the_specification_and_in_tests_of_the_kit()
      throws IOException {
    String pom = Files.readString(PROJECT.resolve("pom.xml"));
    List<String> dependencies =
        Pattern.compile("(?s)<dependency>.*?</dependency>")
            .matcher(pom)
            .results()
            .map(found -> found.group().replaceAll("\\s", ""))
            .toList();
    String dependency =
        "<dependency><groupId>packettrap</groupId><artifactId>%s</artifactId>"
            + "<version>${trap-tck.version}</version><scope>%s</scope></dependency>";
    assertEquals(
        List.of(
            dependency.formatted("trap-spec", "provided"),
            dependency.formatted("trap-conformance", "test")),
        dependencies);
    assertTrue(pom.contains("<trap-tck.version>" + Version.get() + "</trap-tck.version>"), pom);
  }

  @Test
  void its_project_needs_the_plugins_of_this_build_alone() throws IOException {
    String ours = Files.readString(Path.of("../pom.xml"));
    Matcher plugin =
        Pattern.compile("<artifactId>(maven-.*-plugin)</artifactId>\\s*<version>(.*)</version>")
            .matcher(Files.readString(PROJECT.resolve("pom.xml")));
    int plugins = 0;
    for (; plugin.find(); plugins++) {
      String same = "<%1$s.version>%2$s</%1$s.version>".formatted(plugin.group(1), plugin.group(2));
      assertTrue(ours.contains(same), same);
    }
    assertEquals(4, plugins);
  }
}
