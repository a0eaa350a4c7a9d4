package packettrap.conformance.scenario.generator;

import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.AclRule;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.Direction;
import packettrap.spec.config.SwitchConfig.FlowAction;
import packettrap.spec.packet.IpPrefix;
import packettrap.spec.packet.Mac;

/**
 * The switch of the scenarios about who may speak on a port, about VLANs in the FDB and in tags,
 * and about flow rules at the egress that trap or sample.
 *
 * <pre>
 * port 1  access, VLAN 10; locked
 * port 2  access, VLAN 10
 * port 3  no PVID; VLANs 10, 20 tagged
 * port 4  VLAN 20 untagged and PVID; 10 tagged; locked
 * port 5  VLAN 20 untagged and PVID; 10 tagged; takes frames to a few addresses only
 * port 6  access, VLAN 30, alone in it; locked and blocking
 * port 7  router port, 198.51.100.1/24, 2001:db8:2::1/64; takes frames to the router and to one group
 * port 8  router port, 203.0.113.1/24, 2001:db8:3::1/64
 * </pre>
 */
final class PortSwitch {
  static final String NAME = "port-switch";

  /** Behind port 2 in VLAN 10, behind port 4 in VLAN 20. */
  static final String TWICE = "02:00:00:00:0d:01";

  /** Behind port 2 in VLAN 10, not known in VLAN 20. */
  static final String ONLY_10 = "02:00:00:00:0d:02";

  /** A station that port 5 takes frames to; nobody knows where it is. */
  static final String TAKEN_5 = "02:00:00:00:0d:05";

  /** A group to which port 5 takes frames. */
  static final String GROUP_5 = "03:00:00:00:0d:05";

  /** A group to which port 7 takes frames. */
  static final String GROUP_7 = "01:00:5e:00:00:fb";

  static final String TRAPPED = "02:00:00:00:ac:51";
  static final String SAMPLED = "02:00:00:00:ac:61";
  static final String SAMPLED_THEN_TRAPPED = "02:00:00:00:ac:71";

  private PortSwitch() {}

  static SwitchConfig config() {
    return SwitchConfig.builder()
        .routerMac(CommonSwitch.ROUTER)
        .bridgePort(BridgePort.access(1, 10).lock())
        .bridgePort(BridgePort.access(2, 10))
        .bridgePort(port(3, 0, List.of()))
        .bridgePort(port(4, 20, List.of(20)).lock())
        .bridgePort(port(5, 20, List.of(20)))
        .bridgePort(
            new BridgePort(
                6,
                30,
                List.of(30),
                List.of(30),
                SwitchConfig.SpanningTree.BLOCKING,
                false,
                false,
                true))
        .fdb(10, CommonSwitch.HOST_1, 1)
        .fdb(10, CommonSwitch.HOST_2, 2)
        .fdb(10, CommonSwitch.HOST_3, 3)
        .fdb(20, CommonSwitch.HOST_3, 3)
        .fdb(20, CommonSwitch.HOST_4, 4)
        .fdb(20, CommonSwitch.HOST_5, 5)
        .fdb(10, TWICE, 2)
        .fdb(20, TWICE, 4)
        .fdb(10, ONLY_10, 2)
        .macTable(5, TAKEN_5, CommonSwitch.HOST_3, GROUP_5)
        .macTable(7, GROUP_7)
        .routerPort("swp7", 7, 1500, "198.51.100.1/24", "2001:db8:2::1/64")
        .routerPort("swp8", 8, 1300, "203.0.113.1/24", "2001:db8:3::1/64")
        .neighbour("swp7", "198.51.100.2", CommonSwitch.NEIGHBOUR_7)
        .neighbour("swp7", "2001:db8:2::2", CommonSwitch.NEIGHBOUR_7)
        .neighbour("swp8", "203.0.113.2", CommonSwitch.NEIGHBOUR_8)
        .neighbour("swp8", "2001:db8:3::2", CommonSwitch.NEIGHBOUR_8)
        .route("10.1.0.0/16", null, "swp7", "198.51.100.2")
        .route("10.5.0.0/16", null, "swp8", "203.0.113.2")
        .route("2001:db8:a1::/48", null, "swp7", "2001:db8:2::2")
        .route("2001:db8:a5::/48", null, "swp8", "2001:db8:3::2")
        .acl(rule(Direction.INGRESS, 0, SAMPLED_THEN_TRAPPED, null, FlowAction.SAMPLE))
        .acl(rule(Direction.EGRESS, 2, TRAPPED, null, FlowAction.TRAP))
        .acl(rule(Direction.EGRESS, 2, SAMPLED, null, FlowAction.SAMPLE))
        .acl(rule(Direction.EGRESS, 2, SAMPLED_THEN_TRAPPED, null, FlowAction.TRAP))
        .acl(rule(Direction.EGRESS, 8, null, "10.5.51.128/25", FlowAction.PASS))
        .acl(rule(Direction.EGRESS, 8, null, "10.5.51.0/24", FlowAction.TRAP))
        .acl(rule(Direction.EGRESS, 8, null, "2001:db8:a5:51::/64", FlowAction.TRAP))
        .acl(rule(Direction.EGRESS, 8, null, "10.5.61.128/25", FlowAction.PASS))
        .acl(rule(Direction.EGRESS, 8, null, "10.5.61.0/24", FlowAction.SAMPLE))
        .acl(rule(Direction.EGRESS, 8, null, "2001:db8:a5:61::/64", FlowAction.SAMPLE))
        .build();
  }

  private static BridgePort port(int port, int pvid, List<Integer> untagged) {
    return new BridgePort(port, pvid, List.of(10, 20), untagged, null, false, false);
  }

  private static AclRule rule(
      Direction direction, int port, String source, String to, FlowAction action) {
    Mac mac = source == null ? null : Mac.parse(source);
    IpPrefix network = to == null ? null : IpPrefix.parse(to);
    return new AclRule(direction, port, mac, null, null, null, network, null, null, action, null);
  }
}
