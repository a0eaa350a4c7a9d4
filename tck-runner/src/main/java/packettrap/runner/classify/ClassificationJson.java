package packettrap.runner.classify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import packettrap.spec.json.Json;

/**
 * A classification as one JSON document, as classification.schema.json describes it.
 *
 * <p>It is written line by line, a frame each: a capture may have more of them than one text holds.
 */
public final class ClassificationJson {
  /** The version of the schema; a new one for every change that is not a mere addition. */
  public static final int SCHEMA = 1;

  private static final long SECOND = 1_000_000_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * The driver.
   *
   * @param className the class that the jar's service entry names
   * @param jar name of the jar, without its folder
   * @param sha256 hash of the jar
   */
  public record Driver(String className, String jar, String sha256) {}

  private record Frame(
      long number,
      String time,
      long sinceFirst,
      long length,
      int captured,
      Verdict.Fate fate,
      TrapHit trap,
      List<Integer> ports) {}

  private record Summary(
      long frames,
      long trapped,
      long trappedAndForwarded,
      long forwarded,
      long nowhere,
      List<Classification.TrapCount> traps) {}

  private ClassificationJson() {}

  /**
   * Its lines, in their order.
   *
   * @param version of the kit
   */
  public static void write(
      Classification classification, String version, Driver driver, Consumer<String> line) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("schema", SCHEMA);
    head.put("kit", version);
    head.put("capture", classification.capture());
    head.put("driver", driver);
    if (classification.config() != null) {
      head.put("config", classification.config());
    }
    head.put("port", classification.port());
    head.put("remarks", classification.remarks());
    line.accept("{");
    head.forEach((name, value) -> line.accept(member(name, value) + ","));
    line.accept("  \"frames\": [");
    List<Verdict> verdicts = classification.verdicts();
    for (int i = 0; i < verdicts.size(); i++) {
      String comma = i < verdicts.size() - 1 ? "," : "";
      line.accept("    " + Json.write(frame(verdicts.get(i), verdicts.get(0).time())) + comma);
    }
    line.accept("  ],");
    line.accept(member("summary", summary(classification)));
    line.accept("}");
  }

  private static String member(String name, Object value) {
    return "  \"%s\": %s".formatted(name, Json.write(value));
  }

  private static Frame frame(Verdict verdict, long first) {
    Instant time = Instant.ofEpochSecond(verdict.time() / SECOND, verdict.time() % SECOND);
    return new Frame(
        verdict.number(),
        TIME.format(time),
        verdict.time() - first,
        verdict.length(),
        verdict.captured(),
        verdict.fate(),
        verdict.trap(),
        Arrays.stream(verdict.ports()).boxed().toList());
  }

  private static Summary summary(Classification classification) {
    return new Summary(
        classification.verdicts().size(),
        classification.count(Verdict.Fate.TRAPPED),
        classification.trappedAndForwarded(),
        classification.count(Verdict.Fate.FORWARDED),
        classification.count(Verdict.Fate.NOWHERE),
        classification.traps());
  }
}
