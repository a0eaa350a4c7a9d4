package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;
import static packettrap.conformance.scenario.generator.Ways.flooded10;

import java.util.List;
import packettrap.spec.packet.Frame;
import packettrap.spec.packet.IpAddress;

/** How neighbours find each other; here IPv6, RFC 4861. */
final class NeighbourPages {

  private static final int ARP = 0x0806;

  private static final int REVERSE_ARP = 0x8035;

  private static final String SOLICITED_1 = "ff02::1:ff00:1";

  private static final String SOLICITED_1_MAC = "33:33:ff:00:00:01";

  private NeighbourPages() {}

  static List<Page> all() {
    return List.of(ArpPages.arpRequest(), ArpPages.arpResponse(), solicitation(), advertisement());
  }

  private static Page solicitation() {
    Frame fromHost = solicit(HOST_1, "2001:db8:1::11", SOLICITED_1_MAC, SOLICITED_1).frame();
    Frame linkLocal = solicit(HOST_1, "fe80::11", SOLICITED_1_MAC, SOLICITED_1).frame();
    Frame duplicate =
        new Packet(HOST_1, "33:33:ff:00:00:11", "::", "ff02::1:ff00:11")
            .ttl(255)
            .icmp(135, target("2001:db8:1::11"))
            .frame();
    Frame toHost2 = solicit(HOST_1, "2001:db8:1::11", HOST_2, "2001:db8:1::12").frame();
    Frame from4 = solicit(HOST_4, "2001:db8:1::14", SOLICITED_1_MAC, SOLICITED_1).frame();
    Frame from3 = solicit(HOST_3, "2001:db8:1::13", SOLICITED_1_MAC, SOLICITED_1).frame();
    return neighbourMisses(
            new Page("ipv6_neigh_solicit")
                .hit(
                    "solicited-node",
                    "A switch takes notice of solicitations to the group of its address.",
                    flooded10(fromHost, "who has 2001:db8:1::1").hits(),
                    flooded10(linkLocal, "the same from fe80::11").hits())
                .hit(
                    "duplicate-detection",
                    "A solicitation may have no source and no option (RFC 4862).",
                    flooded10(duplicate, "who has 2001:db8:1::11, from ::").hits())
                .hit(
                    "tagged",
                    "A tag changes nothing.",
                    at(3, tagged(10, from3), "VID 10").hits().leaves(1, from3).leaves(2, from3))
                .hit(
                    "router-port",
                    "A router port forwards no neighbour discovery.",
                    at(
                            7,
                            solicit(NEIGHBOUR_7, "2001:db8:2::2", SOLICITED_1_MAC, SOLICITED_1),
                            "port 7")
                        .hits()
                        .leavesNothing(),
                    at(
                            8,
                            solicit(NEIGHBOUR_8, "2001:db8:3::2", SOLICITED_1_MAC, SOLICITED_1),
                            "port 8")
                        .hits()
                        .leavesNothing())
                .hit(
                    "unicast",
                    "A solicitation may go to the router alone, and is not just any packet to it.",
                    at(1, solicit(HOST_1, "2001:db8:1::11", ROUTER, "2001:db8:1::1"), "VLAN 10")
                        .hits(),
                    at(7, solicit(NEIGHBOUR_7, "2001:db8:2::2", ROUTER, "2001:db8:2::1"), "port 7")
                        .hits()),
            135)
        .hit(
            "bridged",
            "A switch takes notice of what hosts ask each other.",
            at(1, toHost2, "from host to host").hits().leaves(2),
            at(4, from4, "in a VLAN without router interface").hits().leaves(3, tagged(20, from4)))
        .miss(
            "advertisement",
            "An advertisement is not a solicitation.",
            at(7, advertise(NEIGHBOUR_7, "2001:db8:2::2", "2001:db8:2::1"), "type 136")
                .hitsInstead("ipv6_neigh_advert"));
  }

  private static Page advertisement() {
    Frame toHost2 = advertise(HOST_1, HOST_2, "2001:db8:1::11", "2001:db8:1::12").frame();
    Frame from4 = advertise(HOST_4, HOST_3, "2001:db8:1::14", "2001:db8:1::13").frame();
    Packet from3 = advertise(HOST_3, "2001:db8:1::13", "2001:db8:1::1");
    Frame large =
        new Packet(NEIGHBOUR_7, ROUTER, "2001:db8:2::2", "2001:db8:2::1")
            .ttl(255)
            .icmp(
                136,
                "60000000"
                    + address("2001:db8:2::2")
                    + "0201020000000701"
                    + "fd01000000000000".repeat(150))
            .frame();
    return neighbourMisses(
            new Page("ipv6_neigh_advert")
                .hit(
                    "from-vlan",
                    "An advertisement to the router is not just any packet to it.",
                    at(1, advertise(HOST_1, "2001:db8:1::11", "2001:db8:1::1"), "VLAN 10").hits())
                .hit(
                    "from-router-port",
                    "An advertisement to the router is not just any packet to it, on no interface.",
                    at(7, advertise(NEIGHBOUR_7, "2001:db8:2::2", "2001:db8:2::1"), "port 7")
                        .hits(),
                    at(8, advertise(NEIGHBOUR_8, "2001:db8:3::2", "2001:db8:3::1"), "port 8")
                        .hits())
                .hit(
                    "tagged",
                    "A tag changes nothing.",
                    at(3, tagged(10, from3.frame()), "VID 10").hits())
                .hit(
                    "large",
                    "An advertisement may have many options.",
                    at(7, large, "1278 bytes").hits()),
            136)
        .hit(
            "bridged",
            "A switch takes notice of what hosts answer each other.",
            at(1, toHost2, "from host to host").hits().leaves(2),
            at(4, from4, "in a VLAN without router interface").hits().leaves(3, tagged(20, from4)))
        .miss(
            "solicitation",
            "A solicitation is not an advertisement.",
            at(7, solicit(NEIGHBOUR_7, "2001:db8:2::2", ROUTER, "2001:db8:2::1"), "type 135")
                .hitsInstead("ipv6_neigh_solicit"));
  }

  /** Other messages, which are routed, flooded, or for the router as any packet. */
  private static Page neighbourMisses(Page page, int type) {
    Packet group =
        new Packet(HOST_4, SOLICITED_1_MAC, "2001:db8:1::14", SOLICITED_1).ttl(255).echo(true);
    // A fragment header with offset 8, and what would be a message behind it.
    Packet fragment =
        new Packet(HOST_4, SOLICITED_1_MAC, "2001:db8:1::14", SOLICITED_1)
            .ttl(255)
            .protocol(
                44,
                "3a000008 00000001" + "%02x00 0000".formatted(type) + "00".repeat(20),
                false,
                -1);
    return page.miss(
            "other-types",
            "Other types of ICMPv6 are routed.",
            by7(ipv6From1("2001:db8:a1::1").echo(true), "type 128"),
            by7(ipv6From1("2001:db8:a1::1").echo(false), "type 129"),
            by7(ipv6From1("2001:db8:a1::1").icmp(type & 127, "00000000"), "type " + (type & 127)))
        .miss(
            "echo-to-router",
            "An echo request to the router is any packet to it.",
            at(1, ipv6From1("2001:db8:1::1").echo(true), "type 128").hitsInstead("local_route"))
        .miss(
            "udp",
            "What begins like it and is not ICMPv6 is routed.",
            by7(ipv6From1("2001:db8:a1::1").udp(type << 8, 50000), "UDP"))
        .miss(
            "ipv4",
            "IPv4 has no neighbour discovery.",
            by7(
                ipv4From1("10.1.0.1")
                    .protocol(Packet.ICMPV6, "%02x00000000000000".formatted(type), true, 2),
                "ICMPv6 in IPv4"))
        .miss(
            "last-fragment",
            "A fragment that is not the first has no type.",
            at(4, fragment, "a last fragment").leaves(3, tagged(20, fragment.frame())))
        .miss(
            "group",
            "Other messages to the group of an address are flooded.",
            at(4, group, "type 128").leaves(3, tagged(20, group.frame())));
  }

  private static Packet solicit(String sender, String from, String toMac, String to) {
    String wanted = to.equals(SOLICITED_1) ? from.replaceAll("::.*", "::1") : to;
    return new Packet(sender, toMac, from, to)
        .ttl(255)
        .icmp(135, target(wanted) + "0101" + sender.replace(":", ""));
  }

  /** A solicited advertisement that overrides, with the sender's MAC address. */
  private static Packet advertise(String sender, String from, String to) {
    return advertise(sender, ROUTER, from, to);
  }

  private static Packet advertise(String sender, String toMac, String from, String to) {
    return new Packet(sender, toMac, from, to)
        .ttl(255)
        .icmp(136, "60000000" + address(from) + "0201" + sender.replace(":", ""));
  }

  private static String target(String address) {
    return "00000000" + address(address);
  }

  static String address(String address) {
    return Frame.of(Packet.address(IpAddress.parse(address))).toString();
  }
}
