package packettrap.runner;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import packettrap.conformance.Checkpoint;
import packettrap.conformance.DeviceBroke;
import packettrap.conformance.Kit;
import packettrap.conformance.Progress;
import packettrap.runner.driver.Blame;
import packettrap.runner.driver.CallClock;
import packettrap.runner.driver.DriverOutput;
import packettrap.spec.json.Json;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/**
 * The main class of a process in which a driver and the kit run, so that whatever the driver does
 * to its process ends this one and not the judgement.
 *
 * <p>Kit and driver share it because a call between two processes takes as long as dozens of
 * requests.
 */
public final class ForkedChild {
  /** Memory ran out, and not even that can be told. */
  static final int NO_MEMORY = 97;

  /** The driver's shutdown hooks did not end. */
  static final int STUCK_HOOKS = 98;

  private static final long STACK = 4L << 20;
  static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long HEARTBEAT_NANOS = 500_000_000;

  private final ForkTask task;
  private final ForkVoice voice;
  private final CallClock clock = new CallClock();
  private final AtomicBoolean concluded = new AtomicBoolean();
  private volatile Kit kit;
  private volatile RememberedDevices devices;

  /** Whether a stage of the run has begun. */
  private volatile boolean hasBegun;

  /** What there is to say at the end. */
  private volatile ForkWord last;

  private ForkedChild(ForkTask task, ForkVoice voice) {
    this.task = task;
    this.voice = voice;
  }

  /** Reads a {@link ForkTask} and does it. */
  public static void main(String... none) throws IOException {
    Locale.setDefault(Locale.ROOT);
    InputStream in = System.in;
    System.setIn(InputStream.nullInputStream());
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    System.setOut(out);
    System.setErr(out);
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    ForkTask task = Json.read(lines.readLine(), ForkTask.class);
    daemon(() -> endWithParent(lines), "parent");
    new ForkedChild(task, ForkVoice.on(task.socket())).pass();
    end();
  }

  /** What the other process has to know then, it knows by the status. */
  private static void end() {
    Ending.end(0, PATIENCE, () -> Runtime.getRuntime().halt(STUCK_HOOKS));
  }

  private static void daemon(Runnable what, String name) {
    Thread thread = new Thread(what, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** The other process keeps the stream open as long as it lives. */
  private static void endWithParent(BufferedReader lines) {
    try {
      while (lines.readLine() != null) {
        // nothing is said after the task
      }
    } catch (IOException e) {
      // it is gone as well
    }
    end();
  }

  private void pass() {
    daemon(this::beat, "heartbeat");
    ThreadGroup group = new ThreadGroup("driver");
    Thread runs = new Thread(group, this::callDriver, "kit", STACK);
    runs.setDaemon(true); // it may never end
    Thread shutdown = new Thread(this::shutdownBegan, "shutdown");
    Runtime.getRuntime().addShutdownHook(shutdown);
    runs.start();
    Watch watch = new Watch(clock, Duration.ofSeconds(task.limitSeconds()));
    boolean ended = watch.ends(runs);
    Locale.setDefault(Locale.ROOT); // a driver may have set another, with other digits
    if (!concluded.compareAndSet(false, true)) {
      while (true) {
        LockSupport.park(); // the shutdown has begun and will halt
      }
    }
    if (!ended) {
      last =
          broke(
              "The driver did not return within %d s from %s."
                  .formatted(
                      task.limitSeconds(),
                      Blame.stuckAt(watch.stuck().stack(), watch.stuck().call())));
    }
    try { // a driver may have taken the memory
      if (last instanceof ForkWord.Ended end) {
        last = new ForkWord.Ended(end.part(), LeftThreads.remarks(group));
      }
      voice.say(last);
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(NO_MEMORY);
    }
  }

  private void beat() {
    while (true) {
      LockSupport.parkNanos(HEARTBEAT_NANOS);
      voice.say(new ForkWord.Alive());
    }
  }

  private void callDriver() {
    try {
      last = run();
    } catch (Unusable e) {
      last = new ForkWord.Refused(e.getMessage());
    } catch (DeviceBroke e) {
      last = broke(e.getMessage());
    } catch (OutOfMemoryError e) {
      try {
        last = broke(Blame.outOfMemory(""));
      } catch (OutOfMemoryError again) {
        Runtime.getRuntime().halt(NO_MEMORY);
      }
    } catch (RuntimeException | Error e) {
      last = broke("The kit broke: " + e);
    }
  }

  private ForkWord run() {
    Candidate.Loaded driver =
        new Candidate.InJar(task.jar(), task.service())
            .load(
                new Candidate.Circumstances(
                    task.options(),
                    Duration.ofSeconds(task.limitSeconds()),
                    clock,
                    new DriverOutput(),
                    Engine.KIT));
    voice.say(new ForkWord.Announced(driver.announcement()));
    devices =
        new RememberedDevices(
            driver.devices(), task.aloud() ? aloud() : RememberedDevices.Listener.NONE);
    Set<String> rules = Set.copyOf(task.rules());
    kit =
        new Kit(
                devices,
                task.profile(),
                task.seed(),
                rule -> rules.contains(rule.id()),
                task.plan())
            .only(task.share())
            .tolerating(Set.copyOf(task.tolerated()))
            .telling(this::reached);
    if (task.from() != null) {
      kit.from(task.from());
    }
    kit.complete(progress());
    return new ForkWord.Ended(kit.part(null), List.of());
  }

  private void reached(Checkpoint checkpoint) {
    hasBegun = true;
    voice.say(new ForkWord.Reached(checkpoint));
  }

  private RememberedDevices.Listener aloud() {
    return new RememberedDevices.Listener() {
      @Override
      public void asking(boolean fresh, Request request) {
        voice.say(new ForkWord.Asking(fresh, request));
      }

      @Override
      public void answered(Reply reply, List<Event> events) {
        voice.say(new ForkWord.Answered(reply, events));
      }
    };
  }

  private Progress progress() {
    long[] shown = {-1};
    return (property, done, total) -> {
      long percent = total <= 0 ? 0 : 100 * done / total;
      if (percent != shown[0]) {
        shown[0] = percent;
        voice.say(new ForkWord.Progressed(property, done, total));
      }
    };
  }

  private ForkWord broke(String sentence) {
    return hasBegun
        ? new ForkWord.Broke(sentence, kit.checkpoint(), devices.conversation())
        : new ForkWord.Broke(sentence, null, List.of());
  }

  /** The JVM is about to end; if that is not because of a signal, the driver has done it. */
  private void shutdownBegan() {
    StackTraceElement[] exit =
        Thread.getAllStackTraces().values().stream()
            .filter(stack -> has(stack, "java.lang.Shutdown"))
            .findFirst()
            .orElse(new StackTraceElement[0]);
    if (has(exit, "java.lang.Terminator")
        || has(exit, Ending.class.getName())
        || !concluded.compareAndSet(false, true)) {
      return;
    }
    voice.say(
        broke(
            "The driver ended the JVM in %s; a driver must not."
                .formatted(Blame.stuckAt(exit, clock.call()))));
    Runtime.getRuntime().halt(0);
  }

  private static boolean has(StackTraceElement[] stack, String className) {
    return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(className));
  }
}
