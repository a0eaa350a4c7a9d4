package packettrap.conformance.scenario.generator;

import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.BridgePort;

/**
 * The switch of the scenarios in which multicast is routed.
 *
 * <pre>
 * ports 1, 2  access, VLAN 10
 * port 3      access, VLAN 20, alone in it
 * port 6      router port, 192.0.2.129/25, 2001:db8:6::1/64
 * port 7      router port, 198.51.100.1/24, 2001:db8:2::1/64
 * port 8      router port, 203.0.113.1/24, 2001:db8:3::1/64, MTU 1300
 * VLAN 10     router interface, 192.0.2.1/25, 2001:db8:1::1/64
 * VLAN 20     router interface, 192.0.3.1/24
 * </pre>
 */
final class MulticastSwitch {
  static final String NAME = "multicast-switch";

  private MulticastSwitch() {}

  static SwitchConfig config() {
    return SwitchConfig.builder()
        .routerMac(CommonSwitch.ROUTER)
        .bridgePort(BridgePort.access(1, 10))
        .bridgePort(BridgePort.access(2, 10))
        .bridgePort(BridgePort.access(3, 20))
        .fdb(10, CommonSwitch.HOST_1, 1)
        .fdb(10, CommonSwitch.HOST_2, 2)
        .routerVlan("vlan10", 10, 1500, "192.0.2.1/25", "2001:db8:1::1/64")
        .routerVlan("vlan20", 20, 1500, "192.0.3.1/24")
        .routerPort("swp6", 6, 1500, "192.0.2.129/25", "2001:db8:6::1/64")
        .routerPort("swp7", 7, 1500, "198.51.100.1/24", "2001:db8:2::1/64")
        .routerPort("swp8", 8, 1300, "203.0.113.1/24", "2001:db8:3::1/64")
        .neighbour("swp7", "198.51.100.2", CommonSwitch.NEIGHBOUR_7)
        .neighbour("swp7", "2001:db8:2::2", CommonSwitch.NEIGHBOUR_7)
        .route("10.1.0.0/16", null, "swp7", "198.51.100.2")
        .route("2001:db8:a1::/48", null, "swp7", "2001:db8:2::2")
        .multicast("10.1.0.9", "239.1.1.1", "swp7", "vlan10", "swp8")
        .multicast(null, "239.1.1.2", "swp7", "swp8")
        .multicast("10.1.0.9", "239.1.1.2", "swp8", "vlan10", "swp7")
        .multicast("192.0.2.11", "239.1.1.3", "vlan10", "vlan10", "swp7")
        .multicast("2001:db8:a1::9", "ff0e::101", "swp7", "vlan10", "swp8")
        .multicast(null, "ff0e::102", "vlan10", "swp7")
        .build();
  }
}
