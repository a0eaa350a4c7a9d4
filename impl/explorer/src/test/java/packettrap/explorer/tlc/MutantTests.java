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

  @ParameterizedTest
  @MethodSource("mutants")
  void a_mutant_breaks_its_rule(Mutant mutant) {
    TlcResult result = Tlc.run(mutant.model().askingOnly(mutant.rule()), directory);
    assertEquals(List.of(mutant.rule()), result.violated(), () -> mutant + ": " + result);
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void a_mutant_is_found_where_all_rules_are_asked(Mutant mutant) {
    TlcResult result = Tlc.run(mutant.model(), directory);
    String found = RuleBook.OF_STATES.contains(mutant.rule()) ? "EveryState" : "EveryStep";
    assertEquals(List.of(found), result.violated(), () -> mutant + ": " + result);
  }
}
