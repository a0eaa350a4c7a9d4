package packettrap.runner.driver.exec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import packettrap.runner.driver.DriverOutput;

/** Reads what a process prints to its standard error, and remembers its last line. */
public final class LastWords {
  private static final int REMEMBERED = 4096;
  private static final int SHOWN = 200;
  private static final long PATIENCE_MILLIS = 1000;

  private final Thread reader;
  private final byte[] last = new byte[REMEMBERED];
  private int length;

  /** Nothing is read before {@link #start}. */
  public LastWords(InputStream from, DriverOutput to) {
    reader = new Thread(() -> read(from, to), "standard error of the driver's process");
    reader.setDaemon(true);
  }

  /** Begins to read. */
  public void start() {
    reader.start();
  }

  private void read(InputStream from, DriverOutput to) {
    byte[] chunk = new byte[REMEMBERED];
    try {
      for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
        to.write(chunk, 0, count);
        remember(chunk, count);
      }
    } catch (IOException e) {
      // it is gone
    }
  }

  private synchronized void remember(byte[] chunk, int count) {
    int kept = Math.min(length, REMEMBERED - count);
    System.arraycopy(last, length - kept, last, 0, kept);
    System.arraycopy(chunk, 0, last, kept, count);
    length = kept + count;
  }

  /** Waits until everything was read. */
  public void await() {
    try {
      reader.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last line that is not blank, as the end of a sentence; empty: there is none. */
  public String quoted() {
    await();
    String text;
    synchronized (this) {
      text = new String(last, 0, length, StandardCharsets.UTF_8);
    }
    return text.lines()
        .map(line -> line.strip().replaceAll("[^\\x20-\\x7e]", "?"))
        .filter(line -> !line.isEmpty())
        .reduce((earlier, later) -> later)
        .map(line -> line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...")
        .map(line -> " Its last words: " + line)
        .orElse("");
  }
}
