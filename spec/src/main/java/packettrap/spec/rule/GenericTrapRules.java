package packettrap.spec.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import packettrap.spec.trap.GenericTraps;

/**
 * Which packets hit which generic trap; a rule's number is the trap's id.
 *
 * <p>"If" means: if, and only if, no trap that comes first takes the packet.
 */
public final class GenericTrapRules {
  private static final List<Rule> FIRST =
      List.of(
          TrapRule.anywhere(
                  "source_mac_is_multicast",
                  "A packet hits source_mac_is_multicast if the group bit of its source MAC is "
                      + "set.")
              .why("No station has such an address. Learning it would corrupt the FDB.")
              .from(
                  "devlink-trap.rst, \"Generic Packet Traps\"; IEEE 802.3, clause 3.2.3 (address "
                      + "fields)")
              .ifBroken(
                  "It is the least significant bit of the first byte, so that broadcast counts "
                      + "too. The check comes before learning and needs no configuration."),
          TrapRule.of(
                  "vlan_tag_mismatch",
                  "A packet hits vlan_tag_mismatch if it arrives on a bridge port without a PVID, "
                      + "untagged or priority-tagged (VID 0).")
              .why("It belongs to no VLAN, so that there is nowhere to forward it.")
              .from(
                  "devlink-trap.rst, \"Generic Packet Traps\"; IEEE 802.1Q, clause 6.9 (ingress "
                      + "rules)")
              .ifBroken("A tag with VID 0 carries a priority and no VLAN; treat it like no tag."),
          TrapRule.of(
                  "ingress_vlan_filter",
                  "A packet hits ingress_vlan_filter if it arrives on a bridge port with a tag of "
                      + "a VLAN that the port is not a member of.")
              .why("It would get into a VLAN that the port was kept out of.")
              .from(
                  "devlink-trap.rst, \"Generic Packet Traps\"; IEEE 802.1Q, clause 8.6.2 (ingress "
                      + "filtering)")
              .ifBroken(
                  "Look at the VLANs of the port it came in on, not at those of the bridge. VID 0 "
                      + "is no membership question: see TRP-01."),
          TrapRule.of(
                  "ingress_spanning_tree_filter",
                  "A packet hits ingress_spanning_tree_filter if it arrives on a bridge port "
                      + "whose spanning tree state is not forwarding.")
              .why("Ports are kept from forwarding to keep the topology free of loops.")
              .from(
                  "devlink-trap.rst, \"Generic Packet Traps\"; IEEE 802.1Q, clause 8.4 (port "
                      + "states)")
              .ifBroken(
                  "Blocking, listening and learning all count. BPDUs still get through, to stp."),
          TrapRule.of(
                  "port_list_is_empty",
                  "A packet hits port_list_is_empty if the bridge would have to flood it and "
                      + "there is no port to flood it to.")
              .why(
                  "It vanishes without anyone having decided to drop it, which is hard to find by "
                      + "other means.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"")
              .ifBroken(
                  "Unknown unicast, unregistered multicast and broadcast are flooded: to the "
                      + "other ports of the VLAN that forward and do not forbid flooding. One "
                      + "such port is enough to miss the trap."),
          TrapRule.of(
                  "port_loopback_filter",
                  "A packet hits port_loopback_filter if the forwarding entry of its destination "
                      + "leads to the port that it came in on and to no other.")
              .why(
                  "Its destination is on the side it came from; sending it back would make a "
                      + "duplicate.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; IEEE 802.1Q, clause 8.6.1")
              .ifBroken(
                  "The entry must be of the packet's VLAN. A destination that is not known is "
                      + "flooded and does not count."),
          TrapRule.of(
                  "blackhole_route",
                  "A packet hits blackhole_route if it is to be routed and the longest match of "
                      + "its destination is a blackhole route.")
              .why(
                  "The route asks for silence: no ICMP error. The trap is the only way to see it "
                      + "work.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RTN_BLACKHOLE")
              .ifBroken(
                  "The longest match decides: a longer unicast route wins against a blackhole, "
                      + "and the other way round."),
          TrapRule.of(
                  "ttl_value_is_too_small",
                  "A packet hits ttl_value_is_too_small if it is a unicast packet to be forwarded "
                      + "by the router that arrives with a TTL or hop limit of 1 or 0.")
              .why("The stack answers with ICMP Time Exceeded; traceroute lives on it.")
              .from(
                  "devlink-trap.rst, \"Generic Packet Traps\"; RFC 1812, section 5.3.1; RFC 8200, "
                      + "section 3")
              .ifBroken(
                  "Look at the value on arrival. Packets to the device itself do not count, "
                      + "whatever their TTL."),
          TrapRule.of(
                  "tail_drop",
                  "A packet hits tail_drop if it is to leave by a port whose egress queue already "
                      + "holds as many packets as its limit.")
              .why("Congestion is the most common cause of loss, and the least visible one.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"")
              .ifBroken(
                  "Let the packets leave that are due by now, then test for a full queue. The "
                      + "packet that finds the last place is not dropped."),
          TrapRule.of(
                  "non_ip",
                  "A packet hits non_ip if it is sent to the router's MAC on a router interface "
                      + "and is neither IP nor MPLS, nor of a protocol that another trap takes.")
              .why("A router can do nothing with it.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"")
              .ifBroken("Look at the EtherType behind the VLAN tags. ARP has traps of its own."),
          TrapRule.of(
                  "uc_dip_over_mc_dmac",
                  "A packet hits uc_dip_over_mc_dmac if it arrives at a router interface with a "
                      + "multicast destination MAC and a unicast destination address.")
              .why(
                  "A host that does this sends to one what all will pick up; routers must not "
                      + "multiply it.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 1812, section 5.3.4")
              .ifBroken(
                  "The group bit of the destination MAC, with an address that is neither "
                      + "multicast nor limited broadcast."),
          TrapRule.of(
                  "dip_is_loopback_address",
                  "A packet hits dip_is_loopback_address if it is to be routed and its "
                      + "destination address is in 127.0.0.0/8 or is ::1.")
              .why("Such addresses mean the sender itself and have no place on a wire.")
              .from(
                  "devlink-trap.rst, \"Generic Packet Traps\"; RFC 1122, section 3.2.1.3; RFC "
                      + "4291, section 2.5.3")
              .ifBroken(
                  "All of 127.0.0.0/8, and of IPv6 the one address. The check comes before the "
                      + "route look-up."),
          TrapRule.of(
                  "sip_is_mc",
                  "A packet hits sip_is_mc if it is to be routed and its source address is a "
                      + "multicast address: in 224.0.0.0/4 or ff00::/8.")
              .why("Nobody can answer to it. It is forged or broken.")
              .from(
                  "devlink-trap.rst, \"Generic Packet Traps\"; RFC 1122, section 3.2.1.3; RFC "
                      + "4291, section 2.7")
              .ifBroken(
                  "A /4 for IPv4. (The kernel's table writes 224.0.0.0/8; hardware uses the whole "
                      + "range.)"),
          TrapRule.of(
                  "sip_is_loopback_address",
                  "A packet hits sip_is_loopback_address if it is to be routed and its source "
                      + "address is in 127.0.0.0/8 or is ::1.")
              .why("An answer would go to whoever gives it. It is forged.")
              .from(
                  "devlink-trap.rst, \"Generic Packet Traps\"; RFC 1122, section 3.2.1.3; RFC "
                      + "4291, section 2.5.3")
              .ifBroken("The source, not the destination; before the route look-up."),
          TrapRule.of(
                  "ip_header_corrupted",
                  "A packet hits ip_header_corrupted if it is to be routed and its IP header has "
                      + "a wrong checksum, a version other than its EtherType says, or a header "
                      + "length below 20 bytes.")
              .why("Its addresses cannot be trusted.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 1812, section 5.2.2")
              .ifBroken(
                  "IPv6 has no checksum, only the version applies. Check the header before you "
                      + "use any field of it. A parser that finds the same leaves it to the router "
                      + "if the packet is addressed to it: see ip_1_parsing."),
          TrapRule.of(
                  "ipv4_sip_is_limited_bc",
                  "A packet hits ipv4_sip_is_limited_bc if it is to be routed and its source "
                      + "address is 255.255.255.255.")
              .why("Not an address that anyone has; answers to it would be heard by all.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 1122, section 3.2.1.3")
              .ifBroken("IPv4 only, this one address."),
          TrapRule.of(
                  "mtu_value_is_too_small",
                  "A packet hits mtu_value_is_too_small if it is to be routed out of an interface "
                      + "whose MTU is smaller than the IP packet.")
              .why(
                  "The stack fragments it or answers with \"too big\", on which path MTU "
                      + "discovery depends.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 1191; RFC 8201")
              .ifBroken(
                  "Compare the length of the IP packet, from the IP header on, with the MTU of "
                      + "the egress interface. Equal is not too big."),
          TrapRule.of(
                  "unresolved_neigh",
                  "A packet hits unresolved_neigh if a route was found for it, but the MAC "
                      + "address of its next hop is not known.")
              .why(
                  "The stack resolves it by ARP or neighbour discovery, starting with this "
                      + "packet.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"")
              .ifBroken(
                  "The next hop is the gateway of the route or, on a connected network, the "
                      + "destination itself."),
          TrapRule.of(
                  "reject_route",
                  "A packet hits reject_route if it is to be routed and the longest match of its "
                      + "destination is a route of kind unreachable or prohibit.")
              .why("Unlike a blackhole, such a route wants an ICMP error, which the stack sends.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RTN_UNREACHABLE, RTN_PROHIBIT")
              .ifBroken("Keep the kinds apart: blackhole belongs to TRP-06."),
          TrapRule.of(
                  "ipv4_lpm_miss",
                  "A packet hits ipv4_lpm_miss if it is a unicast IPv4 packet to be routed and no "
                      + "route matches its destination.")
              .why("The stack answers with ICMP Network Unreachable.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 1812, section 5.2.7.1")
              .ifBroken(
                  "A default route matches everything. Without one this is the common case, not a "
                      + "corner."),
          TrapRule.of(
                  "ipv6_lpm_miss",
                  "A packet hits ipv6_lpm_miss if it is a unicast IPv6 packet to be routed and no "
                      + "route matches its destination.")
              .why("The stack answers with ICMPv6 No Route to Destination.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 4443, section 3.1")
              .ifBroken(
                  "IPv4 and IPv6 have tables of their own: a route of one says nothing about the "
                      + "other."),
          TrapRule.of(
                  "ingress_flow_action_drop",
                  "A packet hits ingress_flow_action_drop if the first rule that it matches among "
                      + "the ingress flow rules of its port has the action drop.")
              .why("The user asked for the drop; the cookie says by which rule.")
              .from(
                  "devlink-trap.rst, \"Generic Packet Traps\"; tc flower with action drop at the "
                      + "ingress")
              .ifBroken(
                  "The first match decides, so a rule with action pass in front protects. Report "
                      + "the cookie of that rule."),
          TrapRule.of(
                  "egress_flow_action_drop",
                  "A packet hits egress_flow_action_drop if the first rule that it matches among "
                      + "the egress flow rules of the port it is to leave by has the action drop.")
              .why("As at the ingress; the place in the pipeline differs.")
              .from(
                  "devlink-trap.rst, \"Generic Packet Traps\"; tc flower with action drop at the "
                      + "egress")
              .ifBroken(
                  "The packet is forwarded first, and matched on the port that it leaves by."),
          TrapRule.anywhere(
                  "stp",
                  "A packet hits stp if it is sent to 01:80:c2:00:00:00 with an 802.2 header "
                      + "whose DSAP and SSAP are 0x42.")
              .why("Without BPDUs the spanning tree opens every port, and the network loops.")
              .from(
                  "devlink-trap.rst, \"Generic Packet Traps\"; IEEE 802.1Q, clause 14 (encoding "
                      + "of BPDUs)")
              .ifBroken("It needs no configuration and passes ports that do not forward."),
          TrapRule.anywhere(
                  "lacp",
                  "A packet hits lacp if it is sent to 01:80:c2:00:00:02 with EtherType 0x8809 "
                      + "and subtype 1.")
              .why("Without it link aggregation falls apart.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; IEEE 802.1AX (slow protocols)")
              .ifBroken(
                  "The subtype is the byte behind the EtherType; other slow protocols are not "
                      + "LACP."),
          TrapRule.anywhere(
                  "lldp",
                  "A packet hits lldp if it is sent to 01:80:c2:00:00:0e with EtherType 0x88cc.")
              .why("Neighbours are found by it; it must not be forwarded.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; IEEE 802.1AB, clause 7")
              .ifBroken("Both the address and the EtherType. It needs no configuration."),
          TrapRule.of(
                  "igmp_query",
                  "A packet hits igmp_query if it is an IPv4 packet of protocol 2 with IGMP type "
                      + "0x11.")
              .why(
                  "The bridge learns from it where the multicast routers are; hosts must still "
                      + "hear it, hence the usual action mirror.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 3376, section 4.1")
              .ifBroken(
                  "Find the IGMP header behind the IP options: IGMP packets carry the router "
                      + "alert option."),
          TrapRule.of(
                  "igmp_v2_report",
                  "A packet hits igmp_v2_report if it is an IPv4 packet of protocol 2 with IGMP "
                      + "type 0x16.")
              .why("The bridge learns from it who listens to a group.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 2236, section 2.1")
              .ifBroken(
                  "Types 0x12 and 0x22 are the reports of versions 1 and 3, with traps of their "
                      + "own."),
          TrapRule.of(
                  "mld_query",
                  "A packet hits mld_query if it is an ICMPv6 packet of type 130 behind a "
                      + "hop-by-hop header with the router alert option.")
              .why("It is for IPv6 what an IGMP query is for IPv4.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 2710, section 3")
              .ifBroken(
                  "The next header of the IPv6 header is 0 (hop-by-hop), and ICMPv6 follows "
                      + "behind it."),
          TrapRule.of(
                  "ipv4_dhcp",
                  "A packet hits ipv4_dhcp if it is an IPv4 UDP packet to port 67 or 68.")
              .why("A relay or a server on the device needs it, whoever it was sent to.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 2131, section 4.1")
              .ifBroken("The destination port. Fragments other than the first have none."),
          TrapRule.of(
                  "arp_request",
                  "A packet hits arp_request if it is an ARP packet with operation 1.")
              .why(
                  "The stack learns and answers; in the VLAN it is still flooded, hence the usual "
                      + "action mirror.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 826")
              .ifBroken(
                  "EtherType 0x0806; the operation is the 16-bit field at offset 6 of the ARP "
                      + "packet."),
          TrapRule.of(
                  "arp_response",
                  "A packet hits arp_response if it is an ARP packet with operation 2.")
              .why("It resolves the neighbours that the router needs.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 826")
              .ifBroken("As for arp_request, with the other operation."),
          TrapRule.of(
                  "ipv6_neigh_solicit",
                  "A packet hits ipv6_neigh_solicit if it is an ICMPv6 packet of type 135.")
              .why("The stack has to answer for the device's own addresses.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 4861, section 4.3")
              .ifBroken("Next header 58, type 135."),
          TrapRule.of(
                  "ipv6_neigh_advert",
                  "A packet hits ipv6_neigh_advert if it is an ICMPv6 packet of type 136.")
              .why("It resolves the neighbours that the router needs.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 4861, section 4.4")
              .ifBroken("Next header 58, type 136."),
          TrapRule.of(
                  "ipv4_bgp",
                  "A packet hits ipv4_bgp if it is an IPv4 TCP packet with source or destination "
                      + "port 179 to one of the device's own addresses.")
              .why(
                  "A session of a router must outlive floods of other traffic; it has a trap to "
                      + "have a policer of its own.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RFC 4271, section 2")
              .ifBroken(
                  "Answers have 179 as source port. Sessions that only pass through the router "
                      + "are forwarded."),
          TrapRule.of(
                  "local_route",
                  "A packet hits local_route if it is a unicast packet to be routed whose "
                      + "destination is one of the device's own addresses.")
              .why("It is for the stack: ssh, SNMP, ping.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; RTN_LOCAL")
              .ifBroken(
                  "The addresses of all interfaces count, not only of the one it came in by. More "
                      + "specific traps, such as ipv4_bgp, come first."),
          TrapRule.of(
                  "flow_action_sample",
                  "A packet hits flow_action_sample if the first rule that it matches has the "
                      + "action sample: among the ingress flow rules of its port, or among the "
                      + "egress flow rules of the port it is to leave by.")
              .why("Sampled traffic is forwarded, and measured on the CPU.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; tc action sample, psample")
              .ifBroken(
                  "Its usual action is mirror: the packet goes on as if no rule had matched. At the "
                      + "egress, too, it is the packet as it came in that is reported."),
          TrapRule.of(
                  "flow_action_trap",
                  "A packet hits flow_action_trap if the first rule that it matches has the action "
                      + "trap: among the ingress flow rules of its port, or among the egress flow "
                      + "rules of the port it is to leave by.")
              .why("The user asked to have these packets on the CPU, and nowhere else.")
              .from("devlink-trap.rst, \"Generic Packet Traps\"; tc action trap")
              .ifBroken("Its usual action is trap: the packet ends there."));

  static final List<Rule> ALL =
      Stream.of(
              FIRST,
              SwitchingTrapRules.all(),
              RoutingTrapRules.all(),
              ControlTrapRules.all(),
              ParserTrapRules.all())
          .flatMap(List::stream)
          .sorted(Comparator.comparingInt(Rule::number))
          .toList();

  private GenericTrapRules() {}

  /** All of them, by the trap's id. */
  public static List<Rule> all() {
    return ALL;
  }

  private static final Map<String, Rule> BY_TRAP =
      ALL.stream().collect(Collectors.toUnmodifiableMap(GenericTrapRules::trapOf, rule -> rule));

  /** The rule of a generic trap, if the catalogue has one for it. */
  public static Optional<Rule> of(String trapName) {
    return Optional.ofNullable(BY_TRAP.get(trapName));
  }

  /** The name of the trap that a rule of this family is about. */
  public static String trapOf(Rule rule) {
    return GenericTraps.all().get(rule.number()).name();
  }
}
