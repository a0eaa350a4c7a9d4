package packettrap.netdevsim;

import java.util.List;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * What netdevsim registers.
 *
 * <p>Source: {@code nsim_trap_policers_arr}, {@code nsim_trap_groups_arr} and {@code
 * nsim_traps_arr}, the same in Linux 6.1 and 6.12.
 */
final class NetdevsimRegistration {
  private static final List<Policer> POLICERS =
      List.of(policer(1, 1000, 128), policer(2, 2000, 256), policer(3, 3000, 512));

  private static final List<Group> GROUPS =
      List.of(
          Group.generic("l2_drops"),
          Group.generic("l3_drops").boundTo(1),
          Group.generic("l3_exceptions").boundTo(1),
          Group.generic("buffer_drops").boundTo(2),
          Group.generic("acl_drops").boundTo(3),
          Group.generic("mc_snooping").boundTo(3));

  private static final List<Trap> TRAPS =
      List.of(
          trap("source_mac_is_multicast", TrapAction.DROP, "l2_drops"),
          trap("vlan_tag_mismatch", TrapAction.DROP, "l2_drops"),
          trap("ingress_vlan_filter", TrapAction.DROP, "l2_drops"),
          trap("ingress_spanning_tree_filter", TrapAction.DROP, "l2_drops"),
          trap("port_list_is_empty", TrapAction.DROP, "l2_drops"),
          trap("port_loopback_filter", TrapAction.DROP, "l2_drops"),
          Trap.specific(0, "fid_miss", TrapType.EXCEPTION, "l2_drops"),
          trap("blackhole_route", TrapAction.DROP, "l3_drops"),
          trap("ttl_value_is_too_small", TrapAction.TRAP, "l3_exceptions"),
          trap("tail_drop", TrapAction.DROP, "buffer_drops"),
          withCookie("ingress_flow_action_drop"),
          withCookie("egress_flow_action_drop"),
          trap("igmp_query", TrapAction.MIRROR, "mc_snooping"),
          trap("igmp_v1_report", TrapAction.TRAP, "mc_snooping"));

  static final Registration REGISTRATION = new Registration(POLICERS, GROUPS, TRAPS);

  private NetdevsimRegistration() {}

  private static Policer policer(long id, long rate, long burst) {
    return new Policer(id, rate, burst, 1, 8000, 8, 65536);
  }

  private static Trap trap(String name, TrapAction action, String group) {
    return Trap.generic(name).startingWith(action).inGroup(group);
  }

  private static Trap withCookie(String name) {
    return trap(name, TrapAction.DROP, "acl_drops")
        .telling(Metadata.INPUT_PORT, Metadata.FLOW_ACTION_COOKIE);
  }
}
