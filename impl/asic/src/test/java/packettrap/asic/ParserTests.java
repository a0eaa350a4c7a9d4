package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static packettrap.asic.Frames.HOST1;
import static packettrap.asic.Frames.HOST2;
import static packettrap.asic.Frames.ROUTER;
import static packettrap.asic.Frames.ethernet;
import static packettrap.asic.Frames.hex;
import static packettrap.asic.Frames.ipv4;
import static packettrap.asic.Frames.ipv6;
import static packettrap.asic.Frames.join;
import static packettrap.asic.Frames.tagged;
import static packettrap.asic.Frames.udp;
import static packettrap.asic.Verdicts.assertHits;
import static packettrap.asic.Verdicts.assertLeaves;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import packettrap.asic.packet.Packet;
import packettrap.asic.packet.Packet.Carrier;
import packettrap.asic.packet.Parser;
import packettrap.asic.trap.Check;
import packettrap.spec.packet.Frame;

class ParserTests {
  private static final byte[] INNER = ipv4("10.0.0.1", "10.0.0.2", 64, 17, udp(1, 2));
  private static final byte[] CONTENT = hex("aabbccdd");

  private static Packet parsed(Frame frame) {
    Packet packet = new Packet();
    assertTrue(Parser.parse(1, frame, packet));
    return packet;
  }

  private static Packet parsed4(int protocol, byte[]... payload) {
    byte[] packet = ipv4("192.0.2.9", "198.51.100.1", 64, protocol, payload);
    return parsed(ethernet(HOST2, HOST1, 0x0800, packet));
  }

  private static Packet parsed6(int next, byte[]... payload) {
    byte[] packet = ipv6("2001:db8::9", "2001:db8:2::1", 64, next, payload);
    return parsed(ethernet(HOST2, HOST1, 0x86dd, packet));
  }

  @Test
  void a_packet_is_filled_anew_for_each_frame() {
    Packet packet = new Packet();
    Parser.parse(1, tagged(ethernet(HOST2, HOST1, 0x0800, INNER), 10), packet);
    Parser.parse(2, ethernet(HOST1, HOST2, 0x88b5, new byte[46]), packet);
    assertEquals(0, packet.tags);
    assertEquals(0, packet.vlanId());
    assertEquals(0, packet.ipVersion);
    assertEquals(-1, packet.ipProtocol);
    assertEquals(-1, packet.destinationPort);
    assertEquals(2, packet.port);
  }

  @Test
  void the_outermost_customer_tag_counts_and_the_ether_type_is_behind_all() {
    Frame plain = ethernet(HOST2, HOST1, 0x0800, INNER);
    Packet stacked = parsed(tagged(tagged(plain, 20), 10));
    assertEquals(10, stacked.vlanId());
    assertEquals(2, stacked.tags);
    assertEquals(4, stacked.ipVersion);
    assertEquals(2, stacked.destinationPort);
    Packet service = parsed(tagged(tagged(plain, 20), 0x88a8, 10));
    assertFalse(service.tagged);
    assertEquals(2, service.tags);
    assertEquals(0x0800, service.etherType);
  }

  @Test
  void the_length_of_a_frame_in_snap_ends_it() {
    byte[] snap = join(hex("aaaa03 000000 0800"), INNER);
    Packet packet = parsed(ethernet(HOST2, HOST1, snap.length, snap, new byte[30]));
    assertNull(packet.error);
    assertEquals(0x0800, packet.etherType);
    assertEquals(2, packet.destinationPort);
    assertEquals(14 + snap.length, packet.end);
    Packet shorter = parsed(ethernet(HOST2, HOST1, snap.length - 1, snap, new byte[30]));
    assertEquals(Check.IP_1_PARSING, shorter.error);
  }

  @Test
  void ip_in_snap_is_routed_and_leaves_as_ethernet() {
    byte[] packet = ipv4("192.0.2.9", "203.0.113.9", 64, 17, udp(1000, 2000));
    byte[] snap = join(hex("aaaa03 000000 0800"), packet);
    TestSwitch device = new TestSwitch(Setups.router());
    device.receive(1, ethernet(ROUTER, HOST1, snap.length, snap));
    byte[] routed = ipv4("192.0.2.9", "203.0.113.9", 63, 17, udp(1000, 2000));
    assertEquals(
        List.of(new TestSwitch.Sent(2, ethernet(HOST2, ROUTER, 0x0800, routed))), device.sent);
  }

  @Test
  void options_do_not_hide_the_ports_and_a_router_alert_is_seen() {
    byte[] packet = ipv4("192.0.2.9", "198.51.100.1", 64, 17, udp(1, 2));
    byte[] withOptions =
        join(hex("4700"), u16(packet.length + 8), Arrays.copyOfRange(packet, 4, 20));
    byte[] options = hex("01 01 94040000 01 00");
    Frame frame =
        Frames.withIpv4(
            ethernet(
                HOST2,
                HOST1,
                0x0800,
                withOptions,
                options,
                Arrays.copyOfRange(packet, 20, packet.length)),
            0,
            0x47);
    Packet read = parsed(frame);
    assertNull(read.error);
    assertTrue(read.routerAlert);
    assertEquals(2, read.destinationPort);
  }

  private static byte[] u16(int value) {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  @Test
  void extension_headers_are_walked_in_any_order() {
    byte[] solicit = new byte[24];
    solicit[0] = (byte) 135;
    byte[] options = hex("2b00 0104 00000000");
    byte[] routing = hex("3300 0000 00000000");
    byte[] authentication = hex("2c02 0000 00000100 00000001 00000000");
    byte[] atomicFragment = hex("3a00 0000 00000001");
    Packet packet = parsed6(60, options, routing, authentication, atomicFragment, solicit);
    assertNull(packet.error);
    assertEquals(58, packet.ipProtocol);
    assertFalse(packet.fragment);
    assertEquals(14 + 40 + 8 + 8 + 16 + 8, packet.upper);
  }

  @Test
  void a_later_fragment_has_a_protocol_and_nothing_else() {
    Packet packet = parsed6(44, hex("1100 0008 00000001"), udp(1, 2));
    assertEquals(17, packet.ipProtocol);
    assertEquals(-1, packet.upper);
    assertEquals(-1, packet.destinationPort);
    assertTrue(packet.fragment);
    assertNull(packet.error);
  }

  @Test
  void a_checksum_is_not_held_against_addresses_that_are_not_the_last() {
    byte[] datagram = udp(1, 2);
    datagram[6] = 1;
    assertEquals(Check.UDP_PARSING, parsed6(60, hex("1100 0104 00000000"), datagram).error);
    byte[] segmentLeft = join(hex("1102 0001 00000000"), Frames.ip("2001:db8:3::1"));
    assertNull(parsed6(43, segmentLeft, datagram).error);
    byte[] homeAddress = join(hex("1102 0102 0000 c910"), Frames.ip("2001:db8:3::1"));
    assertNull(parsed6(60, homeAddress, datagram).error);
    byte[] noneLeft = join(hex("1102 0000 00000000"), Frames.ip("2001:db8:3::1"));
    assertEquals(Check.UDP_PARSING, parsed6(43, noneLeft, datagram).error);
  }

  @Test
  void a_jumbogram_has_its_length_in_an_option() {
    byte[] payload = new byte[65_536 - 8];
    byte[] packet = ipv6("2001:db8::9", "2001:db8:2::1", 64, 0, hex("3b00 c204 00010000"), payload);
    packet[4] = 0;
    packet[5] = 0;
    Packet read = parsed(ethernet(HOST2, HOST1, 0x86dd, packet));
    assertNull(read.error);
    assertEquals(40 + 65_536, read.ipLength);
    Packet cut = parsed(ethernet(HOST2, HOST1, 0x86dd, packet).truncated(60_000));
    assertEquals(Check.IP_1_PARSING, cut.error);
  }

  @Test
  void udp_over_ipv6_may_lack_a_checksum_if_it_is_a_tunnel() {
    byte[] toTunnel = join(hex("9c40 12b5 0014 0000 08000000 00000100"), CONTENT);
    byte[] packet = ipv6("2001:db8::9", "2001:db8:2::1", 64, 17, toTunnel);
    packet[46] = 0;
    packet[47] = 0;
    assertNull(parsed(ethernet(HOST2, HOST1, 0x86dd, packet)).error);
    packet[43] = (byte) 0xb7;
    assertEquals(Check.UDP_PARSING, parsed(ethernet(HOST2, HOST1, 0x86dd, packet)).error);
  }

  @Test
  void what_a_tunnel_carries_is_a_packet_of_its_own() {
    Packet ip = parsed4(4, INNER);
    assertEquals(Carrier.IP, ip.carrier);
    assertTrue(ip.hasInner);
    assertFalse(ip.inner.hasEthernet);
    assertEquals(34, ip.inner.start);
    assertEquals(2, ip.inner.destinationPort);
    Packet gre = parsed4(47, hex("2000 0800 0000002a"), INNER);
    assertEquals(Carrier.GRE, gre.carrier);
    assertEquals(42, gre.carrierKey);
    assertEquals(4, gre.inner.ipVersion);
    byte[] frame = ethernet(HOST1, HOST2, 0x0800, INNER).toByteArray();
    Packet bridged = parsed4(47, hex("0000 6558"), frame);
    assertEquals(-1, bridged.carrierKey);
    assertTrue(bridged.inner.hasEthernet);
    assertEquals(0x0200_0000_0001L, bridged.inner.destination);
    byte[] vxlan = join(hex("9c40 12b5"), u16(16 + frame.length), hex("0000 08000000 00002a00"));
    Packet overlay = parsed4(17, vxlan, frame);
    assertEquals(Carrier.VXLAN, overlay.carrier);
    assertEquals(42, overlay.carrierKey);
    assertEquals(2, overlay.inner.destinationPort);
    Packet tooShort = parsed4(17, hex("9c40 12b5 0014 0000 08000000 00002a00"), CONTENT);
    assertEquals(Carrier.VXLAN, tooShort.carrier);
    assertFalse(tooShort.hasInner);
    assertNull(tooShort.error);
    byte[] gtp = join(hex("0868 0868"), u16(16 + INNER.length), hex("0000 30ff"));
    Packet user = parsed4(17, gtp, u16(INNER.length), hex("0000002a"), INNER);
    assertEquals(Carrier.GTP, user.carrier);
    assertEquals(42, user.carrierKey);
    assertEquals(2, user.inner.destinationPort);
  }

  @Test
  void what_is_under_a_label_is_ip_if_it_is_said_or_looks_like_it() {
    byte[] broken = INNER.clone();
    broken[11]++;
    Packet sound = parsed(ethernet(HOST2, HOST1, 0x8847, hex("00010140"), INNER));
    assertEquals(2, sound.inner.destinationPort);
    Packet unknown = parsed(ethernet(HOST2, HOST1, 0x8847, hex("00010140"), broken));
    assertNull(unknown.error);
    assertFalse(unknown.hasInner);
    Packet said = parsed(ethernet(HOST2, HOST1, 0x8847, hex("00000140"), broken));
    assertEquals(Check.IP_1_PARSING, said.error);
  }

  @Test
  void the_first_ip_header_is_the_first_and_all_others_are_the_nth() {
    byte[] broken = INNER.clone();
    broken[11]++;
    assertEquals(Check.IP_N_PARSING, parsed4(4, broken).error);
    assertEquals(Check.IP_1_PARSING, parsed(ethernet(HOST2, HOST1, 0x0800, broken)).error);
    byte[] pppoe = join(hex("1100 0001"), u16(2 + broken.length), hex("0021"));
    assertEquals(Check.IP_1_PARSING, parsed(ethernet(HOST2, HOST1, 0x8864, pppoe, broken)).error);
  }

  @Test
  void an_error_ends_the_frame_on_every_port() {
    Frame frame = ethernet(HOST2, HOST1, 0x0806, hex("0001 0800 0604"));
    assertHits("arp_parsing", Setups.bridge(), 1, frame);
    assertHits("arp_parsing", Setups.router(), 1, frame);
    assertHits("arp_parsing", Setups.bridge(), 8, frame);
    assertLeaves(Setups.bridge(), 1, ethernet(HOST2, HOST1, 0x88b5, hex("0001 0800 0604")), 2);
  }
}
