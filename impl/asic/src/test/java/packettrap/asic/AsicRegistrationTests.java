package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.trap.GenericTraps;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

class AsicRegistrationTests {
  private final Registration registration = new AsicDriver().registration();

  @Test
  void the_jar_names_its_driver() {
    List<TrapDriver> found =
        ServiceLoader.load(TrapDriver.class).stream().map(ServiceLoader.Provider::get).toList();
    assertEquals(1, found.size());
    assertInstanceOf(AsicDriver.class, found.get(0));
    assertEquals(TrapDriver.VERSION, found.get(0).interfaceVersion());
  }

  @Test
  void the_generic_traps_are_and_in_the_order_of_the_registry() {
    List<Trap> traps = registration.traps().stream().filter(Trap::generic).toList();
    assertEquals(GenericTraps.COUNT, traps.size());
    assertEquals(traps.stream().sorted(Comparator.comparingInt(Trap::id)).toList(), traps);
    for (Trap trap : traps) {
      GenericTraps.Entry entry = GenericTraps.named(trap.name());
      assertTrue(trap.generic());
      assertEquals(entry.id(), trap.id());
      assertEquals(entry.usualGroup(), trap.group());
      assertEquals(entry.usualAction(), trap.initialAction());
    }
  }

  @Test
  void one_trap_is_the_switchs_own() {
    List<Trap> own = registration.traps().stream().filter(trap -> !trap.generic()).toList();
    assertEquals(List.of("cfm"), own.stream().map(Trap::name).toList());
    assertEquals(TrapType.CONTROL, own.get(0).type());
    assertEquals(TrapAction.MIRROR, own.get(0).initialAction());
    assertEquals(own, List.of(registration.traps().get(registration.traps().size() - 1)));
  }

  @Test
  void flow_rule_drops_tell_their_cookie_and_all_tell_the_port() {
    for (Trap trap : registration.traps()) {
      Set<Metadata> expected =
          trap.name().endsWith("flow_action_drop")
              ? Set.of(Metadata.INPUT_PORT, Metadata.FLOW_ACTION_COOKIE)
              : Set.of(Metadata.INPUT_PORT);
      assertEquals(expected, trap.metadata(), trap.name());
    }
  }

  @Test
  void every_group_is_used_and_some_are_not_policed() {
    Set<Long> policers =
        registration.policers().stream().map(Policer::id).collect(Collectors.toSet());
    for (Group group : registration.groups()) {
      assertTrue(registration.traps().stream().anyMatch(t -> t.group().equals(group.name())));
      assertTrue(group.policer() == 0 || policers.contains(group.policer()), group.name());
    }
    assertTrue(registration.groups().stream().anyMatch(group -> group.policer() == 0));
    assertTrue(registration.groups().stream().anyMatch(group -> group.policer() != 0));
  }

  @Test
  void policers_start_within_their_limits() {
    for (Policer policer : registration.policers()) {
      assertTrue(policer.minRate() <= policer.initialRate());
      assertTrue(policer.initialRate() <= policer.maxRate());
      assertTrue(policer.minBurst() <= policer.initialBurst());
      assertTrue(policer.initialBurst() <= policer.maxBurst());
    }
  }
}
