package packettrap.spec.trap;

import static packettrap.spec.trap.TrapAction.DROP;
import static packettrap.spec.trap.TrapAction.MIRROR;
import static packettrap.spec.trap.TrapAction.TRAP;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The registry of generic traps: what they are called and mean, the same on every device.
 *
 * <p>Source: {@code devlink_trap_generic[]}, {@code enum devlink_trap_generic_id}; the order is the
 * kernel's.
 */
public final class GenericTraps {
  /**
   * One generic trap.
   *
   * @param id the kernel's number
   * @param name the name
   * @param type the type every device registers it with
   * @param usualGroup the group that the drivers in the kernel put it in
   * @param usualAction the action that they start with
   * @param description what a packet has done to hit it, in one sentence
   */
  public record Entry(
      int id,
      String name,
      TrapType type,
      String usualGroup,
      TrapAction usualAction,
      String description) {

    private Entry hitBy(String text) {
      return new Entry(id, name, type, usualGroup, usualAction, text);
    }
  }

  private static final List<Entry> ENTRIES =
      List.of(
          drop(0, "source_mac_is_multicast", "l2_drops", DROP)
              .hitBy("Its source MAC address has the group bit set."),
          drop(1, "vlan_tag_mismatch", "l2_drops", DROP)
              .hitBy(
                  "It came in untagged, or tagged with VLAN 0, on a bridge port that has no PVID."),
          drop(2, "ingress_vlan_filter", "l2_drops", DROP)
              .hitBy(
                  "Its VLAN tag names a VLAN that the bridge port it came in on is not a member "
                      + "of."),
          drop(3, "ingress_spanning_tree_filter", "l2_drops", DROP)
              .hitBy("It came in on a bridge port that the spanning tree keeps from forwarding."),
          drop(4, "port_list_is_empty", "l2_drops", DROP)
              .hitBy("The bridge had to flood it and found no port to flood it to."),
          drop(5, "port_loopback_filter", "l2_drops", DROP)
              .hitBy(
                  "The bridge found that the only way to its destination is the port it came "
                      + "from."),
          drop(6, "blackhole_route", "l3_drops", DROP)
              .hitBy("Its route says to drop it without telling anyone."),
          exception(7, "ttl_value_is_too_small", "l3_exceptions", TRAP)
              .hitBy("It was to be routed on, but its TTL or hop limit was used up."),
          drop(8, "tail_drop", "buffer_drops", DROP)
              .hitBy("The egress queue that it was to wait in was full."),
          drop(9, "non_ip", "l3_drops", DROP)
              .hitBy("It was sent to the router, but is neither IP nor MPLS."),
          drop(10, "uc_dip_over_mc_dmac", "l3_drops", DROP)
              .hitBy(
                  "It was to be routed to a unicast IP address, but came with a multicast MAC "
                      + "address."),
          drop(11, "dip_is_loopback_address", "l3_drops", DROP)
              .hitBy("It was to be routed to a loopback address."),
          drop(12, "sip_is_mc", "l3_drops", DROP)
              .hitBy("It was to be routed, but claims to come from a multicast address."),
          drop(13, "sip_is_loopback_address", "l3_drops", DROP)
              .hitBy("It was to be routed, but claims to come from a loopback address."),
          drop(14, "ip_header_corrupted", "l3_drops", DROP)
              .hitBy(
                  "It was to be routed, but its IP header has a wrong checksum, version or header "
                      + "length."),
          drop(15, "ipv4_sip_is_limited_bc", "l3_drops", DROP)
              .hitBy("It was to be routed, but claims to come from 255.255.255.255."),
          drop(16, "ipv6_mc_dip_reserved_scope", "l3_drops", DROP)
              .hitBy(
                  "It was to be routed to an IPv6 multicast address of the reserved scope 0 "
                      + "(ffx0::/16)."),
          drop(17, "ipv6_mc_dip_interface_local_scope", "l3_drops", DROP)
              .hitBy(
                  "It was to be routed to an IPv6 multicast address of interface-local scope "
                      + "(ffx1::/16)."),
          exception(18, "mtu_value_is_too_small", "l3_exceptions", TRAP)
              .hitBy("It was to be routed out of an interface whose MTU it exceeds."),
          exception(19, "unresolved_neigh", "l3_exceptions", TRAP)
              .hitBy("It was routed, but the MAC address of its next hop is not known yet."),
          exception(20, "mc_reverse_path_forwarding", "l3_exceptions", TRAP)
              .hitBy(
                  "A multicast packet that came in by another interface than the way back to its "
                      + "source."),
          exception(21, "reject_route", "l3_exceptions", TRAP)
              .hitBy("Its route says that the destination is unreachable or prohibited."),
          exception(22, "ipv4_lpm_miss", "l3_exceptions", TRAP)
              .hitBy("No IPv4 route matches its unicast destination."),
          exception(23, "ipv6_lpm_miss", "l3_exceptions", TRAP)
              .hitBy("No IPv6 route matches its unicast destination."),
          drop(24, "non_routable_packet", "l3_drops", DROP)
              .hitBy(
                  "It reached the router, for instance by flooding, but is of a kind that is "
                      + "never routed."),
          exception(25, "decap_error", "tunnel_drops", TRAP)
              .hitBy(
                  "A tunnel packet whose outer headers could not be removed because they are "
                      + "malformed or unexpected."),
          drop(26, "overlay_smac_is_mc", "tunnel_drops", DROP)
              .hitBy("A tunnel packet whose inner source MAC address has the group bit set."),
          drop(27, "ingress_flow_action_drop", "acl_drops", DROP)
              .hitBy("A flow rule on its way in dropped it."),
          drop(28, "egress_flow_action_drop", "acl_drops", DROP)
              .hitBy("A flow rule on its way out dropped it."),
          control(29, "stp", "stp", TRAP).hitBy("A BPDU of the spanning tree protocol."),
          control(30, "lacp", "lacp", TRAP)
              .hitBy("A LACP message, by which two systems agree on link aggregation."),
          control(31, "lldp", "lldp", TRAP)
              .hitBy("An LLDP message, by which neighbours introduce themselves."),
          control(32, "igmp_query", "mc_snooping", MIRROR)
              .hitBy("An IGMP query, by which a multicast router asks who is listening."),
          control(33, "igmp_v1_report", "mc_snooping", TRAP)
              .hitBy("An IGMPv1 report, by which a host joins a multicast group."),
          control(34, "igmp_v2_report", "mc_snooping", TRAP)
              .hitBy("An IGMPv2 report, by which a host joins a multicast group."),
          control(35, "igmp_v3_report", "mc_snooping", TRAP)
              .hitBy("An IGMPv3 report, by which a host tells its groups and their sources."),
          control(36, "igmp_v2_leave", "mc_snooping", TRAP)
              .hitBy("An IGMPv2 leave message, by which a host leaves a multicast group."),
          control(37, "mld_query", "mc_snooping", MIRROR)
              .hitBy("An MLD query, by which an IPv6 multicast router asks who is listening."),
          control(38, "mld_v1_report", "mc_snooping", TRAP)
              .hitBy("An MLDv1 report, by which a host joins an IPv6 multicast group."),
          control(39, "mld_v2_report", "mc_snooping", TRAP)
              .hitBy("An MLDv2 report, by which a host tells its IPv6 groups and their sources."),
          control(40, "mld_v1_done", "mc_snooping", TRAP)
              .hitBy("An MLDv1 done message, by which a host leaves an IPv6 multicast group."),
          control(41, "ipv4_dhcp", "dhcp", TRAP).hitBy("A DHCP message over IPv4."),
          control(42, "ipv6_dhcp", "dhcp", TRAP).hitBy("A DHCPv6 message."),
          control(43, "arp_request", "neigh_discovery", MIRROR).hitBy("An ARP request."),
          control(44, "arp_response", "neigh_discovery", MIRROR).hitBy("An ARP reply."),
          control(45, "arp_overlay", "neigh_discovery", TRAP)
              .hitBy("An ARP packet that came out of a tunnel into the overlay network."),
          control(46, "ipv6_neigh_solicit", "neigh_discovery", TRAP)
              .hitBy("An IPv6 neighbour solicitation."),
          control(47, "ipv6_neigh_advert", "neigh_discovery", TRAP)
              .hitBy("An IPv6 neighbour advertisement."),
          control(48, "ipv4_bfd", "bfd", TRAP)
              .hitBy("A BFD message over IPv4, by which two routers watch the path between them."),
          control(49, "ipv6_bfd", "bfd", TRAP)
              .hitBy("A BFD message over IPv6, by which two routers watch the path between them."),
          control(50, "ipv4_ospf", "ospf", TRAP).hitBy("An OSPF packet over IPv4."),
          control(51, "ipv6_ospf", "ospf", TRAP).hitBy("An OSPF packet over IPv6."),
          control(52, "ipv4_bgp", "bgp", TRAP)
              .hitBy("A BGP segment over IPv4 for the device itself."),
          control(53, "ipv6_bgp", "bgp", TRAP)
              .hitBy("A BGP segment over IPv6 for the device itself."),
          control(54, "ipv4_vrrp", "vrrp", TRAP).hitBy("A VRRP advertisement over IPv4."),
          control(55, "ipv6_vrrp", "vrrp", TRAP).hitBy("A VRRP advertisement over IPv6."),
          control(56, "ipv4_pim", "pim", TRAP).hitBy("A PIM message over IPv4."),
          control(57, "ipv6_pim", "pim", TRAP).hitBy("A PIM message over IPv6."),
          control(58, "uc_loopback", "uc_loopback", MIRROR)
              .hitBy(
                  "It was routed back out of the interface it came in by, which may call for an "
                      + "ICMP redirect."),
          control(59, "local_route", "local_delivery", TRAP)
              .hitBy("It was routed to one of the device's own addresses."),
          control(60, "external_route", "external_delivery", TRAP)
              .hitBy(
                  "It was routed to an interface that is not part of the device, such as the "
                      + "management port."),
          control(61, "ipv6_uc_dip_link_local_scope", "local_delivery", TRAP)
              .hitBy(
                  "It was to be routed to an IPv6 unicast address of link-local scope "
                      + "(fe80::/10)."),
          control(62, "ipv6_dip_all_nodes", "ipv6", TRAP)
              .hitBy("It was sent to all IPv6 nodes of the link (ff02::1)."),
          control(63, "ipv6_dip_all_routers", "ipv6", TRAP)
              .hitBy("It was sent to all IPv6 routers of the link (ff02::2)."),
          control(64, "ipv6_router_solicit", "ipv6", TRAP).hitBy("An IPv6 router solicitation."),
          control(65, "ipv6_router_advert", "ipv6", TRAP).hitBy("An IPv6 router advertisement."),
          control(66, "ipv6_redirect", "ipv6", TRAP).hitBy("An IPv6 redirect message."),
          control(67, "ipv4_router_alert", "local_delivery", TRAP)
              .hitBy(
                  "It was to be routed and carries the IPv4 option that asks every router on the "
                      + "way to look at it."),
          control(68, "ipv6_router_alert", "local_delivery", TRAP)
              .hitBy(
                  "It was to be routed and carries the IPv6 hop-by-hop option that asks every "
                      + "router on the way to look at it."),
          control(69, "ptp_event", "ptp_event", TRAP)
              .hitBy("A PTP message whose exact time of arrival matters."),
          control(70, "ptp_general", "ptp_general", TRAP)
              .hitBy("A PTP message whose exact time of arrival does not matter."),
          control(71, "flow_action_sample", "acl_sample", MIRROR)
              .hitBy("A flow rule picked it as a sample."),
          control(72, "flow_action_trap", "acl_trap", TRAP)
              .hitBy("A flow rule sent it to the CPU."),
          drop(73, "early_drop", "buffer_drops", TRAP)
              .hitBy("The egress queue was not full yet, but random early detection dropped it."),
          drop(74, "vxlan_parsing", "parser_error_drops", DROP)
              .hitBy(
                  "Its VXLAN header is cut short or lacks the flag that makes the network "
                      + "identifier valid."),
          drop(75, "llc_snap_parsing", "parser_error_drops", DROP)
              .hitBy("Its LLC and SNAP headers make no sense."),
          drop(76, "vlan_parsing", "parser_error_drops", DROP)
              .hitBy("Its VLAN tag is cut short or makes no sense."),
          drop(77, "pppoe_ppp_parsing", "parser_error_drops", DROP)
              .hitBy(
                  "Its PPPoE or PPP header is wrong: a reserved session, or a length beyond the "
                      + "frame."),
          drop(78, "mpls_parsing", "parser_error_drops", DROP)
              .hitBy("Its MPLS label stack is cut short or makes no sense."),
          drop(79, "arp_parsing", "parser_error_drops", DROP)
              .hitBy("Its ARP packet is cut short or makes no sense."),
          drop(80, "ip_1_parsing", "parser_error_drops", DROP)
              .hitBy(
                  "Its first IP header is wrong: checksum, header length, or a total length "
                      + "beyond the frame."),
          drop(81, "ip_n_parsing", "parser_error_drops", DROP)
              .hitBy(
                  "Its innermost IP header is wrong: checksum, header length, or a total length "
                      + "beyond the packet."),
          drop(82, "gre_parsing", "parser_error_drops", DROP)
              .hitBy("Its GRE header is cut short or makes no sense."),
          drop(83, "udp_parsing", "parser_error_drops", DROP)
              .hitBy("Its UDP header is wrong: checksum, a length below 8, or cut short."),
          drop(84, "tcp_parsing", "parser_error_drops", DROP)
              .hitBy(
                  "Its TCP header is wrong: checksum, cut short, or flags that exclude each "
                      + "other."),
          drop(85, "ipsec_parsing", "parser_error_drops", DROP)
              .hitBy("Its IPsec header is cut short or makes no sense."),
          drop(86, "sctp_parsing", "parser_error_drops", DROP)
              .hitBy("Its SCTP header is cut short or has port 0."),
          drop(87, "dccp_parsing", "parser_error_drops", DROP)
              .hitBy("Its DCCP header is cut short or makes no sense."),
          drop(88, "gtp_parsing", "parser_error_drops", DROP)
              .hitBy("Its GTP header is cut short or makes no sense."),
          drop(89, "esp_parsing", "parser_error_drops", DROP)
              .hitBy("Its ESP header is cut short or makes no sense."),
          drop(90, "blackhole_nexthop", "l3_drops", DROP)
              .hitBy("The next hop object of its route says to drop it without telling anyone."),
          drop(91, "dmac_filter", "l2_drops", DROP)
              .hitBy(
                  "Its destination MAC address is not in the port's table, and the port does not "
                      + "take everything."),
          control(92, "eapol", "eapol", TRAP)
              .hitBy("An EAPOL frame, by which a station logs in at an 802.1X port."),
          drop(93, "locked_port", "l2_drops", DROP)
              .hitBy(
                  "It came in on a locked bridge port, and its source MAC address is not "
                      + "authorised there."));

  /** How many generic traps there are; a driver's own traps have this id or a higher one. */
  public static final int COUNT = ENTRIES.size();

  private static final Map<String, Entry> BY_NAME =
      ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::name, Function.identity()));

  private GenericTraps() {}

  /** All of them, by id. */
  public static List<Entry> all() {
    return ENTRIES;
  }

  /** Whether a name is a generic trap's. */
  public static boolean contains(String name) {
    return BY_NAME.containsKey(name);
  }

  /**
   * The generic trap of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Entry named(String name) {
    Entry entry = BY_NAME.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no generic trap is named " + name);
    }
    return entry;
  }

  private static Entry drop(int id, String name, String group, TrapAction action) {
    return new Entry(id, name, TrapType.DROP, group, action, "");
  }

  private static Entry exception(int id, String name, String group, TrapAction action) {
    return new Entry(id, name, TrapType.EXCEPTION, group, action, "");
  }

  private static Entry control(int id, String name, String group, TrapAction action) {
    return new Entry(id, name, TrapType.CONTROL, group, action, "");
  }
}
