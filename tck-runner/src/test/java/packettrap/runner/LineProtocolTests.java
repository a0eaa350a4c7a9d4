package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import packettrap.runner.driver.lines.DriverLine;
import packettrap.runner.driver.lines.HostLine;
import packettrap.runner.report.PartReport;
import packettrap.spec.json.Json;

/** The lines are what their schema and their page say, and nothing is lost in them. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class LineProtocolTests {
  private static final Path SCHEMA = Path.of("exec-drivers/lines.schema.json");

  @TempDir Path folder;

  private CommandLineRun judge(String level, String driver, String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "run",
                    "--driver",
                    "exec:'%s' -XX:TieredStopAtLevel=1 -cp '%s' %s %s %s '%s'"
                        .formatted(
                            Path.of(System.getProperty("java.home"), "bin", "java"),
                            System.getProperty("java.class.path"),
                            LineServer.class.getName(),
                            level,
                            driver,
                            folder.resolve("spoken")),
                    "--report",
                    folder.resolve("report").toString()),
                Stream.of(more))
            .toList();
    return CommandLineRun.of(Engine.KIT, arguments.toArray(String[]::new));
  }

  private static void assertConformant(CommandLineRun run) {
    assertEquals("", run.err());
    assertTrue(run.out().matches("(?s).*\nCONFORMANT[^\n]*\n"), run::out);
    assertEquals(0, run.status());
  }

  /** Hundreds of lines of every type what the schema says; gives their types. */
  private Set<String> assertValid() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(SCHEMA));
    Set<String> types = new TreeSet<>();
    List<String> spoken = Files.readAllLines(folder.resolve("spoken"));
    for (String line : spoken) {
      assertTrue(schema.validate(line, InputFormat.JSON).isEmpty(), line);
      var type = Pattern.compile("^\\{\"type\":\"(\\w+)\"").matcher(line);
      assertTrue(type.find(), line);
      types.add(type.group(1));
    }
    return types;
  }

  private static Set<String> types(Class<?>... lines) {
    return Stream.of(lines)
        .flatMap(line -> Stream.of(line.getPermittedSubclasses()))
        .map(Class::getSimpleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void the_schema_in_the_repository_is_the_one_that_the_records_give() throws IOException {
    if (Boolean.getBoolean("lines.schema.write")) {
      Files.writeString(SCHEMA, LineSchema.text());
    }
    assertEquals(
        LineSchema.text(),
        Files.readString(SCHEMA),
        "it is out of date; this writes it anew: mvn -q -pl tck-runner -am test"
            + " -Dtest=LineProtocolTests -DargLine=-Dlines.schema.write=true"
            + " -Dsurefire.failIfNoSpecifiedTests=false");
  }

  @Test
  void the_page_has_every_line() throws IOException {
    String page = Files.readString(Path.of("exec-drivers/README.md"));
    for (String type : types(HostLine.class, DriverLine.class)) {
      assertTrue(page.contains("`" + type + "`"), type);
    }
  }

  @Test
  void a_driver_with_all_abilities_keeps_the_rules_over_lines_that_the_schema_allows()
      throws IOException {
    // A part has all kinds of lines; the whole takes minutes, and is other tests' matter.
    CommandLineRun run = judge("driver", "AsicDriver", "--rule", "DRV-10", "--shard", "2/8");
    assertEquals("", run.err());
    assertEquals(0, run.status());
    PartReport found =
        Json.read(
            Files.readString(folder.resolve("report").resolve(PartReport.FILE)), PartReport.class);
    assertTrue(
        found.part().pieces().stream().allMatch(piece -> piece.counterexamples().isEmpty()),
        run::out);
    Set<String> expected = types(HostLine.class, DriverLine.class);
    expected.removeAll(Set.of("GroupActionSet", "Ports", "Call", "Poll", "Happened", "Replied"));
    assertEquals(expected, assertValid());
  }

  @Test
  void a_driver_with_traffic_of_its_own_is_conformant_over_lines_that_the_schema_allows()
      throws IOException {
    assertConformant(judge("driver", "NetdevsimDriver", "--rule", "DRV-19"));
    assertTrue(assertValid().contains("Ports"));
  }

  @Test
  void a_whole_device_is_conformant_over_lines_that_the_schema_allows() throws IOException {
    assertConformant(judge("device", "AsicDriver", "--rule", "REQ-01"));
    assertEquals(Set.of("Call", "Happened", "Hello", "New", "Ready", "Replied"), assertValid());
  }
}
