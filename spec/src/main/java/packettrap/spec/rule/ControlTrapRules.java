package packettrap.spec.rule;

import static packettrap.spec.rule.TrapRule.anywhere;
import static packettrap.spec.rule.TrapRule.of;

import java.util.List;

/** Which packets hit the traps of the protocols that are told by the frame alone. */
final class ControlTrapRules {
  private static final String GENERIC = "devlink-trap.rst, \"Generic Packet Traps\"; ";

  private ControlTrapRules() {}

  static List<Rule> all() {
    return List.of(
        of(
                "igmp_v1_report",
                "A packet hits igmp_v1_report if it is an IPv4 packet of protocol 2 with IGMP type "
                    + "0x12.")
            .why("Hosts of version 1 tell the bridge with it what they listen to.")
            .from(GENERIC + "RFC 1112, appendix I; RFC 2236, section 2.1")
            .ifBroken("It is sent to the group itself and mostly without the router alert option."),
        of(
                "igmp_v3_report",
                "A packet hits igmp_v3_report if it is an IPv4 packet of protocol 2 with IGMP type "
                    + "0x22.")
            .why("It tells the bridge which sources of a group a host listens to.")
            .from(GENERIC + "RFC 3376, section 4.2")
            .ifBroken(
                "It is sent to 224.0.0.22, not to the group; the type alone decides, however many "
                    + "records follow."),
        of(
                "igmp_v2_leave",
                "A packet hits igmp_v2_leave if it is an IPv4 packet of protocol 2 with IGMP type "
                    + "0x17.")
            .why("The bridge need not wait for the membership to run out.")
            .from(GENERIC + "RFC 2236, section 2.1")
            .ifBroken("It is sent to all routers, 224.0.0.2."),
        of(
                "mld_v1_report",
                "A packet hits mld_v1_report if it is an ICMPv6 packet of type 131 behind a "
                    + "hop-by-hop header with the router alert option.")
            .why("The bridge learns from it who listens to a group.")
            .from(GENERIC + "RFC 2710, section 3")
            .ifBroken("As for mld_query, with another type."),
        of(
                "mld_v2_report",
                "A packet hits mld_v2_report if it is an ICMPv6 packet of type 143 behind a "
                    + "hop-by-hop header with the router alert option.")
            .why("It tells the bridge which sources of a group a host listens to.")
            .from(GENERIC + "RFC 3810, section 5.2")
            .ifBroken("It is sent to ff02::16, and may be as short as 8 bytes."),
        of(
                "mld_v1_done",
                "A packet hits mld_v1_done if it is an ICMPv6 packet of type 132 behind a "
                    + "hop-by-hop header with the router alert option.")
            .why("The bridge need not wait for the membership to run out.")
            .from(GENERIC + "RFC 2710, section 3")
            .ifBroken("It is sent to all routers, ff02::2."),
        of("ipv6_dhcp", "A packet hits ipv6_dhcp if it is an IPv6 UDP packet to port 546 or 547.")
            .why("A relay or a server on the device needs it, whoever it was sent to.")
            .from(GENERIC + "RFC 8415, section 7.2")
            .ifBroken(
                "The destination port. Find the UDP header behind the extension headers; fragments "
                    + "other than the first have none."),
        of("ipv4_bfd", "A packet hits ipv4_bfd if it is an IPv4 UDP packet to port 3784 or 3785.")
            .why("A session that is late by milliseconds takes the routes with it.")
            .from(GENERIC + "RFC 5881, section 4")
            .ifBroken("3784 is control, 3785 is echo; 4784 (multihop) is not meant."),
        of("ipv6_bfd", "A packet hits ipv6_bfd if it is an IPv6 UDP packet to port 3784 or 3785.")
            .why("As over IPv4.")
            .from(GENERIC + "RFC 5881, section 4")
            .ifBroken("As for ipv4_bfd."),
        of("ipv4_ospf", "A packet hits ipv4_ospf if it is an IPv4 packet of protocol 89.")
            .why("Without its hellos the router loses its neighbours, and then its routes.")
            .from(GENERIC + "RFC 2328, appendix A.1")
            .ifBroken("To a group (224.0.0.5, 224.0.0.6) and to one host alike."),
        of(
                "ipv6_ospf",
                "A packet hits ipv6_ospf if it is an IPv6 packet of protocol 89, behind whatever "
                    + "extension headers.")
            .why("As over IPv4.")
            .from(GENERIC + "RFC 5340, appendix A.1")
            .ifBroken("An authentication header may stand in front (RFC 4552)."),
        of(
                "ipv6_bgp",
                "A packet hits ipv6_bgp if it is an IPv6 TCP packet with source or destination "
                    + "port 179 to one of the device's own addresses.")
            .why("As over IPv4.")
            .from(GENERIC + "RFC 4271, section 2; RFC 2545")
            .ifBroken("As for ipv4_bgp."),
        of("ipv4_vrrp", "A packet hits ipv4_vrrp if it is an IPv4 packet of protocol 112.")
            .why("Who misses the master's advertisements becomes master, too.")
            .from(GENERIC + "RFC 5798, section 5.1")
            .ifBroken("The protocol decides, not the address 224.0.0.18."),
        of(
                "ipv6_vrrp",
                "A packet hits ipv6_vrrp if it is an IPv6 packet of protocol 112, behind whatever "
                    + "extension headers.")
            .why("As over IPv4.")
            .from(GENERIC + "RFC 5798, section 5.1")
            .ifBroken("The protocol decides, not the address ff02::12."),
        of("ipv4_pim", "A packet hits ipv4_pim if it is an IPv4 packet of protocol 103.")
            .why("The trees of multicast routing are built by it.")
            .from(GENERIC + "RFC 7761, section 4.9")
            .ifBroken("Registers are unicast, all else goes to 224.0.0.13; both count."),
        of(
                "ipv6_pim",
                "A packet hits ipv6_pim if it is an IPv6 packet of protocol 103, behind whatever "
                    + "extension headers.")
            .why("As over IPv4.")
            .from(GENERIC + "RFC 7761, section 4.9")
            .ifBroken("As for ipv4_pim; the group is ff02::d."),
        of(
                "ipv6_router_solicit",
                "A packet hits ipv6_router_solicit if it is an ICMPv6 packet of type 133.")
            .why("The router has to answer, or the host has no default route.")
            .from(GENERIC + "RFC 4861, section 4.1")
            .ifBroken("Next header 58, type 133."),
        of(
                "ipv6_router_advert",
                "A packet hits ipv6_router_advert if it is an ICMPv6 packet of type 134.")
            .why("A router checks what other routers of the link say (RFC 4861, section 6.2.7).")
            .from(GENERIC + "RFC 4861, section 4.2")
            .ifBroken("Next header 58, type 134."),
        of("ipv6_redirect", "A packet hits ipv6_redirect if it is an ICMPv6 packet of type 137.")
            .why("It changes the next hop of a host, so the stack must see it.")
            .from(GENERIC + "RFC 4861, section 4.5")
            .ifBroken("Next header 58, type 137."),
        of(
                "ptp_event",
                "A packet hits ptp_event if it is a PTP message, in UDP to port 319 or 320 or "
                    + "behind EtherType 0x88f7, whose type is 0 to 3: Sync, Delay_Req, Pdelay_Req, "
                    + "Pdelay_Resp.")
            .why("The device stamps it with the time, and the stack pairs stamp and packet.")
            .from(GENERIC + "IEEE 1588-2008, clause 13.3.2.2, annexes D to F")
            .ifBroken(
                "The type is the lower half of the first byte; it decides, not the port. "
                    + "Over IPv4 and IPv6."),
        of(
                "ptp_general",
                "A packet hits ptp_general if it is a PTP message, in UDP to port 319 or 320 or "
                    + "behind EtherType 0x88f7, whose type is 4 or higher: Follow_Up, Delay_Resp, "
                    + "Announce, Signaling, Management and others.")
            .why("It needs no stamp, so it may have a policer that is less generous.")
            .from(GENERIC + "IEEE 1588-2008, clause 13.3.2.2, annexes D to F")
            .ifBroken("As for ptp_event: the type decides, not the port."),
        anywhere(
                "eapol",
                "A packet hits eapol if it is sent to 01:80:c2:00:00:03 with EtherType 0x888e.")
            .why("A station that may not do anything yet must be able to log in.")
            .from(GENERIC + "IEEE 802.1X, clause 11 (EAPOL PDUs)")
            .ifBroken("It needs no configuration and comes in also on a port that is locked."));
  }
}
