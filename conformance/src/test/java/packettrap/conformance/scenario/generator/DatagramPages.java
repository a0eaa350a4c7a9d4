package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.changed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;
import static packettrap.conformance.scenario.generator.Ways.flooded10;

import java.util.List;
import packettrap.spec.packet.Frame;

/** Protocols that are told by a UDP port: BFD and DHCP for IPv6. */
final class DatagramPages {
  /** Version 1, up, detection after 3, 24 bytes: RFC 5880 section 4.1. */
  private static final String BFD = "20 c0 03 18 00000001 00000002 000f4240 000f4240 00000000";

  /** An echo's content is its sender's matter. */
  private static final String ECHO = "00000001 00000002 00000003";

  /** Solicit, with a client identifier and elapsed time: RFC 8415 sections 8, 21. */
  private static final String SOLICIT = "01 123456 0001 000a 00030001 020000000101 0008 0002 0000";

  private static final String ADVERTISE =
      "02 123456 0001 000a 00030001 020000000101 0002 000a 00030001 0200000000fe";

  private static final String AGENTS = "ff02::1:2";

  /** Where the UDP checksum of an untagged packet without options or extensions is. */
  private static final int CHECKSUM_4 = 40;

  private static final int CHECKSUM_6 = 60;

  private DatagramPages() {}

  static List<Page> all() {
    return List.of(bfd(false), bfd(true), dhcp());
  }

  private static Page bfd(boolean ipv6) {
    Frame toHost = bfd(bridged(HOST_1, HOST_2, ipv6)).frame();
    Frame from3 = bfd(bridged(HOST_3, HOST_2, ipv6)).frame();
    Frame wrong = bfd(own(ipv6)).frame();
    return new Page(ipv6 ? "ipv6_bfd" : "ipv4_bfd")
        .hit(
            "control",
            "What a neighbour says to the router is for it.",
            at(1, bfd(own(ipv6)), "to port 3784").hits())
        .hit(
            "echo",
            "An echo is for the router, too.",
            at(1, own(ipv6).ttl(255).udp(49152, 3785, ECHO), "to port 3785").hits())
        .hit(
            "any-ttl",
            "A session may be over more than one hop.",
            at(1, bfd(own(ipv6)).ttl(1), "TTL 1").hits(),
            at(1, bfd(own(ipv6)).ttl(64), "TTL 64").hits())
        .hit(
            "between-others",
            "The switch takes notice of sessions, whoever has them.",
            by7(bfd(routed(ipv6)), "routed").hits(),
            at(1, toHost, "bridged").hits().leaves(2),
            at(3, tagged(10, from3), "bridged, VID 10").hits().leaves(2, from3))
        .shows("PKT-07")
        .hit(
            "before-a-flow-rule",
            "The protocol comes before a flow rule that traps.",
            at(
                    1,
                    bfd(ipv6 ? ipv6From1("2001:db8:a1:21::1") : ipv4From1("10.1.21.1")),
                    "to a destination that a rule traps")
                .hits())
        .shows()
        .shows("PKT-07")
        .hit(
            "before-the-parser",
            "The protocol comes before the drop of a UDP checksum that does not fit.",
            at(1, changed(wrong, ipv6 ? CHECKSUM_6 : CHECKSUM_4, "0bad"), "a wrong checksum")
                .hits())
        .shows()
        .miss(
            "source-port",
            "The destination port decides.",
            by7(routed(ipv6).udp(3784, 49152), "from port 3784"),
            by7(routed(ipv6).udp(3785, 49152), "from port 3785"))
        .miss(
            "other-ports",
            "UDP to other ports is routed.",
            by7(routed(ipv6).udp(49152, 3783), "to port 3783"),
            by7(routed(ipv6).udp(49152, 3786), "to port 3786"),
            by7(routed(ipv6).udp(49152, 3784 + 256), "to port 4040"))
        .miss(
            "tcp",
            "BFD is UDP.",
            by7(routed(ipv6).tcp(49152, 3784, Packet.SYN, ""), "TCP to port 3784"))
        .miss(
            "other-version",
            "Over the other version of IP it has a trap of its own.",
            by7(bfd(routed(!ipv6)), ipv6 ? "IPv4" : "IPv6")
                .hitsInstead(ipv6 ? "ipv4_bfd" : "ipv6_bfd"))
        .miss(
            "last-fragment",
            "A fragment that is not the first has no ports.",
            by7(lastFragment(ipv6, "c0000ec8"), "a last fragment"));
  }

  private static Packet bfd(Packet packet) {
    return packet.ttl(255).protocol(Packet.UDP, "c000 0ec8 0000 0000" + BFD, false, 6);
  }

  private static Packet lastFragment(boolean ipv6, String ports) {
    // Offset 8, no more fragments: RFC 8200 section 4.5.
    return ipv6
        ? routed(true).extensions(44, "11 00 0008 00000001").protocol(Packet.UDP, ports, true, -1)
        : routed(false).lastFragment(Packet.UDP, ports);
  }

  private static Packet own(boolean ipv6) {
    return ipv6 ? ipv6From1("2001:db8:1::1") : ipv4From1("192.0.2.1");
  }

  private static Packet routed(boolean ipv6) {
    return ipv6 ? ipv6From1("2001:db8:a1::1") : ipv4From1("10.1.0.1");
  }

  private static Packet bridged(String sender, String to, boolean ipv6) {
    return ipv6
        ? new Packet(sender, to, "2001:db8:1::11", "2001:db8:1::12")
        : new Packet(sender, to, "192.0.2.11", "192.0.2.12");
  }

  private static Page dhcp() {
    Frame solicit = solicit(HOST_1).frame();
    Frame from3 = solicit(HOST_3).frame();
    Frame from4 = solicit(HOST_4).frame();
    Frame advertise = udp(bridged(HOST_1, HOST_2, true), 547, 546, ADVERTISE).frame();
    // Destination options with a PadN.
    Packet options = solicit(HOST_1).extensions(60, "11 00 0104 00000000");
    return new Page("ipv6_dhcp")
        .hit(
            "to-server",
            "What clients say to all servers and relays is for the switch, too.",
            flooded10(solicit, "a solicit, 546 to 547").hits())
        .hit(
            "to-client",
            "The switch takes notice of what servers say to clients.",
            at(1, advertise, "an advertise, 547 to 546").hits().leaves(2))
        .hit(
            "other-vlans",
            "The switch takes notice in every VLAN.",
            at(4, from4, "VLAN 20, without router interface").hits().leaves(3, tagged(20, from4)),
            at(3, tagged(10, from3), "VID 10").hits().leaves(1, from3).leaves(2, from3))
        .hit(
            "router-port",
            "A router port forwards nothing that is for the link.",
            at(7, solicit(NEIGHBOUR_7), "on port 7").hits().leavesNothing())
        .hit(
            "unicast",
            "The switch takes notice of DHCP, whoever it is sent to.",
            by7(udp(ipv6From1("2001:db8:a1::1"), 546, 547, SOLICIT), "routed").hits(),
            at(1, udp(ipv6From1("2001:db8:1::1"), 546, 547, SOLICIT), "to the router").hits())
        .hit(
            "extension-headers",
            "Extension headers do not hide the ports.",
            flooded10(options.frame(), "behind destination options").hits())
        .shows("PKT-07")
        .hit(
            "before-the-parser",
            "The protocol comes before the drop of a UDP checksum that does not fit.",
            at(1, changed(solicit, CHECKSUM_6, "0bad"), "a wrong checksum").hits())
        .shows()
        .shows("PKT-07")
        .miss(
            "after-a-flow-rule",
            "A flow rule that traps comes before the protocol.",
            at(1, solicit(FlowRules.TRAPPED_SOURCE), "from 02:00:00:00:ac:21")
                .hitsInstead("flow_action_trap"))
        .shows()
        .miss(
            "source-port",
            "The destination port decides.",
            by7(ipv6From1("2001:db8:a1::1").udp(546, 50000), "from port 546"),
            by7(ipv6From1("2001:db8:a1::1").udp(547, 50000), "from port 547"))
        .miss(
            "other-ports",
            "UDP to other ports is routed.",
            by7(ipv6From1("2001:db8:a1::1").udp(50000, 545), "to port 545"),
            by7(ipv6From1("2001:db8:a1::1").udp(50000, 548), "to port 548"),
            by7(ipv6From1("2001:db8:a1::1").udp(50000, 547 + 256), "to port 803"))
        .miss(
            "tcp",
            "DHCP is UDP.",
            by7(ipv6From1("2001:db8:a1::1").tcp(546, 547, Packet.SYN, ""), "TCP to port 547"))
        .miss(
            "ipv4",
            "DHCP for IPv4 has other ports.",
            by7(ipv4From1("10.1.0.1").udp(546, 547), "IPv4, UDP from 546 to 547"))
        .miss(
            "last-fragment",
            "A fragment that is not the first has no ports.",
            by7(lastFragment(true, "02220223"), "a last fragment"));
  }

  private static Packet solicit(String sender) {
    return udp(Multicast.to(AGENTS, sender, "fe80::11"), 546, 547, SOLICIT);
  }

  private static Packet udp(Packet packet, int from, int to, String payload) {
    return packet.protocol(
        Packet.UDP, "%04x%04x 0000 0000".formatted(from, to) + payload, false, 6);
  }
}
