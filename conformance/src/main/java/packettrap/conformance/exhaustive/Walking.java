package packettrap.conformance.exhaustive;

import java.util.Optional;
import packettrap.conformance.Progress;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TransitionCoverage;

/** Walks with a device through the specification's machine. */
public interface Walking {
  /** The name of the walks in reports. */
  String TITLE = "transitions";

  /** Requests compared so far. */
  long requests();

  /** Walks until there is nothing left to do; gives what the first walk that fails shows. */
  Optional<Counterexample> run(Progress progress, Exercised counting);

  /** What was walked on without a difference. */
  TransitionCoverage coverage();
}
