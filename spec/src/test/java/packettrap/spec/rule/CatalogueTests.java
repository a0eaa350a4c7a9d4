package packettrap.spec.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import packettrap.spec.trap.GenericTraps;

/** The catalogue is whole: names, sentences, reasons, sources and hints. */
class CatalogueTests {
  private static final Pattern ID = Pattern.compile("\\b[A-Z]{3}-\\d{2}\\b");

  @Test
  void ids_are_unique_and_sorted() {
    List<Integer> indexes = Catalogue.rules().stream().map(Rule::index).toList();
    assertEquals(indexes.stream().sorted().distinct().toList(), indexes);
    assertEquals(
        Catalogue.rules().size(), Catalogue.rules().stream().map(Rule::id).distinct().count());
  }

  @Test
  void every_family_has_rules_and_the_families_make_up_the_catalogue() {
    for (Family family : Family.values()) {
      assertFalse(Catalogue.in(family).isEmpty(), family.toString());
    }
    assertEquals(
        Catalogue.rules(),
        Arrays.stream(Family.values()).flatMap(family -> Catalogue.in(family).stream()).toList());
  }

  @Test
  void rules_are_found_by_their_ids() {
    assertSame(ActionRules.ACT_04, Catalogue.find("ACT-04").orElseThrow());
    assertSame(MonitorRules.MON_16, Catalogue.find("MON-16").orElseThrow());
    assertEquals(Optional.empty(), Catalogue.find("ACT-99"));
    assertEquals(Optional.empty(), Catalogue.find("act-04"));
  }

  @Test
  void a_constant_carries_the_id_that_it_is_named_after() throws ReflectiveOperationException {
    List<Class<?>> families =
        List.of(
            RequestRules.class,
            RegistrationRules.class,
            ActionRules.class,
            GroupRules.class,
            PolicerRules.class,
            StatisticsRules.class,
            MetadataRules.class,
            NotificationRules.class,
            ReloadRules.class,
            MonitorRules.class,
            DriverRules.class,
            PacketRules.class);
    int constants = 0;
    for (Class<?> family : families) {
      for (var field : family.getFields()) {
        Rule rule = (Rule) field.get(null);
        assertEquals(field.getName().replace('_', '-'), rule.id());
        assertSame(rule, Catalogue.find(rule.id()).orElseThrow(), rule.id() + " is in ALL");
        constants++;
      }
    }
    assertEquals(Catalogue.rules().size() - GenericTrapRules.all().size(), constants);
  }

  @TestFactory
  Stream<DynamicTest> every_rule_is_whole() {
    return Catalogue.rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> assertWhole(rule)));
  }

  private static void assertWhole(Rule rule) {
    assertText(rule.sentence());
    assertTrue(rule.sentence().endsWith("."), "a full stop");
    assertText(rule.why());
    assertText(rule.hint());
    assertFalse(rule.source().isBlank(), "a source");
    assertTrue(rule.sentence().length() <= 400, "at most 400 characters");
    for (String text : texts(rule)) {
      assertFalse(text.contains("DESCRIPTION"), text);
      assertFalse(text.contains("  "), text);
      Matcher reference = ID.matcher(text);
      while (reference.find()) {
        assertTrue(Catalogue.find(reference.group()).isPresent(), reference.group());
      }
    }
  }

  private static void assertText(String text) {
    assertTrue(text.matches("[A-Z0-9].*[.?)]"), "whole sentences: " + text);
  }

  private static List<String> texts(Rule rule) {
    return List.of(rule.sentence(), rule.why(), rule.source(), rule.hint());
  }

  @Test
  void a_sentence_says_how_binding_it_is() {
    for (Rule rule : Catalogue.rules()) {
      if (rule.family() != Family.TRP) {
        assertTrue(rule.sentence().contains(rule.level().name()), rule.id());
      }
    }
  }

  @Test
  void no_two_rules_say_the_same() {
    Set<String> seen = new HashSet<>();
    Catalogue.rules().forEach(rule -> assertTrue(seen.add(rule.sentence()), rule.id()));
  }

  @Test
  void a_generic_traps_rule_has_its_number_and_its_name() {
    assertEquals("TRP-07", GenericTrapRules.of("ttl_value_is_too_small").orElseThrow().id());
    assertEquals(Optional.empty(), GenericTrapRules.of("fid_miss"));
    for (Rule rule : GenericTrapRules.all()) {
      String name = GenericTraps.all().get(rule.number()).name();
      assertEquals(name, GenericTrapRules.trapOf(rule));
      assertTrue(rule.sentence().startsWith("A packet hits " + name + " if "), rule.id());
      assertSame(rule, GenericTrapRules.of(name).orElseThrow());
    }
  }

  @Test
  void what_a_rule_about_frames_in_time_needs_is_declared() {
    for (Rule rule : Catalogue.rules()) {
      if (rule.family() == Family.TRP || rule.family() == Family.PKT) {
        assertTrue(rule.needs().contains(Need.FRAMES), rule.id());
      }
      if (rule.family() == Family.MON) {
        assertTrue(
            rule.level() == Level.MAY || rule.needs().contains(Need.DROP_MONITOR), rule.id());
      }
    }
  }
}
