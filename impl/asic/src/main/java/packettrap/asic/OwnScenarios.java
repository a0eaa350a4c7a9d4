package packettrap.asic;

import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.scenario.Scenario.Departure;

/** Frames that hit the trap that is the switch's own, and frames that nearly do. */
final class OwnScenarios {
  private static final SwitchConfig BRIDGE =
      SwitchConfig.builder()
          .bridgePort(BridgePort.access(1, 10))
          .bridgePort(BridgePort.access(2, 10))
          .bridgePort(BridgePort.access(3, 20))
          .build();

  /**
   * A continuity check of level 2 from maintenance point 1: version, opcode, flags, offset of the
   * TLVs, sequence number, the point's number, an association without a name, no TLVs. Source: IEEE
   * 802.1Q clause 21.6.
   */
  private static final String CONTINUITY_CHECK =
      "4001 0446 00000000 0001 010200" + "00".repeat(45 + 16) + "00";

  static final List<Scenario> ALL =
      List.of(
          new Scenario(
              "cfm/continuity-check",
              "cfm",
              "A continuity check is for the CPU, and goes on to the other end of its VLAN.",
              BRIDGE,
              0,
              List.of(flooded("8902", "cfm", "a continuity check"))),
          new Scenario(
              "cfm/other-type",
              "cfm",
              "Connectivity fault management has EtherType 8902.",
              BRIDGE,
              0,
              List.of(flooded("88b5", null, "the same behind type 88b5"))));

  private OwnScenarios() {}

  private static Arrival flooded(String type, String trap, String what) {
    Frame frame = Frame.parse("0180c2000032 020000000101" + type + CONTINUITY_CHECK);
    return new Arrival(1, frame, what, trap, null, List.of(new Departure(2, frame)));
  }
}
