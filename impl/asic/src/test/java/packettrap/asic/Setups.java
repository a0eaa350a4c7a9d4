package packettrap.asic;

import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.AclRule;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.Direction;
import packettrap.spec.config.SwitchConfig.FlowAction;
import packettrap.spec.config.SwitchConfig.RouteKind;
import packettrap.spec.config.SwitchConfig.SpanningTree;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.IpPrefix;

/** The switch configurations that tests start from. */
final class Setups {
  private Setups() {}

  /** Ports 1 to 3 are access ports of VLAN 10; host 2 is behind port 2. */
  static SwitchConfig.Builder bridge() {
    return SwitchConfig.builder()
        .bridgePort(BridgePort.access(1, 10))
        .bridgePort(BridgePort.access(2, 10))
        .bridgePort(BridgePort.access(3, 10))
        .fdb(10, Frames.HOST2, 2);
  }

  /** A tagged member of VLANs, without a PVID. */
  static BridgePort trunk(int port, Integer... vlans) {
    return new BridgePort(port, 0, List.of(vlans), List.of(), null, false, false);
  }

  /** An access port of VLAN 10 with a spanning tree state, and with or without learning. */
  static BridgePort inState(int port, SpanningTree state, boolean learning) {
    return new BridgePort(port, 10, List.of(10), List.of(10), state, false, learning);
  }

  /** An access port of VLAN 10 that does not flood. */
  static BridgePort quiet(int port) {
    return new BridgePort(port, 10, List.of(10), List.of(10), null, true, false);
  }

  /** Router ports 1 and 2; beyond port 2 are a neighbour, one of unknown MAC, and networks. */
  static SwitchConfig.Builder router() {
    return SwitchConfig.builder()
        .routerMac(Frames.ROUTER)
        .routerPort("rp1", 1, 0, "192.0.2.1/24", "2001:db8:1::1/64")
        .routerPort("rp2", 2, 1300, "198.51.100.1/24", "2001:db8:2::1/64")
        .neighbour("rp2", "198.51.100.2", Frames.HOST2)
        .neighbour("rp2", "2001:db8:2::2", Frames.HOST2)
        .route("203.0.113.0/24", RouteKind.UNICAST, "rp2", "198.51.100.2")
        .route("2001:db8:3::/64", RouteKind.UNICAST, "rp2", "2001:db8:2::2")
        .route("203.0.113.128/25", RouteKind.BLACKHOLE, null, null)
        .route("2001:db8:3:0:8000::/65", RouteKind.BLACKHOLE, null, null)
        .route("203.0.113.64/26", RouteKind.UNREACHABLE, null, null)
        .route("2001:db8:3:0:4000::/66", RouteKind.PROHIBIT, null, null);
  }

  /** A rule on port 1 (ingress) or port 2 (egress) for UDP to port 2000. */
  static AclRule rule(Direction direction, FlowAction action) {
    int port = direction == Direction.INGRESS ? 1 : 2;
    return new AclRule(
        direction, port, null, null, 0x0800, null, null, 17, 2000, action, Cookie.parse("c0ffee"));
  }

  /** A rule on port 1 for everything to a network. */
  static AclRule ruleTo(String network, FlowAction action) {
    IpPrefix to = IpPrefix.parse(network);
    return new AclRule(Direction.INGRESS, 1, null, null, null, null, to, null, null, action, null);
  }
}
