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
      String description) {}

  private static final List<Entry> ENTRIES =
      List.of(
          drop(0, "source_mac_is_multicast", "l2_drops", DROP, "DESCRIPTION"),
          drop(1, "vlan_tag_mismatch", "l2_drops", DROP, "DESCRIPTION"),
          drop(2, "ingress_vlan_filter", "l2_drops", DROP, "DESCRIPTION"),
          drop(3, "ingress_spanning_tree_filter", "l2_drops", DROP, "DESCRIPTION"),
          drop(4, "port_list_is_empty", "l2_drops", DROP, "DESCRIPTION"),
          drop(5, "port_loopback_filter", "l2_drops", DROP, "DESCRIPTION"),
          drop(6, "blackhole_route", "l3_drops", DROP, "DESCRIPTION"),
          exception(7, "ttl_value_is_too_small", "l3_exceptions", TRAP, "DESCRIPTION"),
          drop(8, "tail_drop", "buffer_drops", DROP, "DESCRIPTION"),
          drop(9, "non_ip", "l3_drops", DROP, "DESCRIPTION"),
          drop(10, "uc_dip_over_mc_dmac", "l3_drops", DROP, "DESCRIPTION"),
          drop(11, "dip_is_loopback_address", "l3_drops", DROP, "DESCRIPTION"),
          drop(12, "sip_is_mc", "l3_drops", DROP, "DESCRIPTION"),
          drop(13, "sip_is_loopback_address", "l3_drops", DROP, "DESCRIPTION"),
          drop(14, "ip_header_corrupted", "l3_drops", DROP, "DESCRIPTION"),
          drop(15, "ipv4_sip_is_limited_bc", "l3_drops", DROP, "DESCRIPTION"),
          drop(16, "ipv6_mc_dip_reserved_scope", "l3_drops", DROP, "DESCRIPTION"),
          drop(17, "ipv6_mc_dip_interface_local_scope", "l3_drops", DROP, "DESCRIPTION"),
          exception(18, "mtu_value_is_too_small", "l3_exceptions", TRAP, "DESCRIPTION"),
          exception(19, "unresolved_neigh", "l3_exceptions", TRAP, "DESCRIPTION"),
          exception(20, "mc_reverse_path_forwarding", "l3_exceptions", TRAP, "DESCRIPTION"),
          exception(21, "reject_route", "l3_exceptions", TRAP, "DESCRIPTION"),
          exception(22, "ipv4_lpm_miss", "l3_exceptions", TRAP, "DESCRIPTION"),
          exception(23, "ipv6_lpm_miss", "l3_exceptions", TRAP, "DESCRIPTION"),
          drop(24, "non_routable_packet", "l3_drops", DROP, "DESCRIPTION"),
          exception(25, "decap_error", "tunnel_drops", TRAP, "DESCRIPTION"),
          drop(26, "overlay_smac_is_mc", "tunnel_drops", DROP, "DESCRIPTION"),
          drop(27, "ingress_flow_action_drop", "acl_drops", DROP, "DESCRIPTION"),
          drop(28, "egress_flow_action_drop", "acl_drops", DROP, "DESCRIPTION"),
          control(29, "stp", "stp", TRAP, "DESCRIPTION"),
          control(30, "lacp", "lacp", TRAP, "DESCRIPTION"),
          control(31, "lldp", "lldp", TRAP, "DESCRIPTION"),
          control(32, "igmp_query", "mc_snooping", MIRROR, "DESCRIPTION"),
          control(33, "igmp_v1_report", "mc_snooping", TRAP, "DESCRIPTION"),
          control(34, "igmp_v2_report", "mc_snooping", TRAP, "DESCRIPTION"),
          control(35, "igmp_v3_report", "mc_snooping", TRAP, "DESCRIPTION"),
          control(36, "igmp_v2_leave", "mc_snooping", TRAP, "DESCRIPTION"),
          control(37, "mld_query", "mc_snooping", MIRROR, "DESCRIPTION"),
          control(38, "mld_v1_report", "mc_snooping", TRAP, "DESCRIPTION"),
          control(39, "mld_v2_report", "mc_snooping", TRAP, "DESCRIPTION"),
          control(40, "mld_v1_done", "mc_snooping", TRAP, "DESCRIPTION"),
          control(41, "ipv4_dhcp", "dhcp", TRAP, "DESCRIPTION"),
          control(42, "ipv6_dhcp", "dhcp", TRAP, "DESCRIPTION"),
          control(43, "arp_request", "neigh_discovery", MIRROR, "DESCRIPTION"),
          control(44, "arp_response", "neigh_discovery", MIRROR, "DESCRIPTION"),
          control(45, "arp_overlay", "neigh_discovery", TRAP, "DESCRIPTION"),
          control(46, "ipv6_neigh_solicit", "neigh_discovery", TRAP, "DESCRIPTION"),
          control(47, "ipv6_neigh_advert", "neigh_discovery", TRAP, "DESCRIPTION"),
          control(48, "ipv4_bfd", "bfd", TRAP, "DESCRIPTION"),
          control(49, "ipv6_bfd", "bfd", TRAP, "DESCRIPTION"),
          control(50, "ipv4_ospf", "ospf", TRAP, "DESCRIPTION"),
          control(51, "ipv6_ospf", "ospf", TRAP, "DESCRIPTION"),
          control(52, "ipv4_bgp", "bgp", TRAP, "DESCRIPTION"),
          control(53, "ipv6_bgp", "bgp", TRAP, "DESCRIPTION"),
          control(54, "ipv4_vrrp", "vrrp", TRAP, "DESCRIPTION"),
          control(55, "ipv6_vrrp", "vrrp", TRAP, "DESCRIPTION"),
          control(56, "ipv4_pim", "pim", TRAP, "DESCRIPTION"),
          control(57, "ipv6_pim", "pim", TRAP, "DESCRIPTION"),
          control(58, "uc_loopback", "uc_loopback", MIRROR, "DESCRIPTION"),
          control(59, "local_route", "local_delivery", TRAP, "DESCRIPTION"),
          control(60, "external_route", "external_delivery", TRAP, "DESCRIPTION"),
          control(61, "ipv6_uc_dip_link_local_scope", "local_delivery", TRAP, "DESCRIPTION"),
          control(62, "ipv6_dip_all_nodes", "ipv6", TRAP, "DESCRIPTION"),
          control(63, "ipv6_dip_all_routers", "ipv6", TRAP, "DESCRIPTION"),
          control(64, "ipv6_router_solicit", "ipv6", TRAP, "DESCRIPTION"),
          control(65, "ipv6_router_advert", "ipv6", TRAP, "DESCRIPTION"),
          control(66, "ipv6_redirect", "ipv6", TRAP, "DESCRIPTION"),
          control(67, "ipv4_router_alert", "local_delivery", TRAP, "DESCRIPTION"),
          control(68, "ipv6_router_alert", "local_delivery", TRAP, "DESCRIPTION"),
          control(69, "ptp_event", "ptp_event", TRAP, "DESCRIPTION"),
          control(70, "ptp_general", "ptp_general", TRAP, "DESCRIPTION"),
          control(71, "flow_action_sample", "acl_sample", MIRROR, "DESCRIPTION"),
          control(72, "flow_action_trap", "acl_trap", TRAP, "DESCRIPTION"),
          drop(73, "early_drop", "buffer_drops", TRAP, "DESCRIPTION"),
          drop(74, "vxlan_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(75, "llc_snap_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(76, "vlan_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(77, "pppoe_ppp_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(78, "mpls_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(79, "arp_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(80, "ip_1_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(81, "ip_n_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(82, "gre_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(83, "udp_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(84, "tcp_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(85, "ipsec_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(86, "sctp_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(87, "dccp_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(88, "gtp_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(89, "esp_parsing", "parser_error_drops", DROP, "DESCRIPTION"),
          drop(90, "blackhole_nexthop", "l3_drops", DROP, "DESCRIPTION"),
          drop(91, "dmac_filter", "l2_drops", DROP, "DESCRIPTION"),
          control(92, "eapol", "eapol", TRAP, "DESCRIPTION"),
          drop(93, "locked_port", "l2_drops", DROP, "DESCRIPTION"));

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

  private static Entry drop(int id, String name, String group, TrapAction action, String text) {
    return new Entry(id, name, TrapType.DROP, group, action, text);
  }

  private static Entry exception(
      int id, String name, String group, TrapAction action, String text) {
    return new Entry(id, name, TrapType.EXCEPTION, group, action, text);
  }

  private static Entry control(int id, String name, String group, TrapAction action, String text) {
    return new Entry(id, name, TrapType.CONTROL, group, action, text);
  }
}
