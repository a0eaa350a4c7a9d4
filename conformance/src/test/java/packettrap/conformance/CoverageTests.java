package packettrap.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import packettrap.conformance.broken.Broken;
import packettrap.conformance.broken.BrokenDevices;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Level;
import packettrap.spec.rule.Rule;

class CoverageTests {
  private static Set<String> rules(Level... levels) {
    List<Level> wanted = List.of(levels);
    return Catalogue.rules().stream()
        .filter(rule -> wanted.contains(rule.level()))
        .map(Rule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> verified() {
    return Arrays.stream(Property.values())
        .flatMap(property -> Arrays.stream(property.rules()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_rule_that_must_or_should_be_kept_has_a_property() {
    Set<String> missing = rules(Level.MUST, Level.SHOULD);
    missing.removeAll(verified());
    assertEquals(Set.of(), missing);
  }

  @Test
  void properties_verify_only_rules_that_there_are() {
    Set<String> unknown = verified();
    unknown.removeAll(rules(Level.MUST, Level.SHOULD));
    assertEquals(Set.of(), unknown);
  }

  @Test
  void every_rule_that_must_or_should_be_kept_has_a_device_that_breaks_it() {
    Set<String> missing = rules(Level.MUST, Level.SHOULD);
    BrokenDevices.all().stream().map(Broken::rule).forEach(missing::remove);
    assertEquals(Set.of(), missing);
  }
}
