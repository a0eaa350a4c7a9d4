package packettrap.asic.bridge;

import java.util.List;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.SpanningTree;

/** What is configured for the ports of the bridge: VLANs, spanning tree, flooding, learning. */
final class BridgePorts {
  private final int[] pvids;

  /** The ports in each VLAN. */
  private final VlanPorts members = new VlanPorts();

  /** The ports that each VLAN leaves without a tag. */
  private final VlanPorts untagged = new VlanPorts();

  private int all;
  private int forwarding;
  private int flooding;
  private int learning;
  private int locked;

  BridgePorts(List<BridgePort> ports, int portCount) {
    pvids = new int[portCount + 1];
    for (BridgePort port : ports) {
      add(port, PortSet.of(port.port()));
    }
  }

  private void add(BridgePort port, int bit) {
    all |= bit;
    pvids[port.port()] = port.pvid();
    port.vlans().forEach(vlan -> members.add(vlan, bit));
    port.untagged().forEach(vlan -> untagged.add(vlan, bit));
    boolean forwards = port.spanningTree() == SpanningTree.FORWARDING;
    boolean learns = forwards || port.spanningTree() == SpanningTree.LEARNING;
    forwarding |= forwards ? bit : 0;
    flooding |= port.noFlooding() ? 0 : bit;
    // Who asks to be let in must not let himself in by asking.
    learning |= port.learning() && learns && !port.locked() ? bit : 0;
    locked |= port.locked() ? bit : 0;
  }

  /** Whether a port belongs to the bridge. */
  boolean contains(int port) {
    return PortSet.contains(all, port);
  }

  /** VLAN of untagged frames that come in, 0 for none. */
  int pvid(int port) {
    return pvids[port];
  }

  boolean isMember(int vlan, int port) {
    return PortSet.contains(members.of(vlan), port);
  }

  boolean isForwarding(int port) {
    return PortSet.contains(forwarding, port);
  }

  boolean isLearning(int port) {
    return PortSet.contains(learning, port);
  }

  boolean isLocked(int port) {
    return PortSet.contains(locked, port);
  }

  boolean leavesUntagged(int vlan, int port) {
    return PortSet.contains(untagged.of(vlan), port);
  }

  /** The ports by which frames of a VLAN may leave. */
  int exits(int vlan) {
    return members.of(vlan) & forwarding;
  }

  /** The ports by which frames to unknown destinations leave, if they may at all. */
  int flooding() {
    return flooding;
  }
}
