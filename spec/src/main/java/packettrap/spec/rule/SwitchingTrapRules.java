package packettrap.spec.rule;

import java.util.List;

/** Which packets hit the generic traps of ports, queues and tunnels. */
final class SwitchingTrapRules {
  private static final String DOCUMENT = "devlink-trap.rst, \"Generic Packet Traps\"; ";

  private static final List<Rule> ALL =
      List.of(
          TrapRule.of(
                  "decap_error",
                  "A packet hits decap_error if it is sent to an address at which tunnels of its "
                      + "sort (VXLAN, or IP: GRE and IP in IP) end, and none of them has its kind, "
                      + "source and key; or a reserved bit of VXLAN is set, what it carries is cut "
                      + "off or not what the tunnel is for; or the outer header has an ECN mark and "
                      + "the inner one is not ECN-capable.")
              .why("Tunnels fail silently at the far end; here is what arrived, and from whom.")
              .from(
                  DOCUMENT
                      + "devlink_trap_tunnel_vxlan.sh, devlink_trap_tunnel_ipip.sh; RFC 7348, "
                      + "sections 5 and 6.1; RFC 2890; RFC 6040, section 4.2")
              .ifBroken(
                  "A decision of this catalogue: a network identifier that no tunnel has, and a "
                      + "VLAN tag in VXLAN (RFC 7348, section 6.1), are errors; a fragment is for "
                      + "the CPU, see local_route. RFC 6040 drops only for CE, but hardware for "
                      + "every mark."),
          TrapRule.of(
                  "overlay_smac_is_mc",
                  "A packet hits overlay_smac_is_mc if the frame that comes out of its VXLAN tunnel "
                      + "has a source MAC with the group bit set.")
              .why("As for source_mac_is_multicast, only that the FDB is that of the overlay.")
              .from(DOCUMENT + "devlink_trap_tunnel_vxlan.sh, overlay_smac_is_mc_test")
              .ifBroken(
                  "The source of the inner frame, once it is certain that it comes out: what "
                      + "hits TRP-25 is not looked at."),
          TrapRule.of(
                  "arp_overlay",
                  "A packet hits arp_overlay if an ARP packet with operation 1 or 2 comes out of "
                      + "its VXLAN tunnel.")
              .why(
                  "The stack has to know in which network the ARP was heard, so that it is not "
                      + "taken for the underlay's.")
              .from(DOCUMENT + "RFC 7348; mlxsw's trap NVE_DECAP_ARP")
              .ifBroken("ARP in a VXLAN packet that only passes through is no business of yours."),
          TrapRule.of(
                  "early_drop",
                  "A packet hits early_drop if it is to leave by a queue with random early "
                      + "detection whose average length has reached the maximum, or lies above the "
                      + "minimum and the queue chooses this packet.")
              .why("Senders slow down before the queue is full; the drops say that they should.")
              .from(DOCUMENT + "Floyd and Jacobson, 1993; tc-red(8)")
              .ifBroken(
                  "It is looked at before a full queue is (TRP-08). At the minimum and below "
                      + "nothing may be dropped; what lies between is free."),
          TrapRule.of(
                  "dmac_filter",
                  "A packet hits dmac_filter if it arrives on a port with a table of MAC addresses "
                      + "and its destination is neither in the table nor broadcast nor the "
                      + "router's MAC.")
              .why("A port that is not promiscuous hides frames; here they can be seen.")
              .from(DOCUMENT + "mlx5, esw/devlink traps (vport MAC table)")
              .ifBroken(
                  "Addresses of groups are filtered as those of stations. A port without a table "
                      + "is promiscuous. The check comes right after that of the source MAC, before "
                      + "VLANs."),
          TrapRule.of(
                  "locked_port",
                  "A packet hits locked_port if it arrives on a locked bridge port and no FDB entry "
                      + "of its VLAN has its source MAC at that port.")
              .why("Only stations that were let in, as by 802.1X, may speak.")
              .from(DOCUMENT + "br_handle_frame_finish (BR_PORT_LOCKED)")
              .ifBroken(
                  "VLAN and port count as well as the address. Frames that a locked port drops "
                      + "must not be learned from, or the second would pass."));

  private SwitchingTrapRules() {}

  /** All of them. */
  static List<Rule> all() {
    return ALL;
  }
}
