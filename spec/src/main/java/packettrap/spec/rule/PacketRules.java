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

  static final List<Rule> ALL = List.of(PKT_01, PKT_02, PKT_03, PKT_04, PKT_05, PKT_06);

  private PacketRules() {}
}
