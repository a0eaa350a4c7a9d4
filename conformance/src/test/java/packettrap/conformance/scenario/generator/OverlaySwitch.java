package packettrap.conformance.scenario.generator;

import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.AclRule;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.Direction;
import packettrap.spec.config.SwitchConfig.FlowAction;
import packettrap.spec.config.Tunnel.Kind;
import packettrap.spec.packet.IpPrefix;

/**
 * The switch of the scenarios in which tunnels end and routes name next hops or foreign interfaces.
 *
 * <pre>
 * ports 1, 2  access, VLAN 10
 * port 3      access, VLAN 20, alone in it
 * port 7      router port, 198.51.100.1/24, 2001:db8:2::1/64: the underlay
 * port 8      router port, 203.0.113.1/24, 2001:db8:3::1/64, MTU 1300
 * VLAN 10     router interface, 192.0.2.1/24, 2001:db8:1::1/64
 * eth0        not the switch's
 * </pre>
 *
 * <p>Tunnels end at 10.255.0.1 (VXLAN), 10.255.0.2 (GRE) and 10.255.0.3 (IP in IP), and at the same
 * last numbers of 2001:db8:ff::/64.
 */
final class OverlaySwitch {
  static final String NAME = "overlay-switch";

  static final String VXLAN_END = "10.255.0.1";
  static final String GRE_END = "10.255.0.2";
  static final String IP_END = "10.255.0.3";
  static final String VXLAN_END_6 = "2001:db8:ff::1";
  static final String GRE_END_6 = "2001:db8:ff::2";
  static final String IP_END_6 = "2001:db8:ff::3";

  /** The network of VLAN 10; anyone may speak. */
  static final int VNI_10 = 1000;

  /** The network of VLAN 20; only {@link #FAR} may speak. */
  static final int VNI_20 = 0xabcdef;

  /** The other end of the tunnels that have one. */
  static final String FAR = "10.1.0.2";

  /** The other end of the GRE tunnel with a key. */
  static final String FAR_WITH_KEY = "10.1.0.3";

  static final String FAR_6 = "2001:db8:a1::2";

  static final long KEY = 0xcafe_beefL;

  private OverlaySwitch() {}

  static SwitchConfig config() {
    SwitchConfig.Builder builder =
        SwitchConfig.builder()
            .routerMac(CommonSwitch.ROUTER)
            .bridgePort(BridgePort.access(1, 10))
            .bridgePort(BridgePort.access(2, 10))
            .bridgePort(BridgePort.access(3, 20))
            .fdb(10, CommonSwitch.HOST_1, 1)
            .fdb(10, CommonSwitch.HOST_2, 2)
            .fdb(20, CommonSwitch.HOST_3, 3)
            .routerVlan("vlan10", 10, 1500, "192.0.2.1/24", "2001:db8:1::1/64")
            .routerPort("swp7", 7, 1500, "198.51.100.1/24", "2001:db8:2::1/64")
            .routerPort("swp8", 8, 1300, "203.0.113.1/24", "2001:db8:3::1/64")
            .external("eth0")
            .neighbour("vlan10", "192.0.2.11", CommonSwitch.HOST_1)
            .neighbour("vlan10", "192.0.2.12", CommonSwitch.HOST_2)
            .neighbour("vlan10", "2001:db8:1::12", CommonSwitch.HOST_2)
            .neighbour("swp7", "198.51.100.2", CommonSwitch.NEIGHBOUR_7)
            .neighbour("swp7", "2001:db8:2::2", CommonSwitch.NEIGHBOUR_7)
            .neighbour("swp8", "203.0.113.2", CommonSwitch.NEIGHBOUR_8)
            .neighbour("swp8", "2001:db8:3::2", CommonSwitch.NEIGHBOUR_8)
            .tunnel(Kind.VXLAN, VXLAN_END, null, (long) VNI_10, 10)
            .tunnel(Kind.VXLAN, VXLAN_END, FAR, (long) VNI_20, 20)
            .tunnel(Kind.VXLAN, VXLAN_END_6, null, (long) VNI_10, 10)
            .tunnel(Kind.GRE, GRE_END, FAR, null, 0)
            .tunnel(Kind.GRE, GRE_END, FAR_WITH_KEY, KEY, 0)
            .tunnel(Kind.GRE, GRE_END_6, FAR_6, null, 0)
            .tunnel(Kind.IP_IN_IP, IP_END, FAR, null, 0)
            .tunnel(Kind.IP_IN_IP, IP_END_6, null, null, 0);
    return routes(builder)
        .acl(to("10.4.21.0/24", FlowAction.TRAP))
        .acl(to("10.4.31.0/24", FlowAction.SAMPLE))
        .build();
  }

  private static AclRule to(String network, FlowAction action) {
    IpPrefix to = IpPrefix.parse(network);
    return new AclRule(Direction.INGRESS, 0, null, null, null, null, to, null, null, action, null);
  }

  /** As on the common switch, 10.2.0.0/16 ends and 10.2.3.0/24 in it does not. */
  private static SwitchConfig.Builder routes(SwitchConfig.Builder builder) {
    return builder
        .blackholeNexthop(1)
        .nexthop(2, "swp8", "203.0.113.2")
        .nexthop(3, "swp8", "2001:db8:3::2")
        .nexthop(4, "eth0", "10.4.255.1")
        .nexthop(5, "swp8", null)
        .route("10.1.0.0/16", null, "swp7", "198.51.100.2")
        .route("10.2.0.0/16", 1)
        .route("10.2.3.0/24", 2)
        .route("10.3.0.0/16", 2)
        .route("10.3.2.0/24", 1)
        .route("10.4.0.0/16", null, "eth0", "10.4.255.1")
        .route("10.4.1.0/24", 2)
        .route("10.5.0.0/16", null, "swp8", "203.0.113.2")
        .route("10.5.4.0/24", null, "eth0", null)
        .route("10.6.0.0/16", 4)
        .route("203.0.113.2/32", 5)
        .route("10.7.0.0/16", null, "vlan10", "192.0.2.12")
        .route("2001:db8:a1::/48", null, "swp7", "2001:db8:2::2")
        .route("2001:db8:a2::/48", 1)
        .route("2001:db8:a2:3::/64", 3)
        .route("2001:db8:a4::/48", null, "eth0", null)
        .route("2001:db8:a4:1::/64", 3)
        .route("2001:db8:a5::/48", null, "swp8", "2001:db8:3::2")
        .route("2001:db8:a7::/48", null, "vlan10", "2001:db8:1::12");
  }
}
