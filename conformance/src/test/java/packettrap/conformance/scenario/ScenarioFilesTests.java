package packettrap.conformance.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import packettrap.conformance.scenario.generator.ScenarioFiles;

/** The scenario files are what the generator writes. */
class ScenarioFilesTests {
  private static final Set<String> WRITTEN_BY_HAND =
      Set.of("FORMAT.md", "scenarios.schema.json", "switch.schema.json");

  @TestFactory
  Stream<DynamicTest> each_file_is_current() throws IOException {
    if (Boolean.getBoolean("scenarios.write")) {
      ScenarioFiles.main();
    }
    return ScenarioFiles.all().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () ->
                        assertEquals(
                            file.getValue(),
                            Files.readString(ScenarioFiles.FOLDER.resolve(file.getKey())),
                            "out of date; run the test with -Dscenarios.write=true")));
  }

  @Test
  void there_are_no_other_files() throws IOException {
    Set<String> expected = new TreeSet<>(ScenarioFiles.all().keySet());
    expected.addAll(WRITTEN_BY_HAND);
    assertEquals(expected, files());
  }

  @Test
  void the_same_files_are_written_again() {
    Map<String, String> first = ScenarioFiles.all();
    assertEquals(first, ScenarioFiles.all());
  }

  private static Set<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(ScenarioFiles.FOLDER)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> ScenarioFiles.FOLDER.relativize(path).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
