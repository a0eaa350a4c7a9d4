package packettrap.explorer.tlc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import packettrap.explorer.Exploration;
import packettrap.explorer.Explorer;
import packettrap.explorer.Machine;
import packettrap.explorer.Scope;
import tlc2.TLCGlobals;
import tlc2.tool.ModelChecker;

/**
 * Measures how fast explorer and TLC go through the same scope, each with two threads and without
 * asking any rule.
 *
 * <p>The explorer goes through all of it, three times, start and first steps of the core included;
 * the best counts. TLC is measured from its 10th second on, for half a minute, unless it is done.
 * Arguments: the scopes; none: L.
 */
public final class ExplorerBenchmark {
  private static final int THREADS = 2;
  private static final int RUNS = 3;
  private static final long WARM_UP = 10_000;
  private static final long MEASURED = 30_000;

  private long tlcTransitions;
  private double tlcSeconds;

  private ExplorerBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    for (String scope : arguments.length == 0 ? new String[] {"L"} : arguments) {
      new ExplorerBenchmark().measure(Scope.named(scope));
    }
    // TLC leaves threads behind.
    System.exit(0);
  }

  private void measure(Scope scope) throws IOException, InterruptedException {
    double best = 0;
    for (int run = 0; run < RUNS; run++) {
      long begin = System.nanoTime();
      Exploration found = Explorer.explore(new Machine(scope), List.of(), THREADS);
      double seconds = (System.nanoTime() - begin) / 1e9;
      best = Math.max(best, found.transitions() / seconds);
      print(
          "explorer, scope %s: %d states, %d transitions (%d by the core), %.2f s, %.2f M/s",
          scope.name(),
          found.states(),
          found.transitions(),
          found.coreSteps(),
          seconds,
          found.transitions() / seconds / 1e6);
    }
    runTlc(scope);
    double rate = tlcTransitions / tlcSeconds;
    print(
        "TLC, scope %s: %d transitions in %.2f s, %.3f M/s",
        scope.name(), tlcTransitions, tlcSeconds, rate / 1e6);
    print("the explorer makes %.0f times as many transitions a second", best / rate);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private void runTlc(Scope scope) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("explorer-benchmark");
    long begin = System.nanoTime();
    Thread watch = new Thread(this::watch, "watch");
    watch.setDaemon(true);
    watch.start();
    TlcResult result =
        Tlc.run(TlaModel.of("Scope" + scope.name()).withoutRules(), directory, THREADS, null);
    watch.interrupt();
    watch.join();
    if (tlcSeconds == 0) {
      tlcTransitions = result.transitions();
      tlcSeconds = (System.nanoTime() - begin) / 1e9;
    }
  }

  /** Stops TLC when it was measured. */
  private void watch() {
    try {
      Thread.sleep(WARM_UP);
      ModelChecker checker = (ModelChecker) TLCGlobals.mainChecker;
      long before = checker.getStatesGenerated();
      long begin = System.nanoTime();
      Thread.sleep(MEASURED);
      tlcTransitions = checker.getStatesGenerated() - before;
      tlcSeconds = (System.nanoTime() - begin) / 1e9;
      checker.stop();
    } catch (InterruptedException e) {
      // TLC is done.
    }
  }
}
