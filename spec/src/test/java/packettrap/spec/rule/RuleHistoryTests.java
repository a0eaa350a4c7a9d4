package packettrap.spec.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.spec.rule.RuleHistory.Version;

/** No demand changes without a new version, and the changelog says what a version demands. */
class RuleHistoryTests {
  private static final Path RECORD =
      Path.of(
          "src/main/resources/packettrap/spec/rule/catalogue-%s.txt"
              .formatted(RuleHistory.CURRENT));

  /**
   * Three versions of a specification: A comes first, B with 1.1, A changes and B goes with 2.0.
   */
  private static final RuleHistory HISTORY =
      new RuleHistory(
          List.of(
              new Version("1.0", Map.of("ACT-01", "ACT-01 SHOULD [] a", "ACT-02", "ACT-02 MAY")),
              new Version(
                  "1.1",
                  Map.of(
                      "ACT-01", "ACT-01 SHOULD [] a",
                      "ACT-02", "ACT-02 MAY",
                      "ACT-03", "ACT-03 MAY")),
              new Version("2.0", Map.of("ACT-01", "ACT-01 MUST [] a", "ACT-02", "ACT-02 MAY"))));

  @TempDir Path folder;

  @Test
  void the_catalogue_demands_what_is_recorded_for_its_version() throws IOException {
    String recorded = Files.readString(RECORD);
    assertEquals(
        List.of(),
        RuleHistory.differing(
            RuleHistory.parse(recorded), RuleHistory.parse(RuleHistory.demands())),
        "these rules demand otherwise than "
            + RECORD
            + " says; CONTRIBUTING says how the specification gets a new version");
    assertEquals(recorded, RuleHistory.demands());
  }

  @Test
  void the_record_has_ids_levels_needs_and_sentences() {
    assertTrue(
        RuleHistory.demands()
            .contains(
                "\nACT-02 MUST [CHANGES, DROP_TRAPS] The action of a drop trap MUST be settable to"
                    + " any of drop, trap and mirror, unless the driver refuses.\n"));
    assertEquals(Catalogue.rules().size(), RuleHistory.demands().lines().count());
  }

  @Test
  void the_hash_of_the_catalogue_is_that_of_the_recorded_file() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(RECORD));
    assertEquals(HexFormat.of().formatHex(hash), RuleHistory.sha256());
  }

  @Test
  void a_rule_says_since_when_it_is_there_and_since_when_it_is_as_it_is() {
    assertEquals("1.0", RuleHistory.since(ActionRules.ACT_04));
    assertEquals("1.0", HISTORY.cameWith("ACT-01"));
    assertEquals("2.0", HISTORY.lastChangedWith("ACT-01"));
    assertEquals("1.0", HISTORY.lastChangedWith("ACT-02"));
    assertEquals("1.1", HISTORY.cameWith("ACT-03"));
  }

  @Test
  void a_version_names_what_it_added_changed_and_withdrew() {
    assertEquals(List.of(), HISTORY.changedIn("1.0"));
    assertEquals(List.of("ACT-03"), HISTORY.changedIn("1.1"));
    assertEquals(List.of("ACT-01", "ACT-03"), HISTORY.changedIn("2.0"));
  }

  @Test
  void the_changelog_has_a_section_for_each_version_that_names_the_changed_rules()
      throws IOException {
    String changelog = Files.readString(Path.of("../CHANGELOG.md"));
    for (String number : RuleHistory.recorded().numbers()) {
      int start = changelog.indexOf("\n### Specification " + number);
      assertTrue(start >= 0, "CHANGELOG.md has no section Specification " + number);
      int end = changelog.indexOf("\n### ", start + 1);
      String section = changelog.substring(start, end < 0 ? changelog.length() : end);
      for (String id : RuleHistory.recorded().changedIn(number)) {
        assertTrue(section.contains(id), number + " changed " + id + ", CHANGELOG.md keeps silent");
      }
    }
    List<String> numbers = RuleHistory.recorded().numbers();
    assertEquals(RuleHistory.CURRENT, numbers.get(numbers.size() - 1));
  }

  @Test
  void every_version_is_recorded() {
    RuleHistory.recorded()
        .numbers()
        .forEach(
            number ->
                assertFalse(
                    RuleHistory.class.getResource("catalogue-" + number + ".txt") == null, number));
  }

  @Test
  void a_recorded_version_is_not_overwritten_by_other_demands() throws IOException {
    String[] arguments = {folder.toString()};
    Path record = folder.resolve(RECORD.getFileName());
    RuleHistory.main(arguments);
    assertEquals(RuleHistory.demands(), Files.readString(record));
    RuleHistory.main(arguments);
    String other = RuleHistory.demands().replace("ACT-04 MUST", "ACT-04 MAY");
    Files.writeString(record, other);
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> RuleHistory.main(arguments));
    assertTrue(
        refused.getMessage().contains("catalogue-1.0.txt says otherwise in [ACT-04]; "),
        refused::getMessage);
    assertEquals(other, Files.readString(record));
  }
}
