package packettrap.conformance.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.packet.Mac;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.trap.GenericTraps;
import packettrap.spec.trap.TrapType;

/** The bundled scenarios are complete, in order, and say what they mean. */
class ScenariosTests {
  private static final int PORTS = 8;

  private final List<Scenario> scenarios = Scenarios.bundled();
  private final Map<String, List<Scenario>> byTrap =
      scenarios.stream().collect(Collectors.groupingBy(Scenario::trap));

  @Test
  void they_are_for_94_traps_in_the_order_of_the_registry() {
    List<String> registry =
        GenericTraps.all().stream()
            .map(GenericTraps.Entry::name)
            .filter(Scenarios.traps()::contains)
            .toList();
    assertEquals(94, Scenarios.traps().size());
    assertEquals(registry, Scenarios.traps());
    assertEquals(registry, scenarios.stream().map(Scenario::trap).distinct().toList());
  }

  @Test
  void each_trap_has_several_hits_and_several_near_misses() {
    for (String trap : Scenarios.traps()) {
      Map<Boolean, Long> counts =
          byTrap.get(trap).stream()
              .collect(Collectors.partitioningBy(ScenariosTests::hits, Collectors.counting()));
      assertTrue(counts.get(true) >= 3, trap + " has fewer hits than three: " + counts);
      assertTrue(counts.get(false) >= 2, trap + " has fewer near misses than two: " + counts);
    }
  }

  private static boolean hits(Scenario scenario) {
    return scenario.arrivals().stream().anyMatch(a -> scenario.trap().equals(a.trap()));
  }

  @Test
  void a_near_miss_has_no_arrival_that_hits_and_a_hit_none_that_hits_another_trap() {
    for (Scenario scenario : scenarios) {
      if (hits(scenario)) {
        for (Arrival arrival : scenario.arrivals()) {
          assertTrue(
              arrival.trap() == null || arrival.trap().equals(scenario.trap()), scenario.name());
        }
      }
    }
  }

  @Test
  void names_are_unique_and_begin_with_the_trap() {
    Set<String> names = new HashSet<>();
    for (Scenario scenario : scenarios) {
      assertTrue(scenario.name().startsWith(scenario.trap() + "/"), scenario.name());
      assertTrue(names.add(scenario.name()), scenario.name() + " stands twice");
    }
  }

  @Test
  void a_trap_without_a_file_is_expected_only_where_it_is_known_what_happens_without_it() {
    Set<String> traps = Set.copyOf(Scenarios.traps());
    scenarios.stream()
        .map(scenario -> Playable.withoutOthers(scenario, traps))
        .flatMap(scenario -> scenario.arrivals().stream())
        .filter(arrival -> arrival.trap() != null)
        .forEach(arrival -> assertTrue(traps.contains(arrival.trap()), arrival.trap()));
  }

  @Test
  void only_flow_rules_that_drop_have_cookies() {
    Set<String> withCookie =
        arrivals().filter(a -> a.cookie() != null).map(Arrival::trap).collect(Collectors.toSet());
    assertEquals(Set.of("ingress_flow_action_drop", "egress_flow_action_drop"), withCookie);
  }

  @Test
  void ports_are_numbered_from_1_to_8() {
    arrivals()
        .forEach(
            arrival -> {
              assertTrue(arrival.port() >= 1 && arrival.port() <= PORTS, arrival.what());
              if (arrival.departures() != null) {
                arrival
                    .departures()
                    .forEach(d -> assertTrue(d.port() >= 1 && d.port() <= PORTS, arrival.what()));
              }
            });
  }

  @Test
  void traps_that_are_usually_mirrored_say_what_leaves() {
    for (String trap : List.of("igmp_query", "mld_query", "arp_request", "flow_action_sample")) {
      assertTrue(
          byTrap.get(trap).stream()
              .flatMap(scenario -> scenario.arrivals().stream())
              .anyMatch(a -> trap.equals(a.trap()) && !a.departures().isEmpty()),
          trap);
    }
  }

  @Test
  void exceptions_say_nothing_of_departures_because_they_cannot_be_mirrored() {
    for (Scenario scenario : scenarios) {
      if (GenericTraps.named(scenario.trap()).type() == TrapType.EXCEPTION) {
        scenario.arrivals().stream()
            .filter(arrival -> scenario.trap().equals(arrival.trap()))
            .forEach(arrival -> assertEquals(null, arrival.departures(), scenario.name()));
      }
    }
  }

  @Test
  void what_needs_no_configuration_is_there_without_one() {
    for (String trap : List.of("source_mac_is_multicast", "stp", "lacp", "lldp")) {
      Set<Boolean> hits =
          byTrap.get(trap).stream()
              .filter(scenario -> scenario.config() == null)
              .map(ScenariosTests::hits)
              .collect(Collectors.toSet());
      assertEquals(Set.of(true, false), hits, trap);
    }
    scenarios.stream()
        .filter(scenario -> scenario.config() == null)
        .flatMap(scenario -> scenario.arrivals().stream())
        .forEach(arrival -> assertEquals(null, arrival.departures(), arrival.what()));
  }

  @Test
  void they_are_read_once() {
    assertSame(scenarios, Scenarios.bundled());
  }

  @Test
  void equal_configurations_are_the_same_object_and_there_are_seven() {
    Set<SwitchConfig> same = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<SwitchConfig> equal = new HashSet<>();
    scenarios.stream()
        .map(Scenario::config)
        .filter(config -> config != null)
        .forEach(
            config -> {
              same.add(config);
              equal.add(config);
            });
    assertEquals(7, same.size());
    assertEquals(7, equal.size());
  }

  @Test
  void where_a_switch_learns_each_scenario_has_stations_of_its_own_so_that_none_has_a_history() {
    Map<Mac, String> owners = new HashMap<>();
    int learned = 0;
    for (Scenario scenario : scenarios) {
      if (scenario.config() == null
          || scenario.config().bridge().stream().noneMatch(SwitchConfig.BridgePort::learning)) {
        continue;
      }
      List<Mac> configured =
          scenario.config().fdb().stream().map(SwitchConfig.FdbEntry::mac).toList();
      for (Arrival arrival : scenario.arrivals()) {
        for (Mac mac : List.of(arrival.frame().source(), arrival.frame().destination())) {
          if (!configured.contains(mac)) {
            String owner = owners.putIfAbsent(mac, scenario.name());
            assertTrue(owner == null || owner.equals(scenario.name()), mac + " in " + owner);
            learned++;
          }
        }
      }
    }
    assertTrue(learned > 0);
  }

  @Test
  void a_scenario_that_need_not_settle_leaves_nothing_in_a_queue() {
    for (Scenario scenario : scenarios) {
      if (scenario.settle() == 0 && scenario.config() != null) {
        List<Integer> queued =
            scenario.config().queues().stream().map(SwitchConfig.EgressQueue::port).toList();
        scenario.arrivals().stream()
            .filter(arrival -> arrival.departures() != null)
            .flatMap(arrival -> arrival.departures().stream())
            .forEach(d -> assertTrue(!queued.contains(d.port()), scenario.name()));
      }
    }
  }

  @Test
  void frames_are_no_shorter_than_ethernet_allows_but_where_that_is_the_point() {
    scenarios.stream()
        .filter(scenario -> !scenario.name().endsWith("without-padding"))
        .flatMap(scenario -> scenario.arrivals().stream())
        .forEach(arrival -> assertTrue(arrival.frame().length() >= 60, arrival.what()));
  }

  private java.util.stream.Stream<Arrival> arrivals() {
    return scenarios.stream().flatMap(scenario -> scenario.arrivals().stream());
  }
}
