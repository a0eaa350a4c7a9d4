package packettrap.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;

/** The table of Linux's own tests speaks of all of them, and of rules that exist. */
class SelftestsTableTests {
  private static final List<String> TESTS =
      List.of(
          "init_test",
          "trap_action_test",
          "trap_metadata_test",
          "bad_trap_test",
          "bad_trap_action_test",
          "trap_stats_test",
          "trap_group_action_test",
          "bad_trap_group_test",
          "trap_group_stats_test",
          "trap_policer_test",
          "trap_policer_bind_test",
          "port_del_test",
          "dev_del_test",
          "hw_drops_test");

  private record Row(String test, String check, String rules, String remark) {}

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(Path.of("SELFTESTS.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| test "))
        .map(line -> line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(c -> new Row(c[0].strip(), c[1].strip(), c[2].strip(), c[3].strip()))
        .toList();
  }

  @Test
  void every_test_of_linux_has_a_row() throws IOException {
    Set<String> tests =
        rows().stream().map(Row::test).collect(Collectors.toCollection(LinkedHashSet::new));
    assertEquals(TESTS, List.copyOf(tests));
  }

  @Test
  void every_rule_of_the_table_exists() throws IOException {
    Set<String> known = Catalogue.rules().stream().map(Rule::id).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>();
    for (Row row : rows()) {
      Arrays.stream(row.rules().split(", "))
          .filter(id -> !id.equals("—") && !known.contains(id))
          .forEach(unknown::add);
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void a_check_without_a_rule_says_why() throws IOException {
    for (Row row : rows()) {
      assertTrue(!row.rules().equals("—") || !row.remark().isEmpty(), row::check);
    }
  }
}
