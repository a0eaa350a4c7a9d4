package packettrap.explorer.suite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Input sequences that tell each state of a machine from all others: harmonised state identifiers
 * (Luo, Petrenko and Bochmann 1995).
 *
 * <p>Any two states have a sequence in common, as a prefix of one of their own each, that is
 * enabled in both and shows something else. The sequences come from adaptive experiments: a tree
 * that asks next what tells most, given what was seen; states that it leaves together go through
 * another tree, and at last each pair gets its shortest separating sequence.
 */
public final class Identifiers {
  private final Mealy machine;
  private final int[] cost;
  private final List<List<int[]>> sequences = new ArrayList<>();
  private int inseparable;

  /**
   * Identifiers of a machine.
   *
   * @param cost what each input costs, at least 1; cheap ones are preferred
   */
  public Identifiers(Mealy machine, int[] cost) {
    this.machine = machine;
    this.cost = cost.clone();
    for (int state = 0; state < machine.states(); state++) {
      sequences.add(new ArrayList<>());
    }
    int[] all = new int[machine.states()];
    Arrays.setAll(all, state -> state);
    separate(all);
    for (List<int[]> own : sequences) {
      withoutPrefixes(own);
    }
  }

  /** The sequences of a state; none if it is the only one. */
  public List<int[]> of(int state) {
    return sequences.get(state);
  }

  /** Pairs of states that no sequence tells apart that is enabled in both. */
  public int inseparable() {
    return inseparable;
  }

  private void separate(int[] group) {
    if (group.length < 2) {
      return;
    }
    List<int[]> left = new ArrayList<>();
    experiment(group, group.clone(), new int[0], left);
    for (int[] together : left) {
      if (together.length < group.length) {
        separate(together);
      } else {
        pairwise(together);
      }
    }
  }

  /**
   * One node of an experiment's tree.
   *
   * @param from the states that it began in
   * @param now where they have come to
   * @param asked what was asked so far
   * @param left gets the groups that the experiment leaves together
   */
  private void experiment(int[] from, int[] now, int[] asked, List<int[]> left) {
    int[] best = from.length < 2 ? null : best(now);
    if (best == null) {
      for (int state : from) {
        if (asked.length > 0) {
          sequences.get(state).add(asked);
        }
      }
      if (from.length > 1) {
        left.add(from);
      }
      return;
    }
    int[] all = Arrays.copyOf(asked, asked.length + best.length);
    System.arraycopy(best, 0, all, asked.length, best.length);
    Map<List<Integer>, List<Integer>> branches = new LinkedHashMap<>();
    int[] to = new int[now.length];
    for (int i = 0; i < now.length; i++) {
      List<Integer> seen = new ArrayList<>();
      to[i] = now[i];
      for (int input : best) {
        seen.add(machine.output(to[i], input));
        to[i] = machine.next(to[i], input);
      }
      branches.computeIfAbsent(seen, any -> new ArrayList<>()).add(i);
    }
    for (List<Integer> branch : branches.values()) {
      int[] branchFrom = branch.stream().mapToInt(i -> from[i]).toArray();
      int[] branchNow = branch.stream().mapToInt(i -> to[i]).toArray();
      experiment(branchFrom, branchNow, all, left);
    }
  }

  /** What tells most at the least cost; null: nothing tells anything. */
  private int[] best(int[] now) {
    int best = Mealy.NONE;
    double most = 0;
    for (int input = 0; input < machine.inputs(); input++) {
      double worth = worth(now, input) / cost[input];
      if (worth > most) {
        most = worth;
        best = input;
      }
    }
    return best == Mealy.NONE ? separating(now) : new int[] {best};
  }

  /** The bits that an input tells, less those that can never be told any more after it. */
  private double worth(int[] now, int input) {
    Map<Integer, Integer> seen = new HashMap<>();
    Map<Long, Set<Integer>> merged = new HashMap<>();
    for (int state : now) {
      int to = machine.next(state, input);
      if (to == Mealy.NONE) {
        return 0;
      }
      int output = machine.output(state, input);
      seen.merge(output, 1, Integer::sum);
      merged.computeIfAbsent((long) output << 32 | to, any -> new HashSet<>()).add(state);
    }
    double told = 0;
    for (int count : seen.values()) {
      told -= (double) count / now.length * Math.log((double) count / now.length);
    }
    double lost = 0;
    for (Set<Integer> together : merged.values()) {
      lost += (double) together.size() / now.length * Math.log(together.size());
    }
    return told - lost;
  }

  /** A shortest sequence that is enabled in all these states and tells the first from another. */
  private int[] separating(int[] now) {
    for (int i = 1; i < now.length; i++) {
      if (now[i] != now[0]) {
        int[] sequence = separating(now[0], now[i]);
        if (sequence != null && enabled(now, sequence)) {
          return sequence;
        }
        return null;
      }
    }
    return null;
  }

  private boolean enabled(int[] states, int[] sequence) {
    for (int state : states) {
      int now = state;
      for (int input : sequence) {
        now = machine.next(now, input);
        if (now == Mealy.NONE) {
          return false;
        }
      }
    }
    return true;
  }

  private record Pair(int one, int other, Pair before, int input) {}

  /** A shortest sequence that tells two states apart; null: there is none. */
  private int[] separating(int one, int other) {
    Set<Long> seen = new HashSet<>();
    ArrayDeque<Pair> waiting = new ArrayDeque<>();
    waiting.add(new Pair(one, other, null, Mealy.NONE));
    while (!waiting.isEmpty()) {
      Pair pair = waiting.remove();
      for (int input = 0; input < machine.inputs(); input++) {
        int to = machine.next(pair.one(), input);
        int too = machine.next(pair.other(), input);
        if (to == Mealy.NONE || too == Mealy.NONE) {
          continue;
        }
        Pair then = new Pair(to, too, pair, input);
        if (machine.output(pair.one(), input) != machine.output(pair.other(), input)) {
          return path(then);
        } else if (to != too && seen.add((long) Math.min(to, too) << 32 | Math.max(to, too))) {
          waiting.add(then);
        }
      }
    }
    return null;
  }

  private static int[] path(Pair last) {
    List<Integer> inputs = new ArrayList<>();
    for (Pair pair = last; pair.before() != null; pair = pair.before()) {
      inputs.add(0, pair.input());
    }
    return inputs.stream().mapToInt(input -> input).toArray();
  }

  private void pairwise(int[] group) {
    for (int i = 0; i < group.length; i++) {
      for (int k = i + 1; k < group.length; k++) {
        if (!told(group[i], group[k])) {
          int[] sequence = separating(group[i], group[k]);
          if (sequence == null) {
            inseparable++;
          } else {
            sequences.get(group[i]).add(sequence);
            sequences.get(group[k]).add(sequence);
          }
        }
      }
    }
  }

  /** Whether two states have a sequence in common already that tells them apart. */
  private boolean told(int one, int other) {
    for (int[] sequence : sequences.get(one)) {
      for (int[] too : sequences.get(other)) {
        int now = one;
        int then = other;
        for (int i = 0; i < Math.min(sequence.length, too.length); i++) {
          int input = sequence[i];
          if (input != too[i] || machine.next(then, input) == Mealy.NONE) {
            break;
          } else if (machine.output(now, input) != machine.output(then, input)) {
            return true;
          }
          now = machine.next(now, input);
          then = machine.next(then, input);
        }
      }
    }
    return false;
  }

  private static void withoutPrefixes(List<int[]> own) {
    own.sort((one, other) -> other.length - one.length);
    List<int[]> kept = new ArrayList<>();
    for (int[] sequence : own) {
      boolean covered =
          kept.stream()
              .anyMatch(
                  longer ->
                      Arrays.equals(longer, 0, sequence.length, sequence, 0, sequence.length));
      if (!covered) {
        kept.add(sequence);
      }
    }
    own.clear();
    own.addAll(kept);
  }
}
