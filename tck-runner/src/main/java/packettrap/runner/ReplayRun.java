package packettrap.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import packettrap.conformance.Conversation;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.Retold;
import packettrap.conformance.report.Counterexample;
import packettrap.conformance.report.TraceStep;
import packettrap.runner.driver.Blame;
import packettrap.runner.driver.CallClock;
import packettrap.runner.driver.Driver;
import packettrap.runner.driver.DriverJar;
import packettrap.runner.driver.DriverOutput;
import packettrap.spec.message.Request;

/** Has one conversation with a driver, on a thread of its own that is watched. */
final class ReplayRun {
  private static final long STACK = 4L << 20;

  private final Counterexample told;
  private final Path jar;
  private final String service;
  private final Map<String, String> options;
  private final Duration limit;
  private final Console console;
  private final CallClock clock = new CallClock();
  private volatile Optional<Counterexample> found;
  private volatile Unusable unusable;
  private volatile String error;

  ReplayRun(
      Counterexample told,
      Path jar,
      String service,
      Map<String, String> options,
      Duration limit,
      Console console) {
    this.told = told;
    this.jar = jar;
    this.service = service;
    this.options = options;
    this.limit = limit;
    this.console = console;
  }

  /**
   * Has the conversation and says what came of it.
   *
   * @throws Unusable if the driver or the conversation cannot be used
   */
  Status pass(Engine engine) {
    DriverJar opened = DriverJar.open(jar);
    DriverJar.Service chosen = opened.choose(service);
    new DriverOutput().takeOver();
    Thread teller =
        new Thread(new ThreadGroup("driver"), () -> tell(opened, chosen, engine), "replay", STACK);
    teller.setDaemon(true); // it may never end
    teller.start();
    boolean ended = new Watch(clock, limit).ends(teller);
    Locale.setDefault(Locale.ROOT);
    if (!ended) {
      error =
          "The driver did not return within %d s from %s."
              .formatted(limit.toSeconds(), Blame.stuckAt(teller.getStackTrace(), clock.call()));
    }
    if (unusable != null) {
      throw unusable;
    } else if (error != null) {
      console.complain(error);
      return Status.BROKEN;
    }
    console.out().println(chosen.className() + " in " + opened.fileName());
    say();
    console.out().flush();
    return found.isEmpty() ? Status.CONFORMANT : Status.NOT_CONFORMANT;
  }

  private void tell(DriverJar opened, DriverJar.Service chosen, Engine engine) {
    List<Request> requests = told.steps().stream().map(TraceStep::request).toList();
    try {
      Driver driver = Driver.load(opened, chosen, options, clock, engine::host);
      driver.announcement().forEach(console::announce);
      found = Retold.judge(driver, requests);
    } catch (Unusable e) {
      unusable = e;
    } catch (IllegalArgumentException e) {
      unusable =
          new Unusable(
              "This conversation cannot be had with this driver: %s; replay needs the kind of"
                      .formatted(e.getMessage())
                  + " driver that it was had with.",
              e);
    } catch (DeviceBroke e) {
      error = e.getMessage();
    } catch (OutOfMemoryError e) {
      error = Blame.outOfMemory("");
    } catch (RuntimeException | Error e) {
      error = "The kit broke: " + e;
    }
  }

  private void say() {
    String rule = told.rules().get(0);
    int steps = told.steps().size();
    if (found.isEmpty()) {
      console
          .out()
          .println("In all %d steps the driver does what the rules demand.".formatted(steps));
      console.out().println("KEPT: " + rule + " is not broken any more");
      return;
    }
    Counterexample now = found.get();
    console.out().println();
    console.out().println(Conversation.print(now));
    console.out().println();
    String broken = now.rules().get(0);
    boolean same = broken.equals(rule) && now.steps().size() == steps;
    console
        .out()
        .println(
            same
                ? "AGAIN: %s is broken at step %d".formatted(rule, steps)
                : "OTHERWISE: %s is broken at step %d, where the trace has %s at step %d"
                    .formatted(broken, now.steps().size(), rule, steps));
  }
}
