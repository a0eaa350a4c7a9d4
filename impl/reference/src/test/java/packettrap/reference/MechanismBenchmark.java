package packettrap.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event.InputPort;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.TrapAction;

/** Measures steps of the pure core a second on one thread, and bytes allocated for each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MechanismBenchmark {
  /** Steps of one round: half of them packets, with a drain behind every four. */
  private static final int ROUND = 64;

  private static final Frame FRAME = Frame.of(new byte[142]);
  private static final InputPort PORT = new InputPort(101, "swp1");

  private final Hardware hardware;
  private final Input[] mixed = new Input[ROUND];
  private final Input[] packets = new Input[ROUND];
  private final Input[] requests = new Input[ROUND];
  private packettrap.reference.State state;

  public MechanismBenchmark() {
    Registration registration = new ReferenceDriver().registration();
    hardware = new Hardware(java.util.Set.of(packettrap.spec.trap.Callback.values()), registration);
    state = packettrap.reference.State.initial("hosted/device0");
    state = step(new Input.Asked(new Request.Register(null)));
    hardware.registered(registration);
  }

  @Setup
  public void prepare() {
    state = step(new Input.Asked(new Request.MonitorConfigSet(1, 100L, null)));
    state = step(new Input.Asked(new Request.MonitorStart(true, true)));
    List<Request> asked =
        List.of(
            new Request.TrapGet("tail_drop"),
            Request.set("blackhole_route", TrapAction.MIRROR),
            new Request.GroupGet("acl_drops"),
            new Request.GroupSet("l2_drops", 1, null),
            new Request.PolicerGet(2L),
            new Request.PolicerSet(1L, 2000L, 64L),
            Request.set("blackhole_route", TrapAction.DROP),
            new Request.GroupSet("l3_drops", null, 3L),
            new Request.TrapSet("no_such_trap", 0),
            new Request.GroupSet("l2_drops", 0, null),
            new Request.PolicerSet(1L, 9000L, 64L),
            new Request.MonitorStatsGet(),
            Request.set("igmp_query", TrapAction.TRAP),
            new Request.GroupSet("l3_drops", 2, 1L),
            new Request.TrapGet("fid_miss"),
            new Request.MonitorConfigGet());
    List<Input> reported = new ArrayList<>();
    for (int trap = 0; trap < state.devlink().trapCount(); trap++) {
      reported.add(new Input.Reported(trap, 1, PORT, FRAME, new Cookie("c0ffee01")));
    }
    for (int i = 0; i < ROUND; i++) {
      requests[i] = new Input.Asked(asked.get(i % asked.size()));
      Input packet = reported.get(i % reported.size());
      packets[i] = i % 4 == 3 ? new Input.Drained() : packet;
      mixed[i] = i % 2 == 0 ? requests[i / 2] : i % 8 == 7 ? new Input.Drained() : packet;
    }
  }

  private packettrap.reference.State step(Input input) {
    return Mechanism.STEP.apply(state, input, hardware).state();
  }

  private void doAll(Input[] inputs, Blackhole hole) {
    for (Input input : inputs) {
      Outcome outcome = Mechanism.STEP.apply(state, input, hardware);
      hole.consume(outcome);
      state = outcome.state();
    }
  }

  /** Requests of all kinds, packets between them, packet alerts told. */
  @Benchmark
  @OperationsPerInvocation(ROUND)
  public void mixed(Blackhole hole) {
    doAll(mixed, hole);
  }

  /** Packets on all traps, packet alerts told. */
  @Benchmark
  @OperationsPerInvocation(ROUND)
  public void reportedPackets(Blackhole hole) {
    doAll(packets, hole);
  }

  /** Requests to read and to change, some of them refused. */
  @Benchmark
  @OperationsPerInvocation(ROUND)
  public void requests(Blackhole hole) {
    doAll(requests, hole);
  }

  /** Runs all of them with the profiler of allocations. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(MechanismBenchmark.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }
}
