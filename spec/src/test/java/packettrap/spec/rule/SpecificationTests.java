package packettrap.spec.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import packettrap.spec.trap.GenericGroups;
import packettrap.spec.trap.GenericTraps;

/** The specification is up to date, and every link in it leads somewhere. */
class SpecificationTests {
  private static final String TEXT = Specification.text();

  @Test
  void the_document_in_the_repository_is_the_one_that_the_catalogue_gives() throws IOException {
    assertEquals(
        TEXT,
        Files.readString(Path.of("SPECIFICATION.md")),
        "spec/SPECIFICATION.md is out of date; this writes it anew:"
            + " mvn -q -pl spec compile exec:java");
  }

  @Test
  void every_rule_has_an_anchor_and_its_sentence() {
    for (Rule rule : Catalogue.rules()) {
      String anchor = "<a id=\"" + rule.id().toLowerCase(Locale.ROOT) + "\"></a>" + rule.id();
      int heading = TEXT.indexOf(anchor);
      assertTrue(heading >= 0, rule.id());
      assertTrue(TEXT.indexOf(RuleText.prose(rule.sentence(), rule), heading) > 0, rule.id());
    }
  }

  @Test
  void every_link_inside_the_document_leads_to_an_anchor() {
    Set<String> anchors = new HashSet<>();
    Matcher explicit = Pattern.compile("<a id=\"([^\"]+)\">").matcher(TEXT);
    while (explicit.find()) {
      assertTrue(anchors.add(explicit.group(1)), explicit.group(1));
    }
    TEXT.lines()
        .filter(line -> line.matches("#{1,3} .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .forEach(anchor -> assertTrue(anchors.add(anchor), anchor + " twice"));
    Matcher link = Pattern.compile("\\]\\(#([^)]*)\\)").matcher(TEXT);
    int links = 0;
    while (link.find()) {
      assertTrue(anchors.contains(link.group(1)), link.group(1));
      links++;
    }
    assertTrue(links > 100, "only " + links + " links");
  }

  @Test
  void the_picture_and_the_conversation_name_rules_that_exist() {
    Matcher id = Pattern.compile("\\b([A-Z]{3}-\\d{2})\\b").matcher(TEXT);
    while (id.find()) {
      assertTrue(Catalogue.find(id.group(1)).isPresent(), id.group(1));
    }
  }

  @Test
  void every_generic_trap_and_group_is_in_its_table() {
    GenericTraps.all()
        .forEach(trap -> assertTrue(TEXT.contains("| `" + trap.name() + "` | "), trap.name()));
    GenericGroups.all()
        .forEach(group -> assertTrue(TEXT.contains("| `" + group.name() + "` | "), group.name()));
  }

  @Test
  void nothing_is_left_to_be_filled_in() {
    assertFalse(TEXT.contains("{{"));
    assertFalse(TEXT.contains("DESCRIPTION"));
    assertFalse(TEXT.contains("\r"));
  }

  @Test
  void lines_of_code_blocks_fit_on_a_page() {
    boolean code = false;
    for (String line : TEXT.lines().toList()) {
      code ^= line.equals("```");
      assertFalse(code && line.length() > 100, line);
    }
    assertFalse(code, "a code block is not closed");
  }

  @Test
  void names_become_code_and_ids_become_links_but_for_the_rules_own() {
    assertEquals(
        "`devlink_trap_report` in `net/devlink/trap.c`, see [ACT-05](#act-05) and ACT-04, a &lt; b",
        RuleText.prose(
            "devlink_trap_report in net/devlink/trap.c, see ACT-05 and ACT-04, a < b",
            ActionRules.ACT_04));
  }
}
