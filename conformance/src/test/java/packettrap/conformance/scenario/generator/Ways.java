package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_7;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;

import packettrap.spec.packet.Frame;

/** The most common ways through the common switch. */
final class Ways {
  private Ways() {}

  /** A packet that comes in by port 1 and is routed to the neighbour at port 7. */
  static Shot by7(Packet packet, String what) {
    return by7(1, packet, what);
  }

  /** A packet that is routed to the neighbour at port 7. */
  static Shot by7(int port, Packet packet, String what) {
    return at(port, packet, what).leaves(7, routed(packet.frame(), NEIGHBOUR_7));
  }

  /** A tagged packet that is routed to the neighbour at port 7. */
  static Shot by7(int port, int vlan, Packet packet, String what) {
    return at(port, tagged(vlan, packet.frame()), what)
        .leaves(7, routed(packet.frame(), NEIGHBOUR_7));
  }

  /** A frame on port 1 that goes to all others of VLAN 10. */
  static Shot flooded10(Frame frame, String what) {
    return at(1, frame, what).leaves(2).leaves(3, tagged(10, frame));
  }

  /** A frame on port 4 that goes to all others of VLAN 20. */
  static Shot flooded20(Packet packet, String what) {
    return at(4, packet, what).leaves(3, tagged(20, packet.frame()));
  }
}
