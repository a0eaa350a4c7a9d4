package packettrap.conformance.engine;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import packettrap.spec.rule.Rule;

/** How often each rule's premise came true and was looked at. */
public final class Exercised {
  private final long[] times = new long[Rule.INDEXES];
  private final long[] granted = new long[Wish.values().length];
  private final long[] refused = new long[Wish.values().length];

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
  }

  /** All counts as they are, for {@link #of}. */
  public List<Long> counts() {
    return Stream.of(times, granted, refused).flatMapToLong(Arrays::stream).boxed().toList();
  }

  /** What {@link #counts} gave. */
  public static Exercised of(List<Long> counts) {
    Exercised exercised = new Exercised();
    Iterator<Long> next = counts.iterator();
    for (long[] part : List.of(exercised.times, exercised.granted, exercised.refused)) {
      Arrays.setAll(part, i -> next.next());
    }
    return exercised;
  }
}
