package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.ParserPage.bad;
import static packettrap.conformance.scenario.generator.ParserPage.digits;
import static packettrap.conformance.scenario.generator.ParserPage.good;
import static packettrap.conformance.scenario.generator.ParserPage.ipv4;
import static packettrap.conformance.scenario.generator.ParserPage.ipv6;
import static packettrap.conformance.scenario.generator.Shot.at;

import java.util.List;
import packettrap.spec.packet.Frame;

/** Errors of tunnels' headers: VXLAN, GRE, GTP, and those of IPsec. */
final class TunnelParserPages {
  private static final int GRE = 47;
  private static final int ESP = 50;
  private static final int AUTHENTICATION = 51;
  private static final int VXLAN = 4789;
  private static final int GTP = 2152;
  private static final int GTP_CONTROL = 2123;

  private TunnelParserPages() {}

  static List<Page> all() {
    return List.of(vxlan(), gre(), ipsec(), gtp(), esp());
  }

  private static Page vxlan() {
    String inner = plain(HOST_3, HOST_4).toString();
    Frame wrong = udp(VXLAN, "00000000 00000100" + inner).frame();
    Page page =
        ParserPage.about("vxlan_parsing", wrong, "the I flag clear")
            .hit(
                "flag",
                "The I flag is set.",
                bad(udp(VXLAN, "f7000000 00000100" + inner), "all flags but I"),
                bad(udp6(VXLAN, "00000000 00000100" + inner), "IPv6"))
            .hit(
                "cut",
                "The header has 8 bytes.",
                bad(udp(VXLAN, "08000000 000001"), "7 bytes"),
                bad(udp(VXLAN, "08"), "1 byte"),
                bad(udp(VXLAN, ""), "nothing"))
            .miss(
                "sound",
                "A sound tunnel is forwarded.",
                good(udp(VXLAN, "08000000 00000100" + inner), "over IPv4"),
                good(udp6(VXLAN, "08000000 00000100" + inner), "over IPv6"))
            .miss(
                "reserved-bits",
                "Reserved bits concern the end of the tunnel alone.",
                good(udp(VXLAN, "ff000001 000001ff" + inner), "all flags"))
            .miss(
                "other-port",
                "VXLAN has UDP port 4789.",
                good(udp(VXLAN + 1, "00000000 00000100" + inner), "port 4790"),
                good(ipv4().udp(VXLAN, 40000, "00000000 00000100"), "from port 4789"))
            .miss(
                "fragment",
                "What is in a fragment is not looked at.",
                good(udp(VXLAN, "00000000 00000100" + inner).firstFragment(), "the first"));
    return ParserPage.anywhere(page, wrong, "the I flag clear");
  }

  private static Page gre() {
    String inner = digits(ipv4());
    Frame wrong = gre("0002 0800" + inner).frame();
    Page page =
        ParserPage.about("gre_parsing", wrong, "version 2")
            .hit(
                "version",
                "The version is 0 or 1.",
                bad(gre("0007 0800" + inner), "version 7"),
                bad(ipv6().protocol(GRE, "0002 0800" + inner, false, -1), "IPv6"))
            .hit(
                "reserved-bits",
                "What is reserved for routing and recursion is 0 (RFC 2784 section 2.3).",
                bad(gre("4000 0800 00000000" + inner), "routing"),
                bad(gre("0800 0800" + inner), "strict source route"),
                bad(gre("0400 0800" + inner), "recursion"))
            .hit(
                "checksum",
                "A checksum fits.",
                bad(gre("8000 0800 0bad0000" + inner), "a wrong checksum"))
            .hit(
                "cut",
                "What the flags announce is there.",
                bad(gre("0000 08"), "3 bytes"),
                bad(gre("2000 0800 000000"), "a key of 3 bytes"),
                bad(gre("b000 0800 00000000 00000001"), "no sequence number"))
            .hit(
                "pptp",
                "Version 1 has a key (RFC 2637 section 4.1).",
                bad(gre("1001 880b 00000001"), "no key"))
            .miss(
                "sound",
                "A sound tunnel is forwarded.",
                good(gre("0000 0800" + inner), "no options"),
                good(gre("2000 0800 00000001" + inner), "a key"),
                good(gre("3000 0800 00000001 00000001" + inner), "a key and a sequence number"),
                good(ipv6().protocol(GRE, "0000 0800" + inner, false, -1), "over IPv6"))
            .miss(
                "with-checksum",
                "A checksum that fits is no error.",
                good(checksummed("8000 0800", inner), "a checksum"))
            .miss(
                "ignored-bits",
                "The other reserved bits are ignored (RFC 2784 section 2.3).",
                good(gre("00f8 0800" + inner), "bits 8 to 12"))
            .miss(
                "version-1",
                "PPTP has version 1.",
                good(
                    gre("3001 880b 0008 0001 00000001 ff03c021 01010004"),
                    "a key, a sequence number"))
            .miss(
                "unknown",
                "What nobody knows may be in a tunnel.",
                good(gre("0000 88b5" + inner), "type 88b5"),
                good(gre("0000 0000"), "a keep-alive"));
    return ParserPage.anywhere(page, wrong, "version 2");
  }

  private static Packet gre(String packet) {
    return ipv4().protocol(GRE, packet, false, -1);
  }

  private static Packet checksummed(String flagsAndType, String inner) {
    int sum = Frames.checksum(Frames.hex(flagsAndType + "00000000" + inner));
    return gre(flagsAndType + "%04x0000".formatted(sum) + inner);
  }

  private static Page ipsec() {
    String udp = "9c40 c350 000c 0000 00000000";
    // Next header UDP, 24 bytes, SPI 256, sequence number 1, 12 bytes of integrity check value.
    String header = "11 04 0000 00000100 00000001" + "00".repeat(12);
    Frame wrong = ah("11 00 0000 00000100 00000001").frame();
    Page page =
        ParserPage.about("ipsec_parsing", wrong, "a header of 8 bytes")
            .hit(
                "length",
                "The header has its fixed 12 bytes, and no more than there is.",
                bad(ah("11 ff 0000 00000100 00000001" + "00".repeat(12) + udp), "1028 bytes"),
                bad(ah("11 04 0000 00000100 00000001" + "00".repeat(11)), "23 of 24 bytes"))
            .hit(
                "cut",
                "What is cut short has no length.",
                bad(ah("11 04 0000 000001"), "7 bytes"),
                bad(ah("11"), "1 byte"))
            .hit(
                "ipv6",
                "In IPv6 it is an extension header.",
                bad(ipv6().protocol(AUTHENTICATION, "11 00 0000 00000100" + udp, false, -1), "8"),
                bad(
                    ipv6().protocol(AUTHENTICATION, "11 ff 0000 00000100" + udp, false, -1),
                    "1028"))
            .miss(
                "sound",
                "A sound packet is forwarded.",
                good(ah(header + udp), "UDP behind it"),
                good(ah("11 01 0000 00000100 00000001" + udp), "no integrity check value"),
                good(
                    ipv6().extensions(AUTHENTICATION, header).udp(40000, 50000),
                    "UDP behind it over IPv6"))
            .miss(
                "behind-it",
                "What is wrong behind it is another matter.",
                at(1, ah(header + "9c40 c350 0007 0000"), "UDP with length 7")
                    .hitsInstead("udp_parsing"))
            .miss(
                "last-fragment",
                "A fragment that is not the first has no header.",
                good(ipv4().lastFragment(AUTHENTICATION, "1100"), "a last fragment"));
    return ParserPage.anywhere(page, wrong, "a header of 8 bytes");
  }

  private static Packet ah(String packet) {
    return ipv4().protocol(AUTHENTICATION, packet, false, -1);
  }

  private static Page gtp() {
    String inner = digits(ipv4());
    String payload = "30ff 0040 00000001" + inner;
    Frame wrong = udp(GTP, "30ff 0041 00000001" + inner).frame();
    Page page =
        ParserPage.about("gtp_parsing", wrong, "length 65 in 64 bytes")
            .hit(
                "version",
                "Version and protocol type are 1.",
                bad(udp(GTP, "10ff 0040 00000001" + inner), "version 0"),
                bad(udp(GTP, "50ff 0040 00000001" + inner), "version 2"),
                bad(udp(GTP, "20ff 0040 00000001" + inner), "GTP prime"),
                bad(udp6(GTP, "10ff 0040 00000001" + inner), "IPv6"))
            .hit(
                "cut",
                "The header has 8 bytes, or 12 if it says so.",
                bad(udp(GTP, "30ff 0000 000000"), "7 bytes"),
                bad(udp(GTP, ""), "nothing"),
                bad(udp(GTP, "3201 0003 00000000 000100"), "a sequence number, cut"))
            .hit(
                "extension",
                "Extension headers have a length and fit.",
                bad(udp(GTP, "34ff 0044 00000001 000000 85 00000000" + inner), "length 0"),
                bad(udp(GTP, "34ff 0008 00000001 000000 85 02000000"), "8 bytes of 4"),
                bad(udp(GTP, "34ff 0004 00000001 000000 85"), "announced, not there"))
            .hit(
                "control",
                "Control messages have versions 1 and 2.",
                bad(udp(GTP_CONTROL, "1e01 0004 00000000 00000000"), "version 0"),
                bad(udp(GTP_CONTROL, "4801 0009 00000000 00000000"), "version 2, length 9 of 8"),
                bad(udp(GTP_CONTROL, "3201 0005 00000000 00000000"), "version 1, length 5 of 4"))
            .miss(
                "sound",
                "A sound tunnel is forwarded.",
                good(udp(GTP, payload), "over IPv4"),
                good(udp6(GTP, payload), "over IPv6"),
                good(udp(GTP, "3201 0004 00000000 00010000"), "an echo request"),
                good(udp(GTP, "34ff 0048 00000001 000000 85 01000100" + inner), "an extension"))
            .miss(
                "control-sound",
                "Sound control messages are forwarded.",
                good(udp(GTP_CONTROL, "3201 0004 00000000 00010000"), "version 1, an echo"),
                good(udp(GTP_CONTROL, "4001 0009 00000100 03000100 05"), "version 2, an echo"))
            .miss(
                "other-port",
                "GTP has UDP ports 2152 and 2123.",
                good(udp(GTP + 1, "10ff 0040 00000001" + inner), "port 2153"),
                good(ipv4().udp(GTP, 40000, "10ff 0040 00000001"), "from port 2152"))
            .miss(
                "inside",
                "What is wrong inside is another matter.",
                at(1, udp(GTP, "30ff 003f 00000001" + inner), "a byte less than IP needs")
                    .hitsInstead("ip_n_parsing"));
    return ParserPage.anywhere(page, wrong, "length 65 in 64 bytes");
  }

  /** A datagram to a port that is as long as its payload. */
  private static Packet udp(int port, String payload) {
    return ipv4().udp(40000, port, payload).length(0);
  }

  private static Packet udp6(int port, String payload) {
    return ipv6().udp(40000, port, payload).length(0);
  }

  private static Page esp() {
    String sound = "00000100 00000001" + "5a".repeat(24);
    Frame wrong = ipv4().protocol(ESP, "00000100 000001", false, -1).frame();
    Page page =
        ParserPage.about("esp_parsing", wrong, "7 bytes")
            .hit(
                "cut",
                "The header has 8 bytes.",
                bad(ipv4().protocol(ESP, "00000100", false, -1), "4 bytes"),
                bad(ipv4().protocol(ESP, "", false, -1), "nothing"),
                bad(ipv6().protocol(ESP, "00000100 000001", false, -1), "7 bytes over IPv6"))
            .hit(
                "behind-extensions",
                "In IPv6 extension headers may stand in front.",
                bad(
                    ipv6().extensions(60, "32 00 0104 00000000").protocol(ESP, "00", false, -1),
                    "1 byte"))
            .miss(
                "sound",
                "A sound packet is forwarded.",
                good(ipv4().protocol(ESP, sound, false, -1), "over IPv4"),
                good(ipv6().protocol(ESP, sound, false, -1), "over IPv6"))
            .miss(
                "last-fragment",
                "A fragment that is not the first has no header.",
                good(ipv4().lastFragment(ESP, "00"), "a last fragment"))
            .miss(
                "other-protocol",
                "Other protocols may be short.",
                good(ipv4().protocol(252, "00000100", false, -1), "protocol 252"));
    return ParserPage.anywhere(page, wrong, "7 bytes");
  }
}
