package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static packettrap.asic.Frames.BROADCAST;
import static packettrap.asic.Frames.HOST1;
import static packettrap.asic.Frames.HOST2;
import static packettrap.asic.Frames.arp;
import static packettrap.asic.Frames.ethernet;
import static packettrap.asic.Frames.hex;
import static packettrap.asic.Frames.ipv4;
import static packettrap.asic.Frames.ipv6;
import static packettrap.asic.Frames.tagged;
import static packettrap.asic.Frames.udp;
import static packettrap.asic.Verdicts.assertHits;
import static packettrap.asic.Verdicts.assertLeaves;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.packet.Frame;

class ControlTrapTests {
  private static final String STP = "01:80:c2:00:00:00";
  private static final String LACP = "01:80:c2:00:00:02";
  private static final String LLDP = "01:80:c2:00:00:0e";
  private static final String GROUP = "01:00:5e:01:02:03";
  private static final String GROUP6 = "33:33:00:00:00:01";

  /** A hop-by-hop header with a router alert (RFC 2711) and a PadN, before ICMPv6. */
  private static final byte[] ROUTER_ALERT = hex("3a00 05020000 0100");

  @ParameterizedTest
  @CsvSource({
    "stp,  01:80:c2:00:00:00, 0026, 424203 0000",
    "lacp, 01:80:c2:00:00:02, 8809, 01 01",
    "lldp, 01:80:c2:00:00:0e, 88cc, 0207 04"
  })
  void link_protocols_need_no_configuration(String trap, String to, String type, String payload) {
    Frame frame = ethernet(to, HOST1, Integer.parseInt(type, 16), hex(payload), new byte[42]);
    assertHits(trap, SwitchConfig.builder(), 8, frame);
    assertHits(trap, Setups.bridge(), 1, frame);
    assertHits(trap, Setups.router(), 1, frame);
  }

  @Test
  void what_is_almost_a_link_protocol_is_not_relayed_either() {
    assertLeaves(Setups.bridge(), 1, ethernet(STP, HOST1, 0x26, hex("424303"), new byte[35]));
    assertLeaves(Setups.bridge(), 1, ethernet(STP, HOST1, 0x0642, hex("424203"), new byte[35]));
    assertHits("llc_snap_parsing", Setups.bridge(), 1, ethernet(STP, HOST1, 0x26, hex("4242")));
    assertLeaves(Setups.bridge(), 1, ethernet(LACP, HOST1, 0x8809, hex("02"), new byte[45]));
    assertLeaves(Setups.bridge(), 1, ethernet(LACP, HOST1, 0x8809));
    assertLeaves(Setups.bridge(), 1, ethernet(LLDP, HOST1, 0x88cd, new byte[46]));
  }

  @Test
  void a_link_protocol_to_another_address_is_relayed() {
    String next = "01:80:c2:00:00:10";
    assertLeaves(Setups.bridge(), 1, ethernet(next, HOST1, 0x88cc, new byte[46]), 2, 3);
    assertLeaves(Setups.bridge(), 1, ethernet(HOST2, HOST1, 0x8809, hex("01"), new byte[45]), 2);
  }

  @Test
  void igmp_is_told_by_its_type() {
    assertHits("igmp_query", Setups.bridge(), 1, igmp(0x11));
    assertHits("igmp_v2_report", Setups.bridge(), 1, igmp(0x16));
    assertLeaves(Setups.bridge(), 1, igmp(0x18), 2, 3);
  }

  @Test
  void igmp_is_found_behind_options() {
    byte[] packet = igmp(0x16).toByteArray();
    Frame withOptions =
        Frames.withIpv4(
            Frame.of(
                Frames.join(
                    Arrays.copyOf(packet, 14),
                    hex("4600 0020 00000000 0102 0000 c0000209 e0000001 94040000"),
                    hex("16000000 e0000001"))),
            0,
            0x46);
    assertHits("igmp_v2_report", Setups.bridge(), 1, withOptions);
  }

  private static Frame igmp(int type) {
    byte[] message = hex(String.format("%02x000000 e0000001", type));
    return ethernet(GROUP, HOST1, 0x0800, ipv4("192.0.2.9", "224.0.0.1", 1, 2, message));
  }

  @Test
  void an_mld_query_comes_with_a_router_alert() {
    assertHits("mld_query", Setups.bridge(), 1, icmpv6(130, ROUTER_ALERT));
    assertLeaves(Setups.bridge(), 1, icmpv6(130), 2, 3);
    assertLeaves(Setups.bridge(), 1, icmpv6(130, hex("3a00 01040000 0000")), 2, 3);
    assertLeaves(Setups.bridge(), 1, icmpv6(129, ROUTER_ALERT), 2, 3);
  }

  @Test
  void neighbour_discovery_is_told_by_its_type() {
    assertHits("ipv6_neigh_solicit", Setups.bridge(), 1, icmpv6(135));
    assertHits("ipv6_neigh_advert", Setups.bridge(), 1, icmpv6(136));
    assertLeaves(Setups.bridge(), 1, icmpv6(138), 2, 3);
  }

  @Test
  void a_hop_by_hop_header_only_comes_first() {
    byte[] solicit = new byte[24];
    solicit[0] = (byte) 135;
    byte[] options = hex("3a00 0104 00000000");
    byte[] hopByHopNext = hex("0000 0104 00000000");
    Frame behindOptions =
        ethernet(GROUP6, HOST1, 0x86dd, ipv6("fe80::9", "ff02::1", 255, 60, options, solicit));
    Frame hopByHopSecond =
        ethernet(
            GROUP6,
            HOST1,
            0x86dd,
            ipv6("fe80::9", "ff02::1", 255, 60, hopByHopNext, options, solicit));
    assertHits("ipv6_neigh_solicit", Setups.bridge(), 1, behindOptions);
    assertLeaves(Setups.bridge(), 1, hopByHopSecond, 2, 3);
  }

  private static Frame icmpv6(int type, byte[]... extension) {
    byte[] message = new byte[24];
    message[0] = (byte) type;
    int next = extension.length == 0 ? 58 : 0;
    byte[] packet = ipv6("fe80::9", "ff02::1", 255, next, Frames.join(extension), message);
    return ethernet(GROUP6, HOST1, 0x86dd, packet);
  }

  @Test
  void dhcp_is_told_by_the_destination_port() {
    assertHits("ipv4_dhcp", Setups.bridge(), 1, datagram(68, 67));
    assertHits("ipv4_dhcp", Setups.bridge(), 1, datagram(67, 68));
    assertLeaves(Setups.bridge(), 1, datagram(68, 69), 2, 3);
  }

  @Test
  void a_later_fragment_has_no_ports() {
    assertLeaves(Setups.bridge(), 1, Frames.withIpv4(datagram(68, 67), 7, 1), 2, 3);
    assertLeaves(Setups.bridge(), 1, Frames.withIpv4(datagram(68, 67), 6, 0x10), 2, 3);
    assertHits("ipv4_dhcp", Setups.bridge(), 1, Frames.withIpv4(datagram(68, 67), 6, 0x20));
  }

  private static Frame datagram(int from, int to) {
    byte[] packet = ipv4("0.0.0.0", "255.255.255.255", 64, 17, udp(from, to));
    return ethernet(BROADCAST, HOST1, 0x0800, packet);
  }

  @Test
  void arp_is_told_by_its_operation() {
    assertLeaves(Setups.bridge(), 1, ethernet(BROADCAST, HOST1, 0x0806, arp(3)), 2, 3);
    assertHits("arp_request", Setups.bridge(), 1, ethernet(BROADCAST, HOST1, 0x0806, arp(1)));
    assertHits("arp_response", Setups.bridge(), 1, ethernet(HOST2, HOST1, 0x0806, arp(2)));
  }

  @Test
  void arp_is_found_behind_tags_and_on_router_ports() {
    Frame request = ethernet(BROADCAST, HOST1, 0x0806, arp(1));
    assertHits("arp_request", Setups.bridge(), 1, tagged(request, 10));
    assertHits("arp_request", Setups.bridge(), 1, tagged(tagged(request, 7), 0x88a8, 8));
    assertHits("arp_request", Setups.router(), 1, request);
  }

  @Test
  void network_protocols_need_a_port_that_is_configured() {
    assertLeaves(Setups.bridge(), 8, ethernet(BROADCAST, HOST1, 0x0806, arp(1)));
    assertLeaves(Setups.bridge(), 8, igmp(0x16));
  }

  @Test
  void what_is_mirrored_goes_on_and_what_is_trapped_does_not() {
    TestSwitch device = new TestSwitch(Setups.bridge());
    device.receive(1, igmp(0x11));
    assertEquals(List.of("igmp_query"), device.reportedTraps());
    assertEquals(List.of(2, 3), device.sentPorts());
    device.receive(1, igmp(0x16));
    assertEquals(List.of("igmp_v2_report"), device.reportedTraps());
    assertEquals(List.of(), device.sentPorts());
  }
}
