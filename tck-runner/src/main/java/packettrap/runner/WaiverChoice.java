package packettrap.runner;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import packettrap.runner.report.waiver.WaiverFile;
import packettrap.runner.report.waiver.Waivers;
import picocli.CommandLine.Option;

/** The options that say which rules a driver is known to break. */
final class WaiverChoice {
  @Option(
      names = "--waivers",
      paramLabel = "FILE",
      description =
          "Rules that the driver is known to break (JSON): they are tested, but do not count. A"
              + " waiver that has expired, or whose rule is kept, fails the run.")
  private Path file;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description =
          "The day for which it is decided whether a waiver has expired, as in 2027-01-31"
              + " (default: today).")
  private String date;

  /**
   * The waivers that the options name.
   *
   * @throws Unusable if they cannot be used
   */
  Waivers read() {
    if (file == null) {
      if (date != null) {
        throw new Unusable("--date needs --waivers: it says which of them have expired.");
      }
      return Waivers.NONE;
    }
    return WaiverFile.read(file, day());
  }

  private LocalDate day() {
    try {
      return date == null ? LocalDate.now() : LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new Unusable("--date must be a date as in 2027-01-31, not " + date + ".", e);
    }
  }
}
