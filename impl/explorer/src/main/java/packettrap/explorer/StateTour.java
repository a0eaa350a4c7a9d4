package packettrap.explorer;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Walks from the first state that go through every transition.
 *
 * <p>At each state a walk takes a transition on which none was before, or goes to a near state that
 * has one. Where none is near, it ends, and the next one starts with a shortest way to the next
 * state that has some left. The same graph gives the same walks.
 */
public final class StateTour {
  /** States that are looked at to find a transition that is near. */
  private static final int NEAR = 4;

  private final StateGraph graph;
  private final int longest;
  private final BitSet walked;

  /** The first transition of each state that may be left. */
  private final int[] left;

  private final int[] seenIn;
  private final int[] cameBy;
  private final int[] cameFrom;
  private final int[] waiting = new int[NEAR];
  private int search;
  private int fromFirst;
  private int count;
  private int[] walk = new int[64];
  private int length;
  private int state;

  /** A tour in walks of some {@code longest} transitions. */
  public StateTour(StateGraph graph, int longest) {
    this.graph = graph;
    this.longest = longest;
    walked = new BitSet(graph.transitions());
    left = new int[graph.states()];
    for (int i = 0; i < left.length; i++) {
      left[i] = graph.first(i);
    }
    seenIn = new int[graph.states()];
    cameBy = new int[graph.states()];
    cameFrom = new int[graph.states()];
  }

  /** How many transitions the walks went through so far. */
  public int walked() {
    return count;
  }

  /** The transitions of the next walk; empty if none is left. */
  public int[] next() {
    length = 0;
    state = 0;
    boolean more = hasLeft(0) || goOnFromFirst();
    while (more && length < longest) {
      if (hasLeft(state)) {
        take(left[state]);
      } else {
        more = goNear();
      }
    }
    return Arrays.copyOf(walk, length);
  }

  private void take(int transition) {
    if (!walked.get(transition)) {
      walked.set(transition);
      count++;
    }
    if (length == walk.length) {
      walk = Arrays.copyOf(walk, 2 * length);
    }
    walk[length++] = transition;
    state = graph.target(transition);
  }

  private boolean hasLeft(int at) {
    int end = graph.end(at);
    int next = left[at];
    while (next < end && walked.get(next)) {
      next++;
    }
    left[at] = next;
    return next < end;
  }

  /** Goes the shortest way from the first state to the next that has some left. */
  private boolean goOnFromFirst() {
    while (fromFirst < graph.states() && !hasLeft(fromFirst)) {
      fromFirst++;
    }
    if (fromFirst == graph.states()) {
      return false;
    }
    for (int transition : graph.wayTo(fromFirst)) {
      take(transition);
    }
    return true;
  }

  /** Goes to the nearest state with a transition that is left, if it is near. */
  private boolean goNear() {
    search++;
    seenIn[state] = search;
    waiting[0] = state;
    int end = 1;
    for (int i = 0; i < end; i++) {
      for (int t = graph.first(waiting[i]); t < graph.end(waiting[i]); t++) {
        int to = graph.target(t);
        if (seenIn[to] != search) {
          seenIn[to] = search;
          cameBy[to] = t;
          cameFrom[to] = waiting[i];
          if (hasLeft(to)) {
            go(to);
            return true;
          } else if (end < NEAR) {
            waiting[end++] = to;
          }
        }
      }
    }
    return false;
  }

  private void go(int to) {
    int[] backwards = new int[NEAR];
    int steps = 0;
    for (int at = to; at != state; at = cameFrom[at]) {
      backwards[steps++] = cameBy[at];
    }
    while (steps > 0) {
      take(backwards[--steps]);
    }
  }
}
