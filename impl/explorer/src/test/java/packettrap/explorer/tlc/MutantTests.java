package packettrap.explorer.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the model bites: in a machine with a fault TLC finds it broken. */
class MutantTests {
  @TempDir Path directory;

  static List<Mutant> mutants() {
    return Mutant.all();
  }

  @Test
  void no_rule_that_is_said_lacks_a_mutant() {
    Set<String> mutated =
        Mutant.all().stream().map(Mutant::rule).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(RuleBook.said(), mutated);
  }

  /** It is broken, and that is also seen where all rules are asked at once. */
  @ParameterizedTest
  @MethodSource("mutants")
  void a_mutant_breaks_its_rule(Mutant mutant) {
    TlcResult result = Tlc.run(mutant.model().asking(mutant.rule()), directory, 1, null);
    assertEquals(List.of(TlaModel.ASKED), result.violated(), () -> mutant + ": " + result);
  }
}
