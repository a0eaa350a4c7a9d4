package packettrap.asic.bridge;

import packettrap.asic.packet.Packet;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;

/** Finds the VLAN of a frame that comes in on a bridge port, and whether the port lets it in. */
final class BridgeIngress {
  private final BridgePorts ports;
  private final ForwardingTable table;
  private final TrapUnit traps;

  BridgeIngress(BridgePorts ports, ForwardingTable table, TrapUnit traps) {
    this.ports = ports;
    this.table = table;
    this.traps = traps;
  }

  /** Sets the packet's VLAN; returns whether it goes on. */
  boolean admits(Packet packet) {
    int vlan = vlanOf(packet);
    if (vlan == 0) {
      return traps.hit(Check.VLAN_TAG_MISMATCH);
    }
    packet.vlan = vlan;
    if (!ports.isMember(vlan, packet.port) && !traps.hit(Check.INGRESS_VLAN_FILTER)) {
      return false;
    }
    if (!ports.isForwarding(packet.port)) {
      // The learning state learns from frames that it does not let in (802.1Q 8.4).
      learn(packet);
      if (!traps.hit(Check.INGRESS_SPANNING_TREE_FILTER)) {
        return false;
      }
    }
    return isKnown(packet) || traps.hit(Check.LOCKED_PORT);
  }

  /** Whether the port is open, or the FDB has the sender there (br_handle_frame_finish). */
  private boolean isKnown(Packet packet) {
    return !ports.isLocked(packet.port)
        || table.lookUp(packet.vlan, packet.source) == PortSet.of(packet.port);
  }

  /** The VLAN of a packet that comes in; 0 if it belongs to none. */
  int vlanOf(Packet packet) {
    return packet.vlanId() != 0 ? packet.vlanId() : ports.pvid(packet.port);
  }

  /** Learns where the sender is, if the port does that. */
  void learn(Packet packet) {
    if (ports.isLearning(packet.port)
        && ports.isMember(packet.vlan, packet.port)
        && !Packet.isGroup(packet.source)) {
      table.learn(packet.vlan, packet.source, packet.port);
    }
  }
}
