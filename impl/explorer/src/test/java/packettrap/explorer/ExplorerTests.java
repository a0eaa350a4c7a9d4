package packettrap.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import packettrap.explorer.Invariant.OfStates;

class ExplorerTests {
  /** What finds a fault, where it is another rule than the fault's, or no state at all (null). */
  private static final Map<Fault, Optional<String>> FOUND_BY = new EnumMap<>(Fault.class);

  static {
    FOUND_BY.put(Fault.ACT_03, Optional.empty());
    FOUND_BY.put(Fault.GRP_08, Optional.of("REQ-11"));
  }

  /** TLC counts the same. */
  private static final Map<String, String> COUNTS = new TreeMap<>();

  static {
    COUNTS.put("XS", "600 states, 18920 transitions, depth 8");
    COUNTS.put("S", "6344 states, 488872 transitions, depth 11");
    COUNTS.put("W", "1040 states, 71380 transitions, depth 9");
    COUNTS.put("M", "229384 states, 9779088 transitions, depth 18");
  }

  @ParameterizedTest
  @CsvSource({"XS, 2", "S, 1", "S, 2", "S, 4", "W, 2", "M, 2"})
  void all_states_are_found_and_keep_the_rules(String name, int threads) {
    Machine machine = new Machine(Scope.named(name));
    Exploration found = Explorer.explore(machine, Invariants.of(machine), threads);
    assertEquals(Optional.empty(), found.violation());
    assertEquals(COUNTS.get(name), counts(found));
  }

  private static String counts(Exploration found) {
    return "%d states, %d transitions, depth %d"
        .formatted(found.states(), found.transitions(), found.depth());
  }

  @ParameterizedTest
  @EnumSource
  void a_fault_of_the_core_is_found_by_the_shortest_way(Fault fault) {
    Machine broken = new Machine(Scope.S, fault.step());
    Exploration found = Explorer.exploreByCore(broken, Invariants.of(broken), 2);
    assertTrue(Explorer.explore(broken, Invariants.of(broken), 2).violation().isPresent());
    Violation violation = found.violation().orElseThrow();
    assertEquals(
        FOUND_BY.getOrDefault(fault, Optional.of(fault.name().replace('_', '-'))),
        Optional.ofNullable(violation.rule()));
    assertEquals(fault.length(), violation.inputs().size(), violation::toString);
  }

  @Test
  void the_way_to_a_state_is_a_shortest_one_and_always_the_same() {
    Machine machine = new Machine(Scope.S);
    Layout layout = machine.layout();
    OfStates nothingWaits = new OfStates("MON-18", state -> layout.hardwareQueue.get(state) == 0);
    Violation first = null;
    for (int run = 0; run < 3; run++) {
      Violation violation =
          Explorer.explore(machine, List.of(nothingWaits), 1 + run).violation().orElseThrow();
      assertEquals("MON-18", violation.rule());
      assertEquals(3, violation.inputs().size());
      long state = machine.initial();
      for (ModelInput input : violation.inputs()) {
        state = machine.next(state, machine.scope().inputs().indexOf(input));
      }
      assertEquals(violation.state(), state);
      assertTrue(layout.hardwareQueue.get(state) > 0);
      first = first == null ? violation : first;
      assertEquals(first, violation);
    }
  }

  /** Every step of these scopes is made by the core, and is what is known of it. */
  @ParameterizedTest
  @CsvSource({"XS", "S", "W", "M"})
  void steps_that_are_known_are_those_of_the_core(String name) {
    Machine machine = new Machine(Scope.named(name));
    Transitions known = new Transitions(machine.another());
    Set<Long> found = new HashSet<>(Set.of(machine.initial()));
    List<Long> states = new ArrayList<>(found);
    for (int i = 0; i < states.size(); i++) {
      for (int input = 0; input < machine.inputs(); input++) {
        long next = machine.next(states.get(i), input);
        if (next != known.next(states.get(i), input)) {
          assertEquals(
              Plain.state(machine, next),
              Plain.state(machine, known.next(states.get(i), input)),
              machine.input(input)::toString);
        }
        if (next != Machine.DISABLED && found.add(next)) {
          states.add(next);
        }
      }
    }
  }

  @Test
  @Tag("model-large")
  void the_core_alone_finds_the_same_in_scope_L() {
    Machine machine = new Machine(Scope.L);
    Exploration known = Explorer.explore(machine, Invariants.of(machine), 2);
    Exploration made = Explorer.exploreByCore(machine, List.of(), 2);
    assertEquals("2507392 states, 110692309 transitions, depth 20", counts(known));
    assertEquals(counts(known), counts(made));
  }

  @Test
  void a_footprint_that_leaves_out_what_is_written_is_not_believed() {
    Machine machine = new Machine(Scope.S);
    int set = machine.scope().inputs().indexOf(new ModelInput.TrapSet(1, Inputs.TRAP, 0));
    Steps steps = new Steps(machine, set, new Watch(List.of()), new Footprint(0, 0));
    assertEquals(
        "TrapSet[trap=1, action=1, refuse=0] writes outside its footprint",
        assertThrows(Steps.Contradiction.class, () -> steps.next(machine.initial())).getMessage());
  }

  @Test
  void a_footprint_that_leaves_out_what_is_read_is_found_by_looking_again() {
    Machine machine = new Machine(Scope.S);
    Layout layout = machine.layout();
    int set = machine.scope().inputs().indexOf(new ModelInput.TrapSet(1, Inputs.TRAP, 0));
    long gone =
        machine.next(
            machine.initial(), machine.scope().inputs().indexOf(new ModelInput.Unregister()));
    long mask = layout.action[0].mask();
    Steps steps = new Steps(machine, set, new Watch(List.of()), new Footprint(mask, mask));
    steps.next(machine.initial());
    assertEquals(
        "TrapSet[trap=1, action=1, refuse=0] does not lead to the same wherever it reads the same",
        assertThrows(
                Steps.Contradiction.class,
                () -> {
                  for (int i = 0; i < 4; i++) {
                    steps.next(gone);
                  }
                })
            .getMessage());
  }
}
