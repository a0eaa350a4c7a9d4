package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static packettrap.asic.Frames.HOST1;
import static packettrap.asic.Frames.HOST2;
import static packettrap.asic.Frames.ROUTER;
import static packettrap.asic.Frames.bridged;
import static packettrap.asic.Frames.routed;
import static packettrap.asic.Frames.tagged;

import java.util.List;
import org.junit.jupiter.api.Test;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.RouteKind;
import packettrap.spec.config.SwitchConfig.SpanningTree;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.TrapAction;

class ForwardingTests {
  private static final Frame UNKNOWN = bridged("02:00:00:00:00:77", HOST1);

  /** Port 1 is an access port of VLAN 10, 2 a trunk of 10 and 20, 3 has 10 untagged and as PVID. */
  private static SwitchConfig.Builder trunks() {
    return SwitchConfig.builder()
        .bridgePort(BridgePort.access(1, 10))
        .bridgePort(Setups.trunk(2, 10, 20))
        .bridgePort(new BridgePort(3, 10, List.of(10, 20), List.of(10), null, false, false));
  }

  private static TestSwitch.Sent sent(int port, Frame frame) {
    return new TestSwitch.Sent(port, frame);
  }

  @Test
  void a_tag_is_put_on_where_the_vlan_leaves_tagged() {
    TestSwitch device = new TestSwitch(trunks());
    device.receive(1, UNKNOWN);
    assertEquals(List.of(sent(2, tagged(UNKNOWN, 10)), sent(3, UNKNOWN)), device.sent);
  }

  @Test
  void a_tag_is_taken_off_where_the_vlan_leaves_untagged() {
    TestSwitch device = new TestSwitch(trunks());
    Frame frame = tagged(UNKNOWN, 0x8100, 0xa00a);
    device.receive(2, frame);
    assertEquals(List.of(sent(1, UNKNOWN), sent(3, UNKNOWN)), device.sent);
  }

  @Test
  void a_tag_stays_with_its_priority() {
    TestSwitch device = new TestSwitch(trunks());
    Frame frame = tagged(UNKNOWN, 0x8100, 0xa000 | 20);
    device.receive(2, frame);
    assertEquals(List.of(sent(3, frame)), device.sent);
  }

  @Test
  void a_priority_tag_gets_the_pvid() {
    TestSwitch device = new TestSwitch(trunks());
    device.receive(3, tagged(UNKNOWN, 0x8100, 0xf000));
    assertEquals(List.of(sent(1, UNKNOWN), sent(2, tagged(UNKNOWN, 0x8100, 0xf00a))), device.sent);
  }

  @Test
  void a_service_tag_is_payload() {
    TestSwitch device = new TestSwitch(trunks());
    Frame frame = tagged(UNKNOWN, 0x88a8, 20);
    device.receive(1, frame);
    assertEquals(List.of(sent(2, tagged(frame, 10)), sent(3, frame)), device.sent);
  }

  @Test
  void an_inner_tag_stays_when_the_outer_is_taken_off() {
    TestSwitch device = new TestSwitch(trunks());
    Frame inner = tagged(UNKNOWN, 99);
    device.receive(2, tagged(inner, 10));
    assertEquals(List.of(sent(1, inner), sent(3, inner)), device.sent);
  }

  @Test
  void addresses_are_learned_where_the_port_learns() {
    SwitchConfig.Builder config =
        Setups.bridge().bridgePort(Setups.inState(4, SpanningTree.FORWARDING, true));
    TestSwitch device = new TestSwitch(config);
    Frame answer = bridged("02:00:00:00:00:04", HOST2);
    device.receive(2, answer);
    assertEquals(List.of(1, 3, 4), device.sentPorts(), "not known yet");
    device.receive(4, bridged(HOST2, "02:00:00:00:00:04"));
    device.receive(2, answer);
    assertEquals(List.of(4), device.sentPorts());
    device.receive(1, answer);
    device.receive(2, bridged(HOST1, HOST2));
    assertEquals(List.of(1, 3, 4), device.sentPorts(), "port 1 does not learn");
    device.configure(config);
    device.receive(2, answer);
    assertEquals(List.of(1, 3, 4), device.sentPorts(), "a configuration forgets");
  }

  @Test
  void what_is_configured_is_not_learned_over() {
    TestSwitch device =
        new TestSwitch(
            Setups.bridge().bridgePort(Setups.inState(4, SpanningTree.FORWARDING, true)));
    device.receive(4, bridged(HOST1, HOST2));
    device.receive(1, bridged(HOST2, HOST1));
    assertEquals(List.of(2), device.sentPorts());
  }

  @Test
  void a_group_is_never_learned_as_a_sender() {
    TestSwitch device =
        new TestSwitch(
            Setups.bridge().bridgePort(Setups.inState(4, SpanningTree.FORWARDING, true)));
    device.set("source_mac_is_multicast", TrapAction.MIRROR);
    device.receive(4, bridged(HOST2, "03:00:00:00:00:04"));
    device.receive(1, bridged("03:00:00:00:00:04", HOST1));
    assertEquals(List.of(2, 3, 4), device.sentPorts());
  }

  @Test
  void the_learning_state_learns_what_it_does_not_let_in() {
    TestSwitch device =
        new TestSwitch(
            Setups.bridge()
                .bridgePort(Setups.inState(4, SpanningTree.LEARNING, true))
                .bridgePort(Setups.inState(5, SpanningTree.LISTENING, true)));
    device.receive(4, bridged(HOST2, "02:00:00:00:00:04"));
    device.receive(5, bridged(HOST2, "02:00:00:00:00:05"));
    assertEquals(2, device.dropped("ingress_spanning_tree_filter"));
    device.receive(1, bridged("02:00:00:00:00:04", HOST1));
    assertEquals(List.of(), device.sentPorts(), "the port behind which it is does not forward");
    device.receive(1, bridged("02:00:00:00:00:05", HOST1));
    assertEquals(List.of(2, 3), device.sentPorts(), "listening does not learn");
  }

  @Test
  void a_routed_ipv4_packet_has_new_addresses_a_lower_ttl_and_its_checksum() {
    TestSwitch device = new TestSwitch(Setups.router());
    device.receive(1, routed("192.0.2.9", "203.0.113.9", 64));
    Frame expected =
        Frames.ethernet(
            HOST2,
            ROUTER,
            0x0800,
            Frames.ipv4("192.0.2.9", "203.0.113.9", 63, 17, Frames.udp(1000, 2000)));
    assertEquals(List.of(sent(2, expected)), device.sent);
  }

  @Test
  void every_ttl_gets_its_checksum() {
    TestSwitch device = new TestSwitch(Setups.router());
    for (int ttl = 2; ttl < 256; ttl++) {
      device.receive(1, routed("192.0.2.9", "203.0.113.9", ttl));
      Frame expected = Frames.withIpv4(device.sent.get(0).frame(), 8, ttl - 1);
      assertEquals(expected, device.sent.get(0).frame());
    }
  }

  @Test
  void a_routed_ipv6_packet_has_new_addresses_and_a_lower_hop_limit() {
    TestSwitch device = new TestSwitch(Setups.router());
    device.receive(1, routed("2001:db8:1::9", "2001:db8:3::9", 64));
    Frame expected =
        Frames.ethernet(
            HOST2,
            ROUTER,
            0x86dd,
            Frames.ipv6("2001:db8:1::9", "2001:db8:3::9", 63, 17, Frames.udp(1000, 2000)));
    assertEquals(List.of(sent(2, expected)), device.sent);
  }

  @Test
  void the_router_forwards_between_vlans_of_the_bridge() {
    SwitchConfig.Builder config =
        trunks()
            .routerMac(ROUTER)
            .routerVlan("v10", 10, 0, "192.0.2.1/24")
            .routerVlan("v20", 20, 0, "198.51.100.1/24")
            .neighbour("v20", "198.51.100.2", HOST2);
    TestSwitch device = new TestSwitch(config);
    Frame frame = routed("192.0.2.9", "198.51.100.2", 64);
    Frame expected =
        Frames.ethernet(
            HOST2,
            ROUTER,
            0x0800,
            Frames.ipv4("192.0.2.9", "198.51.100.2", 63, 17, Frames.udp(1000, 2000)));
    device.receive(1, frame);
    assertEquals(
        List.of(sent(2, tagged(expected, 20)), sent(3, tagged(expected, 20))), device.sent);
    device.configure(config.fdb(20, HOST2, 2));
    device.receive(2, tagged(frame, 10));
    assertEquals(
        List.of(sent(2, tagged(expected, 20))), device.sent, "also by the port it came in by");
  }

  @Test
  void the_router_mac_is_an_ordinary_address_in_a_vlan_without_interface() {
    TestSwitch device = new TestSwitch(Setups.bridge().routerMac(ROUTER).fdb(10, ROUTER, 3));
    Frame frame = routed("192.0.2.9", "198.51.100.2", 1);
    device.receive(1, frame);
    assertEquals(List.of(sent(3, frame)), device.sent);
  }

  @Test
  void the_longest_prefix_wins_also_over_a_default_route() {
    TestSwitch device =
        new TestSwitch(
            Setups.router()
                .routerPort("rp3", 3, 0, "10.0.0.1/24")
                .neighbour("rp3", "10.0.0.2", HOST1)
                .route("0.0.0.0/0", RouteKind.UNICAST, "rp3", "10.0.0.2")
                .route("203.0.113.77/32", RouteKind.UNICAST, "rp3", "10.0.0.2")
                .route("::/0", RouteKind.UNICAST, "rp2", "2001:db8:2::2"));
    device.receive(1, routed("192.0.2.9", "8.8.8.8", 64));
    assertEquals(List.of(3), device.sentPorts());
    device.receive(1, routed("192.0.2.9", "203.0.113.9", 64));
    assertEquals(List.of(2), device.sentPorts());
    device.receive(1, routed("192.0.2.9", "203.0.113.77", 64));
    assertEquals(List.of(3), device.sentPorts());
    device.receive(1, routed("2001:db8:1::9", "2001:db8:99::1", 64));
    assertEquals(List.of(2), device.sentPorts());
  }
}
