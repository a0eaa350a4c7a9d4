package packettrap.explorer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TourTests {
  /** Nothing leads back from the last state, and one input is not enabled everywhere. */
  private static final Mealy MACHINE =
      Tables.machine(
          new int[][] {{1, 0, 2}, {2, -1, 0}, {2, 2, 3}, {3, 3, 3}},
          new int[][] {{0, 1, 0}, {0, 0, 1}, {1, 1, 0}, {0, 0, 0}});

  @Test
  void every_transition_is_walked_on_and_each_walk_begins_at_the_first_state() {
    for (int longest = 1; longest < 8; longest++) {
      Tour tour = new Tour(MACHINE, longest);
      Set<Integer> walked = new HashSet<>();
      int walks = 0;
      for (int[] walk = tour.next(); walk.length > 0; walk = tour.next()) {
        int state = 0;
        int before = walked.size();
        for (int input : walk) {
          assertTrue(MACHINE.next(state, input) >= 0);
          walked.add(state * 3 + input);
          state = MACHINE.next(state, input);
        }
        assertTrue(walked.size() > before, "a walk for nothing");
        walks++;
      }
      assertEquals(11, walked.size());
      assertEquals(MACHINE.transitions(), tour.walked());
      assertTrue(walks <= 11);
    }
  }
}
