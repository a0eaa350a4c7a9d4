package packettrap.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateTourTests {
  private static final StateGraph S = StateGraph.of(new Machine(Scope.S), 10_000);

  @Test
  void the_graph_has_the_states_and_transitions_of_the_exploration() {
    Exploration found = Explorer.explore(new Machine(Scope.S), List.of(), 1);
    assertEquals(found.states(), S.states());
    assertEquals(found.transitions(), S.transitions());
  }

  @Test
  void each_transition_is_the_machines() {
    Machine machine = new Machine(Scope.S);
    for (int state = 0; state < S.states(); state += 51) {
      long at = machine.initial();
      for (int transition : S.wayTo(state)) {
        at = machine.next(at, S.input(transition));
      }
      for (int t = S.first(state); t < S.end(state); t++) {
        long to = machine.initial();
        for (int transition : S.wayTo(S.target(t))) {
          to = machine.next(to, S.input(transition));
        }
        assertEquals(to, machine.next(at, S.input(t)));
      }
    }
  }

  @Test
  void the_walks_go_through_all_transitions_and_each_is_a_way() {
    StateTour tour = new StateTour(S, 1000);
    BitSet walked = new BitSet();
    long steps = 0;
    for (int[] walk = tour.next(); walk.length > 0; walk = tour.next()) {
      int state = 0;
      for (int transition : walk) {
        assertTrue(S.first(state) <= transition && transition < S.end(state));
        state = S.target(transition);
        walked.set(transition);
      }
      steps += walk.length;
      assertEquals(walked.cardinality(), tour.walked());
    }
    assertEquals(S.transitions(), walked.cardinality());
    assertTrue(steps < 2.5 * S.transitions(), "steps: " + steps);
  }

  @Test
  void a_machine_of_more_states_than_wanted_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> StateGraph.of(new Machine(Scope.S), 6_343));
  }
}
