package packettrap.spec.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All rules, in the order in which the specification tells them. */
public final class Catalogue {
  private static final List<Rule> RULES =
      Stream.of(
              RequestRules.ALL,
              RegistrationRules.ALL,
              ActionRules.ALL,
              GroupRules.ALL,
              PolicerRules.ALL,
              StatisticsRules.ALL,
              MetadataRules.ALL,
              NotificationRules.ALL,
              ReloadRules.ALL,
              MonitorRules.ALL,
              DriverRules.ALL,
              PacketRules.ALL,
              GenericTrapRules.ALL)
          .flatMap(Collection::stream)
          .toList();

  private static final Map<String, Rule> BY_ID = byId();

  private Catalogue() {}

  /** All rules, family by family. */
  public static List<Rule> rules() {
    return RULES;
  }

  /** The rule with an id such as ACT-04, if there is one. */
  public static Optional<Rule> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** The rules of a family, by number. */
  public static List<Rule> in(Family family) {
    return RULES.stream().filter(rule -> rule.family() == family).toList();
  }

  private static Map<String, Rule> byId() {
    Map<String, Rule> map = new TreeMap<>();
    for (Rule rule : RULES) {
      if (map.put(rule.id(), rule) != null) {
        throw new IllegalStateException("two rules are called " + rule.id());
      }
    }
    return map;
  }
}
