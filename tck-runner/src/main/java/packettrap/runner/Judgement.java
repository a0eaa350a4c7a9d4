package packettrap.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.Part;
import packettrap.conformance.Parts;
import packettrap.conformance.Progress;
import packettrap.conformance.report.RunResult;
import packettrap.runner.alerts.AlertFile;
import packettrap.runner.driver.Blame;
import packettrap.runner.driver.CallClock;
import packettrap.runner.driver.DriverOutput;
import packettrap.runner.report.Report;
import packettrap.runner.report.ReportFolder;
import packettrap.spec.device.TrapDevice;

/**
 * Judges one driver: whatever it does, there is a report, a summary and an exit status.
 *
 * <p>The driver is called on a thread of its own, which this one watches; who finds the end first,
 * this thread or the JVM's shutdown, writes the report.
 */
final class Judgement {
  private static final long STACK = 4L << 20;

  private final RunOptions options;
  private final Console console;
  private final Engine engine;
  private final Speech speech;
  private final Audience audience;

  private final CallClock clock = new CallClock();
  private final DriverOutput output = new DriverOutput();
  private final AtomicBoolean concluded = new AtomicBoolean();
  private final List<String> remarks = new ArrayList<>();
  private ReportFolder folder;

  /** Null: nobody wants them. */
  private AlertFile alerts;

  private volatile Engine.Run run;
  private volatile RunResult result;

  /** Of a run in a process of its own; null: this process has done it. */
  private volatile Part part;

  private volatile Unusable unusable;

  Judgement(RunOptions options, Console console, Engine engine, Speech speech) {
    this(options, console, engine, speech, new Announcement(console, speech));
  }

  Judgement(RunOptions options, Console console, Engine engine, Speech speech, Audience audience) {
    this.speech = speech;
    this.audience = audience;
    this.options = options;
    this.console = console;
    this.engine = engine;
  }

  /**
   * The judgement from the beginning to the summary.
   *
   * @throws Unusable if the driver, the options or the report's folder cannot be used
   */
  Status pass() {
    alerts = options.capture() == null ? null : AlertFile.create(options.capture());
    try {
      folder = ReportFolder.prepare(options.report());
    } catch (Unusable e) {
      withdrawAlerts();
      throw e;
    }
    run = prepared(Judgement::noDevice);
    output.takeOver();
    ThreadGroup group = new ThreadGroup("driver");
    Thread kit = new Thread(group, this::callDriver, "kit", STACK);
    kit.setDaemon(true); // it may never end
    Thread shutdown = new Thread(this::shutdownBegan, "shutdown");
    Runtime.getRuntime().addShutdownHook(shutdown);
    kit.start();
    Watch watch = new Watch(clock, options.limit());
    boolean ended = watch.ends(kit);
    if (!concluded.compareAndSet(false, true)) {
      return awaitHalt();
    }
    RunResult found;
    if (ended) {
      found = result;
      options.candidate().end();
      if (options.candidate() instanceof Candidate.InJar && !options.fork()) {
        remarks.addAll(LeftThreads.remarks(group));
      }
    } else {
      found =
          run.abandon(
              "The driver did not return within %d s from %s."
                  .formatted(
                      options.limit().toSeconds(),
                      Blame.stuckAt(watch.stuck().stack(), watch.stuck().call())));
    }
    Status status =
        conclude(unusable != null || options.candidate().isUnchanged() ? found : withdrawn());
    Runtime.getRuntime().removeShutdownHook(shutdown);
    return status;
  }

  /** A verdict about two drivers is one about neither. */
  private RunResult withdrawn() {
    part = null;
    return run.abandon(
        "%s was changed while it was judged, so what was found may be about either; run it again."
            .formatted(options.candidate().judged().jar()));
  }

  private Progress progress() {
    return speech == Speech.QUIET ? Progress.SILENT : console.progress();
  }

  /** On the driver's thread: loads it and runs the kit. */
  private void callDriver() {
    try {
      if (options.fork() && options.candidate() instanceof Candidate.InJar forked) {
        callForked(new ForkedRun(options, forked, output, console::announce));
        return;
      }
      Candidate.Loaded driver =
          options
              .candidate()
              .load(
                  new Candidate.Circumstances(
                      options.driverOptions(), options.limit(), clock, output, engine));
      driver.announcement().forEach(console::announce);
      Supplier<TrapDevice> devices = driver.devices();
      // Alerts of one device after the other: no second processor, the same bytes each time.
      run = prepared(alerts == null ? devices : () -> alerts.listeningTo(devices.get()));
      result = run.run(progress());
    } catch (Unusable e) {
      unusable = e;
    } catch (DeviceBroke e) {
      result = run.abandon(e.getMessage());
    } catch (OutOfMemoryError e) {
      result = run.abandon(Blame.outOfMemory(""));
    } catch (RuntimeException | Error e) {
      result = run.abandon("The kit broke: " + e);
    }
  }

  private void callForked(ForkedRun forked) {
    part = forked.run(progress());
    result = Parts.merge(List.of(part), options.wanted());
    remarks.addAll(forked.remarks());
  }

  private Engine.Run prepared(Supplier<TrapDevice> devices) {
    return engine.prepare(devices, options);
  }

  private static TrapDevice noDevice() {
    throw new DeviceBroke("The driver was not loaded.");
  }

  private Status conclude(RunResult found) {
    Locale.setDefault(Locale.ROOT); // a driver may have set another, with other digits
    console.endProgress();
    if (unusable != null) {
      folder.withdraw();
      withdrawAlerts();
      throw unusable;
    }
    if (output.length() > 0) {
      remarks.add(
          "The driver printed %d bytes; driver-output.txt has %s."
              .formatted(
                  output.length(),
                  output.length() > DriverOutput.KEPT ? "the first " + DriverOutput.KEPT : "them"));
    }
    boolean captured = finishAlerts();
    if (options.share() != null) {
      Part mine = part == null ? run.part(found.error()) : part;
      Status status =
          new ShareEnding(options, console, speech).conclude(mine, remarks, folder, output.first());
      return captured ? status : Status.BROKEN;
    }
    Report report =
        Report.of(
            options.candidate().judged(),
            options.profile(),
            options.seed(),
            options.repetition(),
            found,
            remarks,
            options.waivers());
    try {
      folder.write(report, output.first());
    } catch (IOException e) {
      console.complain("The report could not be written to %s: %s".formatted(folder, e));
      return Status.BROKEN;
    }
    Status status = audience.hear(report, folder.toString());
    return captured ? status : Status.BROKEN;
  }

  private void withdrawAlerts() {
    if (alerts != null) {
      alerts.withdraw();
    }
  }

  /** Whether the alerts that are wanted are there. */
  private boolean finishAlerts() {
    if (alerts != null) {
      try {
        remarks.add(alerts.finish());
      } catch (Unusable e) {
        console.complain(e.getMessage());
        return false;
      }
    }
    return true;
  }

  /** The JVM is about to end; if that is not because of a signal, the driver has done it. */
  private void shutdownBegan() {
    StackTraceElement[] exit =
        Thread.getAllStackTraces().values().stream()
            .filter(stack -> has(stack, "java.lang.Shutdown"))
            .findFirst()
            .orElse(new StackTraceElement[0]);
    if (!concluded.compareAndSet(false, true)) {
      return;
    } else if (has(exit, "java.lang.Terminator")) {
      return; // nothing is concluded any more: what ends now was ended by the signal
    }
    conclude(
        run.abandon(
            "The driver ended the JVM in %s; a driver must not."
                .formatted(Blame.stuckAt(exit, clock.call()))));
    Runtime.getRuntime().halt(Status.BROKEN.number());
  }

  private static boolean has(StackTraceElement[] stack, String className) {
    return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(className));
  }

  /** The shutdown has begun and will halt. */
  private static Status awaitHalt() {
    while (true) {
      LockSupport.park();
    }
  }
}
