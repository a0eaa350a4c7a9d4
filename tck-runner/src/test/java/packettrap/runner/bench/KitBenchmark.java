package packettrap.runner.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import packettrap.conformance.Devices;
import packettrap.conformance.Property;
import packettrap.conformance.engine.Difference;
import packettrap.conformance.engine.Exercised;
import packettrap.conformance.engine.Interpreter;
import packettrap.conformance.engine.Lockstep;
import packettrap.conformance.engine.Op;
import packettrap.conformance.engine.Script;
import packettrap.conformance.engine.Step;
import packettrap.conformance.engine.Subject;
import packettrap.conformance.report.TraceStep;
import packettrap.conformance.scenario.Playable;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.message.Request;
import packettrap.spec.scenario.Scenario;

/**
 * Measures compared requests a second on one thread: the kit's scripts on the bundled ASIC.
 *
 * <p>An operation is what the kit does with a script: a new device, a new oracle, the script drawn
 * and done in lockstep. The counters beside it say how many requests and frames that were, and how
 * much of the time the thread had a processor: on a machine that others use too, divide by it. The
 * collector is the one that the launcher chooses.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class KitBenchmark {
  private static final Property PROPERTY = Property.EVERYTHING;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What was done; JMH shows each of them per second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Done {
    /** Requests, as {@link Subject#requests} counts them. */
    public long requests;

    /** Frames that the device received. */
    public long frames;

    /** Time on a processor, ns; per second, this is 10^9 on a machine of one's own. */
    public long cpuNanos;
  }

  private final Exercised exercised = new Exercised();
  private ServiceLoader.Provider<TrapDriver> driver;
  private DeviceDescription description;
  private List<Scenario> scenarios;
  private List<String> provoked;
  private long number;

  @Setup
  public void introduce() {
    driver = ServiceLoader.load(TrapDriver.class).stream().findFirst().orElseThrow();
    try (TrapDevice device = Devices.hosting(driver)) {
      description = device.description();
      scenarios = Playable.on(device, description);
    }
    provoked =
        scenarios.stream()
            .flatMap(scenario -> scenario.arrivals().stream())
            .map(Scenario.Arrival::trap)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (scenarios.isEmpty()) {
      throw new IllegalStateException("no scenario can be played, so there is nothing to measure");
    }
  }

  /** A script of all kinds of requests, frames and time. */
  @Benchmark
  public void everything(Done done) throws Difference {
    long start = THREADS.getCurrentThreadCpuTime();
    Script drawn = Script.draw(PROPERTY.weights(), PROPERTY.length(), number++);
    List<Step> steps = new ArrayList<>(drawn.steps());
    steps.add(new Step(Op.OBSERVE, 0, 0, 0));
    try (Subject subject = new Subject(Devices.hosting(driver), description)) {
      Lockstep lockstep = new Lockstep(subject, exercised);
      new Interpreter(lockstep, scenarios, provoked).run(new Script(steps));
      done.requests += subject.requests();
      done.frames += frames(subject.trace());
    }
    done.cpuNanos += THREADS.getCurrentThreadCpuTime() - start;
  }

  private static long frames(List<TraceStep> trace) {
    long frames = 0;
    for (TraceStep step : trace) {
      if (step.request() instanceof Request.Inject inject) {
        frames += inject.frames().size();
      }
    }
    return frames;
  }

  /** Runs it with the profiler of allocations. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(KitBenchmark.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }
}
