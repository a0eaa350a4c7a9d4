package packettrap.runner;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Map;
import packettrap.conformance.Progress;
import packettrap.runner.report.Printable;

/**
 * Where the runner speaks, kept apart from the standard streams that a driver may use.
 *
 * @param out for what was asked for
 * @param err for what went wrong, and for progress
 * @param terminal whether somebody looks
 * @param environment variables of the process
 */
record Console(
    PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment) {
  /** The process's streams. The launcher has looked whether there is a terminal. */
  static Console standard() {
    String said = System.getProperty("trap-tck.terminal");
    boolean terminal = said == null ? consoleIsTerminal() : Boolean.parseBoolean(said);
    return new Console(System.out, System.err, terminal, System.getenv());
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

  /** Whether there may be colours. Source: no-color.org. */
  boolean coloured() {
    return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Shows how far a run is, on one line. */
  Progress progress() {
    if (!terminal) {
      return Progress.SILENT;
    }
    return new ProgressLine(err, System::nanoTime);
  }

  /** Takes the progress away. */
  void endProgress() {
    if (terminal) {
      err.print(ProgressLine.ERASE_LINE);
      err.flush();
    }
  }

  /** Says what is going to happen. */
  void announce(String sentence) {
    err.println(harmless(sentence));
    err.flush();
  }

  /** Says what went wrong. */
  void complain(String sentence) {
    err.println("trap-tck: " + harmless(sentence));
    err.flush();
  }

  /** Prints a line of which a part may be a driver's. */
  void line(String text) {
    out.println(harmless(text));
  }

  /**
   * A driver gets no control over a terminal, no line of its own, and gives no command to GitHub,
   * which looks for them in whatever is printed (actions/runner, ActionCommand.cs).
   */
  String harmless(String text) {
    String line = Printable.line(text);
    if (!environment.containsKey("GITHUB_ACTIONS")) {
      return line;
    }
    return line.replaceFirst("^(\\s*):(?=:)", "$1: ").replace("##[", "# #[");
  }
}
