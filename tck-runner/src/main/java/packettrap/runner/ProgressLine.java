package packettrap.runner;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import packettrap.conformance.Progress;

/** One line on a terminal: how far a part of the run is, what is being tested, and time left. */
final class ProgressLine implements Progress {
  static final String ERASE_LINE = "\r\033[K";

  private static final int BAR = 20;
  private static final long SECOND = 1_000_000_000L;

  /** Before that, what is left can only be guessed. */
  private static final int FEW_PERCENT = 5;

  private final PrintStream out;
  private final LongSupplier nanos;
  private long total = -1;
  private long started;
  private long last;
  private String shown = "";

  /**
   * A line that is empty.
   *
   * @param nanos a clock, ns
   */
  ProgressLine(PrintStream out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
  }

  @Override
  public void at(String property, long done, long all) {
    if (all != total || done < last) {
      total = all;
      started = nanos.getAsLong();
    }
    last = done;
    long percent = all <= 0 ? 0 : 100 * done / all;
    String line = line(property, percent, done);
    if (!line.equals(shown)) {
      shown = line;
      out.print(ERASE_LINE + line);
      out.flush();
    }
  }

  private String line(String property, long percent, long done) {
    int filled = (int) (BAR * Math.min(100, percent) / 100);
    String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
    return "[%s] %3d %%  %s%s".formatted(bar, percent, property, left(percent, done));
  }

  /** The rest takes as long for each script as those before it took. */
  private String left(long percent, long done) {
    if (percent < FEW_PERCENT || percent >= 100) {
      return "";
    }
    double seconds = (nanos.getAsLong() - started) / (double) SECOND * (total - done) / done;
    long whole = Math.round(seconds);
    return whole < 1
        ? ""
        : whole < 100 ? ", %d s left".formatted(whole) : ", %d min left".formatted(whole / 60);
  }
}
