package packettrap.conformance.scenario.generator;

import static packettrap.spec.config.SwitchConfig.RouteKind.BLACKHOLE;
import static packettrap.spec.config.SwitchConfig.RouteKind.PROHIBIT;
import static packettrap.spec.config.SwitchConfig.RouteKind.UNICAST;
import static packettrap.spec.config.SwitchConfig.RouteKind.UNREACHABLE;

import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.SpanningTree;
import packettrap.spec.packet.Frame;

/**
 * The switch on which nearly all scenarios play.
 *
 * <pre>
 * port 1  access, VLAN 10
 * port 2  VLAN 10 untagged and PVID, 40 tagged
 * port 3  no PVID; VLANs 1, 10, 20, 4094 tagged
 * port 4  VLAN 20 untagged and PVID; 1, 30, 40, 50, 60, 4094 tagged
 * port 5  VLAN 10 untagged and PVID; 20, 60 tagged; blocking
 * port 6  VLAN 30 untagged and PVID, 40 tagged; does not flood
 * port 7  router port, 198.51.100.1/24, 2001:db8:2::1/64, MTU 9000
 * port 8  router port, 203.0.113.1/24, 2001:db8:3::1/64, MTU 1300
 * VLAN 10 router interface, 192.0.2.1/24, 2001:db8:1::1/64, MTU 1500
 * </pre>
 */
final class CommonSwitch {
  static final String NAME = "common-switch";

  static final String ROUTER = "02:00:00:00:00:fe";

  /** Hosts of the bridge are called by their port; those of port 3 send tagged frames. */
  static final String HOST_1 = "02:00:00:00:01:01";

  static final String HOST_2 = "02:00:00:00:02:01";
  static final String HOST_3 = "02:00:00:00:03:01";
  static final String HOST_4 = "02:00:00:00:04:01";
  static final String HOST_5 = "02:00:00:00:05:01";
  static final String HOST_6 = "02:00:00:00:06:01";
  static final String NEIGHBOUR_7 = "02:00:00:00:07:01";
  static final String NEIGHBOUR_8 = "02:00:00:00:08:01";

  /** A destination of which nobody knows where it is. */
  static final String UNKNOWN = "02:00:00:00:0f:0f";

  static final String BROADCAST = "ff:ff:ff:ff:ff:ff";

  /** A group that no entry knows. */
  static final String UNKNOWN_GROUP = "03:00:00:00:00:01";

  static final String GROUP_4 = "03:00:00:00:00:04";
  static final String GROUP_3_4 = "03:00:00:00:00:34";
  static final String GROUP_6 = "03:00:00:00:00:06";

  /** The EtherType for local experiments, IEEE 802. */
  static final int EXPERIMENT = 0x88b5;

  private CommonSwitch() {}

  static SwitchConfig config() {
    SwitchConfig.Builder builder =
        SwitchConfig.builder()
            .routerMac(ROUTER)
            .bridgePort(BridgePort.access(1, 10))
            .bridgePort(port(2, 10, List.of(10, 40), List.of(10), null, false))
            .bridgePort(port(3, 0, List.of(1, 10, 20, 4094), List.of(), null, false))
            .bridgePort(port(4, 20, List.of(1, 20, 30, 40, 50, 60, 4094), List.of(20), null, false))
            .bridgePort(port(5, 10, List.of(10, 20, 60), List.of(10), SpanningTree.BLOCKING, false))
            .bridgePort(port(6, 30, List.of(30, 40), List.of(30), null, true))
            .fdb(10, HOST_1, 1)
            .fdb(10, HOST_2, 2)
            .fdb(40, HOST_2, 2)
            .fdb(1, HOST_3, 3)
            .fdb(10, HOST_3, 3)
            .fdb(20, HOST_3, 3)
            .fdb(4094, HOST_3, 3)
            .fdb(1, HOST_4, 4)
            .fdb(20, HOST_4, 4)
            .fdb(30, HOST_4, 4)
            .fdb(40, HOST_4, 4)
            .fdb(4094, HOST_4, 4)
            .fdb(30, HOST_6, 6)
            .fdb(40, HOST_6, 6)
            .fdb(10, FlowRules.EGRESS_DESTINATION, 2)
            .fdb(20, FlowRules.EGRESS_DESTINATION, 4)
            .fdb(10, FlowRules.DROPPED_TWICE, 2)
            .fdb(20, GROUP_4, 4)
            .fdb(20, GROUP_3_4, 3, 4)
            .fdb(30, GROUP_6, 6)
            .routerVlan("vlan10", 10, 1500, "192.0.2.1/24", "2001:db8:1::1/64")
            .routerPort("swp7", 7, 9000, "198.51.100.1/24", "2001:db8:2::1/64")
            .routerPort("swp8", 8, 1300, "203.0.113.1/24", "2001:db8:3::1/64")
            .neighbour("vlan10", "192.0.2.11", HOST_1)
            .neighbour("vlan10", "2001:db8:1::11", HOST_1)
            .neighbour("vlan10", "192.0.2.12", HOST_2)
            .neighbour("vlan10", "2001:db8:1::12", HOST_2)
            .neighbour("vlan10", "192.0.2.13", HOST_3)
            .neighbour("vlan10", "2001:db8:1::13", HOST_3)
            .neighbour("swp7", "198.51.100.2", NEIGHBOUR_7)
            .neighbour("swp7", "2001:db8:2::2", NEIGHBOUR_7)
            .neighbour("swp7", "10.8.0.5", NEIGHBOUR_7)
            .neighbour("swp8", "203.0.113.2", NEIGHBOUR_8)
            .neighbour("swp8", "2001:db8:3::2", NEIGHBOUR_8);
    ipv4Routes(builder);
    ipv6Routes(builder);
    FlowRules.all().forEach(builder::acl);
    return builder.build();
  }

  private static BridgePort port(
      int port,
      int pvid,
      List<Integer> vlans,
      List<Integer> untagged,
      SpanningTree state,
      boolean noFlooding) {
    return new BridgePort(port, pvid, vlans, untagged, state, noFlooding, false);
  }

  /** 10.n.0.0/16 goes to its own kind of destination; longer prefixes in it say the opposite. */
  private static void ipv4Routes(SwitchConfig.Builder builder) {
    String next = "198.51.100.2";
    builder
        .route("10.1.0.0/16", UNICAST, "swp7", next)
        .route("10.1.2.0/24", BLACKHOLE, null, null)
        .route("10.1.2.128/25", UNICAST, "swp7", next)
        .route("10.1.2.200/32", BLACKHOLE, null, null)
        .route("10.1.3.0/24", UNREACHABLE, null, null)
        .route("10.1.4.0/24", PROHIBIT, null, null)
        .route("10.2.0.0/16", BLACKHOLE, null, null)
        .route("10.2.3.0/24", UNICAST, "swp7", next)
        .route("10.3.0.0/16", UNREACHABLE, null, null)
        .route("10.3.1.0/24", UNICAST, "swp7", next)
        .route("10.4.0.0/16", PROHIBIT, null, null)
        .route("10.4.1.0/24", UNICAST, "swp7", next)
        .route("10.5.0.0/16", UNICAST, "swp8", "203.0.113.2")
        .route("10.6.0.0/16", UNICAST, "swp7", "198.51.100.99")
        .route("10.7.0.0/16", UNICAST, "vlan10", "192.0.2.12")
        .route("10.8.0.0/16", UNICAST, "swp7", null)
        .route("10.9.0.0/16", UNICAST, "vlan10", "192.0.2.13")
        // Beside and around 127.0.0.0/8, so that it would be forwarded if nobody looked.
        .route("126.0.0.0/7", UNICAST, "swp7", next)
        .route("128.0.0.0/16", UNICAST, "swp7", next);
  }

  private static void ipv6Routes(SwitchConfig.Builder builder) {
    String next = "2001:db8:2::2";
    builder
        .route("2001:db8:a1::/48", UNICAST, "swp7", next)
        .route("2001:db8:a1:2::/64", BLACKHOLE, null, null)
        .route("2001:db8:a1:2:8000::/65", UNICAST, "swp7", next)
        .route("2001:db8:a1:2:8000::c8/128", BLACKHOLE, null, null)
        .route("2001:db8:a1:3::/64", UNREACHABLE, null, null)
        .route("2001:db8:a1:4::/64", PROHIBIT, null, null)
        .route("2001:db8:a2::/48", BLACKHOLE, null, null)
        .route("2001:db8:a2:3::/64", UNICAST, "swp7", next)
        .route("2001:db8:a3::/48", UNREACHABLE, null, null)
        .route("2001:db8:a3:1::/64", UNICAST, "swp7", next)
        .route("2001:db8:a4::/48", PROHIBIT, null, null)
        .route("2001:db8:a4:1::/64", UNICAST, "swp7", next)
        .route("2001:db8:a5::/48", UNICAST, "swp8", "2001:db8:3::2")
        .route("2001:db8:a6::/48", UNICAST, "swp7", "2001:db8:2::99")
        .route("2001:db8:a7::/48", UNICAST, "vlan10", "2001:db8:1::12")
        .route("2001:db8:a9::/48", UNICAST, "vlan10", "2001:db8:1::13")
        // Around ::1.
        .route("::/64", UNICAST, "swp7", next);
  }

  /** A packet that comes in on port 1 for the router; its sender is 192.0.2.11. */
  static Packet ipv4From1(String destination) {
    return new Packet(HOST_1, ROUTER, "192.0.2.11", destination);
  }

  /** A packet that comes in on port 1 for the router; its sender is 2001:db8:1::11. */
  static Packet ipv6From1(String destination) {
    return new Packet(HOST_1, ROUTER, "2001:db8:1::11", destination);
  }

  /** A packet that comes in on port 7 for the router; its sender is 10.1.0.1. */
  static Packet ipv4From7(String destination) {
    return new Packet(NEIGHBOUR_7, ROUTER, "10.1.0.1", destination);
  }

  /** A packet that comes in on port 7 for the router; its sender is 2001:db8:a1::1. */
  static Packet ipv6From7(String destination) {
    return new Packet(NEIGHBOUR_7, ROUTER, "2001:db8:a1::1", destination);
  }

  /** A packet that comes in on port 8 for the router; its sender is 10.5.0.1. */
  static Packet ipv4From8(String destination) {
    return new Packet(NEIGHBOUR_8, ROUTER, "10.5.0.1", destination);
  }

  /** A packet that comes in on port 8 for the router; its sender is 2001:db8:a5::1. */
  static Packet ipv6From8(String destination) {
    return new Packet(NEIGHBOUR_8, ROUTER, "2001:db8:a5::1", destination);
  }

  /** An IPv4 packet that is only bridged; addresses do not matter. */
  static Frame bridged(String source, String destination) {
    return new Packet(source, destination, "192.0.2.11", "192.0.2.12").frame();
  }

  /** A frame that is not IP and as short as can be. */
  static Frame plain(String source, String destination) {
    return Frames.ethernet(destination, source, EXPERIMENT, Frames.filler(46));
  }
}
