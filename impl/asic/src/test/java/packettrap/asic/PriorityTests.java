package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static packettrap.asic.Frames.BROADCAST;
import static packettrap.asic.Frames.HOST1;
import static packettrap.asic.Frames.ROUTER;
import static packettrap.asic.Frames.arp;
import static packettrap.asic.Frames.ethernet;
import static packettrap.asic.Frames.hex;
import static packettrap.asic.Frames.ipv4;
import static packettrap.asic.Frames.routed;
import static packettrap.asic.Frames.tagged;
import static packettrap.asic.Frames.tcp;
import static packettrap.asic.Frames.udp;
import static packettrap.asic.Setups.ruleTo;
import static packettrap.asic.Verdicts.assertHits;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import packettrap.spec.config.SwitchConfig.FlowAction;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.TrapAction;

class PriorityTests {
  private static final String GROUP_SOURCE = "03:00:00:00:00:01";
  private static final Frame ARP = ethernet(BROADCAST, GROUP_SOURCE, 0x0806, arp(1));

  @Test
  void link_control_comes_before_everything() {
    Frame bpdu = ethernet("01:80:c2:00:00:00", GROUP_SOURCE, 0x26, hex("424203"), new byte[43]);
    assertHits("stp", Setups.bridge(), 1, tagged(bpdu, 11));
  }

  @Test
  void protocols_come_before_drops() {
    assertHits("arp_request", Setups.bridge(), 1, tagged(ARP, 11));
    assertHits("arp_request", Setups.bridge().acl(ruleTo("10.0.0.0/8", FlowAction.DROP)), 1, ARP);
  }

  @Test
  void a_mirrored_protocol_does_not_get_past_a_drop() {
    TestSwitch device = new TestSwitch(Setups.bridge());
    device.receive(1, ARP);
    assertEquals(List.of("arp_request"), device.reportedTraps());
    assertEquals(List.of(), device.sent);
    assertEquals(0, device.dropped("source_mac_is_multicast"), "it has its trap already");
  }

  @Test
  void a_flow_rule_with_action_trap_comes_before_most_protocols() {
    byte[] query = hex("11000000 e0000001");
    Frame igmp =
        ethernet("01:00:5e:00:00:01", HOST1, 0x0800, ipv4("192.0.2.9", "224.0.0.1", 1, 2, query));
    Frame dhcp =
        ethernet(ROUTER, HOST1, 0x0800, ipv4("192.0.2.9", "192.0.2.1", 64, 17, udp(68, 67)));
    var config = Setups.router().acl(ruleTo("0.0.0.0/0", FlowAction.TRAP));
    assertHits("flow_action_trap", config, 1, igmp);
    assertHits("flow_action_trap", config, 1, dhcp);
  }

  @Test
  void at_one_priority_the_order_of_the_pipeline_decides() {
    Frame bgp =
        ethernet(ROUTER, HOST1, 0x0800, ipv4("192.0.2.9", "192.0.2.1", 64, 6, tcp(40000, 179)));
    assertHits("ipv4_bgp", Setups.router(), 1, bgp);
    assertHits(
        "flow_action_trap", Setups.router().acl(ruleTo("0.0.0.0/0", FlowAction.TRAP)), 1, bgp);
    Frame dhcp =
        ethernet(ROUTER, HOST1, 0x0800, ipv4("192.0.2.9", "192.0.2.1", 64, 17, udp(68, 67)));
    assertHits("ipv4_dhcp", Setups.router(), 1, dhcp);
  }

  @ParameterizedTest
  @CsvSource({
    "sip_is_mc, 224.0.0.1, 203.0.113.129, 1",
    "dip_is_loopback_address, 127.0.0.1, 127.0.0.1, 1",
    "blackhole_route, 192.0.2.9, 203.0.113.129, 1",
    "unresolved_neigh, 192.0.2.9, 198.51.100.3, 1",
    "local_route, 192.0.2.9, 192.0.2.1, 0",
  })
  void inside_the_router_the_first_check_decides(String trap, String from, String to, int ttl) {
    assertHits(trap, Setups.router(), 1, routed(from, to, ttl));
  }

  @Test
  void a_sample_gives_way_to_what_the_packet_hits_later() {
    var config = Setups.router().acl(ruleTo("0.0.0.0/0", FlowAction.SAMPLE));
    assertHits("ttl_value_is_too_small", config, 1, routed("192.0.2.9", "203.0.113.9", 1));
    assertHits("local_route", config, 1, routed("192.0.2.9", "192.0.2.1", 64));
    assertHits("flow_action_sample", config, 1, routed("192.0.2.9", "203.0.113.9", 64));
  }

  @Test
  void a_sample_does_not_give_way_to_a_later_drop_of_its_own_priority() {
    TestSwitch device = new TestSwitch(Setups.router().acl(ruleTo("0.0.0.0/0", FlowAction.SAMPLE)));
    device.receive(1, routed("192.0.2.9", "203.0.113.129", 64));
    assertEquals(List.of("flow_action_sample"), device.reportedTraps());
    assertEquals(List.of(), device.sent);
    assertEquals(0, device.dropped("blackhole_route"));
  }

  @Test
  void a_mirrored_packet_is_not_trapped_again_further_on() {
    TestSwitch device = new TestSwitch(Setups.router());
    device.set("sip_is_mc", TrapAction.MIRROR);
    device.receive(1, routed("224.0.0.1", "203.0.113.129", 64));
    assertEquals(List.of("sip_is_mc"), device.reportedTraps());
    assertEquals(List.of(), device.sent);
    assertEquals(0, device.dropped("blackhole_route"));
  }

  @Test
  void a_mirrored_packet_passes_the_checks_that_mirror_too() {
    TestSwitch device = new TestSwitch(Setups.router());
    device.set("sip_is_mc", TrapAction.MIRROR);
    device.set("source_mac_is_multicast", TrapAction.MIRROR);
    Frame frame =
        ethernet(ROUTER, GROUP_SOURCE, 0x0800, ipv4("224.0.0.1", "203.0.113.9", 64, 17, udp(1, 2)));
    device.receive(1, frame);
    assertEquals(List.of("source_mac_is_multicast"), device.reportedTraps());
    assertEquals(List.of(2), device.sentPorts());
  }
}
