package packettrap.explorer.tlc;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import tlc2.TLC;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.output.MP;
import tlc2.output.MPRecorder;
import util.SimpleFilenameToStream;
import util.ToolIO;

/**
 * TLC in this process.
 *
 * <p>TLC keeps much in static fields: one run at a time.
 */
final class Tlc {
  private static final int WORKERS = 2;

  private Tlc() {}

  /** Explores the model until it is exhausted or something is violated. */
  static TlcResult run(TlaModel model, Path directory) {
    return run(model, directory, WORKERS, null);
  }

  /**
   * The same, and hands on each edge.
   *
   * @param visitor is called by several threads at once; null: none
   */
  static synchronized TlcResult run(
      TlaModel model, Path directory, int workers, Consumer<Edge> visitor) {
    Names.forget();
    model.write(directory);
    Recorder recorder = new Recorder();
    PrintStream console = ToolIO.out;
    PrintStream errors = ToolIO.err;
    ToolIO.out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    ToolIO.err = ToolIO.out;
    MP.setRecorder(recorder);
    try {
      TLC tlc = new TLC();
      String module = directory.resolve(model.scope()).toString();
      String[] parameters = {
        "-workers",
        String.valueOf(workers),
        "-deadlock",
        "-checkpoint",
        "0",
        "-fp",
        "0",
        "-metadir",
        directory.resolve("metadata").toString(),
        "-config",
        module,
        module
      };
      if (!tlc.handleParameters(parameters)) {
        throw new IllegalStateException("TLC does not take " + Arrays.toString(parameters));
      }
      tlc.setResolver(new SimpleFilenameToStream(directory.toString()));
      if (visitor != null) {
        install(new EdgeWriter(visitor), tlc);
      }
      recorder.ended(tlc.process());
    } finally {
      MP.setRecorder(null);
      ToolIO.out = console;
      ToolIO.err = errors;
      TLCGlobals.mainChecker = null;
    }
    return recorder.result();
  }

  private static void install(EdgeWriter writer, TLC tlc) {
    try {
      var field = TLC.class.getDeclaredField("stateWriter");
      field.setAccessible(true);
      field.set(tlc, writer);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this TLC has no stateWriter", e);
    }
  }

  /** Hears what TLC says. */
  private static final class Recorder extends MPRecorder {
    private final List<String> violated = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private long generated = -1;
    private long distinct = -1;

    @Override
    public synchronized void record(int code, Object... parameters) {
      switch (code) {
        case EC.TLC_STATS -> {
          generated = number(parameters[0]);
          distinct = number(parameters[1]);
        }
        case EC.TLC_INVARIANT_VIOLATED_BEHAVIOR,
            EC.TLC_INVARIANT_VIOLATED_INITIAL,
            EC.TLC_ACTION_PROPERTY_VIOLATED_BEHAVIOR ->
            violated.add((String) parameters[0]);
        case EC.GENERAL, EC.TLC_NESTED_EXPRESSION, EC.TLC_VALUE_ASSERT_FAILED, EC.TLC_BUG ->
            errors.add(Arrays.toString(parameters));
        default -> {}
      }
    }

    private static long number(Object printed) {
      return Long.parseLong(printed.toString().replace(",", ""));
    }

    void ended(int status) {
      if (status != EC.ExitStatus.SUCCESS && violated.isEmpty()) {
        errors.add("TLC ended with status " + status);
      }
    }

    TlcResult result() {
      return new TlcResult(distinct, generated - 1, violated, errors);
    }
  }
}
