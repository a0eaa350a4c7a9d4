package packettrap.conformance.broken;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import packettrap.conformance.Kit;
import packettrap.conformance.Profile;
import packettrap.conformance.Progress;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;

/**
 * Finds the broken device of the kit that behaves most like a device that failed: what is wrong
 * with it may be what is wrong with the other.
 *
 * <p>Only devices count that break the same rule. If there are several, the kit judges each, and
 * the one wins whose conversation has the most words in common with the one given.
 */
public final class Likeness {
  private Likeness() {}

  /** The device; empty if the kit has none for any of the counterexample's rules. */
  public static Optional<Broken> of(Counterexample counterexample) {
    for (String rule : counterexample.rules()) {
      List<Broken> candidates =
          BrokenDevices.all().stream().filter(broken -> broken.rule().equals(rule)).toList();
      if (!candidates.isEmpty()) {
        return Optional.of(nearest(candidates, words(counterexample)));
      }
    }
    return Optional.empty();
  }

  private static Broken nearest(List<Broken> candidates, Set<String> words) {
    Broken best = candidates.get(0);
    double most = -1;
    for (Broken candidate : candidates) {
      double common = candidates.size() == 1 ? 1 : inCommon(words, wordsOf(candidate));
      if (common > most) {
        best = candidate;
        most = common;
      }
    }
    return best;
  }

  /** What the kit finds wrong with a broken device. */
  private static Set<String> wordsOf(Broken broken) {
    return new Kit(broken.device(), Profile.QUICK, 1, rule -> rule.id().equals(broken.rule()))
        .run(Progress.SILENT).counterexamples().stream()
            .filter(found -> found.rules().contains(broken.rule()))
            .findFirst()
            .map(Likeness::words)
            .orElse(Set.of());
  }

  /** What was seen, demanded and asked, without names and numbers, which are each device's own. */
  private static Set<String> words(Counterexample counterexample) {
    Set<String> words = new HashSet<>();
    add(words, "observed ", counterexample.observed());
    add(words, "demanded ", counterexample.demanded());
    for (TraceStep step : counterexample.steps()) {
      words.add("asked " + step.request().getClass().getSimpleName());
      if (step.reply() != null) {
        words.add("answered " + step.reply().getClass().getSimpleName());
      }
    }
    return words;
  }

  private static void add(Set<String> words, String prefix, String text) {
    for (String word : text.split("[^\\p{Alpha}]+")) {
      words.add(prefix + word);
    }
  }

  private static double inCommon(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return all.isEmpty() ? 0 : both.size() / (double) all.size();
  }
}
