package packettrap.spec.rule;

import java.util.List;
import java.util.Optional;
import packettrap.spec.trap.GenericTraps;

/** Family TRP: which packets hit a generic trap; a rule's number is the trap's id. */
public final class GenericTrapRules {
  static final List<Rule> ALL =
      List.of(
          trap(
              "source_mac_is_multicast",
              "The packets that hit source_mac_is_multicast are exactly those of its definition.",
              Need.FRAMES),
          trap(
              "vlan_tag_mismatch",
              "The packets that hit vlan_tag_mismatch are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ingress_vlan_filter",
              "The packets that hit ingress_vlan_filter are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ingress_spanning_tree_filter",
              "The packets that hit ingress_spanning_tree_filter are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "port_list_is_empty",
              "The packets that hit port_list_is_empty are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "port_loopback_filter",
              "The packets that hit port_loopback_filter are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "blackhole_route",
              "The packets that hit blackhole_route are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ttl_value_is_too_small",
              "The packets that hit ttl_value_is_too_small are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "tail_drop",
              "The packets that hit tail_drop are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "non_ip",
              "The packets that hit non_ip are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "uc_dip_over_mc_dmac",
              "The packets that hit uc_dip_over_mc_dmac are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "dip_is_loopback_address",
              "The packets that hit dip_is_loopback_address are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "sip_is_mc",
              "The packets that hit sip_is_mc are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "sip_is_loopback_address",
              "The packets that hit sip_is_loopback_address are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ip_header_corrupted",
              "The packets that hit ip_header_corrupted are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ipv4_sip_is_limited_bc",
              "The packets that hit ipv4_sip_is_limited_bc are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "mtu_value_is_too_small",
              "The packets that hit mtu_value_is_too_small are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "unresolved_neigh",
              "The packets that hit unresolved_neigh are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "reject_route",
              "The packets that hit reject_route are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ipv4_lpm_miss",
              "The packets that hit ipv4_lpm_miss are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ipv6_lpm_miss",
              "The packets that hit ipv6_lpm_miss are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ingress_flow_action_drop",
              "The packets that hit ingress_flow_action_drop are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "egress_flow_action_drop",
              "The packets that hit egress_flow_action_drop are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap("stp", "The packets that hit stp are exactly those of its definition.", Need.FRAMES),
          trap(
              "lacp",
              "The packets that hit lacp are exactly those of its definition.",
              Need.FRAMES),
          trap(
              "lldp",
              "The packets that hit lldp are exactly those of its definition.",
              Need.FRAMES),
          trap(
              "igmp_query",
              "The packets that hit igmp_query are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "igmp_v2_report",
              "The packets that hit igmp_v2_report are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "mld_query",
              "The packets that hit mld_query are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ipv4_dhcp",
              "The packets that hit ipv4_dhcp are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "arp_request",
              "The packets that hit arp_request are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "arp_response",
              "The packets that hit arp_response are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ipv6_neigh_solicit",
              "The packets that hit ipv6_neigh_solicit are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ipv6_neigh_advert",
              "The packets that hit ipv6_neigh_advert are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "ipv4_bgp",
              "The packets that hit ipv4_bgp are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "local_route",
              "The packets that hit local_route are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "flow_action_sample",
              "The packets that hit flow_action_sample are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH),
          trap(
              "flow_action_trap",
              "The packets that hit flow_action_trap are exactly those of its definition.",
              Need.FRAMES,
              Need.SWITCH));

  private GenericTrapRules() {}

  /** All of them, by the trap's id. */
  public static List<Rule> all() {
    return ALL;
  }

  /** The rule of a generic trap, if the catalogue has one for it. */
  public static Optional<Rule> of(String trapName) {
    if (!GenericTraps.contains(trapName)) {
      return Optional.empty();
    }
    int id = GenericTraps.named(trapName).id();
    return ALL.stream().filter(rule -> rule.number() == id).findFirst();
  }

  /** The name of the trap that a rule of this family is about. */
  public static String trapOf(Rule rule) {
    return GenericTraps.all().get(rule.number()).name();
  }

  private static Rule trap(String name, String sentence, Need... needs) {
    return Rule.must(Family.TRP, GenericTraps.named(name).id(), sentence)
        .why("As Linux does.")
        .from("net/devlink")
        .ifBroken("See the sentence.")
        .needs(needs);
  }
}
