package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import packettrap.spec.config.RandomEarlyDetection;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.AclRule;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.Direction;
import packettrap.spec.config.SwitchConfig.FlowAction;
import packettrap.spec.config.SwitchConfig.RouteKind;
import packettrap.spec.config.Tunnel.Kind;
import packettrap.spec.device.Answer;
import packettrap.spec.message.Errno;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.TrapAction;

class ConfigurationTests {
  private static final Frame FRAME = Frames.bridged(Frames.HOST2, Frames.HOST1);

  static Stream<Arguments> senseless() {
    return Stream.of(
        refused(
            "the bridge names port 9, and the ports are 1 to 8",
            c -> c.bridgePort(BridgePort.access(9, 10))),
        refused(
            "the bridge names port 0, and the ports are 1 to 8",
            c -> c.bridgePort(BridgePort.access(0, 10))),
        refused("bridge port 1 is there twice", c -> c.bridgePort(BridgePort.access(1, 10))),
        refused(
            "bridge port 4 names VLAN 4095, and VLANs are 1 to 4094",
            c -> c.bridgePort(BridgePort.access(4, 4095))),
        refused(
            "bridge port 4 has the PVID 10 but is not in that VLAN",
            c -> c.bridgePort(new BridgePort(4, 10, List.of(), List.of(), null, false, false))),
        refused(
            "bridge port 4 sends VLAN 10 untagged but is not in that VLAN",
            c -> c.bridgePort(new BridgePort(4, 0, List.of(), List.of(10), null, false, false))),
        refused(
            "the forwarding entry of 02:00:00:00:00:02 in VLAN 10 is there twice",
            c -> c.fdb(10, Frames.HOST2, 3)),
        refused(
            "the forwarding entry of 02:00:00:00:00:01 in VLAN 10 names port 4, which is no"
                + " bridge port",
            c -> c.fdb(10, Frames.HOST1, 4)),
        refused(
            "the forwarding entry of 02:00:00:00:00:01 in VLAN 10 must name one port, as the"
                + " address is one station's",
            c -> c.fdb(10, Frames.HOST1, 1, 2)),
        refused(
            "the forwarding entry of 02:00:00:00:00:01 in VLAN 10 names no port",
            c -> c.fdb(10, Frames.HOST1)),
        refused(
            "the router's MAC address 01:00:00:00:00:01 is a group's",
            c -> c.routerMac("01:00:00:00:00:01")),
        refused(
            "router interface rp1 is on port 1, which is a bridge port",
            c -> c.routerPort("rp1", 1, 0)),
        refused(
            "router interface rp1 names port -1, and the ports are 1 to 8",
            c -> c.routerPort("rp1", -1, 0)),
        refused(
            "router interface rp1 must be on a port or on a VLAN", c -> c.routerPort("rp1", 0, 0)),
        refused(
            "router interface rp1 is there twice",
            c -> c.routerPort("rp1", 4, 0).routerPort("rp1", 5, 0)),
        refused(
            "router interface b is where another router interface is",
            c -> c.routerVlan("a", 10, 0).routerVlan("b", 10, 0)),
        refused(
            "router interface b has 192.0.2.1, as another does",
            c -> c.routerPort("a", 4, 0, "192.0.2.1/24").routerPort("b", 5, 0, "192.0.2.1/32")),
        refused("router interface a has the MTU -1", c -> c.routerPort("a", 4, -1)),
        refused(
            "the route to 10.0.0.0/8 names rp9, and there is no router interface of that name",
            c -> c.route("10.0.0.0/8", RouteKind.UNICAST, "rp9", null)),
        refused(
            "the route to 10.0.0.0/8 names no interface to leave by",
            c -> c.route("10.0.0.0/8", RouteKind.UNICAST, null, "10.0.0.1")),
        refused(
            "the route to 10.0.0.1/8 is there twice",
            c ->
                c.route("10.0.0.0/8", RouteKind.BLACKHOLE, null, null)
                    .route("10.0.0.1/8", RouteKind.PROHIBIT, null, null)),
        refused(
            "the neighbour 10.0.0.1 names rp9, and there is no router interface of that name",
            c -> c.neighbour("rp9", "10.0.0.1", Frames.HOST1)),
        refused(
            "a flow rule names port 9, and the ports are 1 to 8",
            c -> c.acl(rule(9, 0x0800, FlowAction.DROP))),
        refused(
            "the EtherType of a flow rule is 65536, and must be within 0 to 65535",
            c -> c.acl(rule(0, 65536, FlowAction.DROP))),
        refused("a flow rule has no action", c -> c.acl(rule(0, 0x0800, null))),
        refused("a queue names port 9, and the ports are 1 to 8", c -> c.queue(9, 1, 1)),
        refused("the queue of port 2 is there twice", c -> c.queue(2, 1, 1).queue(2, 1, 1)),
        refused("the queue of port 2 has a limit below 0", c -> c.queue(2, -1, 1)),
        refused("the queue of port 2 has a rate below 0", c -> c.queue(2, 1, -1)),
        refused(
            "random early detection on the queue of port 2 begins at 4 packets and drops all from 4"
                + " on, which must be more",
            c -> c.queue(2, 8, 1, new RandomEarlyDetection(4, 4, 10, 0))),
        refused(
            "what is dropped of a hundred packets is 101, and must be within 0 to 100",
            c -> c.queue(2, 8, 1, new RandomEarlyDetection(2, 4, 101, 0))),
        refused(
            "the averaging of a queue's length is 7, and must be within 0 to 6",
            c -> c.queue(2, 8, 1, new RandomEarlyDetection(2, 4, 10, 7))),
        refused(
            "a table of MAC addresses names port 9, and the ports are 1 to 8", c -> c.macTable(9)),
        refused(
            "the table of MAC addresses of port 2 is there twice",
            c -> c.macTable(2).macTable(2, Frames.HOST1)));
  }

  static Stream<Arguments> senselessRoutes() {
    return Stream.of(
        refused(
            "the external interface rp1 has the name of another",
            c -> c.routerPort("rp1", 4, 0).external("rp1")),
        refused("next hop 0 has a number that is not above 0", c -> c.blackholeNexthop(0)),
        refused("next hop 1 is there twice", c -> c.blackholeNexthop(1).nexthop(1, "rp1", null)),
        refused(
            "next hop 1 must be a blackhole or name an interface to leave by, not both",
            c -> c.nexthop(1, null, "10.0.0.1")),
        refused(
            "next hop 1 names rp9, and there is no router interface of that name",
            c -> c.nexthop(1, "rp9", null)),
        refused(
            "the route to 10.0.0.0/8 names next hop 1, and there is none of it",
            c -> c.route("10.0.0.0/8", 1)),
        refused(
            "the multicast route of 10.0.0.1 is of an address that is no group's",
            c -> c.multicast(null, "10.0.0.1", "rp1")),
        refused(
            "the multicast route of 239.1.1.1 has the source 2001:db8:0:0:0:0:0:1, of the other"
                + " family",
            c -> c.multicast("2001:db8::1", "239.1.1.1", "rp1")),
        refused(
            "the multicast route of 239.1.1.1 names no interface to come in by",
            c -> c.multicast(null, "239.1.1.1", null)),
        refused(
            "the multicast route of 239.1.1.1 names rp9, and there is no router interface of that"
                + " name",
            c -> c.multicast(null, "239.1.1.1", "rp1", "rp9")),
        refused(
            "the multicast route of 239.1.1.1 is there twice for one source",
            c -> c.multicast(null, "239.1.1.1", "rp1").multicast(null, "239.1.1.1", "rp1")));
  }

  static Stream<Arguments> senselessTunnels() {
    return Stream.of(
        refused(
            "the VXLAN tunnel to 10.0.0.1 has no network identifier",
            c -> c.tunnel(Kind.VXLAN, "10.0.0.1", null, null, 10)),
        refused(
            "the VXLAN tunnel to 10.0.0.1 has the key 16777216, which is not within 0 to 16777215",
            c -> c.tunnel(Kind.VXLAN, "10.0.0.1", null, 0x100_0000L, 10)),
        refused(
            "the VXLAN tunnel to 10.0.0.1 names VLAN 0, and VLANs are 1 to 4094",
            c -> c.tunnel(Kind.VXLAN, "10.0.0.1", null, 1L, 0)),
        refused(
            "the GRE tunnel to 10.0.0.1 comes from 2001:db8:0:0:0:0:0:1, which is of the other"
                + " family",
            c -> c.tunnel(Kind.GRE, "10.0.0.1", "2001:db8::1", null, 0)),
        refused(
            "the GRE tunnel to 10.0.0.1 has the key 4294967296, which is not within 0 to"
                + " 4294967295",
            c -> c.tunnel(Kind.GRE, "10.0.0.1", null, 0x1_0000_0000L, 0)),
        refused(
            "the GRE tunnel to 10.0.0.1 has a VLAN, but what comes out of it has no Ethernet"
                + " header",
            c -> c.tunnel(Kind.GRE, "10.0.0.1", null, null, 10)),
        refused(
            "the IP-in-IP tunnel to 10.0.0.1 has a key, which it has no place for",
            c -> c.tunnel(Kind.IP_IN_IP, "10.0.0.1", null, 1L, 0)),
        refused(
            "the IP-in-IP tunnel to 10.0.0.1 is there twice",
            c ->
                c.tunnel(Kind.IP_IN_IP, "10.0.0.1", null, null, 0)
                    .tunnel(Kind.IP_IN_IP, "10.0.0.1", null, null, 0)),
        refused(
            "a tunnel needs a kind and the address at which it ends",
            c -> c.tunnel(null, "10.0.0.1", null, null, 0)));
  }

  @ParameterizedTest
  @MethodSource({"senselessRoutes", "senselessTunnels"})
  void what_makes_no_sense_to_a_router_is_refused(
      String message, UnaryOperator<SwitchConfig.Builder> change) {
    TestSwitch device = new TestSwitch();
    SwitchConfig.Builder router =
        message.contains("external")
            ? SwitchConfig.builder().routerMac(Frames.ROUTER)
            : Setups.router();
    assertEquals(message, device.driver.configure(change.apply(router).build()).message());
  }

  @Test
  void a_tunnel_without_a_router_is_refused() {
    TestSwitch device = new TestSwitch();
    SwitchConfig config =
        SwitchConfig.builder().tunnel(Kind.GRE, "10.0.0.1", null, null, 0).build();
    assertEquals(
        "a tunnel ends at a router, and the switch has no router's MAC address",
        device.driver.configure(config).message());
  }

  private static Arguments refused(String message, UnaryOperator<SwitchConfig.Builder> change) {
    return Arguments.of(message, change);
  }

  private static AclRule rule(int port, int etherType, FlowAction action) {
    return new AclRule(
        Direction.INGRESS, port, null, null, etherType, null, null, null, null, action, null);
  }

  @ParameterizedTest
  @MethodSource("senseless")
  void what_makes_no_sense_is_refused_and_the_old_configuration_stays(
      String message, UnaryOperator<SwitchConfig.Builder> change) {
    TestSwitch device = new TestSwitch(Setups.bridge());
    Answer answer = device.driver.configure(change.apply(Setups.bridge()).build());
    assertEquals(message, answer.message());
    assertEquals(Errno.EINVAL, answer.errno());
    device.receive(1, FRAME);
    assertEquals(List.of(2), device.sentPorts());
  }

  @Test
  void no_configuration_at_all_is_refused() {
    TestSwitch device = new TestSwitch(Setups.bridge());
    assertEquals("there is no configuration to apply", device.driver.configure(null).message());
  }

  @Test
  void a_configuration_replaces_the_whole_of_the_old_one() {
    TestSwitch device = new TestSwitch(Setups.bridge());
    device.configure(Setups.router());
    device.receive(3, FRAME);
    assertEquals(List.of(), device.sent);
    device.configure(SwitchConfig.builder());
    device.receive(1, Frames.routed("192.0.2.9", "203.0.113.9", 64));
    assertEquals(List.of(), device.sent);
  }

  @Test
  void a_configuration_touches_no_action_binding_policer_or_counter() {
    TestSwitch device = new TestSwitch(Setups.bridge());
    Frame groupSource = Frames.bridged(Frames.HOST2, "03:00:00:00:00:01");
    device.receive(1, groupSource);
    device.set("source_mac_is_multicast", TrapAction.TRAP);
    device.driver.policerSet(device.policer(1), 1, 2);
    device.receive(1, groupSource);
    device.configure(Setups.bridge());
    assertEquals(1, device.dropped("source_mac_is_multicast"));
    device.receive(1, groupSource);
    assertEquals(1, device.reports.size());
    device.receive(1, groupSource);
    assertEquals(0, device.reports.size());
    assertEquals(1, device.policerDropped(1));
  }
}
