package packettrap.reference;

import java.util.List;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** What Linux's netdevsim registers. Source: {@code nsim_traps_arr} and the arrays beside it. */
final class Netdevsim {
  static final Registration REGISTRATION =
      new Registration(
          List.of(
              new Policer(1, 1000, 128, 1, 8000, 8, 65536),
              new Policer(2, 2000, 256, 1, 8000, 8, 65536),
              new Policer(3, 3000, 512, 1, 8000, 8, 65536)),
          List.of(
              Group.generic("l2_drops"),
              Group.generic("l3_drops").boundTo(1),
              Group.generic("l3_exceptions").boundTo(1),
              Group.generic("buffer_drops").boundTo(2),
              Group.generic("acl_drops").boundTo(3),
              Group.generic("mc_snooping").boundTo(3)),
          List.of(
              Trap.generic("source_mac_is_multicast"),
              Trap.generic("vlan_tag_mismatch"),
              Trap.generic("ingress_vlan_filter"),
              Trap.generic("ingress_spanning_tree_filter"),
              Trap.generic("port_list_is_empty"),
              Trap.generic("port_loopback_filter"),
              Trap.specific(0, "fid_miss", TrapType.EXCEPTION, "l2_drops"),
              Trap.generic("blackhole_route"),
              Trap.generic("ttl_value_is_too_small"),
              Trap.generic("tail_drop"),
              Trap.generic("ingress_flow_action_drop")
                  .telling(Metadata.INPUT_PORT, Metadata.FLOW_ACTION_COOKIE),
              Trap.generic("egress_flow_action_drop")
                  .telling(Metadata.INPUT_PORT, Metadata.FLOW_ACTION_COOKIE),
              Trap.generic("igmp_query").startingWith(TrapAction.MIRROR),
              Trap.generic("igmp_v1_report").startingWith(TrapAction.TRAP)));

  private Netdevsim() {}
}
