package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.changed;
import static packettrap.conformance.scenario.generator.Frames.checksummed;
import static packettrap.conformance.scenario.generator.ParserPage.bad;
import static packettrap.conformance.scenario.generator.ParserPage.good;
import static packettrap.conformance.scenario.generator.ParserPage.ipv4;
import static packettrap.conformance.scenario.generator.ParserPage.ipv6;
import static packettrap.conformance.scenario.generator.Shot.at;
import static packettrap.conformance.scenario.generator.Ways.by7;

import java.util.List;
import packettrap.spec.packet.Frame;

/** Errors of IP headers, the first one and those in tunnels. */
final class IpParserPages {
  private static final int CHECKSUM = 24;
  private static final int IN_IP = 4;
  private static final int IPV6_IN_IP = 41;
  private static final int GRE = 47;

  private IpParserPages() {}

  static List<Page> all() {
    return List.of(first(), innermost());
  }

  private static Page first() {
    Frame sound = ipv4().frame();
    Frame sound6 = ipv6().frame();
    Frame badChecksum = changed(sound, CHECKSUM, "0bad");
    Frame tooLong = checksummed(changed(sound, 16, "0041"));
    Frame forRouter = ipv4From1("10.1.0.1").frame();
    Frame padded = ipv4().length(30).frame();
    Frame options = ipv4().options("01010101").frame();
    // The first extension header is said to be 2048 bytes long.
    Packet longExtension = ipv6().extensions(60, "11 ff 0104 00000000");
    Page page =
        ParserPage.about("ip_1_parsing", tooLong, "total length 65 in 64 bytes")
            .hit(
                "checksum",
                "The checksum of a header fits, also if the packet is only bridged.",
                bad(badChecksum, "a wrong checksum"),
                bad(changed(sound, CHECKSUM, "0000"), "checksum 0"),
                bad(changed(options, 34, "00"), "an option turned"))
            .hit(
                "header-length",
                "A header has 20 bytes or more, and no more than the packet.",
                bad(checksummed(changed(sound, 14, "44")), "header length 4"),
                bad(checksummed(changed(sound, 14, "40")), "header length 0"),
                bad(checksummed(changed(changed(sound, 14, "46"), 16, "0017")), "6, of 23 bytes"))
            .hit(
                "version",
                "The version is what the EtherType says.",
                bad(checksummed(changed(sound, 14, "65")), "version 6 behind 0800"),
                bad(changed(sound6, 14, "40"), "version 4 behind 86dd"))
            .hit(
                "total-length",
                "The total length is no less than the header and no more than there is.",
                bad(checksummed(changed(sound, 16, "0013")), "19 bytes"),
                bad(checksummed(changed(sound, 16, "ffff")), "65535 bytes"),
                bad(changed(sound6, 18, "002d"), "IPv6, 45 bytes of payload in 44"),
                bad(changed(sound6, 18, "ffff"), "IPv6, 65535 bytes of payload"))
            .hit(
                "cut-without-padding",
                "A header is there as a whole.",
                bad(sound.truncated(33), "19 bytes"),
                bad(options.truncated(36), "22 bytes of 24"),
                bad(sound6.truncated(53), "39 bytes of IPv6"),
                bad(sound.truncated(14), "nothing behind 0800"))
            .hit(
                "extension-header",
                "An IPv6 extension header is there as a whole.",
                bad(longExtension, "2048 bytes of destination options in 52"),
                bad(ipv6().protocol(0, "11 00 0104", false, -1), "4 bytes of hop-by-hop header"),
                bad(ipv6().protocol(44, "11 00 0000", false, -1), "4 bytes of fragment header"))
            .hit(
                "to-the-router",
                "What is cut short is not left to the router.",
                bad(checksummed(changed(forRouter, 16, "0041")), "total length 65 in 64 bytes"),
                at(7, checksummed(changed(ipv4From7("10.7.0.1").frame(), 16, "0041")), "port 7")
                    .hits())
            .hit(
                "in-snap",
                "The first header may be behind a SNAP header.",
                bad(
                    ParserPage.frame(
                        72,
                        "aaaa03 000000 0800" + changed(sound, 16, "0041").toString().substring(28)),
                    "IPv4 in SNAP, a wrong checksum"))
            .hit(
                "in-pppoe",
                "The first header may be in a PPPoE session.",
                bad(
                    ParserPage.frame(
                        0x8864, "1100 0001 0042 0021" + badChecksum.toString().substring(28)),
                    "IPv4 in PPPoE, a wrong checksum"))
            .miss(
                "sound",
                "A sound packet is forwarded.",
                good(sound, "IPv4"),
                good(sound6, "IPv6"),
                good(options, "header length 6"))
            .miss(
                "padding",
                "Padding is not part of the packet.",
                good(padded, "30 bytes in 46"),
                good(Frame.of(Frames.join(sound6.toByteArray(), new byte[20])), "20 bytes more"))
            .miss(
                "header-only",
                "A packet may be a header and nothing else.",
                good(ipv4().protocol(252, "", false, -1), "20 bytes of IPv4"),
                good(ipv6().protocol(59, "", false, -1), "40 bytes of IPv6"))
            .miss(
                "corrupted-for-the-router",
                "A header of wrong checksum, version or length in a packet to be routed is the"
                    + " router's to find.",
                at(1, changed(forRouter, CHECKSUM, "0bad"), "a wrong checksum, to be routed")
                    .hitsInstead("ip_header_corrupted"),
                at(7, changed(ipv4From7("10.7.0.1").frame(), 14, "44"), "header length 4, port 7")
                    .hitsInstead("ip_header_corrupted"))
            .miss(
                "routed",
                "A sound packet is routed.",
                by7(ipv4From1("10.1.0.1"), "IPv4"),
                by7(ipv6From1("2001:db8:a1::1"), "IPv6"));
    return ParserPage.anywhere(page, tooLong, "total length 65 in 64 bytes");
  }

  private static Page innermost() {
    Frame inner = ipv4().frame();
    String sound = digits(ipv4());
    String badChecksum = digits(ipv4(), changed(inner, CHECKSUM, "0bad"));
    String tooLong = digits(ipv4(), checksummed(changed(inner, 16, "0041")));
    String sound6 = digits(ipv6());
    String tooLong6 = digits(ipv6(), changed(ipv6().frame(), 18, "002d"));
    Frame wrong = carrying(IN_IP, badChecksum).frame();
    String ethernet = inner.toString().substring(0, 28);
    Page page =
        ParserPage.about("ip_n_parsing", wrong, "IPv4 in IPv4, the inner checksum wrong")
            .hit(
                "ip-in-ip",
                "A header in an IP packet is as sound as the outer one.",
                bad(carrying(IN_IP, tooLong), "total length 65 in 64 bytes"),
                bad(carrying(IN_IP, checksumOf(inner, "44")), "header length 4"),
                bad(carrying(IN_IP, sound6), "version 6 behind protocol 4"),
                bad(carrying(IPV6_IN_IP, tooLong6), "IPv6, 45 bytes of payload in 44"),
                bad(carrying(IPV6_IN_IP, sound), "version 4 behind protocol 41"),
                bad(carrying(IN_IP, "45"), "1 byte"))
            .hit(
                "in-ipv6",
                "The outer packet may be IPv6.",
                bad(ipv6().protocol(IN_IP, badChecksum, false, -1), "IPv4 in IPv6"),
                bad(ipv6().protocol(IPV6_IN_IP, tooLong6, false, -1), "IPv6 in IPv6"))
            .hit(
                "gre",
                "The tunnel may be GRE.",
                bad(carrying(GRE, "0000 0800" + badChecksum), "a wrong checksum"),
                bad(carrying(GRE, "0000 86dd" + tooLong6), "IPv6, too long"),
                bad(carrying(GRE, "2000 0800 00000001" + tooLong), "with a key, too long"),
                bad(carrying(GRE, "0000 6558" + ethernet + badChecksum), "in a bridged frame"))
            .hit(
                "vxlan",
                "The tunnel may be VXLAN.",
                bad(
                    ipv4().udp(40000, 4789, "08000000 00000100" + ethernet + badChecksum).length(0),
                    "a wrong checksum"))
            .hit(
                "gtp",
                "The tunnel may be GTP.",
                bad(ipv4().udp(2152, 2152, "30ff 0040 00000001" + badChecksum).length(0), "IPv4"))
            .hit(
                "three-headers",
                "It does not matter how many there are.",
                bad(carrying(IN_IP, digits(carrying(IN_IP, badChecksum))), "the third"))
            .miss(
                "sound",
                "A sound tunnel is forwarded.",
                good(carrying(IN_IP, sound), "IPv4 in IPv4"),
                good(carrying(IPV6_IN_IP, sound6), "IPv6 in IPv4"),
                good(ipv6().protocol(IN_IP, sound, false, -1), "IPv4 in IPv6"),
                good(carrying(GRE, "0000 0800" + sound), "GRE"))
            .miss(
                "first-header",
                "The first header is another matter.",
                at(1, changed(carrying(IN_IP, sound).frame(), CHECKSUM, "0bad"), "the outer one")
                    .hitsInstead("ip_1_parsing"))
            .miss(
                "fragment",
                "What is in a fragment is not looked at.",
                good(carrying(IN_IP, badChecksum).firstFragment(), "the first"),
                good(ipv4().lastFragment(IN_IP, badChecksum), "a last one"))
            .miss(
                "other-protocol",
                "Behind another protocol it is just payload.",
                good(carrying(252, badChecksum), "protocol 252"),
                good(carrying(GRE, "0000 88b5" + badChecksum), "GRE, type 88b5"));
    return ParserPage.anywhere(page, wrong, "IPv4 in IPv4, the inner checksum wrong");
  }

  private static String checksumOf(Frame inner, String firstByte) {
    return digits(ipv4(), checksummed(changed(inner, 14, firstByte)));
  }

  /** As many digits of a changed frame as the packet has. */
  private static String digits(Packet packet, Frame changed) {
    return changed.toString().substring(28, 28 + ParserPage.digits(packet).length());
  }

  private static Packet carrying(int protocol, String payload) {
    return ipv4().protocol(protocol, payload, false, -1);
  }

  private static String digits(Packet packet) {
    return ParserPage.digits(packet);
  }
}
