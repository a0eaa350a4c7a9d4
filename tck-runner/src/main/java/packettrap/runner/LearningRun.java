package packettrap.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.exhaustive.Learned;
import packettrap.conformance.exhaustive.Plan;
import packettrap.reference.DriverMisbehaved;
import packettrap.runner.driver.Blame;
import packettrap.runner.driver.CallClock;
import packettrap.runner.driver.Driver;
import packettrap.runner.driver.DriverJar;
import packettrap.runner.driver.DriverOutput;
import packettrap.runner.report.LearnedWords;
import packettrap.runner.report.ReportFolder;

/** Learns one driver's machine, on a thread of its own that is watched. */
final class LearningRun {
  private static final long STACK = 4L << 20;

  private final Path jar;
  private final String service;
  private final Map<String, String> options;
  private final Plan plan;
  private final Duration limit;
  private final CallClock clock = new CallClock();
  private final DriverOutput output = new DriverOutput();
  private volatile Learned learned;
  private volatile Unusable unusable;
  private volatile String error;

  LearningRun(Path jar, String service, Map<String, String> options, Plan plan, Duration limit) {
    this.jar = jar;
    this.service = service;
    this.options = options;
    this.plan = plan;
    this.limit = limit;
  }

  /**
   * Learns, writes the files and prints the summary.
   *
   * @throws Unusable if the jar, the options or the folder cannot be used
   */
  Status pass(Path report, Console console, Engine engine) {
    DriverJar opened = DriverJar.open(jar);
    DriverJar.Service chosen = opened.choose(service);
    ReportFolder folder = ReportFolder.prepare(report);
    output.takeOver();
    Thread learner =
        new Thread(
            new ThreadGroup("driver"),
            () -> learn(opened, chosen, console, engine),
            "learner",
            STACK);
    learner.setDaemon(true); // it may never end
    learner.start();
    Watch watch = new Watch(clock, limit);
    boolean ended = watch.ends(learner);
    Locale.setDefault(Locale.ROOT);
    console.endProgress();
    if (!ended) {
      error =
          "The driver did not return within %d s from %s."
              .formatted(
                  limit.toSeconds(), Blame.stuckAt(watch.stuck().stack(), watch.stuck().call()));
    }
    if (unusable != null) {
      folder.withdraw();
      throw unusable;
    } else if (error != null) {
      folder.withdraw();
      console.complain(error);
      return Status.BROKEN;
    }
    try {
      folder.write(learned, output.first());
    } catch (IOException e) {
      console.complain("What was learned could not be written to %s: %s".formatted(folder, e));
      return Status.BROKEN;
    }
    console.out().println(chosen.className() + " in " + opened.fileName());
    LearnedWords.summary(learned).forEach(console.out()::println);
    console.out().println("report: " + folder);
    console.out().flush();
    if (learned.broken() != null) {
      return Status.BROKEN;
    }
    return learned.divergences().isEmpty() ? Status.CONFORMANT : Status.NOT_CONFORMANT;
  }

  private void learn(DriverJar opened, DriverJar.Service chosen, Console console, Engine engine) {
    try {
      Driver driver = Driver.load(opened, chosen, options, clock, engine::host);
      driver.announcement().forEach(console::announce);
      learned = engine.learn(driver, plan, console.progress());
    } catch (Unusable e) {
      unusable = e;
    } catch (DeviceBroke | DriverMisbehaved e) {
      error = e.getMessage();
    } catch (OutOfMemoryError e) {
      error = Blame.outOfMemory("");
    } catch (RuntimeException | Error e) {
      error = "The kit broke: " + e;
    }
  }
}
