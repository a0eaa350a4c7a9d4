package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.packet.Frame;

/** Asserts what a fresh switch, all of whose drop traps have the action trap, does with a frame. */
final class Verdicts {
  private Verdicts() {}

  /** The frame hits exactly this trap, and is reported as it came in. */
  static void assertHits(String trap, SwitchConfig.Builder config, int port, Frame frame) {
    TestSwitch device = new TestSwitch(config).reportingAll();
    device.receive(port, frame);
    assertEquals(List.of(trap), device.reportedTraps());
    assertEquals(frame, device.reports.get(0).frame());
    assertEquals(port, device.reports.get(0).port());
  }

  /** The frame hits nothing, and leaves by these ports. */
  static void assertLeaves(
      SwitchConfig.Builder config, int port, Frame frame, Integer... departures) {
    TestSwitch device = new TestSwitch(config).reportingAll();
    device.receive(port, frame);
    assertEquals(List.of(), device.reportedTraps());
    assertEquals(List.of(departures), device.sentPorts());
  }
}
