package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import packettrap.spec.packet.Frame;

class HostileFrameTests {
  private final TestSwitch device = new TestSwitch(EverythingOn.config()).reportingAll();
  private final Set<String> traps = new HashSet<>();
  private int sent;

  /** One frame, on one port: at most one report, of the frame as it came in. */
  private void receive(int port, Frame frame) {
    device.receive(port, frame);
    assertTrue(device.reports.size() <= 1, () -> "reported twice: " + frame);
    for (TestSwitch.Report report : device.reports) {
      assertEquals(frame, report.frame());
      assertEquals(port, report.port());
      traps.add(report.trap());
    }
    sent += device.sent.size();
    device.passTime(100);
  }

  @Test
  void frames_of_nothing_but_chance_are_withstood() {
    Random random = new Random(1);
    for (int count = 0; count < 100_000; count++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      receive(1 + random.nextInt(8), Frame.of(bytes));
    }
    assertTrue(traps.contains("source_mac_is_multicast"));
  }

  @Test
  void damaged_frames_are_withstood() {
    Random random = new Random(2);
    List<Frame> frames = EverythingOn.frames();
    for (int count = 0; count < 200_000; count++) {
      byte[] bytes = frames.get(random.nextInt(frames.size())).toByteArray();
      for (int change = random.nextInt(4); change > 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
      receive(1 + random.nextInt(8), Frame.of(bytes, 0, length));
    }
    assertTrue(sent > 10_000, () -> "only " + sent + " frames left: the damage is too great");
    assertTrue(traps.size() > 20, () -> "only these were hit: " + traps);
  }

  @Test
  void every_length_of_every_frame_is_withstood() {
    for (Frame frame : EverythingOn.frames()) {
      for (int length = 0; length <= frame.length(); length++) {
        receive(1, frame.truncated(length));
        receive(5, frame.truncated(length));
      }
    }
    receive(1, Frame.of());
    assertEquals(List.of(), device.reports);
  }

  @Test
  void a_frame_that_is_all_tags_is_withstood() {
    byte[] tags = new byte[9_000];
    for (int offset = 12; offset < tags.length; offset += 4) {
      tags[offset] = (byte) 0x81;
    }
    for (int length = 8_990; length <= 9_000; length++) {
      receive(3, Frame.of(tags, 0, length));
    }
    assertEquals(Set.of("vlan_parsing"), traps);
  }

  @Test
  void what_left_has_a_header_that_checks_out() {
    for (Frame frame : EverythingOn.frames()) {
      for (int port = 1; port <= 8; port++) {
        device.receive(port, frame);
        List<TestSwitch.Sent> departures = List.copyOf(device.sent);
        departures.forEach(departure -> receive(departure.port(), departure.frame()));
        assertTrue(!traps.contains("ip_header_corrupted"), "a checksum is wrong");
      }
    }
  }
}
