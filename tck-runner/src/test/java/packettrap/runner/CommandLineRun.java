package packettrap.runner;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What a command printed and how it ended, run in this JVM.
 *
 * @param status exit status
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int status, String out, String err) {
  static CommandLineRun of(Engine engine, String... arguments) {
    return of(engine, false, arguments);
  }

  static CommandLineRun of(Engine engine, boolean terminal, String... arguments) {
    return of(engine, terminal, Map.of(), arguments);
  }

  static CommandLineRun of(
      Engine engine, boolean terminal, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream systemIn = System.in;
    PrintStream systemOut = System.out;
    PrintStream systemErr = System.err;
    Locale locale = Locale.getDefault();
    try {
      Console console = new Console(printing(out), printing(err), terminal, environment);
      int status = Main.execute(console, engine, arguments);
      return new CommandLineRun(status, text(out), text(err));
    } finally {
      System.setIn(systemIn);
      System.setOut(systemOut);
      System.setErr(systemErr);
      Locale.setDefault(locale);
    }
  }

  private static PrintStream printing(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
