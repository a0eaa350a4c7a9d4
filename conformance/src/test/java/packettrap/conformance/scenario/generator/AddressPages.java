package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;

import java.util.List;
import packettrap.spec.packet.Frame;

/** Addresses that a router does not forward: loopback, groups and broadcast as source. */
final class AddressPages {

  private static final String SOMEWHERE = "10.1.0.1";

  private static final String SOMEWHERE_6 = "2001:db8:a1::1";

  private AddressPages() {}

  static List<Page> all() {
    return List.of(dipIsLoopback(), sipIsMulticast(), sipIsLoopback(), ipv4SipIsLimitedBroadcast());
  }

  private static Page dipIsLoopback() {
    Page page = new Page("dip_is_loopback_address");
    for (String address :
        List.of("127.0.0.1", "127.0.0.2", "127.1.2.3", "127.128.0.1", "127.255.255.254")) {
      page.hit(
          "ipv4-" + address,
          "No packet on the wire is for 127.0.0.0/8.",
          at(1, ipv4From1(address), "to " + address).hits());
    }
    page.hit(
            "ipv6",
            "No packet on the wire is for ::1.",
            at(1, ipv6From1("::1"), "to ::1").hits(),
            at(7, ipv6From7("::1"), "to ::1, from a router port").hits())
        .hit(
            "router-port",
            "No packet on the wire is for 127.0.0.0/8, on no interface.",
            at(7, ipv4From7("127.0.0.1"), "to 127.0.0.1 from port 7").hits(),
            at(8, ipv4From8("127.0.0.1").length(1299), "to 127.0.0.1 from port 8").hits())
        .hit(
            "tagged",
            "A tag changes nothing for the router.",
            at(3, tagged(10, from3("192.0.2.13", "127.0.0.1")), "VID 10, to 127.0.0.1").hits(),
            at(3, tagged(10, from3("2001:db8:1::13", "::1")), "VID 10, to ::1").hits());
    for (String address : List.of("126.255.255.255", "128.0.0.0", "128.0.0.1", "126.0.0.1")) {
      page.miss(
          "ipv4-" + address,
          "What lies beside 127.0.0.0/8 is routed.",
          by7(1, ipv4From1(address), "to " + address));
    }
    return page.miss(
            "ipv6-beside",
            "What lies beside ::1 is routed.",
            by7(1, ipv6From1("::2"), "to ::2"),
            by7(1, ipv6From1("::1:0:0:1"), "to ::1:0:0:1"))
        .miss(
            "bridged",
            "A bridge does not look at addresses of packets.",
            at(1, new Packet(HOST_1, HOST_2, "192.0.2.11", "127.0.0.1"), "to 127.0.0.1, bridged")
                .leaves(2),
            at(1, new Packet(HOST_1, HOST_2, "2001:db8:1::11", "::1"), "to ::1, bridged")
                .leaves(2));
  }

  private static Page sipIsMulticast() {
    Page page = new Page("sip_is_mc");
    for (String address :
        List.of("224.0.0.0", "224.0.0.1", "232.1.2.3", "239.0.0.1", "239.255.255.255")) {
      page.hit(
          "ipv4-" + address,
          "A group, as in 224.0.0.0/4, sends nothing.",
          by7(1, from1(address, SOMEWHERE), "from " + address).hits());
    }
    for (String address :
        List.of("ff00::", "ff00::1", "ff02::1", "ff0e::1", "ff7e:140:2001:db8::1", "ffff::1")) {
      page.hit(
          "ipv6-" + address.replace("::", "-").replace(':', '-'),
          "A group, as in ff00::/8, sends nothing.",
          by7(1, from1(address, SOMEWHERE_6), "from " + address).hits());
    }
    return others(page, "239.1.1.1", "ff05::1")
        .miss(
            "ipv4-before-groups",
            "The last address before the groups may send.",
            by7(1, from1("223.255.255.255", SOMEWHERE), "from 223.255.255.255"))
        .miss(
            "ipv6-before-groups",
            "Addresses before the groups may send.",
            by7(1, from1("feff::1", SOMEWHERE_6), "from feff::1"),
            by7(1, from1("7f02::1", SOMEWHERE_6), "from 7f02::1"))
        .miss(
            "bridged",
            "A bridge does not look at addresses of packets.",
            at(1, new Packet(HOST_1, HOST_2, "224.0.0.1", "192.0.2.12"), "from 224.0.0.1, bridged")
                .leaves(2),
            at(1, new Packet(HOST_1, HOST_2, "ff02::1", "2001:db8:1::12"), "from ff02::1, bridged")
                .leaves(2));
  }

  private static Page sipIsLoopback() {
    Page page = new Page("sip_is_loopback_address");
    for (String address :
        List.of("127.0.0.1", "127.0.0.2", "127.1.2.3", "127.128.0.1", "127.255.255.254")) {
      page.hit(
          "ipv4-" + address,
          "No packet on the wire is from 127.0.0.0/8.",
          by7(1, from1(address, SOMEWHERE), "from " + address).hits());
    }
    page.hit(
        "ipv6",
        "No packet on the wire is from ::1.",
        by7(1, from1("::1", SOMEWHERE_6), "from ::1").hits());
    return others(page, "127.0.0.1", "::1")
        .miss(
            "ipv4-beside",
            "What lies beside 127.0.0.0/8 may send.",
            by7(1, from1("126.255.255.255", SOMEWHERE), "from 126.255.255.255"),
            by7(1, from1("128.0.0.1", SOMEWHERE), "from 128.0.0.1"))
        .miss(
            "ipv6-beside",
            "What lies beside ::1 may send.",
            by7(1, from1("::2", SOMEWHERE_6), "from ::2"),
            by7(1, from1("0:0:0:1::1", SOMEWHERE_6), "from 0:0:0:1::1"))
        .miss(
            "bridged",
            "A bridge does not look at addresses of packets.",
            at(1, new Packet(HOST_1, HOST_2, "127.0.0.1", "192.0.2.12"), "from 127.0.0.1, bridged")
                .leaves(2),
            at(1, new Packet(HOST_1, HOST_2, "::1", "2001:db8:1::12"), "from ::1, bridged")
                .leaves(2));
  }

  private static Page ipv4SipIsLimitedBroadcast() {
    String all = "255.255.255.255";
    Frame from7 = new Packet(NEIGHBOUR_7, ROUTER, all, "10.7.0.1").frame();
    Frame large = from1(all, SOMEWHERE).length(1500).frame();
    Frame fromVlan = from3(all, SOMEWHERE);
    return new Page("ipv4_sip_is_limited_bc")
        .hit(
            "from-vlan",
            "Everyone, 255.255.255.255, sends nothing.",
            by7(1, from1(all, SOMEWHERE), "from 255.255.255.255").hits())
        .hit(
            "from-router-port",
            "Everyone, 255.255.255.255, sends nothing, on no interface.",
            at(7, from7, "from 255.255.255.255").hits().leaves(2, routed(from7, HOST_2)))
        .hit(
            "tagged",
            "A tag changes nothing for the router.",
            at(3, tagged(10, fromVlan), "VID 10, from 255.255.255.255")
                .hits()
                .leaves(7, routed(fromVlan, NEIGHBOUR_7)))
        .hit(
            "large",
            "Everyone sends nothing of any length.",
            at(1, large, "from 255.255.255.255, 1514 bytes")
                .hits()
                .leaves(7, routed(large, NEIGHBOUR_7)))
        .miss(
            "one-bit",
            "All 32 bits count.",
            at(1, from1("255.255.255.254", SOMEWHERE), "from 255.255.255.254"),
            by7(1, from1("127.255.255.255", SOMEWHERE), "from 127.255.255.255")
                .hitsInstead("sip_is_loopback_address"))
        .miss(
            "directed",
            "The broadcast address of a network is not the limited one.",
            at(1, from1("192.0.2.255", SOMEWHERE), "from 192.0.2.255"))
        .miss("individual", "A host may send.", by7(1, ipv4From1(SOMEWHERE), "from 192.0.2.11"))
        .miss(
            "bridged",
            "A bridge does not look at addresses of packets.",
            at(1, new Packet(HOST_1, HOST_2, all, "192.0.2.12"), "from 255.255.255.255, bridged")
                .leaves(2));
  }

  /** The same source on other interfaces, tagged, and with other lengths. */
  private static Page others(Page page, String ipv4, String ipv6) {
    Frame from7 = new Packet(NEIGHBOUR_7, ROUTER, ipv4, "10.7.0.1").frame();
    Frame from7v6 = new Packet(NEIGHBOUR_7, ROUTER, ipv6, "2001:db8:a7::1").frame();
    Frame fromVlan = from3(ipv4, SOMEWHERE);
    Frame fromVlanV6 = from3(ipv6, SOMEWHERE_6);
    Frame large = from1(ipv4, SOMEWHERE).length(1499).frame();
    return page.hit(
            "router-port",
            "The source is looked at on every interface of the router.",
            at(7, from7, "from " + ipv4).hits().leaves(2, routed(from7, HOST_2)),
            at(7, from7v6, "from " + ipv6).hits().leaves(2, routed(from7v6, HOST_2)))
        .hit(
            "tagged",
            "A tag changes nothing for the router.",
            at(3, tagged(10, fromVlan), "VID 10, from " + ipv4)
                .hits()
                .leaves(7, routed(fromVlan, NEIGHBOUR_7)),
            at(3, tagged(10, fromVlanV6), "VID 10, from " + ipv6)
                .hits()
                .leaves(7, routed(fromVlanV6, NEIGHBOUR_7)))
        .hit(
            "odd-length",
            "The source is looked at whatever the length is.",
            at(1, large, "1513 bytes").hits().leaves(7, routed(large, NEIGHBOUR_7)));
  }

  private static Packet from1(String source, String destination) {
    return new Packet(HOST_1, ROUTER, source, destination);
  }

  private static Frame from3(String source, String destination) {
    return new Packet(HOST_3, ROUTER, source, destination).frame();
  }
}
