package packettrap.runner.driver;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Takes what a driver prints, so that it does not mix with what the runner says. */
public final class DriverOutput extends OutputStream {
  /** As much is kept, bytes; the rest is counted. */
  public static final int KEPT = 64 * 1024;

  private final ByteArrayOutputStream first = new ByteArrayOutputStream();
  private long length;

  /** From now on the standard streams lead here, and nothing can be read from standard input. */
  public void takeOver() {
    PrintStream stream = new PrintStream(this, true);
    System.setOut(stream);
    System.setErr(stream);
    System.setIn(InputStream.nullInputStream());
  }

  @Override
  public synchronized void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int count) {
    first.write(bytes, offset, Math.min(count, KEPT - first.size()));
    length += count;
  }

  /** How many bytes were printed. */
  public synchronized long length() {
    return length;
  }

  /** The first of them. */
  public synchronized byte[] first() {
    return first.toByteArray();
  }
}
