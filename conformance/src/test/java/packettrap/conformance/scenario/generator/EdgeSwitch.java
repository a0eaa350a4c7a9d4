package packettrap.conformance.scenario.generator;

import static packettrap.spec.config.SwitchConfig.RouteKind.UNICAST;

import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.SpanningTree;

/**
 * The switch of the scenarios for which the common one has no port left: queues, the other states
 * of the spanning tree, default routes.
 *
 * <pre>
 * port 1  access, VLAN 10
 * port 2  access, VLAN 10; a queue of 1
 * port 3  access, VLAN 10; a queue of 4
 * port 4  access, VLAN 10; listening
 * port 5  access, VLAN 10; learning
 * port 6  no PVID; VLAN 10 tagged; blocking
 * port 7  router port, 198.51.100.1/24, 2001:db8:2::1/64; default routes
 * port 8  router port, 203.0.113.1/24, 2001:db8:3::1/64; a queue of 2
 * </pre>
 */
final class EdgeSwitch {
  static final String NAME = "edge-switch";

  /** Packets that leave a queue, a second. */
  private static final long RATE = 1000;

  private EdgeSwitch() {}

  static SwitchConfig config() {
    return SwitchConfig.builder()
        .routerMac(CommonSwitch.ROUTER)
        .bridgePort(BridgePort.access(1, 10))
        .bridgePort(BridgePort.access(2, 10))
        .bridgePort(BridgePort.access(3, 10))
        .bridgePort(unlearning(4, 10, List.of(10), SpanningTree.LISTENING))
        .bridgePort(unlearning(5, 10, List.of(10), SpanningTree.LEARNING))
        .bridgePort(unlearning(6, 0, List.of(), SpanningTree.BLOCKING))
        .fdb(10, CommonSwitch.HOST_1, 1)
        .fdb(10, CommonSwitch.HOST_2, 2)
        .fdb(10, CommonSwitch.HOST_3, 3)
        .routerPort("swp7", 7, 1500, "198.51.100.1/24", "2001:db8:2::1/64")
        .routerPort("swp8", 8, 1500, "203.0.113.1/24", "2001:db8:3::1/64")
        .neighbour("swp7", "198.51.100.2", CommonSwitch.NEIGHBOUR_7)
        .neighbour("swp7", "2001:db8:2::2", CommonSwitch.NEIGHBOUR_7)
        .neighbour("swp8", "203.0.113.2", CommonSwitch.NEIGHBOUR_8)
        .neighbour("swp8", "2001:db8:3::2", CommonSwitch.NEIGHBOUR_8)
        .route("0.0.0.0/0", UNICAST, "swp7", "198.51.100.2")
        .route("::/0", UNICAST, "swp7", "2001:db8:2::2")
        .route("10.5.0.0/16", UNICAST, "swp8", "203.0.113.2")
        .route("2001:db8:a5::/48", UNICAST, "swp8", "2001:db8:3::2")
        .queue(2, 1, RATE)
        .queue(3, 4, RATE)
        .queue(8, 2, RATE)
        .build();
  }

  private static BridgePort unlearning(
      int port, int pvid, List<Integer> untagged, SpanningTree state) {
    return new BridgePort(port, pvid, List.of(10), untagged, state, false, false);
  }
}
