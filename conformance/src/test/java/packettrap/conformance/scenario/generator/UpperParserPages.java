package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.*;
import static packettrap.conformance.scenario.generator.Frames.changed;
import static packettrap.conformance.scenario.generator.Frames.hex;
import static packettrap.conformance.scenario.generator.ParserPage.bad;
import static packettrap.conformance.scenario.generator.ParserPage.good;
import static packettrap.conformance.scenario.generator.ParserPage.ipv4;
import static packettrap.conformance.scenario.generator.ParserPage.ipv6;
import static packettrap.conformance.scenario.generator.Shot.at;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import packettrap.spec.packet.Frame;

/** Errors of TCP, UDP, SCTP and DCCP headers. */
final class UpperParserPages {
  private static final int DCCP = 33;
  private static final int SCTP = 132;

  /** Where the UDP and TCP checksums of untagged packets are. */
  private static final int UDP_CHECKSUM = 40;

  private static final int UDP_CHECKSUM_6 = 60;
  private static final int TCP_CHECKSUM = 50;
  private static final int TCP_CHECKSUM_6 = 70;

  private UpperParserPages() {}

  static List<Page> all() {
    return List.of(udp(), tcp(), sctp(), dccp());
  }

  private static Page udp() {
    Frame sound = ipv4().frame();
    Frame sound6 = ipv6().frame();
    Frame wrong = changed(sound, UDP_CHECKSUM, "0bad");
    String ports = "9c40c350";
    Page page =
        ParserPage.about("udp_parsing", wrong, "a wrong checksum")
            .hit(
                "checksum",
                "The checksum fits.",
                bad(changed(sound, 42, "ff"), "a byte of the payload turned"),
                bad(changed(sound6, UDP_CHECKSUM_6, "0bad"), "IPv6"))
            .hit(
                "length",
                "The length is no less than the header and no more than the IP packet.",
                bad(ipv4().protocol(Packet.UDP, ports + "00070000", false, -1), "7"),
                bad(ipv4().protocol(Packet.UDP, ports + "00000000", false, -1), "0"),
                bad(
                    ipv4().protocol(Packet.UDP, ports + "000d0000 00000000", false, -1),
                    "13 of 12"),
                bad(ipv6().protocol(Packet.UDP, ports + "ffff0001 00000000", false, -1), "IPv6"))
            .hit(
                "cut",
                "The header has 8 bytes.",
                bad(ipv4().protocol(Packet.UDP, ports + "0008 00", false, -1), "7 bytes"),
                bad(ipv4().protocol(Packet.UDP, "", false, -1), "nothing"),
                bad(ipv6().protocol(Packet.UDP, ports, false, -1), "4 bytes behind IPv6"),
                bad(ipv4().protocol(Packet.UDP, ports, false, -1).firstFragment(), "a fragment"))
            .hit(
                "ipv6-without-checksum",
                "Over IPv6 UDP has a checksum (RFC 8200 section 8.1).",
                bad(changed(sound6, UDP_CHECKSUM_6, "0000"), "checksum 0"))
            .shows("PKT-08")
            .hit(
                "routed",
                "The parser comes before the router.",
                at(1, changed(ipv4From1("10.2.0.1").frame(), UDP_CHECKSUM, "0bad"), "a blackhole")
                    .hits(),
                at(7, changed(ipv4From7("10.7.0.1").ttl(1).frame(), UDP_CHECKSUM, "0bad"), "TTL 1")
                    .hits())
            .shows()
            .hit(
                "in-a-tunnel",
                "It does not matter in how many headers it is.",
                bad(ipv4().protocol(4, wrong.toString().substring(28), false, -1), "IPv4 in IPv4"))
            .miss(
                "sound",
                "A sound packet is forwarded.",
                good(sound, "IPv4"),
                good(sound6, "IPv6"),
                good(ipv4().length(28), "nothing behind the header"))
            .miss(
                "no-checksum",
                "Over IPv4 a checksum of 0 means that there is none.",
                good(changed(sound, UDP_CHECKSUM, "0000"), "checksum 0"))
            .miss(
                "shorter-than-ip",
                "The IP packet may have more than the datagram.",
                good(
                    ipv4().protocol(Packet.UDP, ports + "000a0000 00000000", false, -1),
                    "10 bytes of 12"))
            .miss(
                "fragment",
                "A fragment has neither its datagram's length nor its checksum.",
                good(
                    ipv4().protocol(Packet.UDP, ports + "10000bad", true, -1).firstFragment(), "1"),
                good(ipv4().lastFragment(Packet.UDP, "00"), "a last fragment"))
            .shows("PKT-07")
            .miss(
                "control",
                "A control protocol comes first.",
                at(
                        1,
                        changed(ipv4().udp(68, 67).frame(), UDP_CHECKSUM, "0bad"),
                        "DHCP, a wrong checksum")
                    .hitsInstead("ipv4_dhcp")
                    .leaves(2));
    return ParserPage.anywhere(page, wrong, "a wrong checksum");
  }

  private static Page tcp() {
    Frame sound = ipv4().tcp(40000, 50000, Packet.SYN, "").frame();
    Frame sound6 = ipv6().tcp(40000, 50000, Packet.SYN, "").frame();
    Frame wrong = changed(sound, TCP_CHECKSUM, "0bad");
    Page page =
        ParserPage.about("tcp_parsing", wrong, "a wrong checksum")
            .hit(
                "checksum",
                "The checksum fits; 0 does not mean that there is none.",
                bad(changed(sound, TCP_CHECKSUM, "0000"), "checksum 0"),
                bad(changed(sound6, TCP_CHECKSUM_6, "0bad"), "IPv6"))
            .hit(
                "flags",
                "SYN comes neither with FIN nor with RST.",
                bad(ipv4().tcp(40000, 50000, 0x03, "00"), "SYN and FIN"),
                bad(ipv4().tcp(40000, 50000, 0x06, "00"), "SYN and RST"),
                bad(ipv6().tcp(40000, 50000, 0x13, "00"), "SYN, FIN and ACK over IPv6"),
                bad(ipv4().tcp(40000, 50000, 0xff, "00"), "all"))
            .hit(
                "data-offset",
                "The header has 20 bytes or more, and no more than there is.",
                bad(segment("40 10"), "data offset 4"),
                bad(segment("00 10"), "data offset 0"),
                bad(segment("60 10"), "data offset 6 in 20 bytes"))
            .hit(
                "cut",
                "The header has 20 bytes.",
                bad(ipv4().protocol(Packet.TCP, "9c40c350 00001000 00000000", false, -1), "12"),
                bad(ipv4().protocol(Packet.TCP, "", false, -1), "nothing"),
                bad(
                    ipv4().protocol(Packet.TCP, "9c40c350 00001000", false, -1).firstFragment(),
                    "8 bytes in the first fragment"))
            .hit(
                "to-the-router",
                "The parser comes before the router, and so before BGP and local delivery.",
                at(
                        1,
                        changed(
                            ipv4From1("192.0.2.1").tcp(40000, 179, Packet.SYN, "").frame(),
                            TCP_CHECKSUM,
                            "0bad"),
                        "to port 179, a wrong checksum")
                    .hits())
            .miss(
                "sound",
                "A sound segment is forwarded.",
                good(sound, "a SYN"),
                good(sound6, "a SYN over IPv6"),
                good(ipv4().tcp(40000, 50000, 0x12, "00"), "SYN and ACK"),
                good(ipv4().tcp(40000, 50000, 0x14, "00"), "RST and ACK"),
                good(ipv4().tcp(40000, 50000, 0x11, "00"), "FIN and ACK"),
                good(ipv4().tcp(40000, 50000, 0xc2, "00"), "SYN, ECE and CWR"))
            .miss(
                "fragment",
                "A fragment does not have its segment's checksum.",
                good(
                    ipv4()
                        .protocol(
                            Packet.TCP, "9c40c350 00001000 00000000 50102000 0bad0000", true, -1)
                        .firstFragment(),
                    "the first"),
                good(ipv4().lastFragment(Packet.TCP, "00"), "the last"));
    return ParserPage.anywhere(page, wrong, "a wrong checksum");
  }

  /** A segment of 20 bytes with another data offset and flags, and a checksum that fits. */
  private static Packet segment(String offsetAndFlags) {
    String header = "9c40c350 00001000 00000000" + offsetAndFlags + "2000 0000 0000";
    return ipv4().protocol(Packet.TCP, header, false, 16);
  }

  private static Page sctp() {
    // An INIT chunk of 20 bytes: RFC 9260 section 3.3.2.
    String init = "0100 0014 00000001 00010000 0001 0001 00000001";
    Frame wrong = ipv4().protocol(SCTP, sctp("9c40 0000", init), false, -1).frame();
    Page page =
        ParserPage.about("sctp_parsing", wrong, "destination port 0")
            .hit(
                "ports",
                "No port is 0.",
                bad(ipv4().protocol(SCTP, sctp("0000 0b59", init), false, -1), "source port 0"),
                bad(ipv6().protocol(SCTP, sctp("9c40 0000", init), false, -1), "IPv6"))
            .hit(
                "cut",
                "The common header has 12 bytes.",
                bad(ipv4().protocol(SCTP, "9c40 0b59 00000000 000000", false, -1), "11 bytes"),
                bad(ipv4().protocol(SCTP, "9c", false, -1), "1 byte"),
                bad(ipv6().protocol(SCTP, "9c40 0b59", false, -1), "4 bytes behind IPv6"))
            .miss(
                "sound",
                "A sound packet is forwarded.",
                good(ipv4().protocol(SCTP, sctp("9c40 0b59", init), false, -1), "IPv4"),
                good(ipv6().protocol(SCTP, sctp("9c40 0b59", init), false, -1), "IPv6"),
                good(ipv4().protocol(SCTP, sctp("0001 0001", init), false, -1), "port 1"))
            .miss(
                "other-protocol",
                "Port 0 is not wrong everywhere.",
                good(ipv4().protocol(252, sctp("9c40 0000", init), false, -1), "protocol 252"),
                good(ipv4().udp(40000, 0), "UDP"))
            .miss(
                "last-fragment",
                "A fragment that is not the first has no ports.",
                good(ipv4().lastFragment(SCTP, "0000"), "a last fragment"));
    return ParserPage.anywhere(page, wrong, "destination port 0");
  }

  /** A packet with its checksum, whose bytes are in the order of CRC32c: RFC 9260 appendix A. */
  private static String sctp(String ports, String chunk) {
    String tag = "00000000";
    CRC32C crc = new CRC32C();
    crc.update(hex(ports + tag + "00000000" + chunk));
    byte[] sum =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) crc.getValue()).array();
    return ports + tag + HexFormat.of().formatHex(sum) + chunk;
  }

  private static Page dccp() {
    // Ports, data offset, CCVal and coverage, checksum; then type and X, sequence number.
    String request = "9c40 c350 05 00 0000 01 00 000000000001 00000001";
    Frame wrong = dccp(request.replace(" 05 ", " 04 ")).frame();
    Page page =
        ParserPage.about("dccp_parsing", wrong, "data offset 4 in a Request")
            .hit(
                "data-offset",
                "The header has what its type needs, and no more than there is.",
                bad(dccp(request.replace(" 05 ", " 00 ")), "data offset 0"),
                bad(dccp(request.replace(" 05 ", " 06 ")), "data offset 6 in 20 bytes"),
                bad(dccp(request.replace(" 05 ", " ff ")), "data offset 255"))
            .hit(
                "type",
                "Types from 10 on are reserved.",
                bad(dccp(request.replace(" 01 00 ", " 15 00 ")), "type 10"),
                bad(dccp(request.replace(" 01 00 ", " 1f 00 ")), "type 15"))
            .hit(
                "short-sequence-number",
                "A Request has a long sequence number.",
                bad(dccp("9c40 c350 04 00 0000 00 000001 00000001"), "X = 0"))
            .hit(
                "cut",
                "The shortest header has 12 bytes.",
                bad(ipv4().protocol(DCCP, "9c40 c350 03 00 0000 04 0000", false, -1), "11 bytes"),
                bad(ipv4().protocol(DCCP, "9c40", false, -1), "2 bytes"))
            .miss(
                "sound",
                "A sound packet is forwarded.",
                good(dccp(request), "a Request"),
                good(ipv6().protocol(DCCP, request, false, 6), "a Request over IPv6"),
                good(dccp("9c40 c350 03 00 0000 04 000001 61626364"), "Data, X = 0"),
                good(
                    dccp("9c40 c350 06 00 0000 07 00 000000000001 0000 000000000001"),
                    "an Ack, X = 1"))
            .miss(
                "last-fragment",
                "A fragment that is not the first has no header.",
                good(ipv4().lastFragment(DCCP, "0000"), "a last fragment"));
    return ParserPage.anywhere(page, wrong, "data offset 4 in a Request");
  }

  private static Packet dccp(String packet) {
    return ipv4().protocol(DCCP, packet, false, 6);
  }
}
