package packettrap.spec.rule;

import java.util.List;

/** Which packets hit the generic traps of next hops, multicast, and what a router listens to. */
final class RoutingTrapRules {
  private static final String DOCUMENT = "devlink-trap.rst, \"Generic Packet Traps\"; ";

  private static final List<Rule> ALL =
      List.of(
          TrapRule.of(
                  "ipv6_mc_dip_reserved_scope",
                  "A packet hits ipv6_mc_dip_reserved_scope if it is to be routed and its "
                      + "destination is an IPv6 multicast address of scope 0: in ffx0::/16.")
              .why("The scope is reserved; such packets must not be sent.")
              .from(DOCUMENT + "RFC 4291, section 2.7")
              .ifBroken(
                  "The scope is the last four bits of the second byte; the flags before it are "
                      + "free. A packet to a group is to be routed if it is sent to the router's "
                      + "MAC or, where there are multicast routes, to a group's MAC on a router "
                      + "interface."),
          TrapRule.of(
                  "ipv6_mc_dip_interface_local_scope",
                  "A packet hits ipv6_mc_dip_interface_local_scope if it is to be routed and its "
                      + "destination is an IPv6 multicast address of scope 1: in ffx1::/16.")
              .why("The scope is one interface; the packet should never have left its sender.")
              .from(DOCUMENT + "RFC 4291, section 2.7")
              .ifBroken("As for TRP-16, with the other scope."),
          TrapRule.of(
                  "mc_reverse_path_forwarding",
                  "A packet hits mc_reverse_path_forwarding if it is a multicast packet to be "
                      + "routed that comes in by another interface than its multicast route names.")
              .why("It may go round in circles. PIM asserts itself when it hears of it.")
              .from(DOCUMENT + "RFC 7761, section 4.2; mlxsw's trap RPF")
              .ifBroken(
                  "The route of source and group comes before that of the group alone. Without a "
                      + "route there is no trap."),
          TrapRule.of(
                  "non_routable_packet",
                  "A packet hits non_routable_packet if it is to be routed and its destination is a "
                      + "group that stays on its link, in 224.0.0.0/24 or ffx2::/16, or it is IGMP "
                      + "to a group.")
              .why(
                  "A bridge floods such packets up to the router, for which they are not meant: "
                      + "they are one link's affair.")
              .from(DOCUMENT + "RFC 5771, section 4; RFC 4291, section 2.7")
              .ifBroken(
                  "What the router or the bridge listens to (igmp_query, ipv6_dip_all_nodes and "
                      + "so on) has traps that come first. See TRP-16 for when a packet to a group "
                      + "is to be routed."),
          TrapRule.of(
                  "uc_loopback",
                  "A packet hits uc_loopback if it is a unicast packet that is routed out of the "
                      + "interface by which it came in, to a next hop whose MAC is known.")
              .why(
                  "Its sender takes a detour; the stack tells it so by an ICMP redirect, while the "
                      + "hardware forwards.")
              .from(DOCUMENT + "RFC 1812, section 5.2.7.2; RFC 4861, section 8.2")
              .ifBroken(
                  "Router interfaces are compared: on a VLAN, in and out may be different ports. "
                      + "MTU and TTL exceptions come first, by their group."),
          TrapRule.of(
                  "external_route",
                  "A packet hits external_route if it is a unicast packet to be routed and the "
                      + "longest match of its destination leads to an interface that is not the "
                      + "device's.")
              .why("The stack forwards it, by a management port for example.")
              .from(DOCUMENT + "mlxsw's trap RTR_INGRESS0")
              .ifBroken(
                  "Neither neighbour nor MTU nor TTL are the device's affair then; the whole packet "
                      + "goes to the CPU as it came."),
          TrapRule.of(
                  "ipv6_uc_dip_link_local_scope",
                  "A packet hits ipv6_uc_dip_link_local_scope if it is a unicast IPv6 packet to be "
                      + "routed whose destination is a link-local address: in fe80::/10.")
              .why("No router forwards it, but it may be for the router itself.")
              .from(DOCUMENT + "RFC 4291, section 2.5.6")
              .ifBroken(
                  "A /10. No route is looked up, so also the device's own link-local addresses "
                      + "are found here and not by local_route."),
          TrapRule.of(
                  "ipv6_dip_all_nodes",
                  "A packet hits ipv6_dip_all_nodes if it comes to an interface of the router, to a "
                      + "group's MAC or the router's, and its destination is ff02::1.")
              .why("The router is one of the nodes.")
              .from(DOCUMENT + "RFC 4291, section 2.7.1")
              .ifBroken(
                  "Protocols that have traps of their own, such as ipv6_neigh_advert, are "
                      + "recognised first. In a VLAN without router interface the packet is "
                      + "flooded, no more."),
          TrapRule.of(
                  "ipv6_dip_all_routers",
                  "A packet hits ipv6_dip_all_routers if it comes to an interface of the router, to "
                      + "a group's MAC or the router's, and its destination is ff02::2.")
              .why("The router is one of the routers.")
              .from(DOCUMENT + "RFC 4291, section 2.7.1")
              .ifBroken("As for TRP-62, with the other address."),
          TrapRule.of(
                  "ipv4_router_alert",
                  "A packet hits ipv4_router_alert if it is an IPv4 packet to be routed that "
                      + "carries the router alert option, type 0x94.")
              .why("RSVP and others want every router on the way to look into the packet.")
              .from(DOCUMENT + "RFC 2113, section 2.1")
              .ifBroken(
                  "The option may stand behind others; walk them. IGMP carries it too, but has "
                      + "traps of its own that come first."),
          TrapRule.of(
                  "ipv6_router_alert",
                  "A packet hits ipv6_router_alert if it is an IPv6 packet to be routed that "
                      + "carries the router alert option, type 5, in its hop-by-hop header.")
              .why("As for ipv4_router_alert.")
              .from(DOCUMENT + "RFC 2711, section 2.1")
              .ifBroken(
                  "The option may stand behind others. In a destination options header the same "
                      + "number means nothing. MLD has traps of its own that come first."),
          TrapRule.of(
                  "blackhole_nexthop",
                  "A packet hits blackhole_nexthop if it is to be routed and the longest match of "
                      + "its destination names a next hop that is a blackhole.")
              .why("As for blackhole_route; here the next hop asks for silence.")
              .from(DOCUMENT + "ip-nexthop(8); devlink_trap_l3_drops.sh, blackhole_nexthop_test")
              .ifBroken(
                  "The next hop decides, whichever route names it; keep it apart from TRP-06."));

  private RoutingTrapRules() {}

  /** All of them. */
  static List<Rule> all() {
    return ALL;
  }
}
