package packettrap.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.RunResult;

/** What counts of the parts of a run is what one run would have come to. */
class PartsTests {
  private static final Piece MET = piece(Stages.INTRODUCTION, 0, Piece.End.REACHED);

  private static Piece piece(int stage, long requests, Piece.End end, String... rules) {
    return new Piece(
        stage,
        "stage " + stage,
        end,
        new Exercised().counts(),
        Stream.of(rules).map(rule -> broken(stage, rule)).toList(),
        Map.of(),
        requests,
        null,
        null);
  }

  private static Counterexample broken(int stage, String rule) {
    return new Counterexample(List.of(rule), "stage " + stage, 1, "this", "that", List.of());
  }

  private static Part part(int number, int of, String error, Piece... pieces) {
    List<Piece> all = new ArrayList<>(List.of(MET));
    all.addAll(List.of(pieces));
    return new Part(new Share(number, of), null, List.of(), all, error);
  }

  private static RunResult merged(Part... parts) {
    return Parts.merge(List.of(parts), rule -> true);
  }

  private static List<String> rules(RunResult result) {
    return result.counterexamples().stream().map(found -> found.rules().get(0)).toList();
  }

  @Test
  void what_comes_behind_the_first_failure_of_a_stage_does_not_count() {
    RunResult result =
        merged(
            part(1, 3, null, piece(1, 10, Piece.End.REACHED)),
            part(2, 3, null, piece(1, 20, Piece.End.STOPPED, "ACT-01")),
            part(3, 3, null, piece(1, 40, Piece.End.STOPPED, "ACT-02")));
    assertEquals(30, result.requests());
    assertEquals(List.of("ACT-01"), rules(result));
  }

  @Test
  void what_a_process_took_with_it_does_not_count_in_other_parts_either() {
    RunResult result =
        merged(
            part(1, 2, null, piece(1, 10, Piece.End.REACHED), piece(2, 3, Piece.End.REACHED)),
            part(
                2, 2, null, piece(1, 0, Piece.End.LOST, "DRV-14"), piece(2, 4, Piece.End.REACHED)));
    assertEquals(7, result.requests());
    assertEquals(List.of("DRV-14"), rules(result));
  }

  @Test
  void a_rule_behind_which_a_stage_goes_on_has_one_counterexample_in_it() {
    RunResult result =
        merged(
            part(1, 2, null, piece(1, 1, Piece.End.REACHED, "ACT-01")),
            part(2, 2, null, piece(1, 1, Piece.End.STOPPED, "ACT-01", "ACT-02")));
    assertEquals(List.of("ACT-01", "ACT-02"), rules(result));
  }

  @Test
  void walks_do_not_count_if_another_part_has_found_something() {
    RunResult result =
        merged(
            part(1, 2, null, piece(1, 1, Piece.End.STOPPED, "ACT-01")),
            part(
                2,
                2,
                null,
                piece(1, 2, Piece.End.REACHED),
                piece(Stages.WALKS, 1000, Piece.End.REACHED)));
    assertEquals(1, result.requests());
  }

  @Test
  void what_breaks_one_run_ends_it() {
    RunResult result =
        merged(
            part(1, 2, null, piece(1, 1, Piece.End.REACHED), piece(2, 1, Piece.End.REACHED)),
            part(2, 2, "It broke.", piece(1, 2, Piece.End.STOPPED, "DRV-14")));
    assertEquals("It broke.", result.error());
    assertEquals(3, result.requests());
  }

  @Test
  void a_part_that_broke_where_one_run_does_not_come_is_refused() {
    Part sound =
        part(1, 2, null, piece(1, 1, Piece.End.STOPPED, "ACT-01"), piece(2, 1, Piece.End.REACHED));
    Part broke = part(2, 2, "It broke.", piece(1, 2, Piece.End.STOPPED, "DRV-14"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> merged(sound, broke)).getMessage();
    assertTrue(message.startsWith("Part 2 of 2 broke off where the undivided run would not have"));
    assertTrue(message.contains("(It broke.)"), message);
  }

  @Test
  void parts_that_did_not_come_to_the_same_stages_are_refused() {
    Part one = part(1, 2, null, piece(1, 1, Piece.End.REACHED), piece(2, 1, Piece.End.REACHED));
    Part other = part(2, 2, null, piece(1, 1, Piece.End.REACHED));
    assertEquals(
        "Part 2 of 2 did not come to all stages of the run that another part came to, so they did"
            + " not judge the same driver; run them again.",
        assertThrows(IllegalArgumentException.class, () -> merged(one, other)).getMessage());
  }

  @Test
  void shares_have_every_script_once() {
    for (long scripts : new long[] {0, 1, 7, 288, 90_000}) {
      for (int of : new int[] {1, 2, 3, 5, Share.MOST}) {
        long next = 0;
        for (int number = 1; number <= of; number++) {
          Share share = new Share(number, of);
          assertEquals(next, share.first(scripts));
          next = share.end(scripts);
        }
        assertEquals(scripts, next);
      }
    }
  }
}
