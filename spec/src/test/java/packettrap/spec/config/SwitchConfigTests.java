package packettrap.spec.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.RouteKind;
import packettrap.spec.config.SwitchConfig.RouterInterface;
import packettrap.spec.config.SwitchConfig.SpanningTree;
import packettrap.spec.packet.IpAddress;
import packettrap.spec.packet.IpPrefix;
import packettrap.spec.packet.Mac;

class SwitchConfigTests {
  @Test
  void what_is_left_out_is_empty() {
    assertEquals(SwitchConfig.EMPTY, SwitchConfig.builder().build());
    assertNull(SwitchConfig.EMPTY.routerMac());
    assertEquals(List.of(), SwitchConfig.EMPTY.bridge());
    assertEquals(List.of(), SwitchConfig.EMPTY.fdb());
    assertEquals(List.of(), SwitchConfig.EMPTY.interfaces());
    assertEquals(List.of(), SwitchConfig.EMPTY.routes());
    assertEquals(List.of(), SwitchConfig.EMPTY.neighbours());
    assertEquals(List.of(), SwitchConfig.EMPTY.acl());
    assertEquals(List.of(), SwitchConfig.EMPTY.queues());
    assertEquals(List.of(), SwitchConfig.EMPTY.macTables());
    assertEquals(List.of(), SwitchConfig.EMPTY.external());
    assertEquals(List.of(), SwitchConfig.EMPTY.nexthops());
    assertEquals(List.of(), SwitchConfig.EMPTY.multicast());
    assertEquals(List.of(), SwitchConfig.EMPTY.tunnels());
  }

  @Test
  void a_bridge_port_forwards_unless_told_otherwise() {
    BridgePort port = new BridgePort(1, 0, null, null, null, false, false);
    assertEquals(SpanningTree.FORWARDING, port.spanningTree());
    assertEquals(List.of(), port.vlans());
    assertEquals(List.of(), port.untagged());
  }

  @Test
  void an_access_port_is_in_one_vlan_without_a_tag_and_floods() {
    BridgePort port = BridgePort.access(3, 10);
    assertEquals(3, port.port());
    assertEquals(10, port.pvid());
    assertEquals(List.of(10), port.vlans());
    assertEquals(List.of(10), port.untagged());
    assertFalse(port.noFlooding());
    assertFalse(port.learning());
    assertFalse(port.locked());
  }

  @Test
  void an_interface_has_an_mtu_of_1500_unless_told_otherwise() {
    assertEquals(1500, new RouterInterface("a", 1, 0, null, 0).mtu());
    assertEquals(1300, new RouterInterface("a", 1, 0, null, 1300).mtu());
    assertEquals(List.of(), new RouterInterface("a", 1, 0, null, 0).addresses());
  }

  @Test
  void the_builder_gives_what_it_was_told() {
    SwitchConfig config =
        SwitchConfig.builder()
            .routerMac("02:00:00:00:00:ff")
            .bridgePort(BridgePort.access(1, 10))
            .fdb(10, "02:00:00:00:00:01", 1)
            .routerPort("up", 2, 0, "192.0.2.1/24")
            .routerVlan("vlan10", 10, 9000, "2001:db8::1/64")
            .route("198.51.100.0/24", null, "up", "192.0.2.2")
            .route("203.0.113.0/24", RouteKind.BLACKHOLE, null, null)
            .neighbour("up", "192.0.2.2", "02:00:00:00:00:02")
            .queue(1, 4, 1000)
            .build();
    assertEquals(Mac.parse("02:00:00:00:00:ff"), config.routerMac());
    assertEquals(List.of(1), config.fdb().get(0).ports());
    assertEquals(2, config.interfaces().get(0).port());
    assertEquals(0, config.interfaces().get(0).vlan());
    assertEquals(10, config.interfaces().get(1).vlan());
    assertEquals(List.of(IpPrefix.parse("2001:db8::1/64")), config.interfaces().get(1).addresses());
    assertEquals(RouteKind.UNICAST, config.routes().get(0).kind());
    assertEquals(IpAddress.parse("192.0.2.2"), config.routes().get(0).via());
    assertNull(config.routes().get(1).via());
    assertEquals(1000, config.queues().get(0).rate());
  }

  @Test
  void a_configuration_does_not_change_with_the_lists_that_it_was_made_from() {
    List<BridgePort> ports = new ArrayList<>(List.of(BridgePort.access(1, 10)));
    SwitchConfig config =
        new SwitchConfig(
            null, ports, null, null, null, null, null, null, null, null, null, null, null);
    ports.clear();
    assertEquals(1, config.bridge().size());
    assertThrows(UnsupportedOperationException.class, () -> config.bridge().clear());
  }
}
