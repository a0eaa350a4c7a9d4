package packettrap.conformance.broken;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import packettrap.conformance.Kit;
import packettrap.conformance.Profile;
import packettrap.conformance.Progress;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.Verdict;

/** Judges a broken device of the kit, as any device would be: is its fault found? */
public final class SelfTest {
  /** The rule must be among so many that are named first. */
  private static final int FIRST = 3;

  private SelfTest() {}

  /**
   * What the kit found.
   *
   * @param broken the device
   * @param rule the rule that was named first; null: nothing was found
   * @param place of the device's own rule among those that were named, from 1 on; 0: missed
   * @param steps of the conversation that shows it; 0: the rule is one for which none is kept
   */
  public record Finding(Broken broken, String rule, int place, int steps) {
    /** Whether the fault was found, and under its name. */
    public boolean found() {
      return place > 0;
    }
  }

  /** Judges one device. */
  public static Finding judge(Broken broken) {
    RunResult result =
        new Kit(broken.device(), Profile.QUICK, 1, rule -> rule.id().equals(broken.rule()))
            .run(Progress.SILENT);
    Optional<Counterexample> named =
        result.counterexamples().stream()
            .filter(found -> place(found, broken) > 0)
            .min(Comparator.comparing(found -> place(found, broken)));
    if (named.isPresent()) {
      Counterexample found = named.get();
      return new Finding(broken, found.rules().get(0), place(found, broken), found.steps().size());
    }
    boolean deviates =
        result.rules().stream()
            .anyMatch(
                rule -> rule.rule().equals(broken.rule()) && rule.verdict() == Verdict.DEVIATION);
    if (deviates) {
      return new Finding(broken, broken.rule(), 1, 0);
    }
    List<Counterexample> others = result.counterexamples();
    return others.isEmpty()
        ? new Finding(broken, null, 0, 0)
        : new Finding(broken, others.get(0).rules().get(0), 0, others.get(0).steps().size());
  }

  private static int place(Counterexample found, Broken broken) {
    int place = 1 + found.rules().indexOf(broken.rule());
    return place <= FIRST ? place : 0;
  }
}
