package packettrap.explorer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IdentifiersTests {
  private static final int INPUTS = 3;

  /** A machine drawn at random, some of whose inputs are not enabled. */
  private static Mealy drawn(long seed, int states) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] next = new int[states][INPUTS];
    int[][] seen = new int[states][INPUTS];
    for (int state = 0; state < states; state++) {
      for (int input = 0; input < INPUTS; input++) {
        next[state][input] =
            input > 0 && random.nextInt(5) == 0 ? Mealy.NONE : random.nextInt(states);
        seen[state][input] = random.nextInt(2);
      }
    }
    return Tables.machine(next, seen);
  }

  private static boolean told(Mealy machine, int one, int other, List<int[]> own, List<int[]> its) {
    for (int[] sequence : own) {
      for (int[] too : its) {
        int now = one;
        int then = other;
        for (int i = 0; i < Math.min(sequence.length, too.length); i++) {
          if (sequence[i] != too[i]) {
            break;
          } else if (machine.output(now, sequence[i]) != machine.output(then, sequence[i])) {
            return true;
          }
          now = machine.next(now, sequence[i]);
          then = machine.next(then, sequence[i]);
        }
      }
    }
    return false;
  }

  @Test
  void any_two_states_share_a_sequence_that_tells_them_apart() {
    int pairs = 0;
    for (long seed = 0; seed < 300; seed++) {
      Mealy machine = drawn(seed, 12).minimal();
      Identifiers identifiers = new Identifiers(machine, new int[] {1, 2, 1});
      int left = 0;
      for (int one = 0; one < machine.states(); one++) {
        for (int other = one + 1; other < machine.states(); other++) {
          pairs++;
          if (!told(machine, one, other, identifiers.of(one), identifiers.of(other))) {
            left++;
          }
        }
      }
      assertEquals(identifiers.inseparable(), left, "seed " + seed);
    }
    assertTrue(pairs > 5000, "only " + pairs + " pairs");
  }

  @Test
  void states_that_nothing_tells_apart_are_one_in_the_minimal_machine() {
    // State 2 does as state 0 does.
    Mealy machine =
        Tables.machine(new int[][] {{1, 0}, {2, 1}, {1, 2}}, new int[][] {{0, 0}, {1, 0}, {0, 0}});
    assertEquals(3, machine.states());
    Mealy minimal = machine.minimal();
    assertEquals(2, minimal.states());
    assertEquals(4, minimal.transitions());
    assertEquals(0, minimal.next(minimal.next(0, 0), 0));
  }

  @Test
  void a_machine_that_is_too_large_is_refused() {
    assertEquals(
        "the machine has more than 10 states",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Mealy.explore(
                        new Mealy.Steps() {
                          @Override
                          public long initial() {
                            return 0;
                          }

                          @Override
                          public long next(long state, int input) {
                            return state + 1;
                          }

                          @Override
                          public Object output() {
                            return "";
                          }
                        },
                        1,
                        10))
            .getMessage());
  }
}
