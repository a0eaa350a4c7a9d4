package packettrap.explorer.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.explorer.Exploration;
import packettrap.explorer.Explorer;
import packettrap.explorer.Invariants;
import packettrap.explorer.Machine;
import packettrap.explorer.Scope;

class BisimulationTests {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"XS", "S", "W"})
  void core_and_model_are_the_same_machine(String name) throws IOException {
    Machine machine = new Machine(Scope.named(name));
    ModelGraph model = new ModelGraph(machine);
    TlaModel scope = TlaModel.of("Scope" + name).withoutRules();
    TlcResult result = Tlc.run(scope, directory, 2, model);
    assertSame(result, model, machine);
  }

  /** The committed certificates are target/certificate-*.txt of a run that found no difference. */
  static void assertSame(TlcResult result, ModelGraph model, Machine machine) throws IOException {
    model.end();
    assertEquals(List.of(), result.errors());
    assertEquals(List.of(), result.violated());

    Bisimulation bisimulation = new Bisimulation(model, machine);
    assertEquals("", bisimulation.difference().map(Difference::toString).orElse(""));

    Exploration explored = Explorer.explore(machine, Invariants.of(machine), 2);
    assertEquals(
        result.distinct() + " states, " + result.transitions() + " transitions",
        explored.states() + " states, " + explored.transitions() + " transitions");

    String certificate = Certificate.of(model, bisimulation, machine);
    Path written = Path.of("target", "certificate-" + machine.scope().name() + ".txt");
    Files.writeString(written, certificate);
    assertEquals(committed(written.getFileName().toString()), certificate, "see " + written);
  }

  private static String committed(String file) throws IOException {
    try (InputStream in = BisimulationTests.class.getResourceAsStream(file)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
