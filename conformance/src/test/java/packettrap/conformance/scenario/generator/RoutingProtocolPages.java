package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.changed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;
import static packettrap.conformance.scenario.generator.Ways.flooded10;
import static packettrap.conformance.scenario.generator.Ways.flooded20;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.packet.Frame;

/** Protocols that routers are told by their IP protocol: OSPF, VRRP, PIM. */
final class RoutingProtocolPages {
  /** Version 2, hello, router 192.0.2.11, area 0: RFC 2328 appendix A.3.2. */
  private static final String OSPF_HELLO =
      "0201002c c000020b 00000000 0000 0000 0000000000000000"
          + "ffffff00 000a 02 01 00000028 00000000 00000000";

  /** Version 3, hello: RFC 5340 appendix A.3.2. */
  private static final String OSPF_HELLO_6 =
      "03010024 c000020b 00000000 0000 00 00" + "00000005 01 000013 000a 0028 00000000 00000000";

  /** Version 2, router 1, priority 100, one address: RFC 3768 section 5.1. */
  private static final String VRRP_2 = "21 01 64 01 00 01 0000 c00002fe 0000000000000000";

  /** Version 3, the same for IPv6: RFC 5798 section 5.1. */
  private static final String VRRP_3 = "31 01 64 01 0064 0000" + Multicast.digits("fe80::fe");

  /** Version 2, hello, hold time 105: RFC 7761 section 4.9.2. */
  private static final String PIM_HELLO = "20 00 0000 0001 0002 0069";

  private record Protocol(
      String name, int number, String group, String message, String otherMessage, int checksumAt) {
    boolean ipv6() {
      return name.startsWith("ipv6");
    }

    Packet to(String to, String sender) {
      return new Packet(sender, Multicast.macOf(to), ipv6() ? "fe80::11" : "192.0.2.11", to)
          .ttl(number == Packet.VRRP ? 255 : 1)
          .protocol(number, message, false, checksumAt);
    }

    /** A packet of the other version of IP. */
    Packet onOther(Packet packet) {
      return packet.protocol(number, otherMessage, false, checksumAt);
    }

    Packet on(Packet packet) {
      return packet.protocol(number, message, false, checksumAt);
    }
  }

  private RoutingProtocolPages() {}

  static List<Page> all() {
    List<Page> pages = new ArrayList<>();
    for (Protocol protocol :
        List.of(
            new Protocol("ipv4_ospf", Packet.OSPF, "224.0.0.5", OSPF_HELLO, OSPF_HELLO_6, 12),
            new Protocol("ipv6_ospf", Packet.OSPF, "ff02::5", OSPF_HELLO_6, OSPF_HELLO, 12),
            new Protocol("ipv4_vrrp", Packet.VRRP, "224.0.0.18", VRRP_2, VRRP_3, 6),
            new Protocol("ipv6_vrrp", Packet.VRRP, "ff02::12", VRRP_3, VRRP_2, 6),
            new Protocol("ipv4_pim", Packet.PIM, "224.0.0.13", PIM_HELLO, PIM_HELLO, 2),
            new Protocol("ipv6_pim", Packet.PIM, "ff02::d", PIM_HELLO, PIM_HELLO, 2))) {
      Page page = protocol.ipv6() ? ipv6(protocol) : ipv4(protocol);
      pages.add(page);
    }
    return pages;
  }

  private static Page ipv4(Protocol protocol) {
    String other = protocol.name().replace("4", "6");
    Packet withOptions = protocol.to(protocol.group(), HOST_1).options("94040000");
    Packet packet6 = protocol.onOther(ipv6From1("2001:db8:a1::1"));
    return common(protocol)
        .hit(
            "options",
            "Options do not hide the protocol.",
            flooded10(withOptions.frame(), "with a router alert").hits())
        .miss(
            "other-version",
            "Over IPv6 it has a trap of its own.",
            by7(packet6, "IPv6").hitsInstead(other))
        .miss(
            "bridged-beside",
            "Other protocols to the same group are flooded.",
            flooded20(
                new Packet(
                        HOST_4, Multicast.macOf(protocol.group()), "192.0.2.14", protocol.group())
                    .protocol(protocol.number() + 2, "00".repeat(24), false, -1),
                "a protocol number near it"));
  }

  private static Page ipv6(Protocol protocol) {
    String other = protocol.name().replace("6", "4");
    Packet packet4 = protocol.onOther(ipv4From1("10.1.0.1"));
    // An authentication header of 16 bytes, as OSPFv3 may have one (RFC 4552).
    String authentication = "%02x02 0000 00000100 00000001 00000000".formatted(protocol.number());
    // A destination options header with a PadN.
    String options = "%02x00 0104 00000000".formatted(protocol.number());
    return common(protocol)
        .hit(
            "extension-headers",
            "Extension headers do not hide the protocol.",
            flooded10(
                    protocol.to(protocol.group(), HOST_1).extensions(60, options).frame(),
                    "behind destination options")
                .hits(),
            flooded10(
                    protocol.to(protocol.group(), HOST_1).extensions(51, authentication).frame(),
                    "behind an authentication header")
                .hits())
        .miss(
            "other-version",
            "Over IPv4 it has a trap of its own.",
            by7(packet4, "IPv4").hitsInstead(other))
        .miss(
            "no-next-header",
            "What is behind a header that says that nothing follows does not count.",
            flooded20(
                new Packet(HOST_4, Multicast.macOf(protocol.group()), "fe80::14", protocol.group())
                    .protocol(59, protocol.message(), false, -1),
                "next header 59"));
  }

  private static Page common(Protocol protocol) {
    boolean ipv6 = protocol.ipv6();
    Frame toGroup = protocol.to(protocol.group(), HOST_1).frame();
    Frame from3 = protocol.to(protocol.group(), HOST_3).frame();
    Frame from4 = protocol.to(protocol.group(), HOST_4).frame();
    Frame from7 = protocol.to(protocol.group(), NEIGHBOUR_7).frame();
    Frame toHost =
        protocol
            .on(
                new Packet(
                    HOST_1,
                    HOST_2,
                    ipv6 ? "2001:db8:1::11" : "192.0.2.11",
                    ipv6 ? "2001:db8:1::12" : "192.0.2.12"))
            .frame();
    Packet own = protocol.on(ipv6 ? ipv6From1("2001:db8:1::1") : ipv4From1("192.0.2.1"));
    Packet transit = protocol.on(ipv6 ? ipv6From1("2001:db8:a1::1") : ipv4From1("10.1.0.1"));
    return new Page(protocol.name())
        .hit(
            "to-the-group",
            "What routers say to each other is for the switch.",
            flooded10(toGroup, "to " + protocol.group()).hits())
        .hit(
            "other-vlans",
            "The switch takes notice in every VLAN.",
            at(4, from4, "VLAN 20, without router interface").hits().leaves(3, tagged(20, from4)),
            at(3, tagged(10, from3), "VID 10").hits().leaves(1, from3).leaves(2, from3))
        .hit(
            "router-port",
            "A router port forwards nothing that is for the link.",
            at(7, from7, "on port 7").hits().leavesNothing())
        .hit(
            "unicast",
            "It may be sent to one host.",
            at(1, own, "to the router itself").hits(),
            by7(transit, "routed").hits(),
            at(1, toHost, "bridged").hits().leaves(2))
        .shows("PKT-07")
        .hit(
            "before-a-flow-rule",
            "The protocol comes before a flow rule that traps.",
            at(
                    1,
                    protocol.on(ipv6 ? ipv6From1("2001:db8:a1:21::1") : ipv4From1("10.1.21.1")),
                    "to a destination that a rule traps")
                .hits())
        .shows()
        .shows("PKT-07")
        .hit(
            "before-ttl",
            "The protocol comes before the exceptions of the router.",
            at(
                    1,
                    protocol.on(ipv6 ? ipv6From1("2001:db8:a1::1") : ipv4From1("10.1.0.1")).ttl(1),
                    "TTL 1, to be routed")
                .hits())
        .shows()
        .shows("PKT-07")
        .hit(
            "before-a-group-source",
            "The protocol comes before the drop of a source MAC with the group bit.",
            at(1, changed(toGroup, 6, "03"), "from 03:00:00:00:01:01").hits())
        .shows()
        .miss(
            "other-protocols",
            "Other protocols are routed.",
            by7(
                (ipv6 ? ipv6From1("2001:db8:a1::1") : ipv4From1("10.1.0.1"))
                    .protocol(protocol.number() + 2),
                "a protocol number near it"),
            by7(
                (ipv6 ? ipv6From1("2001:db8:a1::1") : ipv4From1("10.1.0.1"))
                    .udp(protocol.number() << 8, 50000),
                "UDP"));
  }
}
