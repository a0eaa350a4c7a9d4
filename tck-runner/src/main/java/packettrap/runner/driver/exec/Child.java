package packettrap.runner.driver.exec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import packettrap.conformance.DeviceBroke;
import packettrap.runner.Unusable;
import packettrap.runner.driver.DriverOutput;

/**
 * A driver's process: lines to it, lines from it, each awaited for no longer than the limit.
 *
 * <p>Whatever happens to the process is a {@link DeviceBroke} with the sentence that tells it.
 */
final class Child {
  /** The longest line, bytes. */
  static final int LONGEST = 4 << 20;

  private static final int CHUNK = 1 << 16;
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final ProcessTree tree;
  private final Duration limit;
  private final OutputStream to;
  private final InputStream from;
  private final LastWords lastWords;

  private byte[] buffer = new byte[CHUNK];
  private int begin;
  private int end;

  /** Since when a line is awaited, ns; 0: none is. */
  private volatile long since;

  private volatile boolean late;

  /** The line that it owes an answer to. */
  private String owed = "its start";

  private Child(ProcessTree tree, Duration limit, DriverOutput output) {
    this.tree = tree;
    this.limit = limit;
    this.to = tree.root().getOutputStream();
    this.from = tree.root().getInputStream();
    this.lastWords = new LastWords(tree.root().getErrorStream(), output);
  }

  /**
   * Starts a process.
   *
   * @param output takes what it prints to its standard error
   * @throws Unusable if it cannot be started
   */
  static Child start(List<String> command, Duration limit, DriverOutput output) {
    try {
      Child child =
          new Child(
              ProcessTree.start(new ProcessBuilder(command), ProcessTree::end), limit, output);
      child.lastWords.start();
      daemon(child::watch, "watch over the driver's process");
      return child;
    } catch (IOException e) {
      throw new Unusable(
          "%s cannot be started: %s.".formatted(command.get(0), reason(e.getMessage())), e);
    }
  }

  private static String reason(String message) {
    return message.replaceFirst(".*error=\\d+, ", "");
  }

  static void daemon(Runnable what, String name) {
    Thread thread = new Thread(what, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Says a line; {@code name} is how it is called. Nothing may have come that was not asked for.
   */
  void say(String line, String name) {
    refuseUnasked();
    owed = name;
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    since = now();
    try {
      to.write(bytes);
      to.flush();
    } catch (IOException e) {
      throw ended();
    } finally {
      since = 0;
    }
  }

  /** The next line that it says. */
  String hear() {
    int newline = newline(begin);
    if (newline < 0) {
      newline = read();
    }
    String line = new String(buffer, begin, newline - begin, StandardCharsets.UTF_8);
    begin = newline + 1;
    return line;
  }

  /** Reads until there is a whole line; its end's place. */
  private int read() {
    System.arraycopy(buffer, begin, buffer, 0, end - begin);
    end -= begin;
    begin = 0;
    since = now();
    try {
      while (true) {
        if (end == buffer.length) {
          grow();
        }
        int searched = end;
        int count = from.read(buffer, end, buffer.length - end);
        if (count < 0) {
          throw ended();
        }
        end += count;
        int newline = newline(searched);
        if (newline >= 0) {
          return newline;
        }
      }
    } catch (IOException e) {
      throw ended();
    } finally {
      since = 0;
    }
  }

  private void grow() {
    if (buffer.length >= LONGEST) {
      throw new DeviceBroke(
          "The driver's process answered %s with a line of more than %d bytes: %s"
              .formatted(owed, LONGEST, shown(new String(buffer, 0, 200, StandardCharsets.UTF_8))));
    }
    buffer = Arrays.copyOf(buffer, Math.min(LONGEST, 4 * buffer.length));
  }

  private int newline(int searched) {
    for (int i = searched; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void refuseUnasked() {
    try {
      if (end == begin && from.available() > 0) {
        begin = 0;
        end = Math.max(0, from.read(buffer));
      }
    } catch (IOException e) {
      return; // the next line will tell
    }
    if (end > begin) {
      String text = new String(buffer, begin, end - begin, StandardCharsets.UTF_8);
      throw new DeviceBroke(
          "The driver's process wrote while nothing was asked of it, after %s: %s"
              .formatted(owed, shown(text.lines().findFirst().orElse(""))));
    }
  }

  /** The sentence about an answer that cannot be right. */
  DeviceBroke babble(String line, String why) {
    return new DeviceBroke(
        "The driver's process answered %s with %s: %s.".formatted(owed, shown(line), why));
  }

  private static String shown(String line) {
    String printable = line.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.length() <= 60
        ? "'" + printable + "'"
        : "'" + printable.substring(0, 60) + "...'";
  }

  /** The sentence about a process that says nothing any more. */
  private DeviceBroke ended() {
    since = 0;
    if (late) {
      return new DeviceBroke(
          "The driver's process did not answer %s within %d s.".formatted(owed, limit.toSeconds()));
    }
    boolean gone = tree.awaitRoot(FAREWELL);
    kill();
    return new DeviceBroke(
        gone
            ? "The driver's process %s when it owed an answer to %s.%s"
                .formatted(Exits.how(tree.root().exitValue()), owed, lastWords.quoted())
            : "The driver's process closed its standard output when it owed an answer to %s, and"
                    .formatted(owed)
                + " went on running.");
  }

  /** Ends a process that does not answer; its streams end with it, and so does the waiting. */
  private void watch() {
    long pause = Math.max(1_000_000, Math.min(50_000_000, limit.toNanos() / 100));
    while (tree.root().isAlive()) {
      LockSupport.parkNanos(pause);
      long asked = since;
      if (asked != 0 && now() - asked > limit.toNanos()) {
        late = true;
        kill();
      }
    }
    LockSupport.parkNanos(50_000_000L); // what it said last is still to be read
    kill(); // those that it leaves may hold its streams
  }

  private static long now() {
    long now = System.nanoTime();
    return now == 0 ? 1 : now;
  }

  private void kill() {
    tree.end();
  }

  /** It is no longer needed: it has a moment to end by itself. */
  void end() {
    try {
      to.close();
    } catch (IOException e) {
      // it is gone already
    }
    tree.awaitRoot(FAREWELL);
    kill();
    lastWords.await();
    tree.release();
  }
}
