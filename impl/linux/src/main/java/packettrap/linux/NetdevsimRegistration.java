package packettrap.linux;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * What netdevsim registers: for a driver that is known, what devlink shows can be held against it.
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

  private static final Registration REGISTRATION = new Registration(POLICERS, GROUPS, TRAPS);

  /** Every optional callback but that for a whole group's action. */
  static final Set<Callback> CALLBACKS =
      Set.of(
          Callback.TRAP_INIT,
          Callback.TRAP_ACTION_SET,
          Callback.GROUP_SET,
          Callback.POLICER_SET,
          Callback.POLICER_COUNTER_GET,
          Callback.DROP_COUNTER_GET);

  private NetdevsimRegistration() {}

  /** What a kernel's netdevsim registers; empty if it has other objects than those known here. */
  static Optional<Registration> of(Kernel kernel) {
    boolean nothingElse =
        names(TRAPS, Trap::name)
                .containsAll(names(kernel.devlink().traps(kernel.device()), View.OfTrap::name))
            && names(GROUPS, Group::name)
                .containsAll(names(kernel.devlink().groups(kernel.device()), View.OfGroup::name))
            && names(POLICERS, Policer::id)
                .containsAll(names(kernel.devlink().policers(kernel.device()), View.OfPolicer::id));
    // A dump may leave one out, so each is asked for.
    return nothingElse
            && TRAPS.stream().allMatch(trap -> isThere(kernel, new Request.TrapGet(trap.name())))
            && GROUPS.stream().allMatch(one -> isThere(kernel, new Request.GroupGet(one.name())))
            && POLICERS.stream().allMatch(one -> isThere(kernel, new Request.PolicerGet(one.id())))
        ? Optional.of(REGISTRATION)
        : Optional.empty();
  }

  private static <T, N> Set<N> names(List<T> objects, Function<T, N> name) {
    return objects.stream().map(name).collect(Collectors.toSet());
  }

  private static boolean isThere(Kernel kernel, Request.Devlink get) {
    return !(kernel.devlink().ask(kernel.device(), get) instanceof Reply.Failed);
  }

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
