package packettrap.asic;

import static packettrap.asic.Frames.BROADCAST;
import static packettrap.asic.Frames.HOST1;
import static packettrap.asic.Frames.HOST2;
import static packettrap.asic.Frames.bridged;
import static packettrap.asic.Frames.tagged;
import static packettrap.asic.Setups.inState;
import static packettrap.asic.Setups.quiet;
import static packettrap.asic.Setups.trunk;
import static packettrap.asic.Verdicts.assertHits;
import static packettrap.asic.Verdicts.assertLeaves;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.BridgePort;
import packettrap.spec.config.SwitchConfig.SpanningTree;
import packettrap.spec.packet.Frame;

class LayerTwoTrapTests {
  private static final Frame KNOWN = bridged(HOST2, HOST1);
  private static final String UNKNOWN = "02:00:00:00:00:77";

  @Test
  void a_group_source_mac_is_a_trap_on_a_bridge_port() {
    assertHits("source_mac_is_multicast", Setups.bridge(), 1, bridged(HOST2, "03:00:00:00:00:01"));
    assertLeaves(Setups.bridge(), 1, bridged(HOST2, "02:00:00:00:00:01"), 2);
  }

  @Test
  void a_group_source_mac_is_a_trap_on_every_other_port_too() {
    Frame frame = bridged(HOST2, "01:00:5e:00:00:01");
    assertHits("source_mac_is_multicast", Setups.router(), 1, frame);
    assertHits("source_mac_is_multicast", SwitchConfig.builder(), 8, frame);
  }

  @Test
  void an_untagged_frame_needs_a_pvid() {
    SwitchConfig.Builder config = SwitchConfig.builder().bridgePort(trunk(1, 10)).fdb(10, HOST2, 2);
    config.bridgePort(BridgePort.access(2, 10));
    assertHits("vlan_tag_mismatch", config, 1, KNOWN);
    assertHits("vlan_tag_mismatch", config, 1, tagged(KNOWN, 0x8100, 0xe000));
    assertLeaves(config, 1, tagged(KNOWN, 10), 2);
    assertLeaves(Setups.bridge(), 1, tagged(KNOWN, 0x8100, 0xe000), 2);
  }

  @Test
  void a_service_tag_is_no_vlan_of_the_bridge() {
    SwitchConfig.Builder config = SwitchConfig.builder().bridgePort(trunk(1, 10));
    assertHits("vlan_tag_mismatch", config, 1, tagged(KNOWN, 0x88a8, 10));
    assertLeaves(Setups.bridge(), 1, tagged(KNOWN, 0x88a8, 11), 2);
  }

  @Test
  void a_vlan_must_be_configured_on_the_ingress_port() {
    assertHits("ingress_vlan_filter", Setups.bridge(), 1, tagged(KNOWN, 11));
    assertHits("ingress_vlan_filter", Setups.bridge(), 1, tagged(KNOWN, 4095));
    assertLeaves(Setups.bridge(), 1, tagged(KNOWN, 10), 2);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FORWARDING")
  void a_port_that_does_not_forward_filters(SpanningTree state) {
    SwitchConfig.Builder config =
        SwitchConfig.builder()
            .bridgePort(inState(1, state, false))
            .bridgePort(BridgePort.access(2, 10));
    assertHits("ingress_spanning_tree_filter", config, 1, KNOWN);
  }

  @Test
  void a_port_that_forwards_does_not_filter() {
    SwitchConfig.Builder config =
        SwitchConfig.builder()
            .bridgePort(inState(1, SpanningTree.FORWARDING, false))
            .bridgePort(BridgePort.access(2, 10));
    assertLeaves(config, 1, KNOWN, 2);
  }

  @Test
  void a_frame_to_flood_needs_a_port_that_floods() {
    SwitchConfig.Builder config =
        SwitchConfig.builder().bridgePort(BridgePort.access(1, 10)).bridgePort(quiet(2));
    for (String destination : new String[] {UNKNOWN, "01:00:5e:01:02:03", BROADCAST}) {
      assertHits("port_list_is_empty", config, 1, bridged(destination, HOST1));
    }
    config.bridgePort(BridgePort.access(3, 10));
    assertLeaves(config, 1, bridged(UNKNOWN, HOST1), 3);
  }

  @Test
  void a_known_destination_needs_no_port_that_floods() {
    SwitchConfig.Builder config =
        SwitchConfig.builder().bridgePort(BridgePort.access(1, 10)).bridgePort(quiet(2));
    assertLeaves(config.fdb(10, HOST2, 2), 1, KNOWN, 2);
  }

  @Test
  void a_frame_never_leaves_by_the_port_it_came_in_by() {
    assertHits("port_loopback_filter", Setups.bridge(), 2, bridged(HOST2, HOST1));
    assertLeaves(Setups.bridge(), 3, bridged(HOST2, HOST1), 2);
  }

  @Test
  void a_group_with_another_member_is_no_loopback() {
    String group = "01:00:5e:01:02:03";
    assertHits("port_loopback_filter", Setups.bridge().fdb(10, group, 1), 1, bridged(group, HOST1));
    assertLeaves(Setups.bridge().fdb(10, group, 1, 3), 1, bridged(group, HOST1), 3);
  }
}
