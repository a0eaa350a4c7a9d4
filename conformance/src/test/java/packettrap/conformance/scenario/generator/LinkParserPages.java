package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.changed;
import static packettrap.conformance.scenario.generator.Frames.tagged;
import static packettrap.conformance.scenario.generator.ParserPage.bad;
import static packettrap.conformance.scenario.generator.ParserPage.digits;
import static packettrap.conformance.scenario.generator.ParserPage.frame;
import static packettrap.conformance.scenario.generator.ParserPage.good;
import static packettrap.conformance.scenario.generator.ParserPage.ipv4;
import static packettrap.conformance.scenario.generator.ParserPage.ipv6;
import static packettrap.conformance.scenario.generator.Shot.at;

import java.util.List;
import packettrap.spec.packet.Frame;

/** Errors between the Ethernet header and IP: tags, LLC, PPPoE, MPLS, ARP. */
final class LinkParserPages {
  private static final int CUSTOMER_TAG = 0x8100;
  private static final int SERVICE_TAG = 0x88a8;
  private static final int ARP = 0x0806;
  private static final int DISCOVERY = 0x8863;
  private static final int SESSION = 0x8864;
  private static final int MPLS = 0x8847;
  private static final int MPLS_MULTICAST = 0x8848;

  /** DSAP and SSAP of SNAP, unnumbered, encapsulated Ethernet: RFC 1042. */
  private static final String SNAP = "aaaa03 000000";

  /** SAPs without a meaning, unnumbered information. */
  private static final String LLC = "040403";

  private LinkParserPages() {}

  static List<Page> all() {
    return List.of(llc(), vlan(), pppoe(), mpls(), arp());
  }

  private static Page vlan() {
    Frame oneTag = frame(CUSTOMER_TAG, "").truncated(16);
    Frame twelve = frame(CUSTOMER_TAG, "000a 8100".repeat(11) + "000a");
    String experiment = "88b5" + "00".repeat(42);
    Frame plain = plain(HOST_1, HOST_2);
    Frame stacked = tagged(10, frame(SERVICE_TAG, "0014" + experiment));
    Page page =
        ParserPage.about("vlan_parsing", twelve, "twelve tags up to the end")
            .hit(
                "one-tag-without-padding",
                "A tag is there as a whole, and so is what follows.",
                bad(oneTag.truncated(14), "14 bytes: nothing behind 8100"),
                bad(oneTag, "16 bytes: a tag, no EtherType"),
                bad(frame(CUSTOMER_TAG, "000a").truncated(17), "17 bytes: half an EtherType"))
            .hit(
                "service-tag-without-padding",
                "The tags of 802.1ad are tags, too.",
                bad(frame(SERVICE_TAG, "000a").truncated(16), "16 bytes: a tag, no EtherType"))
            .hit(
                "inner-tag-without-padding",
                "Each tag of a stack is there as a whole.",
                bad(frame(CUSTOMER_TAG, "000a 8100 0014").truncated(20), "20 bytes: two tags"),
                bad(frame(SERVICE_TAG, "000a 8100 0014").truncated(20), "20 bytes: 802.1ad"))
            .miss(
                "whole",
                "A tag with an EtherType behind it is sound.",
                at(3, tagged(10, plain), "VID 10").leaves(2, plain),
                at(1, tagged(10, plain), "VID 10 on an access port").leaves(2, plain))
            .miss(
                "nothing-else-without-padding",
                "Nothing need be behind the EtherType.",
                at(3, tagged(10, plain).truncated(18), "18 bytes").leaves(2, plain.truncated(14)))
            .miss(
                "stack",
                "Tags may be stacked; those behind the first are payload.",
                at(1, stacked, "802.1Q, then 802.1ad")
                    .leaves(2, frame(SERVICE_TAG, "0014" + experiment)),
                good(frame(SERVICE_TAG, "000a 8100 0014" + experiment), "802.1ad, then 802.1Q"));
    return ParserPage.anywhere(page, twelve, "twelve tags up to the end");
  }

  private static Page llc() {
    Frame tooLong = frame(47, LLC);
    String packet = digits(ipv4().length(38));
    Frame snap = frame(46, SNAP + "0800" + packet);
    // The length of a frame is what it says, not what is behind it.
    Frame cutPacket = frame(45, SNAP + "0800" + packet);
    Page page =
        ParserPage.about("llc_snap_parsing", tooLong, "length 47 in 46 bytes")
            .hit(
                "length",
                "The length is no more than there is.",
                bad(frame(1500, LLC), "length 1500 in 46 bytes"),
                bad(frame(200, LLC + "00".repeat(196)), "length 200 in 199 bytes"))
            .hit(
                "too-short-for-llc",
                "An LLC header has 3 bytes.",
                bad(frame(1, LLC), "length 1"),
                bad(frame(2, LLC), "length 2"))
            .hit(
                "too-short-for-snap",
                "A SNAP header has 5 bytes behind the 3 of LLC.",
                bad(frame(3, "aaaa03"), "length 3"),
                bad(frame(7, SNAP + "08"), "length 7"))
            .hit(
                "snap-control",
                "SNAP is unnumbered information.",
                bad(frame(46, "aaaa04 000000 0800" + packet), "control 4"))
            .miss(
                "llc",
                "An LLC header with what it announces is sound.",
                good(frame(3, LLC), "length 3, then padding"),
                good(frame(46, LLC + "00".repeat(43)), "length 46"),
                good(frame(1500, LLC + "00".repeat(1497)), "length 1500"))
            .miss(
                "snap",
                "A SNAP header with what it announces is sound.",
                good(snap, "IPv4 in SNAP"),
                good(frame(8, SNAP + "88b5"), "length 8, then padding"),
                good(frame(46, "aaaa03 00000c 2000" + "00".repeat(38)), "an organisation's"))
            .miss(
                "length-0",
                "A length of 0 is none (and to the router it is not IP).",
                good(frame(0, "00".repeat(46)), "length 0"))
            .miss(
                "ether-type",
                "From 1536 on it is an EtherType.",
                good(frame(0x600, LLC), "type 0600"))
            .miss(
                "ip-in-snap",
                "What is wrong behind a sound SNAP header is another matter.",
                at(1, cutPacket, "an IPv4 packet longer than the length leaves room for")
                    .hitsInstead("ip_1_parsing"))
            .shows("PKT-07")
            .miss(
                "bpdu",
                "A BPDU is for the bridge, whatever its length says.",
                at(
                        1,
                        Frames.ethernet(
                            "01:80:c2:00:00:00", HOST_1, 47, Frames.hex("424203 0000 00 80")),
                        "length 47 in 46 bytes")
                    .hitsInstead("stp"));
    return ParserPage.anywhere(page, tooLong, "length 47 in 46 bytes");
  }

  private static Page pppoe() {
    String packet = digits(ipv4().length(38));
    Frame reserved = frame(SESSION, "1100 ffff 0028 0021" + packet);
    String packet6 = digits(ipv6().length(60));
    Page page =
        ParserPage.about("pppoe_ppp_parsing", reserved, "session ffff")
            .hit(
                "length",
                "The length is no more than there is.",
                bad(frame(SESSION, "1100 0001 0029 0021" + packet), "length 41 in 40 bytes"),
                bad(frame(SESSION, "1100 0001 ffff 0021" + packet), "length 65535"),
                bad(frame(DISCOVERY, "1109 0000 0029 0101 0000"), "discovery, length 41"))
            .hit(
                "version",
                "Version and type are 1.",
                bad(frame(SESSION, "2100 0001 0028 0021" + packet), "version 2"),
                bad(frame(SESSION, "1200 0001 0028 0021" + packet), "type 2"))
            .hit(
                "code",
                "In a session the code is 0.",
                bad(frame(SESSION, "1109 0001 0028 0021" + packet), "code 9"))
            .hit(
                "ppp-protocol",
                "A PPP protocol has an even and an odd byte (RFC 1661 section 2).",
                bad(frame(SESSION, "1100 0001 0028 0020" + packet), "protocol 0020"),
                bad(frame(SESSION, "1100 0001 0028 0121" + packet), "protocol 0121"),
                bad(frame(SESSION, "1100 0001 0001 0021" + packet), "length 1, half a protocol"))
            .hit(
                "header-without-padding",
                "The header has 6 bytes.",
                bad(frame(SESSION, "1100 0001 00").truncated(19), "5 bytes"),
                bad(frame(DISCOVERY, "1109 0000 00").truncated(19), "5 bytes of discovery"))
            .miss(
                "session",
                "A sound session frame is forwarded.",
                good(frame(SESSION, "1100 0001 0028 0021" + packet), "IPv4 in session 1"),
                good(frame(SESSION, "1100 fffe 003e 0057" + packet6), "IPv6 in session fffe"),
                good(frame(SESSION, "1100 0001 0008 c021 01010006 0000"), "link control"))
            .miss(
                "discovery",
                "Discovery has no session yet.",
                good(frame(DISCOVERY, "1109 0000 0004 0101 0000"), "an initiation"),
                good(frame(DISCOVERY, "11a7 0001 0000"), "a termination"))
            .miss(
                "ip",
                "What is wrong with the IP packet is another matter.",
                at(1, frame(SESSION, "1100 0001 0027 0021" + packet), "a byte less than IP needs")
                    .hitsInstead("ip_1_parsing"));
    return ParserPage.anywhere(page, reserved, "session ffff");
  }

  private static Page mpls() {
    String packet = digits(ipv4().length(42));
    // Label 16, TTL 64, and the bottom of the stack: RFC 3032 section 2.1.
    String label = "00010040";
    String bottom = "00010140";
    Frame endless = frame(MPLS, label.repeat(11) + "0001");
    Page page =
        ParserPage.about("mpls_parsing", endless, "eleven labels and a half, no bottom")
            .hit(
                "no-bottom",
                "A stack has a bottom.",
                bad(frame(MPLS, label.repeat(12)), "twelve labels up to the end"),
                bad(frame(MPLS_MULTICAST, label.repeat(12)), "the same behind type 8848"))
            .hit(
                "cut-without-padding",
                "A label has 4 bytes.",
                bad(frame(MPLS, "000101").truncated(17), "3 bytes"),
                bad(frame(MPLS, label + "000101").truncated(21), "a label and 3 bytes"),
                bad(frame(MPLS, "").truncated(14), "nothing behind 8847"))
            .miss(
                "sound",
                "A stack with a bottom is forwarded.",
                good(frame(MPLS, bottom + packet), "a label"),
                good(frame(MPLS, label.repeat(3) + bottom + packet), "four labels"),
                good(frame(MPLS_MULTICAST, bottom + packet), "type 8848"))
            .miss(
                "bottom-at-the-end",
                "The bottom may be the end.",
                good(frame(MPLS, label.repeat(11) + bottom), "twelve labels"))
            .miss(
                "ip",
                "What is wrong with the IP packet is another matter.",
                at(1, frame(MPLS, "00000140" + "46" + packet.substring(2)), "label 0, IPv4")
                    .hitsInstead("ip_1_parsing"));
    return ParserPage.anywhere(page, endless, "eleven labels and a half, no bottom");
  }

  private static Page arp() {
    String addresses = "020000000101 c000020b 020000000201 c000020c";
    // Hardware addresses of 12 bytes: 8 + 2 * (12 + 4) = 40; of 20: 56.
    Frame cut = frame(ARP, "0006 0800 14 04 0001" + "00".repeat(38));
    Frame reply = frame(ARP, "0001 0800 06 04 0002" + addresses);
    Frame request = frame(ARP, "0001 0800 06 04 0001" + addresses);
    Page page =
        ParserPage.about("arp_parsing", cut, "56 bytes of ARP in 46")
            .hit(
                "cut-without-padding",
                "An ARP packet is there as a whole.",
                bad(request.truncated(41), "27 bytes"),
                bad(request.truncated(21), "7 bytes"),
                bad(request.truncated(14), "nothing behind 0806"))
            .hit(
                "address-lengths",
                "Ethernet's addresses have 6 bytes, IPv4's have 4.",
                bad(changed(request, 18, "08"), "hardware addresses of 8 bytes"),
                bad(changed(request, 18, "00"), "hardware addresses of 0 bytes"),
                bad(changed(request, 19, "10"), "protocol addresses of 16 bytes"),
                bad(changed(reply, 19, "00"), "protocol addresses of 0 bytes"))
            .miss(
                "request",
                "A sound request has a trap of its own.",
                at(1, request, "operation 1").hitsInstead("arp_request").leaves(2))
            .miss(
                "request-without-padding",
                "Nothing need be behind it.",
                at(1, request.truncated(42), "operation 1, 42 bytes")
                    .hitsInstead("arp_request")
                    .leaves(2))
            .miss(
                "response",
                "A sound response has a trap of its own.",
                at(1, reply, "operation 2").hitsInstead("arp_response").leaves(2))
            .miss(
                "other-operation",
                "Other operations are forwarded.",
                good(changed(request, 21, "08"), "operation 8"))
            .miss(
                "other-hardware",
                "Other hardware has other addresses.",
                good(frame(ARP, "0006 0800 0c 04 0008" + "00".repeat(32)), "IEEE 802, 12 bytes"));
    return ParserPage.anywhere(page, cut, "56 bytes of ARP in 46");
  }
}
