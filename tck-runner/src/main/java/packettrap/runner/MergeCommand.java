package packettrap.runner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import packettrap.conformance.Parts;
import packettrap.conformance.report.RunResult;
import packettrap.runner.report.PartReport;
import packettrap.runner.report.Report;
import packettrap.runner.report.ReportFolder;
import packettrap.spec.json.Json;
import packettrap.spec.json.JsonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trap-tck merge}: makes the report of a run of the parts that did it. */
@Command(
    name = "merge",
    description = "Makes one report of the parts that run --shard has done, as one run would.",
    footer = {
      "",
      "Exit status: that of the undivided run; 2 if the folders are not the parts of",
      "one run, or one is missing."
    })
final class MergeCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "The folders that the parts were written to, in any order.")
  private List<Path> folders;

  @Option(
      names = "--report",
      paramLabel = "OUT",
      defaultValue = "trap-tck-report",
      description = "The folder for the report (default: ${DEFAULT-VALUE}).")
  private String report;

  @Option(names = "--quiet", description = "Prints the verdict alone.")
  private boolean quiet;

  @Option(names = "--json", description = "Prints report.json in place of the summary.")
  private boolean json;

  private final Console console;
  private Path out;

  MergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Speech speech = Speech.of(quiet, json);
    out = DriverChoice.report(report);
    TreeMap<Integer, PartReport> parts = new TreeMap<>();
    TreeMap<Integer, byte[]> printed = new TreeMap<>();
    for (Path folder : folders) {
      PartReport part = read(folder);
      int number = part.part().share().number();
      String unlike = parts.isEmpty() ? null : parts.firstEntry().getValue().unlike(part);
      if (unlike != null) {
        throw new Unusable(
            "%s is part of another run than %s: it has another %s."
                .formatted(folder, folders.get(0), unlike));
      } else if (parts.put(number, part) != null) {
        throw new Unusable(
            "Part %s is given twice, the second time in %s."
                .formatted(part.part().share(), folder));
      }
      Path output = folder.resolve(ReportFolder.DRIVER_OUTPUT);
      printed.put(number, Files.exists(output) ? Files.readAllBytes(output) : new byte[0]);
    }
    List<PartReport> all = complete(parts);
    PartReport first = all.get(0);
    Report merged =
        Report.of(
            first.driver(),
            first.profile(),
            first.seed(),
            first.run(),
            merged(all),
            remarks(all),
            first.waivers());
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    printed.values().forEach(output::writeBytes);
    ReportFolder folder = ReportFolder.prepare(out);
    folder.write(merged, output.toByteArray());
    return new Announcement(console, speech).hear(merged, folder.toString()).number();
  }

  private PartReport read(Path folder) {
    Path file = folder.resolve(PartReport.FILE);
    try {
      if (Files.exists(out) && Files.isSameFile(folder, out)) {
        throw new Unusable(
            "%s holds a part, so the report cannot go there; --report names another folder."
                .formatted(out));
      }
      PartReport part = Json.read(Files.readString(file), PartReport.class);
      if (part != null && part.isWhole()) {
        return part;
      }
      throw new Unusable(
          "%s is not what a part has found: something is missing in it.".formatted(file));
    } catch (IOException e) {
      throw new Unusable(
          "There is no readable %s; each folder must be one that run --shard has written."
              .formatted(file),
          e);
    } catch (JsonException e) {
      throw new Unusable("%s is not what a part has found: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static List<PartReport> complete(TreeMap<Integer, PartReport> parts) {
    int of = parts.firstEntry().getValue().part().share().of();
    String missing =
        IntStream.rangeClosed(1, of)
            .filter(number -> !parts.containsKey(number))
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new Unusable("Of %d parts there are missing: %s.".formatted(of, missing));
    }
    return List.copyOf(parts.values());
  }

  private static RunResult merged(List<PartReport> parts) {
    Set<String> wanted = Set.copyOf(parts.get(0).wanted());
    try {
      return Parts.merge(
          parts.stream().map(PartReport::part).toList(), rule -> wanted.contains(rule.id()));
    } catch (IllegalArgumentException e) {
      throw new Unusable(e.getMessage(), e);
    } catch (NullPointerException | ClassCastException | IndexOutOfBoundsException e) {
      throw new Unusable("A part was changed since it was written: something is missing in it.", e);
    }
  }

  /** What all parts remark stands once, as in one run; the rest says of which part it is. */
  private static List<String> remarks(List<PartReport> parts) {
    Set<String> remarks = new LinkedHashSet<>();
    for (PartReport part : parts) {
      for (String remark : part.remarks()) {
        boolean shared = parts.stream().allMatch(other -> other.remarks().contains(remark));
        remarks.add(shared ? remark : "Part " + part.part().share() + ": " + remark);
      }
    }
    return new ArrayList<>(remarks);
  }
}
