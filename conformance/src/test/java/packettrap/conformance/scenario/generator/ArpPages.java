package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.changed;
import static packettrap.conformance.scenario.generator.Frames.hex;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.flooded10;

import packettrap.spec.packet.Frame;

/** How neighbours find each other in IPv4, RFC 826. */
final class ArpPages {
  private ArpPages() {}

  private static final int ARP = 0x0806;
  private static final int REVERSE_ARP = 0x8035;

  static Page arpRequest() {
    Frame request = arp(1, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.1");
    Frame forHost2 = arp(1, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.12");
    Frame probe = arp(1, HOST_1, BROADCAST, "0.0.0.0", "192.0.2.11");
    Frame announcement = arp(1, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.11");
    Frame toHost2 = arp(1, HOST_1, HOST_2, "192.0.2.11", "192.0.2.12");
    Frame from4 = arp(1, HOST_4, BROADCAST, "192.0.2.14", "192.0.2.13");
    Frame from3 = arp(1, HOST_3, BROADCAST, "192.0.2.13", "192.0.2.1");
    return arpMisses(
            new Page("arp_request")
                .hit(
                    "for-router",
                    "A switch takes notice of requests for its own address.",
                    flooded10(request, "who has 192.0.2.1").hits())
                .hit(
                    "for-a-host",
                    "A switch takes notice of requests for others' addresses.",
                    flooded10(forHost2, "who has 192.0.2.12").hits())
                .hit(
                    "probe",
                    "A probe is a request (RFC 5227).",
                    flooded10(probe, "who has 192.0.2.11, from 0.0.0.0").hits())
                .hit(
                    "announcement",
                    "An announcement is a request (RFC 5227).",
                    flooded10(announcement, "who has 192.0.2.11, from itself").hits())
                .hit(
                    "tagged",
                    "A tag changes nothing.",
                    at(3, tagged(10, from3), "VID 10").hits().leaves(1, from3).leaves(2, from3))
                .hit(
                    "without-padding",
                    "What a switch reports is what came in, be it shorter than Ethernet allows.",
                    flooded10(request.truncated(42), "42 bytes").hits())
                .hit(
                    "router-port",
                    "A router port forwards no ARP.",
                    at(7, arp(1, NEIGHBOUR_7, BROADCAST, "198.51.100.2", "198.51.100.1"), "port 7")
                        .hits()
                        .leavesNothing(),
                    at(8, arp(1, NEIGHBOUR_8, BROADCAST, "203.0.113.2", "203.0.113.1"), "port 8")
                        .hits()
                        .leavesNothing())
                .hit(
                    "unicast",
                    "A request may go to the router alone.",
                    at(7, arp(1, NEIGHBOUR_7, ROUTER, "198.51.100.2", "198.51.100.1"), "port 7")
                        .hits(),
                    at(1, arp(1, HOST_1, ROUTER, "192.0.2.11", "192.0.2.1"), "VLAN 10").hits()))
        .hit(
            "bridged",
            "A switch takes notice of what hosts ask each other.",
            at(1, toHost2, "from host to host").hits().leaves(2),
            at(4, from4, "in a VLAN without router interface").hits().leaves(3, tagged(20, from4)))
        .miss(
            "response",
            "A response is not a request.",
            flooded10(arp(2, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.11"), "operation 2")
                .hitsInstead("arp_response"));
  }

  static Page arpResponse() {
    Frame gratuitous = arp(2, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.11");
    Frame toHost2 = arp(2, HOST_1, HOST_2, "192.0.2.11", "192.0.2.12");
    Frame from4 = arp(2, HOST_4, BROADCAST, "192.0.2.14", "192.0.2.14");
    Frame from3 = arp(2, HOST_3, BROADCAST, "192.0.2.13", "192.0.2.13");
    return arpMisses(
            new Page("arp_response")
                .hit(
                    "to-router",
                    "A response to the router is for the router.",
                    at(1, arp(2, HOST_1, ROUTER, "192.0.2.11", "192.0.2.1"), "VLAN 10").hits(),
                    at(7, arp(2, NEIGHBOUR_7, ROUTER, "198.51.100.2", "198.51.100.1"), "port 7")
                        .hits(),
                    at(8, arp(2, NEIGHBOUR_8, ROUTER, "203.0.113.2", "203.0.113.1"), "port 8")
                        .hits())
                .hit(
                    "to-router-tagged",
                    "A tag changes nothing.",
                    at(3, tagged(10, arp(2, HOST_3, ROUTER, "192.0.2.13", "192.0.2.1")), "VID 10")
                        .hits())
                .hit(
                    "gratuitous",
                    "A response to everyone is for the router, too.",
                    flooded10(gratuitous, "192.0.2.11 is at").hits(),
                    at(3, tagged(10, from3), "VID 10").hits().leaves(1, from3).leaves(2, from3))
                .hit(
                    "gratuitous-router-port",
                    "A router port forwards no ARP.",
                    at(7, arp(2, NEIGHBOUR_7, BROADCAST, "198.51.100.2", "198.51.100.2"), "port 7")
                        .hits()
                        .leavesNothing()))
        .hit(
            "bridged",
            "A switch takes notice of what hosts answer each other.",
            at(1, toHost2, "from host to host").hits().leaves(2),
            at(4, from4, "in a VLAN without router interface").hits().leaves(3, tagged(20, from4)))
        .miss(
            "request",
            "A request is not a response.",
            flooded10(arp(1, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.1"), "operation 1")
                .hitsInstead("arp_request"));
  }

  private static Page arpMisses(Page page) {
    Frame request = arp(1, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.1");
    Frame response = arp(2, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.11");
    return page.miss(
            "other-operations",
            "Operations other than 1 and 2 are neither.",
            flooded10(arp(3, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.1"), "operation 3"),
            flooded10(arp(4, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.1"), "operation 4"),
            flooded10(arp(0, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.1"), "operation 0"),
            flooded10(arp(0x101, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.1"), "operation 257"),
            flooded10(arp(0x102, HOST_1, BROADCAST, "192.0.2.11", "192.0.2.1"), "operation 258"))
        .miss(
            "other-type",
            "ARP has EtherType 0806.",
            flooded10(changed(request, 12, "0805"), "type 0805, operation 1"),
            flooded10(changed(response, 12, "0807"), "type 0807, operation 2"))
        .miss(
            "reverse-arp",
            "Reverse ARP is another protocol.",
            flooded10(
                Frames.ethernet(
                    BROADCAST, HOST_1, REVERSE_ARP, arpBody(3, HOST_1, "0.0.0.0", "0.0.0.0")),
                "type 8035, operation 3"),
            flooded10(changed(request, 12, "8035"), "type 8035, operation 1"),
            flooded10(changed(response, 12, "8035"), "type 8035, operation 2"));
  }

  /** A request to everyone. */
  static Frame request(String sender, String senderIp, String targetIp) {
    return arp(1, sender, BROADCAST, senderIp, targetIp);
  }

  /** A response to one station. */
  static Frame response(String sender, String senderIp, String to, String targetIp) {
    return arp(2, sender, to, senderIp, targetIp);
  }

  private static Frame arp(
      int operation, String sender, String to, String senderIp, String targetIp) {
    return Frames.ethernet(to, sender, ARP, arpBody(operation, sender, senderIp, targetIp));
  }

  private static byte[] arpBody(int operation, String sender, String senderIp, String targetIp) {
    return hex(
        "0001 0800 06 04"
            + "%04x".formatted(operation)
            + sender.replace(":", "")
            + NeighbourPages.address(senderIp)
            + "000000000000"
            + NeighbourPages.address(targetIp));
  }
}
