package packettrap.explorer.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.explorer.Machine;
import packettrap.explorer.Scope;

class BisimulationTests {
  @TempDir Path directory;

  @Test
  void core_and_model_are_the_same_machine_in_scope_S() throws IOException {
    assertSame(Scope.S);
  }

  private void assertSame(Scope scope) throws IOException {
    Bisimulation bisimulation = new Bisimulation(new Machine(scope));
    TlcResult result = Tlc.run(TlaModel.of("Scope" + scope.name()), directory, 2, bisimulation);
    bisimulation.end();
    assertEquals(List.of(), result.errors());
    assertEquals("", Difference.shortest(bisimulation).map(Difference::toString).orElse(""));
    assertEquals(result.distinct(), bisimulation.rows().size());
    String certificate = Certificate.of(bisimulation);
    Path written = Path.of("target", "certificate-" + scope.name() + ".txt");
    Files.writeString(written, certificate);
    assertEquals(committed(scope), certificate, "see " + written);
  }

  private static String committed(Scope scope) throws IOException {
    String file = "certificate-" + scope.name() + ".txt";
    try (InputStream in = BisimulationTests.class.getResourceAsStream(file)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
