package packettrap.explorer.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.explorer.Machine;
import packettrap.explorer.Scope;

/** TLC exhausts the scopes; their sizes are pinned, so that a change of meaning cannot hide. */
class ScopeTests {
  private static final Set<String> KINDS =
      Set.of(
          "Drain",
          "Dump",
          "Get",
          "GroupSet",
          "Misdirected",
          "MonitorConfigSet",
          "MonitorStart",
          "MonitorStop",
          "Packet",
          "PolicerSet",
          "Register",
          "Reload",
          "SoftwareDrop",
          "Tick",
          "TrapSet",
          "Unprivileged",
          "Unregister");

  private static final Set<String> FATES = Set.of("none", "dropped", "copied", "policed");

  private static final Set<String> RESULTS =
      Set.of(
          "none",
          "done",
          "done: Cannot change action of non-drop traps. Skipping",
          "done: Hardware monitoring already disabled",
          "done: Trace state already set to requested state",
          "EAGAIN: Hardware monitoring already enabled",
          "EAGAIN: Trace state already set to requested state",
          "EBUSY: Cannot configure drop monitor during monitoring",
          "EINVAL: Invalid alert mode",
          "EINVAL: Invalid trap action",
          "EINVAL: Policer burst size higher than limit",
          "EINVAL: Policer burst size lower than limit",
          "EINVAL: Policer rate higher than limit",
          "EINVAL: Policer rate lower than limit",
          "EIO: The driver refuses",
          "ENODEV",
          "ENOENT: Device did not register this trap",
          "ENOENT: Device did not register this trap group",
          "ENOENT: Device did not register this trap policer",
          "ENOENT: Trap group set failed, but some changes were committed already",
          "EOPNOTSUPP",
          "EPERM");

  @TempDir Path directory;

  @Test
  void scope_XS_keeps_all_rules() {
    TlcResult result = Tlc.run(TlaModel.of("ScopeXS"), directory, 2, null);
    assertEquals(new TlcResult(600, 18_920, List.of(), List.of()), result);
  }

  @Test
  void scope_S_keeps_all_rules() {
    Reached reached = new Reached();
    TlcResult result = Tlc.run(TlaModel.of("ScopeS"), directory, 2, reached);
    assertEquals(new TlcResult(6_344, 488_872, List.of(), List.of()), result);
    assertEquals(result.transitions(), reached.edges());
    assertEquals(result.distinct() - 1, reached.fresh());
    assertReached(
        RESULTS,
        Set.of("EINVAL", "EIO: Trap group set failed, but some changes were committed already"),
        reached);
  }

  @Test
  void scope_W_keeps_all_rules() {
    TlcResult result = Tlc.run(TlaModel.of("ScopeW"), directory, 2, null);
    assertEquals(new TlcResult(1_040, 71_380, List.of(), List.of()), result);
  }

  @Test
  void scope_M_is_exhausted_and_is_the_same_machine_as_the_core() throws IOException {
    Reached reached = new Reached();
    Machine machine = new Machine(Scope.M);
    ModelGraph model = new ModelGraph(machine);
    TlcResult result = Tlc.run(TlaModel.of("ScopeM"), directory, 2, reached.andThen(model));
    BisimulationTests.assertSame(result, model, machine);
    assertEquals(new TlcResult(229_384, 9_779_088, List.of(), List.of()), result);
    assertEquals(result.transitions(), reached.edges());
    assertReached(RESULTS, Set.of(), reached);
  }

  @Test
  @Tag("model-large")
  void scope_M_keeps_all_rules() {
    TlcResult result = Tlc.run(TlaModel.of("ScopeM").askingAll(), directory, 2, null);
    assertEquals(new TlcResult(229_384, 9_779_088, List.of(), List.of()), result);
  }

  @Test
  @Tag("model-large")
  void scope_L_is_exhausted() {
    TlcResult result = Tlc.run(TlaModel.of("ScopeL"), directory, 2, null);
    assertEquals(new TlcResult(2_507_392, 110_692_309, List.of(), List.of()), result);
  }

  private static void assertReached(Set<String> results, Set<String> further, Reached reached) {
    Set<String> expected = new TreeSet<>(results);
    expected.addAll(further);
    assertEquals(expected, reached.results());
    assertEquals(new TreeSet<>(KINDS), reached.kinds());
    assertEquals(new TreeSet<>(FATES), reached.fates());
    assertEquals(Set.of("hardware", "none", "software"), reached.losses());
  }
}
