package packettrap.spec.rule;

import static packettrap.spec.rule.TrapRule.anywhere;

import java.util.List;

/**
 * Which packets hit the traps of the parser.
 *
 * <p>No test of the kernel's provokes them. What the documentation leaves open is decided here,
 * after the documents of the protocols; the devices that have these traps (dpaa2) may find more.
 */
final class ParserTrapRules {
  private static final String GENERIC = "devlink-trap.rst, \"Generic Packet Traps\"; ";

  private ParserTrapRules() {}

  static List<Rule> all() {
    return List.of(
        anywhere(
                "vxlan_parsing",
                "A packet hits vxlan_parsing if it is a UDP packet to port 4789 whose payload is "
                    + "shorter than 8 bytes, or has the I flag clear.")
            .why("Without the flag there is no VNI, and so no network that the inside belongs to.")
            .from(GENERIC + "RFC 7348, section 5")
            .ifBroken(
                "The I flag is bit 3 (0x08) of the first byte. Other flags and reserved fields do "
                    + "not count here: see decap_error."),
        anywhere(
                "llc_snap_parsing",
                "A packet hits llc_snap_parsing if it has a length of 1 to 1500 in place of an "
                    + "EtherType that is less than 3 or more than the frame has, or if its DSAP and "
                    + "SSAP are 0xaa and the rest of the SNAP header (control 3, 5 bytes) is not "
                    + "there.")
            .why("What protocol follows cannot be told.")
            .from(GENERIC + "IEEE 802.3, clause 3.2.6; IEEE 802.2; RFC 1042")
            .ifBroken(
                "Padding may follow the length. A length of 0 is no LLC frame: such frames belong "
                    + "to non_ip."),
        anywhere(
                "vlan_parsing",
                "A packet hits vlan_parsing if the frame ends within a VLAN tag, 802.1Q or 802.1ad, "
                    + "or before the EtherType behind it.")
            .why("Neither the VLAN nor the protocol can be told.")
            .from(GENERIC + "IEEE 802.1Q, clause 9.5 (tag formats)")
            .ifBroken("Tags may be stacked; each of them must be there with what follows."),
        anywhere(
                "pppoe_ppp_parsing",
                "A packet hits pppoe_ppp_parsing if it has a PPPoE EtherType (0x8863, 0x8864) and "
                    + "version or type are not 1, the session is 0xffff, or the length is beyond "
                    + "the frame; or, in a session, the code is not 0 or the PPP protocol field is "
                    + "missing or invalid.")
            .why("The session and the payload are not what they say.")
            .from(GENERIC + "RFC 2516, sections 4 to 6; RFC 1661, section 2")
            .ifBroken(
                "The header has 6 bytes; the length counts what is behind them. A PPP protocol has "
                    + "an even first and an odd second byte."),
        anywhere(
                "mpls_parsing",
                "A packet hits mpls_parsing if the frame ends before the bottom of its label "
                    + "stack.")
            .why("Where the payload begins cannot be told.")
            .from(GENERIC + "RFC 3032, section 2.1")
            .ifBroken("EtherTypes 0x8847 and 0x8848; the bottom is bit 8 (0x100) of a label."),
        anywhere(
                "arp_parsing",
                "A packet hits arp_parsing if the frame ends before its ARP packet does, or the "
                    + "address lengths are not those of Ethernet (6) and IPv4 (4) where those are "
                    + "named.")
            .why("Its addresses cannot be told.")
            .from(GENERIC + "RFC 826")
            .ifBroken(
                "8 bytes, then two times both addresses. Such a packet is no arp_request and no "
                    + "arp_response."),
        anywhere(
                "ip_1_parsing",
                "A packet hits ip_1_parsing if its first IP header or an IPv6 extension header is "
                    + "not there as a whole, or has a wrong version, header length, checksum, or a "
                    + "total length below the header's or beyond the frame; but for what "
                    + "ip_header_corrupted says of packets to be routed.")
            .why("Nothing behind the header can be trusted.")
            .from(GENERIC + "RFC 1812, section 5.2.2; RFC 8200, sections 3 and 4")
            .ifBroken(
                "It comes before the bridge looks at anything, so a packet that is only bridged "
                    + "hits it, too. Padding may follow the packet."),
        anywhere(
                "ip_n_parsing",
                "A packet hits ip_n_parsing if an IP header in a tunnel (IP in IP, GRE, VXLAN, "
                    + "GTP) has one of the errors of ip_1_parsing.")
            .why("The outside is sound, so the one who sent the inside is to blame.")
            .from(GENERIC + "RFC 1812, section 5.2.2; RFC 8200, sections 3 and 4")
            .ifBroken(
                "The lengths are held against the tunnel's packet, not against the frame. It does "
                    + "not matter whether the tunnel ends here. In fragments there is no inside."),
        anywhere(
                "gre_parsing",
                "A packet hits gre_parsing if its GRE header is cut short, its version is neither 0 "
                    + "nor 1, a bit is set that the version forbids, or its checksum is wrong.")
            .why("Where the payload begins, and what it is, cannot be told.")
            .from(GENERIC + "RFC 2784, section 2; RFC 2890; RFC 2637, section 4.1")
            .ifBroken(
                "In version 0 bits 1, 4 and 5 are forbidden (0x4c00); checksum, key and sequence "
                    + "number take 4 bytes each. Version 1 must have a key."),
        anywhere(
                "udp_parsing",
                "A packet hits udp_parsing if its UDP header is cut short, its length is below 8 or "
                    + "beyond the IP packet, or its checksum is wrong.")
            .why("The ports may be any.")
            .from(GENERIC + "RFC 768; RFC 8200, section 8.1; RFC 6935, section 5")
            .ifBroken(
                "A checksum of 0 means none over IPv4; over IPv6 only tunnels may do that. In a "
                    + "fragment neither length nor checksum can be held against anything."),
        anywhere(
                "tcp_parsing",
                "A packet hits tcp_parsing if its TCP header is cut short, its data offset is below "
                    + "5 or beyond the IP packet, its checksum is wrong, or SYN comes with FIN or "
                    + "RST.")
            .why("No sound stack sends such segments; scanners do.")
            .from(GENERIC + "RFC 9293, section 3.1")
            .ifBroken("In a fragment the checksum cannot be held against anything."),
        anywhere(
                "ipsec_parsing",
                "A packet hits ipsec_parsing if its authentication header (protocol 51) is cut "
                    + "short, or its length is below that of its fixed fields.")
            .why("Where the payload begins cannot be told.")
            .from(GENERIC + "RFC 4302, section 2")
            .ifBroken(
                "The length counts 4 bytes, less two of them; 12 bytes are fixed. In IPv6 it is an "
                    + "extension header like others."),
        anywhere(
                "sctp_parsing",
                "A packet hits sctp_parsing if its SCTP header is shorter than 12 bytes, or one of "
                    + "its ports is 0.")
            .why("There is no association that it could belong to.")
            .from(GENERIC + "RFC 9260, section 3.1")
            .ifBroken("IP protocol 132; the checksum is the end points' matter."),
        anywhere(
                "dccp_parsing",
                "A packet hits dccp_parsing if its DCCP header is cut short, its type is reserved, "
                    + "its data offset is below the type's header or beyond the IP packet, or its "
                    + "sequence number is short and the type's may not be.")
            .why("A receiver would have to ignore it.")
            .from(GENERIC + "RFC 4340, section 8.5, step 1")
            .ifBroken(
                "IP protocol 33; types 10 to 15 are reserved; only Data, Ack and DataAck may have "
                    + "X = 0."),
        anywhere(
                "gtp_parsing",
                "A packet hits gtp_parsing if it is a UDP packet to port 2152 (or 2123) whose GTP "
                    + "header is cut short, has version or protocol type other than 1 (or a version "
                    + "other than 1 and 2), a length beyond the UDP packet, or an extension header "
                    + "that is empty or does not fit.")
            .why("Neither the tunnel nor what is in it can be told.")
            .from(GENERIC + "3GPP TS 29.281, section 5; TS 29.060, section 6; TS 29.274, section 5")
            .ifBroken(
                "One of the flags E, S and PN is enough to have 4 bytes more. Extensions count 4 "
                    + "bytes; their last byte says what follows."),
        anywhere(
                "esp_parsing",
                "A packet hits esp_parsing if there are fewer than 8 bytes of its ESP header.")
            .why("There is no security association that it could belong to.")
            .from(GENERIC + "RFC 4303, section 2")
            .ifBroken("IP protocol 50: 4 bytes SPI, 4 bytes sequence number."));
  }
}
