package packettrap.conformance.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.TrapAction;

/** How often each rule's premise came true and was looked at. */
public final class Exercised {
  private final long[] times = new long[Rule.INDEXES];
  private final long[] granted = new long[Wish.values().length];
  private final long[] refused = new long[Wish.values().length];
  private final Map<String, long[]> hits = new HashMap<>();

  /** A frame of the kit hit a trap that had an action then. */
  void add(String trap, TrapAction action) {
    hits.computeIfAbsent(trap, any -> new long[TrapAction.values().length])[action.ordinal()]++;
  }

  /** How many frames hit a trap while it had an action. */
  public long hits(String trap, TrapAction action) {
    long[] counts = hits.get(trap);
    return counts == null ? 0 : counts[action.ordinal()];
  }

  /** A wish of the kit came true, or the driver refused it. */
  void add(Wish wish, boolean isGranted) {
    (isGranted ? granted : refused)[wish.ordinal()]++;
  }

  /** Whether the driver was asked for something and never agreed. */
  public boolean alwaysRefused(Wish wish) {
    return refused[wish.ordinal()] > 0 && granted[wish.ordinal()] == 0;
  }

  /** Once more. */
  public void add(Rule rule) {
    times[rule.index()]++;
  }

  /** Once more for each. */
  public void add(List<Rule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      times[rules.get(i).index()]++;
    }
  }

  /** How often. */
  public long times(Rule rule) {
    return times[rule.index()];
  }

  /** Adds what was counted elsewhere. */
  public void addAll(Exercised other) {
    for (int i = 0; i < times.length; i++) {
      times[i] += other.times[i];
    }
    for (int i = 0; i < granted.length; i++) {
      granted[i] += other.granted[i];
      refused[i] += other.refused[i];
    }
    other.hits.forEach(
        (trap, counts) -> {
          long[] own = hits.computeIfAbsent(trap, any -> new long[counts.length]);
          for (int i = 0; i < counts.length; i++) {
            own[i] += counts[i];
          }
        });
  }

  /**
   * All counts as they are.
   *
   * @param rules and wishes, in an order that only this class knows
   * @param hits for each trap that was hit, how often with which action
   */
  public record Counts(List<Long> rules, Map<String, List<Long>> hits) {
    private static final int RULES = Rule.INDEXES + 2 * Wish.values().length;

    public Counts {
      if (rules.size() != RULES
          || hits.values().stream().anyMatch(hit -> hit.size() != TrapAction.values().length)) {
        throw new IllegalArgumentException("these are not the counts of this kit's rules");
      }
      rules = List.copyOf(rules);
      hits = Collections.unmodifiableMap(new TreeMap<>(hits));
    }
  }

  /** All counts as they are, for {@link #of}. */
  public Counts counts() {
    Map<String, List<Long>> byTrap = new TreeMap<>();
    hits.forEach((trap, counts) -> byTrap.put(trap, Arrays.stream(counts).boxed().toList()));
    return new Counts(
        Stream.of(times, granted, refused).flatMapToLong(Arrays::stream).boxed().toList(), byTrap);
  }

  /** What {@link #counts} gave. */
  public static Exercised of(Counts counts) {
    Exercised exercised = new Exercised();
    Iterator<Long> next = counts.rules().iterator();
    for (long[] part : List.of(exercised.times, exercised.granted, exercised.refused)) {
      Arrays.setAll(part, i -> next.next());
    }
    counts
        .hits()
        .forEach(
            (trap, times) ->
                exercised.hits.put(trap, times.stream().mapToLong(Long::longValue).toArray()));
    return exercised;
  }
}
