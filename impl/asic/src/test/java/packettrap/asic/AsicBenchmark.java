package packettrap.asic;

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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.Packet;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Trap;

/** Measures frames a second on one thread, and bytes allocated for each frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class AsicBenchmark {
  /** How many frames one invocation receives; the frames below are repeated to fill it. */
  private static final int BATCH = 64;

  /** A host that only counts, so that the switch alone is measured. */
  private static final class CountingHost implements TrapHost {
    private long now;
    private long reports;
    private long transmits;

    @Override
    public long now() {
      return now;
    }

    @Override
    public void report(Trap trap, int port, Frame frame, Cookie cookie) {
      reports++;
    }

    @Override
    public void transmit(int port, Frame frame) {
      transmits++;
    }
  }

  private final CountingHost host = new CountingHost();
  private final AsicDriver driver = new AsicDriver();
  private final int[] ports = new int[BATCH];
  private final Frame[] dropped = new Frame[BATCH];
  private final Frame[] bridged = new Frame[BATCH];
  private final Frame[] routed = new Frame[BATCH];
  private final Frame[] mixed = new Frame[BATCH];
  private final Frame[] wellFormed = new Frame[BATCH];
  private final byte[][] raw = new byte[BATCH][];

  /** The kit's switch, with all of its flow rules, and the frames of the kit's scenarios. */
  private final CountingHost kitHost = new CountingHost();

  private final AsicDriver kitSwitch = new AsicDriver();
  private Frame[] kitFrames;
  private byte[][] kitRaw;
  private int[] kitPorts;
  private int next;

  @Setup
  public void start() {
    start(driver, host, EverythingOn.config().build());
    fill(
        dropped,
        List.of(
            packet("192.0.2.9", "203.0.113.129"),
            Frames.routed("2001:db8:1::9", "2001:db8:3:0:8000::1", 64),
            packet("192.0.2.9", "127.0.0.1"),
            packet("224.0.0.1", "203.0.113.9"),
            packet("192.0.2.9", "10.99.0.1"),
            Frames.bridged(Frames.HOST2, "03:00:00:00:00:01"),
            Frames.ethernet(Frames.ROUTER, Frames.HOST1, 0, new byte[46]),
            Frames.with(packet("192.0.2.9", "203.0.113.9"), 25, 0)));
    fill(bridged, List.of(Frames.bridged(Frames.HOST2, Frames.HOST1)));
    fill(
        routed,
        List.of(
            packet("192.0.2.9", "203.0.113.9"),
            Frames.routed("2001:db8:1::9", "2001:db8:3::9", 64)));
    fill(mixed, EverythingOn.frames());
    fill(wellFormed, EverythingOn.frames().stream().filter(AsicBenchmark::isDissected).toList());
    for (int index = 0; index < BATCH; index++) {
      ports[index] = 1 + index % 8;
      raw[index] = wellFormed[index].toByteArray();
    }
    startKitSwitch();
    if (receiveAll(dropped, 1) != 0) {
      throw new IllegalStateException("not all of the frames to drop are dropped");
    }
  }

  private void startKitSwitch() {
    start(kitSwitch, kitHost, BundledScenarios.config("common-switch"));
    List<Scenario.Arrival> arrivals =
        BundledScenarios.all().stream()
            .flatMap(scenario -> scenario.arrivals().stream())
            .filter(arrival -> isDissected(arrival.frame()))
            .toList();
    kitFrames = arrivals.stream().map(Scenario.Arrival::frame).toArray(Frame[]::new);
    kitRaw = arrivals.stream().map(a -> a.frame().toByteArray()).toArray(byte[][]::new);
    kitPorts = arrivals.stream().mapToInt(Scenario.Arrival::port).toArray();
  }

  private static void start(AsicDriver device, CountingHost host, SwitchConfig config) {
    device.start(host);
    device.registration().policers().forEach(device::policerInit);
    device.registration().groups().forEach(group -> device.groupInit(group, null));
    device.registration().traps().forEach(device::trapInit);
    device.configure(config);
  }

  /** UDP to a port that no flow rule looks for. */
  private static Frame packet(String from, String to) {
    byte[] packet = Frames.ipv4(from, to, 64, 17, Frames.udp(1000, 2001));
    return Frames.ethernet(Frames.ROUTER, Frames.HOST1, 0x0800, packet);
  }

  private static void fill(Frame[] batch, List<Frame> frames) {
    for (int index = 0; index < batch.length; index++) {
      batch[index] = frames.get(index % frames.size());
    }
  }

  private long receiveAll(Frame[] batch, int port) {
    for (int index = 0; index < BATCH; index++) {
      driver.receive(port == 0 ? ports[index] : port, batch[index]);
    }
    host.now += 1_000;
    return host.reports + host.transmits;
  }

  /** Frames that eight kinds of checks drop, all with action drop. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long droppedInHardware() {
    return receiveAll(dropped, 1);
  }

  /** Frames that leave as they came. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long bridgedUnchanged() {
    return receiveAll(bridged, 3);
  }

  /** Frames that leave rewritten: the new frame is what is allocated. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long routedAndRewritten() {
    return receiveAll(routed, 1);
  }

  /** Traps, drops, floods and routes on all ports, everything switched on. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long mixedTraffic() {
    return receiveAll(mixed, 0);
  }

  /** The same without the frames that the peer below cannot dissect. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long wellFormedTraffic() {
    return receiveAll(wellFormed, 0);
  }

  /** The peer: pcap4j dissects the frames of the last one, and does nothing else with them. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long wellFormedTrafficDissectedByPcap4j() throws IllegalRawDataException {
    long layers = 0;
    for (byte[] frame : raw) {
      layers += layers(frame);
    }
    return layers;
  }

  /** The frames of the kit's scenarios, one after the other, on the kit's switch. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long scenarioTraffic() {
    for (int count = 0; count < BATCH; count++) {
      next = next + 1 == kitFrames.length ? 0 : next + 1;
      kitSwitch.receive(kitPorts[next], kitFrames[next]);
    }
    kitHost.now += 1_000;
    return kitHost.reports + kitHost.transmits;
  }

  /** The peer: pcap4j dissects the frames of the last one, and does nothing else with them. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long scenarioTrafficDissectedByPcap4j() throws IllegalRawDataException {
    long layers = 0;
    for (int count = 0; count < BATCH; count++) {
      next = next + 1 == kitFrames.length ? 0 : next + 1;
      layers += layers(kitRaw[next]);
    }
    return layers;
  }

  /** Of a length beyond the frame the peer makes an exception of one kind or another. */
  private static boolean isDissected(Frame frame) {
    try {
      return layers(frame.toByteArray()) > 0;
    } catch (IllegalRawDataException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return false;
    }
  }

  private static long layers(byte[] frame) throws IllegalRawDataException {
    long layers = 0;
    Packet layer = EthernetPacket.newPacket(frame, 0, frame.length);
    while (layer != null) {
      layers++;
      layer = layer.getPayload();
    }
    return layers;
  }

  /** Runs all of them with the profiler of allocations. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(AsicBenchmark.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }
}
