package packettrap.runner.classify;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a switch did with the frames of a capture.
 *
 * @param capture the file's name, without its folder
 * @param config what the switch was configured as; null: as it was built
 * @param port the port that all frames came in on
 * @param remarks how the switch was prepared, a sentence each
 * @param verdicts one for each frame, in their order
 */
public record Classification(
    String capture, String config, int port, List<String> remarks, List<Verdict> verdicts) {
  public Classification {
    remarks = List.copyOf(remarks);
  }

  /** How many frames hit a trap. */
  record TrapCount(String trap, long frames) {}

  /** How many frames there are of a kind. */
  long count(Verdict.Fate fate) {
    return verdicts.stream().filter(verdict -> verdict.fate() == fate).count();
  }

  /** How many frames hit a trap and left by a port all the same. */
  long trappedAndForwarded() {
    return verdicts.stream()
        .filter(verdict -> verdict.trap() != null && verdict.ports().length > 0)
        .count();
  }

  /** How many frames the capture has only the beginning of. */
  long cut() {
    return verdicts.stream().filter(verdict -> verdict.captured() < verdict.length()).count();
  }

  /** The traps that were hit, the most frequent first. */
  List<TrapCount> traps() {
    Map<String, Long> counts = new TreeMap<>();
    for (Verdict verdict : verdicts) {
      if (verdict.trap() != null) {
        counts.merge(verdict.trap().name(), 1L, Long::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry<String, Long>::getValue).reversed())
        .map(entry -> new TrapCount(entry.getKey(), entry.getValue()))
        .toList();
  }
}
