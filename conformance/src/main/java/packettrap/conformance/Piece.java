package packettrap.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.TransitionCoverage;

/**
 * What was found in one stage of a run, or in a share of it.
 *
 * @param stage which one; see {@link Stages}
 * @param title what was done in it
 * @param end how it ended
 * @param exercised how often the rules were looked at
 * @param counterexamples what was found
 * @param deviations what was found about rules that only recommend, by their ids
 * @param requests how many requests were compared
 * @param guarantee what a complete test suite says; null: this was none
 * @param coverage which transitions were exercised; null: it was not about them
 */
public record Piece(
    int stage,
    String title,
    End end,
    Exercised.Counts exercised,
    List<Counterexample> counterexamples,
    Map<String, String> deviations,
    long requests,
    Guarantee guarantee,
    TransitionCoverage coverage) {
  /** How a stage ends. */
  public enum End {
    /** All of it was done, or nobody knows yet. */
    REACHED,
    /** It was given up because something was found. */
    STOPPED,
    /** The same, and what was found in it before is not known any more. */
    LOST
  }

  public Piece {
    counterexamples = List.copyOf(counterexamples);
    deviations = Collections.unmodifiableMap(new TreeMap<>(deviations));
  }

  /** A stage that was lost with the process that did it. */
  static Piece lost(int stage, String title, Counterexample found) {
    return new Piece(
        stage, title, End.LOST, new Exercised().counts(), List.of(found), Map.of(), 0, null, null);
  }

  /** The same, given up because of this. */
  Piece stopped(Counterexample found) {
    List<Counterexample> all = new ArrayList<>(counterexamples);
    all.add(found);
    return new Piece(
        stage, title, End.STOPPED, exercised, all, deviations, requests, guarantee, coverage);
  }
}
