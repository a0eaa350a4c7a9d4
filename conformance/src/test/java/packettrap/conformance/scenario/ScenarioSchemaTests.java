package packettrap.conformance.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import packettrap.conformance.scenario.generator.ScenarioFiles;

/** The files are what their schemas say, and the schemas say something. */
class ScenarioSchemaTests {
  private final JsonSchema scenarios = schema("scenarios.schema.json");
  private final JsonSchema switches = schema("switch.schema.json");

  private static JsonSchema schema(String name) {
    try {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(Files.readString(ScenarioFiles.FOLDER.resolve(name)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> each_file_is_valid() {
    return ScenarioFiles.all().keySet().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      String text = Files.readString(ScenarioFiles.FOLDER.resolve(name));
                      JsonSchema schema = name.startsWith("switches/") ? switches : scenarios;
                      assertEquals(Set.of(), schema.validate(text, InputFormat.JSON));
                    }));
  }

  @Test
  void a_key_that_is_not_known_is_not_valid() throws IOException {
    String text = Files.readString(ScenarioFiles.FOLDER.resolve("stp.json"));
    assertInvalid(scenarios, text.replaceFirst("\"what\"", "\"that\""));
    String config = Files.readString(ScenarioFiles.FOLDER.resolve("switches/common-switch.json"));
    assertInvalid(switches, config.replaceFirst("\"pvid\"", "\"pvvid\""));
  }

  @Test
  void a_frame_that_is_not_hexadecimal_is_not_valid() throws IOException {
    String text = Files.readString(ScenarioFiles.FOLDER.resolve("stp.json"));
    assertInvalid(scenarios, text.replaceFirst("\"frame\":\"0", "\"frame\":\"x"));
  }

  private static void assertInvalid(JsonSchema schema, String text) {
    assertFalse(schema.validate(text, InputFormat.JSON).isEmpty());
  }
}
