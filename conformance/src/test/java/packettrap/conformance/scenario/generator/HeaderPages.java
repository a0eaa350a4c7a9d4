package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.changed;
import static packettrap.conformance.scenario.generator.Frames.checksummed;
import static packettrap.conformance.scenario.generator.Frames.ethernet;
import static packettrap.conformance.scenario.generator.Frames.filler;
import static packettrap.conformance.scenario.generator.Frames.hex;
import static packettrap.conformance.scenario.generator.Frames.routed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.Shot.at;

import java.util.Arrays;
import java.util.List;
import packettrap.spec.packet.Frame;

/** What a router looks at first: is it IP, is it meant for it, is its header sound. */
final class HeaderPages {
  /** Where the version and the header length of an untagged IPv4 packet are. */
  private static final int VERSION = 14;

  private static final int CHECKSUM = 24;

  private HeaderPages() {}

  static List<Page> all() {
    return List.of(nonIp(), unicastOverMulticast(), ipHeaderCorrupted());
  }

  private static Page nonIp() {
    Frame experiment = plain(HOST_1, ROUTER);
    Frame bridged = plain(HOST_1, HOST_2);
    String packet = ipv4From7("10.7.0.1").frame().toString().substring(28);
    // Label 16, bottom of the stack, TTL 64: RFC 3032 section 2.1.
    byte[] labelled = hex("00010140" + packet);
    Frame mpls = ethernet(ROUTER, NEIGHBOUR_7, 0x8847, labelled);
    Frame multicastMpls = ethernet(ROUTER, NEIGHBOUR_7, 0x8848, labelled);
    Frame ipv4 = ipv4From1("10.1.0.1").frame();
    Frame ipv6 = ipv6From1("2001:db8:a1::1").frame();
    return new Page("non_ip")
        .hit(
            "type-0",
            "A frame to the router whose EtherType is 0 is not IP.",
            at(7, ethernet(ROUTER, NEIGHBOUR_7, 0, filler(46)), "type 0").hits(),
            at(1, ethernet(ROUTER, HOST_1, 0, filler(46)), "type 0 from a VLAN").hits())
        .hit(
            "experiment",
            "A frame to the router with an EtherType that is neither IP nor MPLS cannot be routed.",
            at(1, experiment, "type 88b5 from a VLAN").hits(),
            at(8, plain(NEIGHBOUR_8, ROUTER), "type 88b5 from a router port").hits())
        .hit(
            "tagged",
            "The EtherType behind the tag decides.",
            at(3, tagged(10, plain(HOST_3, ROUTER)), "VID 10, type 88b5").hits())
        .hit(
            "next-to-ipv4",
            "EtherTypes next to IPv4's are not IP.",
            at(1, changed(ipv4, 12, "0801"), "type 0801").hits(),
            at(1, changed(ipv4, 12, "07ff"), "type 07ff").hits())
        .hit(
            "next-to-ipv6",
            "EtherTypes next to IPv6's are not IP.",
            at(1, changed(ipv6, 12, "86dc"), "type 86dc").hits(),
            at(1, changed(ipv6, 12, "86de"), "type 86de").hits())
        .hit(
            "last-type",
            "The last EtherType is not IP.",
            at(7, ethernet(ROUTER, NEIGHBOUR_7, 0xffff, filler(46)), "type ffff").hits())
        .hit(
            "llc",
            "A length in place of an EtherType is not IP.",
            at(7, Frames.llc(ROUTER, NEIGHBOUR_7, "424203" + "00".repeat(35)), "LLC").hits())
        .hit(
            "large",
            "A frame that is not IP cannot be routed, however long.",
            at(7, ethernet(ROUTER, NEIGHBOUR_7, EXPERIMENT, filler(1500)), "1514 bytes").hits(),
            at(7, ethernet(ROUTER, NEIGHBOUR_7, EXPERIMENT, filler(49)), "63 bytes").hits())
        .miss(
            "for-a-host",
            "A frame to a host is bridged, whatever it is.",
            at(1, bridged, "type 88b5 to a host").leaves(2))
        .miss(
            "vlan-without-router",
            "In a VLAN without router interface the router's address is an address as any.",
            at(4, plain(HOST_4, ROUTER), "type 88b5 in VLAN 20")
                .leaves(3, tagged(20, plain(HOST_4, ROUTER))))
        .miss(
            "ip",
            "IPv4 and IPv6 can be routed.",
            at(1, ipv4, "type 0800").leaves(7, routed(ipv4, NEIGHBOUR_7)),
            at(1, ipv6, "type 86dd").leaves(7, routed(ipv6, NEIGHBOUR_7)))
        .miss(
            "mpls",
            "MPLS is not IP, but another matter.",
            at(7, mpls, "type 8847"),
            at(7, multicastMpls, "type 8848"));
  }

  private static Page unicastOverMulticast() {
    String group = "01:00:5e:01:00:01";
    String ipv6Group = "33:33:00:00:00:01";
    Frame inVlan20 = new Packet(HOST_4, group, "192.0.2.14", "10.7.0.1").frame();
    Frame ipv4 = new Packet(NEIGHBOUR_7, ROUTER, "10.1.0.1", "10.7.0.1").frame();
    Frame ipv6 = new Packet(NEIGHBOUR_7, ROUTER, "2001:db8:a1::1", "2001:db8:a7::1").frame();
    return new Page("uc_dip_over_mc_dmac")
        .hit(
            "ipv4",
            "A unicast IPv4 packet must not come in a frame to a group.",
            at(7, new Packet(NEIGHBOUR_7, group, "10.1.0.1", "10.7.0.1"), "to " + group).hits(),
            at(8, new Packet(NEIGHBOUR_8, group, "10.5.0.1", "10.7.0.1"), "to " + group).hits())
        .hit(
            "ipv6",
            "A unicast IPv6 packet must not come in a frame to a group.",
            at(
                    7,
                    new Packet(NEIGHBOUR_7, ipv6Group, "2001:db8:a1::1", "2001:db8:a7::1"),
                    "to " + ipv6Group)
                .hits(),
            at(
                    8,
                    new Packet(NEIGHBOUR_8, ipv6Group, "2001:db8:a5::1", "2001:db8:a7::1"),
                    "to " + ipv6Group)
                .hits())
        .hit(
            "foreign-group",
            "It does not matter which group it is.",
            at(
                    7,
                    new Packet(NEIGHBOUR_7, ipv6Group, "10.1.0.1", "10.7.0.1"),
                    "IPv4 to " + ipv6Group)
                .hits(),
            at(
                    7,
                    new Packet(NEIGHBOUR_7, UNKNOWN_GROUP, "2001:db8:a1::1", "2001:db8:a7::1"),
                    "IPv6 to " + UNKNOWN_GROUP)
                .hits())
        .hit(
            "broadcast-mac",
            "The broadcast address is a group's, too.",
            at(7, new Packet(NEIGHBOUR_7, BROADCAST, "10.1.0.1", "10.7.0.1"), "IPv4 to everyone")
                .hits())
        .hit(
            "last-unicast",
            "The last address before the groups is unicast.",
            at(7, new Packet(NEIGHBOUR_7, group, "10.1.0.1", "223.255.255.255"), "to " + group)
                .hits())
        .miss(
            "router-mac",
            "A unicast packet in a frame to the router is routed.",
            at(7, ipv4, "IPv4 to the router").leaves(2, routed(ipv4, HOST_2)),
            at(7, ipv6, "IPv6 to the router").leaves(2, routed(ipv6, HOST_2)))
        .miss(
            "limited-broadcast",
            "A packet for everyone is no unicast packet.",
            at(7, new Packet(NEIGHBOUR_7, BROADCAST, "10.1.0.1", "255.255.255.255"), "to everyone")
                .leavesNothing())
        .miss(
            "bridged",
            "In a VLAN without router interface nobody minds.",
            at(4, inVlan20, "IPv4 to " + group).leaves(3, tagged(20, inVlan20)));
  }

  private static Page ipHeaderCorrupted() {
    Frame ipv4 = ipv4From1("10.1.0.1").frame();
    Frame ipv6 = ipv6From1("2001:db8:a1::1").frame();
    int right = ipv4.u16(CHECKSUM);
    Frame options = ipv4From1("10.1.0.1").options("01010101").frame();
    Frame fullOptions = ipv4From1("10.1.0.1").options("01".repeat(40)).length(90).frame();
    Frame bridged = changed(bridged(HOST_1, HOST_2), CHECKSUM, "ffff");
    Frame badUdp = changed(ipv4, 40, "bad0");
    Page page =
        new Page("ip_header_corrupted")
            .hit(
                "checksum",
                "An IPv4 header whose checksum does not fit is corrupted.",
                at(1, checksum(ipv4, right + 1), "checksum one too high").hits(),
                at(1, checksum(ipv4, right - 1), "checksum one too low").hits(),
                at(1, checksum(ipv4, right ^ 0x8000), "checksum with its first bit turned").hits())
            .hit(
                "checksum-missing",
                "In IPv4, unlike UDP, a checksum of 0 does not mean that there is none.",
                at(1, checksum(ipv4, 0), "checksum 0").hits())
            .hit(
                "checksum-of-options",
                "The checksum covers the options.",
                at(1, changed(options, 34, "00"), "an option turned").hits(),
                at(1, changed(fullOptions, 73, "00"), "the last option turned").hits())
            .hit(
                "address-changed",
                "A header in which an address changed on the way is corrupted.",
                at(1, changed(ipv4, 33, "02"), "destination 10.1.0.2, checksum of 10.1.0.1").hits(),
                at(1, changed(ipv4, 22, "3f"), "TTL 63, checksum of TTL 64").hits())
            .hit(
                "checksum-from-router-port",
                "The header is looked at on every router interface.",
                at(7, checksum(ipv4From7("10.7.0.1").frame(), 0), "checksum 0").hits(),
                at(3, tagged(10, checksum(ipv4, 0)), "checksum 0, VID 10").hits())
            .hit(
                "large",
                "The checksum covers the header of a packet of any length.",
                at(1, checksum(ipv4From1("10.1.0.1").length(1500).frame(), 0), "1514 bytes")
                    .hits());
    for (int version : new int[] {0, 5, 6, 15}) {
      page.hit(
          "ipv4-version-" + version,
          "Behind the EtherType of IPv4 the version is 4.",
          at(1, checksummed(changed(ipv4, VERSION, "%x5".formatted(version))), "version " + version)
              .hits());
    }
    for (int version : new int[] {0, 4, 7}) {
      page.hit(
          "ipv6-version-" + version,
          "Behind the EtherType of IPv6 the version is 6.",
          at(1, changed(ipv6, VERSION, "%x0".formatted(version)), "version " + version).hits());
    }
    for (int words : new int[] {0, 1, 4}) {
      Frame shortened = changed(ipv4, VERSION, "4" + words);
      byte[] fiveWords =
          Arrays.copyOfRange(changed(shortened, CHECKSUM, "0000").toByteArray(), 14, 34);
      page.hit(
          "header-length-" + words,
          "An IPv4 header is no shorter than five words.",
          at(1, checksummed(shortened), "header length " + words + ", a checksum over as many")
              .hits(),
          at(
                  1,
                  checksum(shortened, Frames.checksum(fiveWords)),
                  "header length " + words + ", a checksum over five")
              .hits());
    }
    return page.shows("PKT-08")
        .hit(
            "before-addresses",
            "The header is looked at before the addresses.",
            at(1, checksum(ipv4From1("127.0.0.1").frame(), 0), "checksum 0, to 127.0.0.1").hits())
        .shows()
        .miss(
            "sound",
            "A sound header is no reason to drop.",
            at(1, ipv4, "IPv4").leaves(7, routed(ipv4, NEIGHBOUR_7)),
            at(1, ipv6, "IPv6").leaves(7, routed(ipv6, NEIGHBOUR_7)))
        .miss(
            "options",
            "A header with options is sound if its checksum covers them.",
            at(1, options, "header length 6").leaves(7, routed(options, NEIGHBOUR_7)),
            at(1, fullOptions, "header length 15").leaves(7, routed(fullOptions, NEIGHBOUR_7)))
        .miss(
            "payload",
            "The checksum of the payload is another matter.",
            at(1, badUdp, "a UDP checksum that does not fit")
                .hitsInstead("udp_parsing")
                .leaves(7, routed(badUdp, NEIGHBOUR_7)))
        .miss(
            "bridged",
            "A bridge does not look at headers, though a parser may.",
            at(1, bridged, "an IPv4 checksum that does not fit, to a host")
                .hitsInstead("ip_1_parsing")
                .leaves(2));
  }

  private static Frame checksum(Frame frame, int checksum) {
    return changed(frame, CHECKSUM, "%04x".formatted(checksum & 0xffff));
  }
}
