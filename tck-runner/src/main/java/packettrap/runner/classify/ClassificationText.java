package packettrap.runner.classify;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells a classification to a reader: a line for each frame, and how many of each kind. */
public final class ClassificationText {
  private static final long SECOND = 1_000_000_000;
  private static final String NOWHERE = "goes nowhere: no trap takes it, and it leaves by no port";

  private ClassificationText() {}

  /**
   * Its lines, in their order.
   *
   * @param driver class and jar
   */
  public static void write(Classification classification, String driver, Consumer<String> line) {
    String config = classification.config();
    line.accept(
        "%s into port %d of %s%s"
            .formatted(
                classification.capture(),
                classification.port(),
                driver,
                config == null ? "" : ", configured as " + config));
    classification.remarks().forEach(line);
    line.accept("");
    long first = classification.verdicts().isEmpty() ? 0 : classification.verdicts().get(0).time();
    for (Verdict verdict : classification.verdicts()) {
      line.accept(frame(verdict, first));
    }
    if (!classification.verdicts().isEmpty()) {
      line.accept("");
    }
    summary(classification, line);
  }

  /** Number, seconds since the first frame, bytes, and what became of it. */
  private static String frame(Verdict verdict, long first) {
    long since = verdict.time() - first;
    String length =
        verdict.captured() < verdict.length()
            ? verdict.captured() + " of " + verdict.length()
            : "" + verdict.length();
    String seconds =
        "%s%d.%09d"
            .formatted(since < 0 ? "-" : "", Math.abs(since) / SECOND, Math.abs(since) % SECOND);
    return "%6d %15s %5s  %s".formatted(verdict.number(), seconds, length, fate(verdict));
  }

  private static String fate(Verdict verdict) {
    TrapHit trap = verdict.trap();
    String ports =
        Arrays.stream(verdict.ports())
            .mapToObj(port -> "" + port)
            .collect(Collectors.joining(", "));
    String forwarded =
        ports.isEmpty()
            ? ""
            : "forwarded to port%s %s".formatted(verdict.ports().length == 1 ? "" : "s", ports);
    if (trap == null) {
      return ports.isEmpty() ? NOWHERE : forwarded;
    }
    return "%s (%s, group %s, action %s)%s%s: %s"
        .formatted(
            trap.name(),
            lower(trap.type()),
            trap.group(),
            lower(trap.action()),
            ports.isEmpty() ? "" : " and " + forwarded,
            trap.rule() == null ? "" : ", " + trap.rule(),
            trap.why());
  }

  private static void summary(Classification classification, Consumer<String> line) {
    long both = classification.trappedAndForwarded();
    line.accept(
        "%s: %d trapped%s, %d forwarded, %d nowhere"
            .formatted(
                frames(classification.verdicts().size()),
                classification.count(Verdict.Fate.TRAPPED),
                both == 0 ? "" : " (%d of them forwarded too)".formatted(both),
                classification.count(Verdict.Fate.FORWARDED),
                classification.count(Verdict.Fate.NOWHERE)));
    for (Classification.TrapCount trap : classification.traps()) {
      line.accept("%6d  %s".formatted(trap.frames(), trap.trap()));
    }
    if (classification.cut() > 0) {
      line.accept(
          "Of %s the capture has only the beginning, and the switch got no more."
              .formatted(frames(classification.cut())));
    }
  }

  private static String frames(long count) {
    return count == 1 ? "1 frame" : count + " frames";
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
