package packettrap.explorer.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import packettrap.explorer.Fault;
import packettrap.explorer.Machine;
import packettrap.explorer.Scope;

/** A core with a fault is another machine than the model. */
class FaultsTests {
  private static ModelGraph model;

  @BeforeAll
  static void explore(@TempDir Path directory) {
    model = new ModelGraph(new Machine(Scope.S));
    Tlc.run(TlaModel.of("ScopeS").withoutRules(), directory, 2, model);
    model.end();
  }

  @ParameterizedTest
  @EnumSource
  void a_fault_of_the_core_is_found_by_the_shortest_way(Fault fault) {
    Machine broken = new Machine(Scope.S, fault.step());
    Difference difference = new Bisimulation(model, broken).difference().orElseThrow();
    assertNotEquals(difference.model(), difference.core());
    assertEquals(fault.length(), difference.inputs().size(), difference::toString);
  }
}
