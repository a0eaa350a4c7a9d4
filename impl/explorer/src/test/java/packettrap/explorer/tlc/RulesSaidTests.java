package packettrap.explorer.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Family;
import packettrap.spec.rule.Level;
import packettrap.spec.rule.Rule;

class RulesSaidTests {
  private static final Set<Family> MECHANISM =
      EnumSet.complementOf(EnumSet.of(Family.DRV, Family.TRP));

  @Test
  void every_rule_of_the_mechanism_is_said_in_the_model_or_has_a_reason_not_to_be() {
    Set<String> demanded =
        Catalogue.rules().stream()
            .filter(rule -> MECHANISM.contains(rule.family()) && rule.level() == Level.MUST)
            .map(Rule::id)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> covered = new TreeSet<>(RuleBook.unsaid().keySet());
    RuleBook.said().forEach(name -> covered.add(name.replace('_', '-')));
    assertTrue(demanded.size() > 100, "only " + demanded.size() + " rules");
    assertEquals(demanded, covered);
  }

  @Test
  void no_rule_is_both_said_and_left_unsaid() {
    Set<String> both = new TreeSet<>(RuleBook.unsaid().keySet());
    both.removeIf(id -> !RuleBook.said().contains(id.replace('-', '_')));
    assertEquals(Set.of(), both);
  }

  @Test
  void every_rule_that_is_said_is_asked_of_each_step_or_of_each_state() {
    String module = TlaModel.read(RuleBook.MODULE);
    String asked = module.substring(module.indexOf("(* All rules about steps"));
    List<String> forgotten =
        RuleBook.said().stream()
            .filter(rule -> !Pattern.compile("\\b" + rule + "\\b").matcher(asked).find())
            .toList();
    assertEquals(List.of(), forgotten);
  }
}
