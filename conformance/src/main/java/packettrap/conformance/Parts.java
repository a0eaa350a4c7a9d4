package packettrap.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.Guarantee;
import packettrap.conformance.report.RunResult;
import packettrap.conformance.report.TransitionCoverage;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.Rule;

/**
 * Puts the parts of a run together to what the undivided run finds, which is one part.
 *
 * <p>The pieces count in the order in which one run would have done them: stage by stage, and in
 * each the first share first. A run gives a stage up at its first failure, and itself when the
 * device breaks; what parts did beyond that does not count.
 */
public final class Parts {
  private final List<Part> parts;
  private final Exercised exercised = new Exercised();
  private final List<Counterexample> found = new ArrayList<>();
  private final Map<Rule, String> deviations = new LinkedHashMap<>();
  private long requests;
  private Guarantee guarantee;
  private TransitionCoverage coverage;
  private String error;

  /** The part that says what the device is like: the one that broke, or the first. */
  private Part speaker;

  private Parts(List<Part> parts) {
    this.parts = parts;
    this.speaker = parts.get(0);
  }

  /**
   * What the parts found together.
   *
   * @param parts all shares of one run, in their order
   * @param wanted the rules to look at
   * @throws IllegalArgumentException if that cannot be said; the message is a sentence
   */
  public static RunResult merge(List<Part> parts, Predicate<Rule> wanted) {
    Parts merged = new Parts(parts);
    merged.add();
    return Judgement.of(
        merged.speaker.description(),
        merged.exercised,
        merged.found,
        merged.deviations,
        merged.speaker.scenarios(),
        wanted,
        merged.requests,
        merged.error,
        merged.guarantee,
        merged.coverage);
  }

  private void add() {
    TreeSet<Integer> stages = new TreeSet<>();
    parts.forEach(part -> part.pieces().forEach(piece -> stages.add(piece.stage())));
    for (int stage : stages) {
      if (stage == Stages.WALKS && !found.isEmpty()) {
        return;
      }
      addStage(stage);
      if (error != null) {
        return;
      }
    }
  }

  /** Adds what counts of a stage, up to where it was given up. */
  private void addStage(int stage) {
    List<Piece> counting = new ArrayList<>();
    for (Part part : stage == Stages.INTRODUCTION ? parts.subList(0, 1) : parts) {
      Piece piece = part.at(stage);
      if (piece == null) {
        demandReason(part, stage);
        continue;
      } else if (piece.end() == Piece.End.LOST) {
        counting.clear(); // as it would be in one process
      }
      counting.add(piece);
      error = part.lastStage() == stage ? part.error() : null;
      speaker = error == null ? speaker : part;
      if (error != null || piece.end() != Piece.End.REACHED) {
        break;
      }
    }
    counting.forEach(this::add);
  }

  /** A part has nothing of a stage: is that as it should be? */
  private void demandReason(Part part, int stage) {
    if (part.error() != null && part.lastStage() < stage) {
      throw new IllegalArgumentException(
          ("Part %s broke off where the undivided run would not have come, so what it would have"
                  + " found later is not known (%s); run it undivided, or with --fork.")
              .formatted(part.share(), part.error()));
    } else if (Stages.isDivided(stage)) {
      throw new IllegalArgumentException(
          ("Part %s did not come to all stages of the run that another part came to, so they did not"
                  + " judge the same driver; run them again.")
              .formatted(part.share()));
    }
  }

  private void add(Piece piece) {
    exercised.addAll(Exercised.of(piece.exercised()));
    piece.counterexamples().stream().filter(one -> counts(one, piece)).forEach(found::add);
    requests += piece.requests();
    piece
        .deviations()
        .forEach(
            (id, text) -> Catalogue.find(id).ifPresent(rule -> deviations.putIfAbsent(rule, text)));
    guarantee = piece.guarantee() == null ? guarantee : piece.guarantee();
    coverage = piece.coverage() == null ? coverage : piece.coverage();
  }

  /** Where a stage goes on behind a broken rule, it has one counterexample of it. */
  private boolean counts(Counterexample one, Piece piece) {
    int last = piece.counterexamples().size() - 1;
    boolean ending = piece.end() != Piece.End.REACHED && one == piece.counterexamples().get(last);
    return ending
        || found.stream()
            .noneMatch(
                other ->
                    other.property().equals(one.property())
                        && other.rules().get(0).equals(one.rules().get(0)));
  }
}
