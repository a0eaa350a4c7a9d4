package packettrap.runner.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import packettrap.conformance.exhaustive.Learned;
import packettrap.runner.Unusable;
import packettrap.runner.report.code.DevlinkScript;
import packettrap.runner.report.code.JavaTest;
import packettrap.runner.report.page.Page;
import packettrap.spec.json.Json;

/** The folder that a run's files go to; each of them is there whole or not at all. */
public final class ReportFolder {
  /** The name of the file with what the driver printed. */
  public static final String DRIVER_OUTPUT = "driver-output.txt";

  private static final String PART = ".trap-tck-part";
  private static final String OURS =
      "{report.json,part.json,report.html,junit.xml,counterexample-*.json,counterexample-*.sh,Counterexample*Tests.java,driver-output.txt,learned.*,*"
          + PART
          + "}";

  private final Path folder;
  private final boolean created;

  private ReportFolder(Path folder, boolean created) {
    this.folder = folder;
    this.created = created;
  }

  /**
   * Makes a folder ready: it exists, can be written to, and has no files of an earlier run.
   *
   * @throws Unusable if that is not possible
   */
  public static ReportFolder prepare(Path folder) {
    boolean created = !Files.exists(folder);
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, OURS)) {
        for (Path file : old) {
          Files.delete(file);
        }
      }
      Files.delete(Files.createTempFile(folder, "", PART));
      return new ReportFolder(folder, created);
    } catch (IOException e) {
      throw new Unusable(
          "The report cannot be written to the folder %s (%s); --report DIR names another."
              .formatted(folder, reason(e)),
          e);
    }
  }

  private static String reason(IOException e) {
    String type = e.getClass().getSimpleName();
    return type.equals("IOException") ? e.getMessage() : type.replace("Exception", "");
  }

  /** Takes the folder away again if the run did not begin. */
  public void withdraw() {
    if (created) {
      try {
        Files.deleteIfExists(folder);
      } catch (IOException e) {
        // An empty folder that stays behind does no harm.
      }
    }
  }

  /**
   * Writes all files of a run; report.json comes last, so that it vouches for the others.
   *
   * @throws IOException if a file cannot be written
   */
  public void write(Report report, byte[] driverOutput) throws IOException {
    if (driverOutput.length > 0) {
      write(DRIVER_OUTPUT, driverOutput);
    }
    for (int i = 0; i < report.counterexamples().size(); i++) {
      write(Report.traceFile(i), Json.pretty(report.counterexamples().get(i)));
      write(Report.traceFile(i).replace(".json", ".sh"), DevlinkScript.of(report, i));
      if (JavaTest.isPossible(report)) {
        write(JavaTest.className(i) + ".java", JavaTest.of(report, i));
      }
    }
    write("junit.xml", JunitXml.of(report));
    write("report.html", Page.of(report));
    write("report.json", Json.pretty(report));
  }

  /**
   * Writes what a share of a run has found.
   *
   * @throws IOException if a file cannot be written
   */
  public void write(PartReport part, byte[] driverOutput) throws IOException {
    if (driverOutput.length > 0) {
      write(DRIVER_OUTPUT, driverOutput);
    }
    write(PartReport.FILE, Json.write(part) + "\n");
  }

  /**
   * Writes what was learned of a driver.
   *
   * @throws IOException if a file cannot be written
   */
  public void write(Learned learned, byte[] driverOutput) throws IOException {
    if (driverOutput.length > 0) {
      write(DRIVER_OUTPUT, driverOutput);
    }
    write("learned.svg", LearnedPicture.of(learned));
    write("learned.txt", String.join("\n", LearnedWords.all(learned)) + "\n");
    if (!learned.machine().isEmpty()) {
      write("learned.dot", LearnedGraph.of(learned));
    }
    write("learned.json", Json.pretty(learned));
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path part = folder.resolve(name + PART);
    try {
      Files.write(part, bytes);
      Path target = folder.resolve(name);
      try {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
