package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import packettrap.conformance.report.Conclusion;
import packettrap.runner.report.Report;
import packettrap.runner.report.ReportFile;
import packettrap.runner.report.Version;

/**
 * The project to start from is built by Maven as its author would, and its workflow leads to a
 * verdict; with what this build has made, and offline.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class HelloProjectIT {
  private static final Path PROJECT = Path.of("hello-driver").toAbsolutePath();
  private static final Path WORKFLOW = PROJECT.resolve(".github/workflows/conformance.yml");

  /** Where the artifacts of this build are, by their names. */
  private static final Map<String, String> ARTIFACTS =
      Map.of(
          "trap-spec", "../spec",
          "trap-reference", "../impl/reference",
          "explorer", "../impl/explorer",
          "trap-conformance", "../conformance");

  @TempDir Path folder;
  private Path repository;

  /** A local repository like any, with this build's artifacts as if they were installed. */
  @BeforeEach
  void install() throws IOException {
    repository = Files.createDirectory(folder.resolve("repository"));
    Path plain = Path.of(System.getProperty("localRepository"));
    try (Stream<Path> groups = Files.list(plain)) {
      for (Path group : groups.filter(g -> !g.endsWith("packettrap")).toList()) {
        Files.createSymbolicLink(repository.resolve(group.getFileName()), group.toAbsolutePath());
      }
    }
    install("packet-trap-tck", "..", false);
    for (Map.Entry<String, String> artifact : ARTIFACTS.entrySet()) {
      install(artifact.getKey(), artifact.getValue(), true);
    }
  }

  /** Before the temporary folder is deleted: JUnit warns of each link that leads out of it. */
  @AfterEach
  void unlink() throws IOException {
    try (Stream<Path> groups = Files.list(repository)) {
      for (Path group : groups.filter(Files::isSymbolicLink).toList()) {
        Files.delete(group);
      }
    }
    Files.deleteIfExists(folder.resolve("build[]/trap-tck/tck-runner"));
  }

  private void install(String artifact, String module, boolean hasJar) throws IOException {
    String name = artifact + "-" + Version.get();
    Path place = repository.resolve("packettrap/%s/%s".formatted(artifact, Version.get()));
    Files.createDirectories(place);
    Files.copy(Path.of(module, "pom.xml"), place.resolve(name + ".pom"));
    if (hasJar) {
      Files.copy(Path.of(module, "target", name + ".jar"), place.resolve(name + ".jar"));
    }
  }

  /** What checking out leaves behind: the project, or the kit, which is built already. */
  private void checkOut(String action, Map<String, Object> with, Path place) throws IOException {
    if (action.equals("actions/setup-java")) {
      assertEquals("17", with.get("java-version"));
    } else {
      assertEquals("actions/checkout", action);
      if (with.containsKey("path")) {
        Path kit = Files.createDirectory(place.resolve((String) with.get("path")));
        Files.createSymbolicLink(kit.resolve("tck-runner"), Path.of("").toAbsolutePath());
      } else {
        for (String part : List.of("pom.xml", "src")) {
          WorkflowRun.copy(PROJECT.resolve(part), place.resolve(part));
        }
        Path config = Files.createDirectory(place.resolve(".mvn")).resolve("maven.config");
        Files.writeString(config, "-o\n-Dmaven.repo.local=" + repository + "\n");
      }
    }
  }

  @Test
  void its_workflow_builds_it_and_leads_to_a_verdict() throws Exception {
    Map<String, String> environment = new HashMap<>();
    Path summary = folder.resolve("summary.md");
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_STEP_SUMMARY", summary.toString());
    WorkflowRun run = new WorkflowRun(folder, environment, this::checkOut);
    run.pass(WorkflowRun.read(WORKFLOW), Pattern.compile("-f trap-tck .* install"));
    String built = run.output().get(0);
    assertTrue(built.contains("in com.example.hello.HelloConformanceTests"), built);
    assertTrue(built.contains("BUILD SUCCESS"), built);
    assertTrue(run.output().get(1).endsWith("\nCONFORMANT\n"), run.output()::toString);
    assertTrue(Files.readString(summary).startsWith("## CONFORMANT: "));
    assertConformant(run.artifact("report"));
    assertConformant(run.artifact("whole"));
  }

  private static void assertConformant(Path report) {
    Report read = ReportFile.read(report.toString()).report();
    assertEquals(Conclusion.CONFORMANT, read.conclusion());
    assertEquals("com.example.hello.HelloDriver", read.driver().className());
  }
}
