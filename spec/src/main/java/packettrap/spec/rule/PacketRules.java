package packettrap.spec.rule;

import java.util.List;

/** What becomes of a packet, whichever trap it hits. */
public final class PacketRules {
  public static final Rule PKT_01 =
      Rule.must(
              Family.PKT,
              1,
              "A packet that hits a trap MUST be reported on that trap and on no other.")
          .why("The name of the trap is the diagnosis, and a wrong one costs hours.")
          .from("devlink-trap.rst, \"Generic Packet Traps\"; mlxsw's trap group priorities")
          .ifBroken(
              "If a packet fits several traps, one of them wins: see the order in the "
                  + "introduction to the generic traps. The order of your pipeline's checks "
                  + "decides.")
          .needs(Need.FRAMES, Need.TRAPS);

  public static final Rule PKT_02 =
      Rule.must(Family.PKT, 2, "A packet that hits no trap MUST NOT be reported.")
          .why("False alarms make every alarm worthless.")
          .from("devlink-trap.rst, \"Generic Packet Traps\"")
          .ifBroken(
              "Compare the frame of the counterexample with the trap's rule: which condition did "
                  + "your check leave out?")
          .needs(Need.FRAMES, Need.TRAPS);

  public static final Rule PKT_03 =
      Rule.must(
              Family.PKT,
              3,
              "A packet that hits no trap MUST be forwarded to where the configuration of the "
                  + "switch says, and nowhere else.")
          .why("A device that drops everything would pass every test of drops.")
          .from(
              "IEEE 802.1Q, clause 8.6 (the bridge's forwarding process); RFC 1812, section 5 "
                  + "(routers)")
          .ifBroken(
              "Bridged frames leave unchanged but for their tag. Routed ones have new MAC "
                  + "addresses, a TTL or hop limit less one, and for IPv4 a new checksum.")
          .needs(Need.FRAMES, Need.SWITCH, Need.EGRESS);

  public static final Rule PKT_04 =
      Rule.must(
              Family.PKT,
              4,
              "The CPU's copy of a packet on an exception or a control trap MUST be handed to the "
                  + "Rx path of the stack.")
          .why("There it does its work: the ICMP error, the neighbour entry, the routing protocol.")
          .from(
              "devlink-trap.rst, \"Trap Types\"; mlxsw_sp_rx_mark_listener, "
                  + "mlxsw_sp_rx_no_mark_listener")
          .ifBroken("The type of the trap decides, not the action.")
          .needs(Need.RX_PATH, Need.FRAMES, Need.EXCEPTION_OR_CONTROL_TRAPS);

  public static final Rule PKT_05 =
      Rule.must(
              Family.PKT,
              5,
              "The CPU's copy of a packet on a drop trap MUST NOT be handed to the Rx path of the "
                  + "stack.")
          .why(
              "The device dropped it; were the stack to forward it, looking at drops would undo "
                  + "them.")
          .from("devlink-trap.rst, \"Trap Types\"; mlxsw_sp_rx_drop_listener")
          .ifBroken("It ends behind drop monitor, with action trap as with action mirror.")
          .needs(Need.RX_PATH, Need.FRAMES, Need.DROP_TRAPS);

  public static final Rule PKT_06 =
      Rule.must(
              Family.PKT,
              6,
              "The Rx path MUST get the whole frame, on the port on which it came in.")
          .why(
              "The stack takes the packet as received there: source addresses are learned and "
                  + "answers go back by it.")
          .from("eth_type_trans, netif_receive_skb in the drivers")
          .ifBroken("The frame as it arrived, tag included, and the ingress port's number.")
          .needs(Need.RX_PATH, Need.FRAMES, Need.EXCEPTION_OR_CONTROL_TRAPS);

  public static final Rule PKT_07 =
      Rule.must(
              Family.PKT,
              7,
              "Of several traps that a packet meets, that MUST be hit whose group comes first: stp, "
                  + "lacp, lldp, eapol, bfd, ospf, vrrp, pim, ptp_event; bgp, acl_trap; "
                  + "mc_snooping; l3_exceptions, dhcp, neigh_discovery, local_delivery, ipv6, "
                  + "ptp_general; external_delivery; all others.")
          .why(
              "What keeps the network together has policers of its own, which other traffic must "
                  + "not get at.")
          .from("mlxsw_sp_trap_group_items_arr (the priorities of the groups)")
          .ifBroken(
              "Between semicolons the groups are equals, see PKT-08. A check that ends a packet's "
                  + "way keeps it from later ones: what a flow rule drops is never looked up.")
          .needs(Need.FRAMES, Need.SWITCH);

  public static final Rule PKT_08 =
      Rule.must(
              Family.PKT,
              8,
              "Of several traps of equal groups that a packet meets, that MUST be hit which comes "
                  + "first in the pipeline: parser, source MAC, MAC table, VLAN tag, VLAN, spanning "
                  + "tree, locked port, ingress flow rules, bridge, router, tunnel, egress flow "
                  + "rules, queue.")
          .why("The first cause is the one to mend; the later ones may vanish with it.")
          .from(
              "devlink-trap.rst, \"Generic Packet Traps\"; the order in which mlxsw's selftests "
                  + "expect them")
          .ifBroken(
              "In the router: header, source and destination address, route, next hop, MTU, TTL. "
                  + "In the queue: early, then full.")
          .needs(Need.FRAMES, Need.SWITCH);

  public static final Rule PKT_09 =
      Rule.must(
              Family.PKT,
              9,
              "A bridge MUST look a destination up among the FDB entries of the packet's VLAN, and "
                  + "learn its source in that VLAN.")
          .why("The same address may be behind another port in another VLAN, or nowhere in it.")
          .from("IEEE 802.1Q, clause 8.8 (the filtering database, VIDs)")
          .ifBroken("The key of an entry is VLAN and MAC address; see independent VLAN learning.")
          .needs(Need.FRAMES, Need.SWITCH, Need.EGRESS);

  public static final Rule PKT_10 =
      Rule.must(
              Family.PKT,
              10,
              "A frame that comes in with a VLAN tag and is bridged out with one MUST keep the "
                  + "tag's priority and its drop eligibility.")
          .why("Without them it is queued as any other from here on.")
          .from("IEEE 802.1Q, clauses 6.9.3 and 9.6 (PCP and DEI)")
          .ifBroken("Of the tag's 16 bits the bridge decides 12. A routed packet starts with 0.")
          .needs(Need.FRAMES, Need.SWITCH, Need.EGRESS);

  static final List<Rule> ALL =
      List.of(PKT_01, PKT_02, PKT_03, PKT_04, PKT_05, PKT_06, PKT_07, PKT_08, PKT_09, PKT_10);

  private PacketRules() {}
}
