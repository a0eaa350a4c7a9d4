package packettrap.runner;

import java.io.PrintStream;
import java.lang.reflect.Method;
import packettrap.conformance.Progress;

/**
 * Where the runner speaks, kept apart from the standard streams that a driver may use.
 *
 * @param out for what was asked for
 * @param err for what went wrong, and for progress
 * @param terminal whether somebody looks
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {
  private static final String ERASE_LINE = "\r\033[K";

  /** The process's streams. The launcher has looked whether there is a terminal. */
  static Console standard() {
    String said = System.getProperty("trap-tck.terminal");
    boolean terminal = said == null ? consoleIsTerminal() : Boolean.parseBoolean(said);
    return new Console(System.out, System.err, terminal);
  }

  /** Since Java 22 there is a console without a terminal too, and it says which it is. */
  static boolean consoleIsTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      Method isTerminal = java.io.Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Shows how far a run is, on one line, each time it is one per cent farther. */
  Progress progress() {
    if (!terminal) {
      return Progress.SILENT;
    }
    long[] shown = {-1};
    return (property, done, total) -> {
      long percent = total <= 0 ? 0 : 100 * done / total;
      if (percent != shown[0]) {
        shown[0] = percent;
        err.print(ERASE_LINE + percent + " % " + property);
        err.flush();
      }
    };
  }

  /** Takes the progress away. */
  void endProgress() {
    if (terminal) {
      err.print(ERASE_LINE);
      err.flush();
    }
  }

  /** Says what is going to happen. */
  void announce(String sentence) {
    err.println(sentence);
    err.flush();
  }

  /** Says what went wrong. */
  void complain(String sentence) {
    err.println("trap-tck: " + sentence);
    err.flush();
  }
}
