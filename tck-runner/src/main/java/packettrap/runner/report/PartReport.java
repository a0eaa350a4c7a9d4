package packettrap.runner.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import packettrap.conformance.Part;
import packettrap.conformance.Profile;
import packettrap.runner.report.Report.JudgedDriver;
import packettrap.runner.report.Report.Specification;
import packettrap.runner.report.waiver.Waivers;

/**
 * What one share of a run has found, as part.json says it; it is no verdict.
 *
 * @param schema version of this form
 * @param kit version of the kit
 * @param kitSha256 hash of the kit
 * @param specification what is judged by
 * @param driver what was judged
 * @param profile how much the whole run does
 * @param seed what all choices follow from
 * @param wanted ids of the rules to look at
 * @param run what else the whole run is asked for
 * @param fork whether it has a process of its own
 * @param waivers the rules that it is known to break
 * @param remarks sentences about the driver that are no verdicts
 * @param part what was found
 */
public record PartReport(
    int schema,
    String kit,
    String kitSha256,
    Specification specification,
    JudgedDriver driver,
    Profile profile,
    long seed,
    List<String> wanted,
    Repetition run,
    boolean fork,
    Waivers waivers,
    List<String> remarks,
    Part part) {
  /** The version of the form. */
  public static final int SCHEMA = 1;

  /** The name of the file. */
  public static final String FILE = "part.json";

  public PartReport {
    wanted = List.copyOf(wanted);
    remarks = List.copyOf(remarks);
  }

  /** The report of a share. */
  public static PartReport of(
      JudgedDriver driver,
      Profile profile,
      long seed,
      List<String> wanted,
      Repetition run,
      boolean fork,
      Waivers waivers,
      List<String> remarks,
      Part part) {
    return new PartReport(
        SCHEMA,
        Version.get(),
        KitHash.get(),
        Specification.current(),
        driver,
        profile,
        seed,
        wanted,
        run,
        fork,
        waivers,
        remarks,
        part);
  }

  /** Whether a file had all that a part has, which reading alone does not tell. */
  public boolean isWhole() {
    return schema == SCHEMA
        && Stream.of(kit, kitSha256, specification, driver, profile, run, waivers, part)
            .allMatch(Objects::nonNull)
        && part.share() != null
        && !part.pieces().isEmpty()
        && part.pieces().stream()
            .allMatch(piece -> piece.end() != null && piece.exercised() != null);
  }

  /** What makes another a part of a different run, in a few words; null: nothing. */
  public String unlike(PartReport other) {
    Map<String, Function<PartReport, Object>> same = new LinkedHashMap<>();
    same.put("version of the kit", report -> List.of(report.kitSha256, report.specification));
    same.put("driver", PartReport::driver);
    same.put("profile", PartReport::profile);
    same.put("seed", PartReport::seed);
    same.put("choice of rules", PartReport::wanted);
    same.put("complete suite", report -> report.run.suite());
    same.put("option for the driver, choice of rules or time limit", PartReport::run);
    same.put("choice of --fork", PartReport::fork);
    same.put("set of waivers that hold", PartReport::waivers);
    same.put("number of parts", report -> report.part.share().of());
    for (Map.Entry<String, Function<PartReport, Object>> what : same.entrySet()) {
      if (!Objects.equals(what.getValue().apply(this), what.getValue().apply(other))) {
        return what.getKey();
      }
    }
    boolean met = part.description() != null && other.part.description() != null;
    return met && !part.description().equals(other.part.description())
        ? "device's description"
        : null;
  }
}
