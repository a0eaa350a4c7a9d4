package packettrap.asic;

import static packettrap.asic.Frames.HOST1;
import static packettrap.asic.Frames.ROUTER;
import static packettrap.asic.Frames.ethernet;
import static packettrap.asic.Frames.hex;
import static packettrap.asic.Frames.ipv4;
import static packettrap.asic.Frames.ipv6;
import static packettrap.asic.Frames.routed;
import static packettrap.asic.Frames.tcp;
import static packettrap.asic.Frames.udp;
import static packettrap.asic.Frames.with;
import static packettrap.asic.Frames.withIpv4;
import static packettrap.asic.Verdicts.assertHits;
import static packettrap.asic.Verdicts.assertLeaves;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.spec.config.SwitchConfig.RouteKind;
import packettrap.spec.packet.Frame;

class RouterTrapTests {
  private static final Frame IPV4 = routed("192.0.2.9", "203.0.113.9", 64);
  private static final Frame IPV6 = routed("2001:db8:1::9", "2001:db8:3::9", 64);

  @ParameterizedTest
  @CsvSource({
    "blackhole_route, 192.0.2.9, 203.0.113.129",
    "blackhole_route, 2001:db8:1::9, 2001:db8:3:0:8000::1",
    "reject_route, 192.0.2.9, 203.0.113.65",
    "reject_route, 2001:db8:1::9, 2001:db8:3:0:4000::1",
    "dip_is_loopback_address, 192.0.2.9, 127.1.2.3",
    "dip_is_loopback_address, 2001:db8:1::9, ::1",
    "sip_is_loopback_address, 127.0.0.1, 203.0.113.9",
    "sip_is_loopback_address, ::1, 2001:db8:3::9",
    "sip_is_mc, 224.0.0.1, 203.0.113.9",
    "sip_is_mc, 239.255.255.255, 203.0.113.9",
    "sip_is_mc, ff02::1, 2001:db8:3::9",
    "ipv4_sip_is_limited_bc, 255.255.255.255, 203.0.113.9",
    "unresolved_neigh, 192.0.2.9, 198.51.100.3",
    "unresolved_neigh, 2001:db8:1::9, 2001:db8:2::3",
    "ipv4_lpm_miss, 192.0.2.9, 8.8.8.8",
    "ipv6_lpm_miss, 2001:db8:1::9, 2001:db8:99::1",
    "local_route, 192.0.2.9, 192.0.2.1",
    "local_route, 192.0.2.9, 198.51.100.1",
    "local_route, 2001:db8:1::9, 2001:db8:2::1",
  })
  void addresses_decide(String trap, String from, String to) {
    assertHits(trap, Setups.router(), 1, routed(from, to, 64));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.9, 203.0.113.9",
    "192.0.2.9, 203.0.113.63",
    "2001:db8:1::9, 2001:db8:3::9",
    "192.0.2.9, 198.51.100.2",
    "2001:db8:1::9, 2001:db8:2::2",
    "126.255.255.255, 203.0.113.9",
    "128.0.0.0, 203.0.113.9",
    "::2, 2001:db8:3::9",
    "223.255.255.255, 203.0.113.9",
    "240.0.0.1, 203.0.113.9",
    "255.255.255.254, 203.0.113.9",
    "fe00::1, 2001:db8:3::9",
  })
  void a_packet_with_a_route_and_a_neighbour_leaves(String from, String to) {
    assertLeaves(Setups.router(), 1, routed(from, to, 64), 2);
  }

  @Test
  void a_loopback_destination_is_no_matter_of_routes() {
    assertLeaves(
        Setups.router().route("126.0.0.0/7", RouteKind.UNICAST, "rp2", "198.51.100.2"),
        1,
        routed("192.0.2.9", "126.255.255.255", 64),
        2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0000, 0x0020, 0x0600, 0x88b5, 0xffff})
  void what_is_not_ip_is_not_routed(int etherType) {
    Frame frame = ethernet(ROUTER, HOST1, etherType, new byte[46]);
    assertHits("non_ip", Setups.router(), 1, frame);
  }

  @Test
  void mpls_and_what_is_for_others_is_not_non_ip() {
    byte[] bottomOfStack = hex("00010140");
    assertLeaves(Setups.router(), 1, ethernet(ROUTER, HOST1, 0x8847, bottomOfStack, new byte[42]));
    assertLeaves(Setups.router(), 1, ethernet(HOST1, ROUTER, 0x0000, new byte[46]));
  }

  @Test
  void a_unicast_address_behind_a_group_mac_is_a_trap() {
    byte[] ipv4 = ipv4("192.0.2.9", "203.0.113.9", 64, 17, udp(1000, 2000));
    byte[] ipv6 = ipv6("2001:db8:1::9", "2001:db8:3::9", 64, 17, udp(1000, 2000));
    byte[] group = ipv4("192.0.2.9", "239.1.2.3", 64, 17, udp(1000, 2000));
    String mac = "01:02:03:04:05:06";
    assertHits("uc_dip_over_mc_dmac", Setups.router(), 1, ethernet(mac, HOST1, 0x0800, ipv4));
    assertHits("uc_dip_over_mc_dmac", Setups.router(), 1, ethernet(mac, HOST1, 0x86dd, ipv6));
    assertLeaves(Setups.router(), 1, ethernet(mac, HOST1, 0x0800, group));
    assertLeaves(Setups.router(), 1, ethernet("00:02:03:04:05:06", HOST1, 0x0800, ipv4));
  }

  @Test
  void a_header_that_does_not_check_out_is_a_trap() {
    int checksumLow = 14 + 11;
    assertHits("ip_header_corrupted", Setups.router(), 1, with(IPV4, checksumLow, 1));
    assertHits("ip_header_corrupted", Setups.router(), 1, withIpv4(IPV4, 0, 0x55));
    assertHits("ip_header_corrupted", Setups.router(), 1, withIpv4(IPV4, 0, 0x44));
    assertHits("ip_header_corrupted", Setups.router(), 1, with(IPV6, 14, 0x40));
    assertLeaves(Setups.router(), 1, IPV4, 2);
    assertLeaves(Setups.router(), 1, IPV6, 2);
  }

  @Test
  void a_packet_that_is_longer_than_its_frame_is_the_parsers_matter() {
    assertHits("ip_1_parsing", Setups.router(), 1, withIpv4(IPV4, 3, 0xff));
    assertHits("ip_1_parsing", Setups.router(), 1, with(IPV6, 19, 0xff));
    assertHits("ip_1_parsing", Setups.router(), 1, IPV4.truncated(14));
    assertHits("ip_1_parsing", Setups.router(), 1, IPV6.truncated(14 + 39));
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.9, 203.0.113.9", "2001:db8:1::9, 2001:db8:3::9"})
  void a_ttl_of_1_or_0_does_not_go_on(String from, String to) {
    assertHits("ttl_value_is_too_small", Setups.router(), 1, routed(from, to, 0));
    assertHits("ttl_value_is_too_small", Setups.router(), 1, routed(from, to, 1));
    assertLeaves(Setups.router(), 1, routed(from, to, 2), 2);
  }

  @Test
  void the_switch_takes_its_own_packets_at_any_ttl() {
    assertHits("local_route", Setups.router(), 1, routed("192.0.2.9", "192.0.2.1", 1));
  }

  @Test
  void a_packet_larger_than_the_egress_mtu_does_not_go_on() {
    // Port 2 has an MTU of 1300 bytes; 20 and 40 are the header's.
    assertHits("mtu_value_is_too_small", Setups.router(), 1, sized(false, 1301 - 20));
    assertHits("mtu_value_is_too_small", Setups.router(), 1, sized(true, 1301 - 40));
    assertLeaves(Setups.router(), 1, sized(false, 1300 - 20), 2);
    assertLeaves(Setups.router(), 1, sized(true, 1300 - 40), 2);
  }

  private static Frame sized(boolean ipv6, int payload) {
    byte[] body = new byte[payload];
    return ipv6
        ? ethernet(ROUTER, HOST1, 0x86dd, ipv6("2001:db8:1::9", "2001:db8:3::9", 64, 59, body))
        : ethernet(ROUTER, HOST1, 0x0800, ipv4("192.0.2.9", "203.0.113.9", 64, 253, body));
  }

  @Test
  void bgp_for_the_switch_has_a_trap_of_its_own() {
    assertHits("ipv4_bgp", Setups.router(), 1, segment("192.0.2.1", tcp(40000, 179)));
    assertHits("ipv4_bgp", Setups.router(), 1, segment("192.0.2.1", tcp(179, 40000)));
    assertHits("local_route", Setups.router(), 1, segment("192.0.2.1", tcp(40000, 180)));
    assertLeaves(Setups.router(), 1, segment("203.0.113.9", tcp(40000, 179)), 2);
  }

  @Test
  void bgp_over_ipv6_for_the_switch_has_a_trap_of_its_own() {
    assertHits("ipv6_bgp", Setups.router(), 1, segment6("2001:db8:1::1", tcp(40000, 179)));
    assertHits("ipv6_bgp", Setups.router(), 1, segment6("2001:db8:1::1", tcp(179, 40000)));
    assertHits("local_route", Setups.router(), 1, segment6("2001:db8:1::1", tcp(40000, 180)));
    assertLeaves(Setups.router(), 1, segment6("2001:db8:3::9", tcp(40000, 179)), 2);
  }

  private static Frame segment6(String to, byte[] tcp) {
    return ethernet(ROUTER, HOST1, 0x86dd, ipv6("2001:db8:1::9", to, 64, 6, tcp));
  }

  private static Frame segment(String to, byte[] tcp) {
    return ethernet(ROUTER, HOST1, 0x0800, ipv4("192.0.2.9", to, 64, 6, tcp));
  }

  @Test
  void a_group_address_behind_the_router_mac_leads_nowhere() {
    assertLeaves(Setups.router(), 1, routed("192.0.2.9", "239.1.2.3", 64));
    assertLeaves(Setups.router(), 1, routed("2001:db8:1::9", "ff05::1", 64));
  }

  @Test
  void a_link_local_address_is_the_cpus_even_if_it_is_the_routers_own() {
    assertHits(
        "ipv6_uc_dip_link_local_scope",
        Setups.router().routerPort("rp3", 3, 0, "fe80::1/64"),
        1,
        routed("2001:db8:1::9", "fe80::1", 64));
  }
}
