package packettrap.asic.bridge;

import java.util.List;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.SpanningTree;

/** What is configured for the ports of the bridge: VLANs, spanning tree, flooding, learning. */
final class BridgePorts {
  private static final int VLANS = 4096;

  /** A bridge without ports needs no memory of its own: switches start without one. */
  private static final int[] NO_PORTS = new int[VLANS];

  private final int[] pvids;

  /** The ports in each VLAN. */
  private final int[] members;

  /** The ports that each VLAN leaves without a tag. */
  private final int[] untagged;

  private int all;
  private int forwarding;
  private int flooding;
  private int learning;

  BridgePorts(List<BridgePort> ports, int portCount) {
    pvids = new int[portCount + 1];
    members = ports.isEmpty() ? NO_PORTS : new int[VLANS];
    untagged = ports.isEmpty() ? NO_PORTS : new int[VLANS];
    for (BridgePort port : ports) {
      add(port, PortSet.of(port.port()));
    }
  }

  private void add(BridgePort port, int bit) {
    all |= bit;
    pvids[port.port()] = port.pvid();
    port.vlans().forEach(vlan -> members[vlan] |= bit);
    port.untagged().forEach(vlan -> untagged[vlan] |= bit);
    boolean forwards = port.spanningTree() == SpanningTree.FORWARDING;
    boolean learns = forwards || port.spanningTree() == SpanningTree.LEARNING;
    forwarding |= forwards ? bit : 0;
    flooding |= port.noFlooding() ? 0 : bit;
    learning |= port.learning() && learns ? bit : 0;
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
    return PortSet.contains(members[vlan], port);
  }

  boolean isForwarding(int port) {
    return PortSet.contains(forwarding, port);
  }

  boolean isLearning(int port) {
    return PortSet.contains(learning, port);
  }

  boolean leavesUntagged(int vlan, int port) {
    return PortSet.contains(untagged[vlan], port);
  }

  /** The ports by which frames of a VLAN may leave. */
  int exits(int vlan) {
    return members[vlan] & forwarding;
  }

  /** The ports by which frames to unknown destinations leave, if they may at all. */
  int flooding() {
    return flooding;
  }
}
