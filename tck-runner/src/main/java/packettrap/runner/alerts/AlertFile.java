package packettrap.runner.alerts;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import packettrap.runner.Unusable;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Event;
import packettrap.wire.Capture;
import packettrap.wire.Family;
import packettrap.wire.Message;
import packettrap.wire.monitor.AlertWriter;

/**
 * A capture file of drop monitor's alerts, as {@code dwdump} writes it from a live kernel.
 *
 * <p>It grows beside its place and is renamed at the end, so that a file of that name is whole.
 * Alerts may come from a thread that is given up later; what comes after the end is not written.
 */
public final class AlertFile {
  private static final String PART = ".trap-tck-part";

  /** The first number that the kernel gives away is 16, to the controller; any other would do. */
  private static final int FAMILY = 24;

  private static final int VERSION = 2;

  /** Netlink messages that nobody asked for: no flags, no sequence number, from the kernel. */
  private static final Message.Header ALERT = new Message.Header(FAMILY, 0, 0, 0);

  private static final Message.Header CONTROLLER = new Message.Header(Family.CONTROLLER, 0, 0, 0);

  private final Path file;
  private final Path part;
  private OutputStream out;
  private Capture capture;
  private boolean introduced;
  private long written;
  private long misfits;

  /** Why writing failed; null: it did not. */
  private IOException failure;

  private AlertFile(Path file, Path part) {
    this.file = file;
    this.part = part;
  }

  /**
   * Begins a file.
   *
   * @throws Unusable if it cannot be written
   */
  public static AlertFile create(Path file) {
    if (file.toString().isEmpty()) {
      throw new Unusable("--capture must name a file, and its name is empty.");
    } else if (Files.isDirectory(file)) {
      throw new Unusable(file + " is a directory; --capture must name a file.");
    }
    Path part = file.resolveSibling(file.getFileName() + PART);
    AlertFile alerts = new AlertFile(file, part);
    try {
      alerts.open();
    } catch (IOException e) {
      alerts.withdraw();
      throw alerts.unwritable(e);
    }
    part.toFile().deleteOnExit(); // a signal leaves nothing behind either
    return alerts;
  }

  private Unusable unwritable(IOException e) {
    String type = e.getClass().getSimpleName();
    String reason = type.equals("IOException") ? e.getMessage() : type.replace("Exception", "");
    return new Unusable("The capture cannot be written to %s (%s).".formatted(file, reason), e);
  }

  private void open() throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
    capture = new Capture(out);
  }

  /** Begins with whose messages follow, as dwdump does: nobody could tell without. */
  private void introduce(long time) throws IOException {
    if (introduced) {
      return;
    }
    introduced = true;
    capture.write(
        time,
        new Family(Family.DROP_MONITOR, FAMILY, VERSION, Map.of("events", (long) FAMILY))
            .encode(ByteOrder.LITTLE_ENDIAN, CONTROLLER));
  }

  /** A device whose alerts come here as they are polled. */
  public TrapDevice listeningTo(TrapDevice device) {
    return new OverheardDevice(device, this);
  }

  /**
   * An alert is written; any other event is not.
   *
   * @param time when it was seen, ns since 1970
   */
  synchronized void write(long time, Event event) {
    if (out == null || failure != null || !isAlert(event)) {
      return;
    }
    byte[] message;
    try {
      message = AlertWriter.encode(ByteOrder.LITTLE_ENDIAN, ALERT, event);
    } catch (RuntimeException e) { // a driver's own alert may hold what no message can
      misfits++;
      return;
    }
    try {
      introduce(time);
      capture.write(time, message);
      written++;
    } catch (IOException e) {
      failure = e;
    }
  }

  private static boolean isAlert(Event event) {
    return event instanceof Event.HardwareDrop
        || event instanceof Event.SoftwareDrop
        || event instanceof Event.HardwareSummary
        || event instanceof Event.SoftwareSummary;
  }

  /** The end without a file. */
  public synchronized void withdraw() {
    try {
      if (out != null) {
        out.close();
        out = null;
      }
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // It is gone at the end of the JVM, or overwritten by the next run.
    }
  }

  /**
   * The end: the file is there.
   *
   * @return what is in it, in a sentence
   * @throws Unusable if it could not be written
   */
  public synchronized String finish() {
    try {
      if (failure != null) {
        throw failure;
      }
      introduce(0);
      out.close();
      out = null;
      move();
    } catch (IOException e) {
      withdraw();
      throw unwritable(e);
    }
    String alerts = written == 1 ? "1 alert" : written + " alerts";
    String rest = misfits == 0 ? "" : "; %d more fit into no message".formatted(misfits);
    return "%s has %s of drop monitor%s.".formatted(file.getFileName(), alerts, rest);
  }

  private void move() throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
