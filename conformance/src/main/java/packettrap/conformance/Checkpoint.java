package packettrap.conformance;

import java.util.ArrayList;
import java.util.List;
import packettrap.conformance.report.Counterexample;

/**
 * How far a run is, and what it has found, so that another can go on from there.
 *
 * @param stage the stage that comes now, or is being done; a run of the same kind has the same ones
 * @param title what is done in it
 * @param pieces what was found in the stages before, and in this one if it has begun
 */
public record Checkpoint(int stage, String title, List<Piece> pieces) {
  public Checkpoint {
    pieces = List.copyOf(pieces);
  }

  /** The stage is given up because something was found in it. */
  public Checkpoint behind(Counterexample found) {
    List<Piece> all = new ArrayList<>(pieces);
    int last = all.size() - 1;
    if (last >= 0 && all.get(last).stage() == stage) {
      all.set(last, all.get(last).stopped(found));
    } else {
      all.add(Piece.lost(stage, title, found));
    }
    return new Checkpoint(stage + 1, title, all);
  }
}
