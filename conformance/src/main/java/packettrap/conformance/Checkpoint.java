package packettrap.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.TransitionCoverage;

/**
 * How far a run is, and what it has found, so that another can go on from there.
 *
 * @param stage the stage that comes now; a run of the same kind has the same ones
 * @param title what is done in it
 * @param exercised how often the rules were looked at
 * @param counterexamples what was found
 * @param deviations what was found about rules that only recommend, by their ids
 * @param requests how many requests were compared
 * @param guarantee what a complete test suite says; null: none was wanted, or it comes later
 * @param coverage which transitions were exercised; null: none yet
 */
public record Checkpoint(
    int stage,
    String title,
    Exercised.Counts exercised,
    List<Counterexample> counterexamples,
    Map<String, String> deviations,
    long requests,
    Guarantee guarantee,
    TransitionCoverage coverage) {
  public Checkpoint {
    counterexamples = List.copyOf(counterexamples);
    deviations = Map.copyOf(deviations);
  }

  /** The stage is given up because something was found in it. */
  public Checkpoint behind(Counterexample found) {
    List<Counterexample> all = new ArrayList<>(counterexamples);
    all.add(found);
    return new Checkpoint(
        stage + 1, title, exercised, all, deviations, requests, guarantee, coverage);
  }

  /** The same with these counterexamples. */
  public Checkpoint with(List<Counterexample> other) {
    return new Checkpoint(
        stage, title, exercised, other, deviations, requests, guarantee, coverage);
  }
}
