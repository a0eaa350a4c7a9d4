package packettrap.runner.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import packettrap.runner.Unusable;

/** Reads commands: from somebody at a terminal, or from a file or a pipe. */
public final class Prompt {
  private Prompt() {}

  /** Runs all lines up to the end of a stream, or until one ends it. */
  public static void read(InputStream stream, Shell shell) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!shell.run(line)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks at the terminal of the process, with history, completion and the keys that one expects.
   *
   * @param history where lines are kept from one session to the next; null: nowhere
   */
  public static void ask(Shell shell, Path history) {
    try (Terminal terminal =
        // The one provider without native code: it calls stty.
        TerminalBuilder.builder().system(true).provider("exec").dumb(true).build()) {
      if (terminal.getWidth() == 0) { // a serial console does not say how large it is
        terminal.setSize(new Size(80, 24));
      }
      LineReaderBuilder builder =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .appName("trap-tck")
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .completer(
                  (reader, line, candidates) -> {
                    List<String> before = line.words().subList(0, line.wordIndex());
                    shell.candidates(before).forEach(word -> candidates.add(new Candidate(word)));
                  });
      if (history != null) {
        builder.variable(LineReader.HISTORY_FILE, history);
      }
      ask(builder.build(), shell);
    } catch (IOException e) {
      throw new Unusable("The terminal cannot be used (%s).".formatted(e.getMessage()), e);
    }
  }

  /** Until the end of the input. */
  static void ask(LineReader reader, Shell shell) {
    while (true) {
      try {
        if (!shell.run(reader.readLine("trap-tck> "))) {
          return;
        }
      } catch (UserInterruptException e) {
        shell.interrupt();
      } catch (EndOfFileException e) {
        return;
      }
    }
  }
}
