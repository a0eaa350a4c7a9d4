package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Trap;

/** Damaged scenario frames, on every port of every switch of the kit: one verdict for each. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationTests {
  /** Frames longer than this are cut in fewer places. */
  private static final int SHORT = 200;

  private final List<Frame> frames = BundledScenarios.frames();
  private final List<Examiner> switches = switches();

  private static List<Examiner> switches() {
    Set<SwitchConfig> configs =
        BundledScenarios.all().stream()
            .map(Scenario::config)
            .filter(config -> config != null)
            .collect(Collectors.toSet());
    List<Examiner> switches = new ArrayList<>();
    configs.forEach(config -> switches.add(new Examiner(config)));
    switches.add(new Examiner(EverythingOn.config().build()));
    switches.add(new Examiner(SwitchConfig.EMPTY));
    return switches;
  }

  private void examineEverywhere(Frame frame) {
    for (Examiner device : switches) {
      for (int port = 1; port <= 8; port++) {
        device.examine(port, frame);
      }
    }
  }

  private Set<String> verdicts() {
    Set<String> all = new TreeSet<>();
    switches.forEach(device -> all.addAll(device.verdicts().keySet()));
    return all;
  }

  @Test
  void every_frame_gets_one_verdict_and_every_trap_is_hit() {
    frames.forEach(this::examineEverywhere);
    Set<String> missed =
        new AsicDriver()
            .registration().traps().stream().map(Trap::name).collect(Collectors.toSet());
    missed.removeAll(verdicts());
    // They need a full queue, or a frame that is not the kit's.
    missed.removeAll(Set.of("tail_drop", "early_drop", "cfm"));
    assertEquals(Set.of(), missed);
  }

  @Test
  void damaged_frames_get_one_verdict_each() {
    FrameMutator mutator = new FrameMutator(frames, new Random(5));
    for (int count = 0; count < 100_000; count++) {
      Frame frame = mutator.next();
      switches.get(count % switches.size()).examine(1 + count % 8, frame);
    }
    assertTrue(verdicts().size() > 60, () -> "only these: " + verdicts());
    assertTrue(verdicts().contains("(forwarded)"));
  }

  @Test
  void frames_that_end_anywhere_get_one_verdict_each() {
    for (Frame frame : frames) {
      int step = frame.length() <= SHORT ? 1 : 97;
      for (int length = 0; length < frame.length(); length += step) {
        Frame cut = frame.truncated(length);
        switches.forEach(device -> device.examine(1 + cut.length() % 8, cut));
      }
    }
    assertTrue(verdicts().contains("ip_1_parsing"));
  }

  @Test
  void headers_within_headers_come_to_an_end() {
    List<byte[]> headers =
        List.of(
            Frames.hex("8100000a"),
            Frames.hex("00010040"),
            Frames.hex("3c000104 00000000"),
            Frames.hex("3300000000000100"),
            Frames.ipv4("10.0.0.1", "10.0.0.2", 64, 4));
    List<String> starts = List.of("8100", "8847", "86dd", "0800", "0000");
    for (String start : starts) {
      for (byte[] header : headers) {
        byte[][] parts = new byte[5_000][];
        for (int index = 0; index < parts.length; index++) {
          parts[index] = header;
        }
        examineEverywhere(
            Frame.of(
                Frames.join(Frames.hex("020000000201020000000101" + start), Frames.join(parts))));
      }
    }
    examineEverywhere(ipInIp(65_000 / 20));
    assertEquals(9, packetsRead(ipInIp(100)));
    assertEquals(4, packetsRead(ipInIp(3)));
  }

  /** IP packets one in another, the lengths and checksums of which are right. */
  private static Frame ipInIp(int depth) {
    byte[] packet = new byte[0];
    for (int count = 0; count <= depth; count++) {
      packet = Frames.ipv4("10.0.0.1", "10.0.0.2", 64, count == 0 ? 253 : 4, packet);
    }
    return Frames.ethernet(Frames.HOST2, Frames.HOST1, 0x0800, packet);
  }

  private static int packetsRead(Frame frame) {
    packettrap.asic.packet.Packet packet = new packettrap.asic.packet.Packet();
    packettrap.asic.packet.Parser.parse(1, frame, packet);
    int count = 1;
    for (var inner = packet; inner.hasInner; inner = inner.inner) {
      count++;
    }
    return count;
  }
}
