package packettrap.explorer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The guarantee itself, by brute force: of every machine that there is up to a size, the suite
 * fails just those that differ from the specification.
 */
class SuiteTests {
  /** Two states, two inputs; what is seen are the numbers 0 and 1. */
  private static final int[][] NEXT = {{1, 0}, {1, 0}};

  private static final int[][] SEEN = {{0, 0}, {0, 1}};

  /** The same, but in the first state the second input is not enabled. */
  private static final int[][] PARTLY = {{1, -1}, {0, 1}};

  private static final int[][] PARTLY_SEEN = {{0, -1}, {1, 0}};

  private static Suite suite(Mealy machine, int extra) {
    int[] cost = new int[machine.inputs()];
    Arrays.fill(cost, 1);
    Identifiers identifiers = new Identifiers(machine, cost);
    assertEquals(0, identifiers.inseparable());
    return new Suite(machine, identifiers, extra);
  }

  private static List<int[]> tests(Suite suite) {
    List<int[]> tests = new ArrayList<>();
    suite.each(
        (inputs, length, more) -> {
          tests.add(Arrays.copyOf(inputs, length));
          return true;
        });
    return tests;
  }

  /** All machines of so many states with two inputs and two outputs that are seen. */
  private static List<int[][][]> all(int states) {
    int kinds = 2 * states;
    int machines = (int) Math.pow(kinds, 2 * states);
    List<int[][][]> all = new ArrayList<>(machines);
    for (int number = 0; number < machines; number++) {
      int[][] next = new int[states][2];
      int[][] seen = new int[states][2];
      int rest = number;
      for (int place = 0; place < 2 * states; place++, rest /= kinds) {
        next[place / 2][place % 2] = rest % kinds / 2;
        seen[place / 2][place % 2] = rest % kinds % 2;
      }
      all.add(new int[][][] {next, seen});
    }
    return all;
  }

  private static boolean passes(int[][][] device, int[][] next, int[][] seen, List<int[]> tests) {
    for (int[] test : tests) {
      int state = 0;
      int right = 0;
      for (int input : test) {
        if (device[1][state][input] != seen[right][input]) {
          return false;
        }
        state = device[0][state][input];
        right = next[right][input];
      }
    }
    return true;
  }

  /** Whether two machines show the same wherever the second is enabled. */
  private static boolean same(int[][][] device, int[][] next, int[][] seen) {
    boolean[][] reached = new boolean[device[0].length][next.length];
    return same(0, 0, device, next, seen, reached);
  }

  private static boolean same(
      int state, int right, int[][][] device, int[][] next, int[][] seen, boolean[][] reached) {
    if (reached[state][right]) {
      return true;
    }
    reached[state][right] = true;
    for (int input = 0; input < 2; input++) {
      if (next[right][input] >= 0
          && (device[1][state][input] != seen[right][input]
              || !same(device[0][state][input], next[right][input], device, next, seen, reached))) {
        return false;
      }
    }
    return true;
  }

  /** How many faulty machines of so many states pass. */
  private static int missed(int[][] next, int[][] seen, int extra, int states) {
    List<int[]> tests = tests(suite(Tables.machine(next, seen), extra));
    int missed = 0;
    for (int[][][] device : all(states)) {
      boolean passes = passes(device, next, seen, tests);
      boolean same = same(device, next, seen);
      assertTrue(passes || !same, "a right machine failed");
      if (passes && !same) {
        missed++;
      }
    }
    return missed;
  }

  @Test
  void no_faulty_machine_of_as_many_states_passes() {
    assertEquals(0, missed(NEXT, SEEN, 0, 2));
    assertEquals(0, missed(PARTLY, PARTLY_SEEN, 0, 2));
  }

  @Test
  void a_faulty_machine_of_one_state_more_may_pass_unless_there_are_tests_for_it() {
    assertTrue(missed(NEXT, SEEN, 0, 3) > 0);
    assertEquals(0, missed(NEXT, SEEN, 1, 3));
    assertTrue(missed(PARTLY, PARTLY_SEEN, 0, 3) > 0);
    assertEquals(0, missed(PARTLY, PARTLY_SEEN, 1, 3));
  }

  @Test
  void tests_are_counted_before_they_are_made() {
    for (int extra = 0; extra <= 2; extra++) {
      Suite suite = suite(Tables.machine(PARTLY, PARTLY_SEEN), extra);
      List<int[]> tests = tests(suite);
      assertEquals(tests.size(), suite.tests());
      assertEquals(tests.stream().mapToLong(test -> test.length).sum(), suite.steps());
    }
  }

  @Test
  void tests_come_in_the_order_of_their_lengths() {
    List<Integer> lengths =
        tests(suite(Tables.machine(NEXT, SEEN), 2)).stream().map(test -> test.length).toList();
    assertEquals(lengths.stream().sorted().toList(), lengths);
    assertTrue(lengths.get(0) < lengths.get(lengths.size() - 1));
  }

  @Test
  void a_taker_that_has_enough_gets_no_more() {
    int[] taken = {0};
    suite(Tables.machine(NEXT, SEEN), 1).each((inputs, length, more) -> ++taken[0] < 3);
    assertEquals(3, taken[0]);
  }

  @Test
  void no_test_asks_what_is_not_enabled() {
    for (int[] test : tests(suite(Tables.machine(PARTLY, PARTLY_SEEN), 2))) {
      int state = 0;
      for (int input : test) {
        assertFalse(PARTLY[state][input] < 0);
        state = PARTLY[state][input];
      }
    }
  }
}
