package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;
import static packettrap.conformance.scenario.generator.Ways.flooded10;

import java.util.List;
import packettrap.spec.packet.Frame;

/** Services that a switch takes part in: DHCP and BGP. */
final class ServicePages {

  private static final String ALL = "255.255.255.255";

  /** RFC 2131, section 2. */
  private static final int BOOT_REQUEST = 1;

  private static final int BOOT_REPLY = 2;

  private ServicePages() {}

  static List<Page> all() {
    return List.of(dhcp(), bgp());
  }

  private static Page dhcp() {
    Frame discover = dhcpPacket(HOST_1, BROADCAST, "0.0.0.0", ALL, true, 1).frame();
    Frame offer = dhcpPacket(HOST_1, BROADCAST, "192.0.2.11", ALL, false, 2).frame();
    Frame toHost2 = dhcpPacket(HOST_1, HOST_2, "192.0.2.11", "192.0.2.12", true, 3).frame();
    Frame from3 = dhcpPacket(HOST_3, BROADCAST, "0.0.0.0", ALL, true, 3).frame();
    return new Page("ipv4_dhcp")
        .hit(
            "to-server",
            "What clients say to everyone is for the switch, too.",
            flooded10(discover, "a discover, 68 to 67").hits())
        .hit(
            "to-client",
            "What servers say to everyone is for the switch, too.",
            flooded10(offer, "an offer, 67 to 68").hits())
        .hit(
            "tagged",
            "A tag changes nothing.",
            at(3, tagged(10, from3), "a request, VID 10").hits().leaves(1, from3).leaves(2, from3))
        .hit(
            "router-port",
            "A router port forwards nothing that is for everyone.",
            at(7, dhcpPacket(NEIGHBOUR_7, BROADCAST, "0.0.0.0", ALL, true, 1), "a discover")
                .hits()
                .leavesNothing(),
            at(8, dhcpPacket(NEIGHBOUR_8, BROADCAST, "203.0.113.2", ALL, false, 5), "an ack")
                .hits()
                .leavesNothing())
        .hit(
            "router-mac",
            "A packet for everyone may come in a frame to the router.",
            at(7, dhcpPacket(NEIGHBOUR_7, ROUTER, "198.51.100.2", ALL, false, 2), "an offer")
                .hits())
        .hit(
            "to-server-unicast",
            "The switch takes notice of DHCP, whoever it is sent to.",
            by7(dhcpPacket(HOST_1, ROUTER, "192.0.2.11", "10.1.0.1", true, 3), "routed").hits(),
            at(1, toHost2, "bridged").hits().leaves(2))
        .hit(
            "to-itself",
            "DHCP to the switch itself is not just any packet to it.",
            at(1, dhcpPacket(HOST_1, ROUTER, "192.0.2.11", "192.0.2.1", true, 3), "to port 67")
                .hits())
        .miss(
            "source-port",
            "The destination port decides.",
            by7(bootp(ipv4From1("10.1.0.1"), 67, 50000, BOOT_REPLY, 5), "from port 67"),
            by7(bootp(ipv4From1("10.1.0.1"), 68, 50000, BOOT_REQUEST, 3), "from port 68"))
        .miss(
            "other-ports",
            "UDP to other ports is routed.",
            by7(ipv4From1("10.1.0.1").udp(40000, 66), "to port 66"),
            by7(ipv4From1("10.1.0.1").udp(40000, 67 + 256), "to port 323"),
            by7(ipv4From1("10.1.0.1").udp(40000, 67 << 8), "to port 17152"),
            by7(ipv4From1("10.1.0.1").udp(40000, 68 << 8), "to port 17408"))
        .miss(
            "other-ports-to-everyone",
            "Other UDP for everyone is flooded.",
            at(4, new Packet(HOST_4, BROADCAST, "0.0.0.0", ALL).udp(40000, 66), "to port 66")
                .leaves(
                    3,
                    tagged(
                        20, new Packet(HOST_4, BROADCAST, "0.0.0.0", ALL).udp(40000, 66).frame())))
        .miss(
            "tcp",
            "DHCP is UDP.",
            by7(ipv4From1("10.1.0.1").tcp(68, 67, Packet.SYN, ""), "TCP from 68 to 67"),
            by7(ipv4From1("10.1.0.1").tcp(67, 68, Packet.SYN, ""), "TCP from 67 to 68"))
        .miss(
            "ipv6",
            "DHCP for IPv6 has other ports.",
            by7(
                dhcpPacket(HOST_1, ROUTER, "2001:db8:1::11", "2001:db8:a1::1", true, 1),
                "IPv6, UDP from 68 to 67"))
        .miss(
            "last-fragment",
            "A fragment that is not the first has no ports.",
            by7(ipv4From1("10.1.0.1").lastFragment(Packet.UDP, "00440043"), "a last fragment"));
  }

  private static Packet dhcpPacket(
      String mac, String toMac, String from, String to, boolean client, int message) {
    Packet packet = new Packet(mac, toMac, from, to);
    return client
        ? bootp(packet, 68, 67, BOOT_REQUEST, message)
        : bootp(packet, 67, 68, BOOT_REPLY, message);
  }

  /** The fields of BOOTP, of which most are empty, and the type of the DHCP message. */
  private static Packet bootp(Packet packet, int from, int to, int operation, int message) {
    String fields =
        "%02x".formatted(operation)
            + "010600 12345678 0000 0000"
            + "00000000".repeat(4)
            + HOST_1.replace(":", "")
            + "00".repeat(10 + 64 + 128);
    String options = "63825363 3501%02x ff".formatted(message) + "00".repeat(56);
    return packet.protocol(
        Packet.UDP, "%04x%04x 0000 0000".formatted(from, to) + fields + options, false, 6);
  }

  private static Page bgp() {
    String own = "192.0.2.1";
    Packet transit = ipv4From1("10.1.0.1").tcp(40000, 179, Packet.SYN, "");
    Packet transitBack = ipv4From1("10.1.0.1").tcp(179, 40000, Packet.SYN, "");
    Packet from3 = new Packet(HOST_3, ROUTER, "192.0.2.13", own).tcp(40000, 179, Packet.SYN, "");
    Packet toHost =
        new Packet(HOST_1, HOST_2, "192.0.2.11", "192.0.2.12").tcp(40000, 179, Packet.SYN, "");
    // Marker, length, type 4: RFC 4271 section 4.4.
    String keepAlive = "ff".repeat(16) + "001304";
    return new Page("ipv4_bgp")
        .hit(
            "to-port-179",
            "TCP to port 179 of the router is BGP.",
            at(1, ipv4From1(own).tcp(40000, 179, Packet.SYN, ""), "a SYN").hits(),
            at(7, ipv4From7("198.51.100.1").tcp(40000, 179, Packet.SYN, ""), "port 7").hits())
        .hit(
            "from-port-179",
            "What a neighbour answers from port 179 is BGP, too.",
            at(1, ipv4From1(own).tcp(179, 40000, 0x12, ""), "a SYN ACK from port 179").hits())
        .hit(
            "keep-alive",
            "A message of BGP is BGP.",
            at(1, ipv4From1(own).tcp(40000, 179, Packet.PSH_ACK, keepAlive), "to 179").hits(),
            at(1, ipv4From1(own).tcp(179, 40000, Packet.PSH_ACK, keepAlive), "from 179").hits())
        .hit(
            "other-interface",
            "Any address of the router will do.",
            at(1, ipv4From1("203.0.113.1").tcp(40000, 179, Packet.SYN, ""), "to port 8's").hits())
        .hit(
            "ttl-1",
            "A neighbour may send with TTL 1 (RFC 4271 section 5.1.3).",
            at(7, ipv4From7("198.51.100.1").ttl(1).tcp(40000, 179, Packet.SYN, ""), "TTL 1").hits())
        .hit("tagged", "A tag changes nothing.", at(3, tagged(10, from3.frame()), "VID 10").hits())
        .hit(
            "options",
            "TCP begins behind the options of IPv4.",
            at(
                    1,
                    ipv4From1(own).options("01010101").tcp(40000, 179, Packet.SYN, ""),
                    "header length 6")
                .hits())
        .miss(
            "transit",
            "BGP between others is routed.",
            by7(transit, "to port 179"),
            by7(transitBack, "from port 179"))
        .miss(
            "bridged",
            "BGP between hosts is bridged.",
            at(1, toHost, "to port 179 of a host").leaves(2))
        .miss(
            "other-ports",
            "TCP to other ports of the router is not BGP.",
            local(ipv4From1(own).tcp(40000, 178, Packet.SYN, ""), "to port 178"),
            local(ipv4From1(own).tcp(40000, 180, Packet.SYN, ""), "to port 180"),
            local(ipv4From1(own).tcp(40000, 179 << 8, Packet.SYN, ""), "to port 45824"),
            local(ipv4From1(own).tcp(40000, 179 + 256, Packet.SYN, ""), "to port 435"))
        .miss(
            "ipv6",
            "BGP over IPv6 has a trap of its own.",
            at(1, ipv6From1("2001:db8:1::1").tcp(40000, 179, Packet.SYN, ""), "to port 179")
                .hitsInstead("ipv6_bgp"))
        .miss("udp", "BGP is TCP.", local(ipv4From1(own).udp(40000, 179), "UDP to port 179"))
        .miss(
            "last-fragment",
            "A fragment that is not the first has no ports.",
            local(ipv4From1(own).lastFragment(Packet.TCP, "9c4000b3"), "a last fragment"));
  }

  private static Shot local(Packet packet, String what) {
    return at(1, packet, what).hitsInstead("local_route");
  }
}
