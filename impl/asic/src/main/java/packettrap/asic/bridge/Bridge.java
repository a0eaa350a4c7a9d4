package packettrap.asic.bridge;

import packettrap.asic.egress.Egress;
import packettrap.asic.packet.Packet;
import packettrap.asic.table.WordTable;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;

/** The VLAN-aware bridge: admits frames, learns, looks destinations up, and floods. */
public final class Bridge {
  private final BridgePorts ports;
  private final ForwardingTable table;
  private final BridgeIngress ingress;
  private final Egress egress;
  private final TrapUnit traps;

  /** A bridge as configured, which has learned nothing. */
  public Bridge(BridgeTables configured, Egress egress, TrapUnit traps) {
    this.ports = configured.ports();
    this.table = new ForwardingTable(configured.addresses());
    this.ingress = new BridgeIngress(ports, table, traps);
    this.egress = egress;
    this.traps = traps;
  }

  /** Whether a port belongs to the bridge. */
  public boolean contains(int port) {
    return ports.contains(port);
  }

  /** The VLAN of a packet that comes in; 0 if it belongs to none. */
  public int vlanOf(Packet packet) {
    return ingress.vlanOf(packet);
  }

  /** Sets the VLAN of a packet that comes in; returns whether it goes on. */
  public boolean admits(Packet packet) {
    return ingress.admits(packet);
  }

  /** Learns where the sender of an admitted packet is. */
  public void learn(Packet packet) {
    ingress.learn(packet);
  }

  /** Forwards a packet in its VLAN, never back to where it came from. */
  public void forward(Packet packet) {
    egress.writer().bridge(packet);
    deliver(packet.destination, packet.vlan, PortSet.of(packet.port), false);
  }

  /** The same for a packet of which the router gets a copy, so that it always goes somewhere. */
  public void forwardBesideRouter(Packet packet) {
    egress.writer().bridge(packet);
    deliver(packet.destination, packet.vlan, PortSet.of(packet.port), true);
  }

  /** Sends what the router wrote to a MAC address in a VLAN. */
  public void sendRouted(int vlan, long destination) {
    deliver(destination, vlan, 0, false);
  }

  private void deliver(long destination, int vlan, int source, boolean alsoToRouter) {
    long known = table.lookUp(vlan, destination);
    if (known == WordTable.NONE) {
      flood(vlan, source, alsoToRouter);
    } else if (known == source && !alsoToRouter) {
      traps.hit(Check.PORT_LOOPBACK_FILTER);
    } else {
      send((int) known & ports.exits(vlan) & ~source, vlan);
    }
  }

  private void flood(int vlan, int source, boolean alsoToRouter) {
    int set = ports.exits(vlan) & ports.flooding() & ~source;
    if (set == 0 && !alsoToRouter) {
      traps.hit(Check.PORT_LIST_IS_EMPTY);
    } else {
      send(set, vlan);
    }
  }

  private void send(int set, int vlan) {
    for (int left = set; left != 0; left &= left - 1) {
      int port = Integer.numberOfTrailingZeros(left);
      egress.send(port, !ports.leavesUntagged(vlan, port));
    }
  }
}
