package packettrap.reference;

import static packettrap.reference.Mechanism.refuse;
import static packettrap.spec.rule.GroupRules.GRP_01;
import static packettrap.spec.rule.GroupRules.GRP_02;
import static packettrap.spec.rule.GroupRules.GRP_03;
import static packettrap.spec.rule.GroupRules.GRP_04;
import static packettrap.spec.rule.GroupRules.GRP_05;
import static packettrap.spec.rule.GroupRules.GRP_06;
import static packettrap.spec.rule.GroupRules.GRP_07;
import static packettrap.spec.rule.GroupRules.GRP_08;
import static packettrap.spec.rule.GroupRules.GRP_09;
import static packettrap.spec.rule.GroupRules.GRP_10;
import static packettrap.spec.rule.GroupRules.GRP_11;
import static packettrap.spec.rule.GroupRules.GRP_12;
import static packettrap.spec.rule.GroupRules.GRP_13;
import static packettrap.spec.rule.GroupRules.GRP_14;
import static packettrap.spec.rule.GroupRules.GRP_15;
import static packettrap.spec.rule.GroupRules.GRP_16;
import static packettrap.spec.rule.GroupRules.GRP_17;
import static packettrap.spec.rule.GroupRules.GRP_18;
import static packettrap.spec.rule.RegistrationRules.REG_01;
import static packettrap.spec.rule.RequestRules.REQ_06;
import static packettrap.spec.rule.RequestRules.REQ_09;
import static packettrap.spec.rule.RequestRules.REQ_12;
import static packettrap.spec.rule.RequestRules.REQ_13;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.device.Answer;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Requests about trap groups. */
final class GroupRequests {
  static final String UNKNOWN_GROUP = "Device did not register this trap group";
  static final String PARTLY_COMMITTED =
      "Trap group set failed, but some changes were committed already";

  private static final List<Rule> NO_GROUPS = List.of(REQ_06);
  private static final List<Rule> UNKNOWN = List.of(REQ_09);
  private static final List<Rule> SHOWN = List.of(REG_01, GRP_13, REQ_12);
  private static final List<Rule> LISTED = List.of(REQ_13, REG_01, GRP_13);
  private static final List<Rule> NOTHING_NAMED = List.of(GRP_14);
  private static final List<Rule> INVALID = List.of(GRP_15);
  private static final List<Rule> NO_MEMBERS = List.of(GRP_18);
  private static final List<Rule> ALL_SET = List.of(GRP_01, GRP_07);
  private static final List<Rule> SKIPPED = List.of(GRP_02, GRP_01, GRP_07);
  private static final List<Rule> STOPPED_REPLY = List.of(GRP_04, GRP_03);
  private static final List<Rule> STOPPED = List.of(GRP_03);
  private static final List<Rule> WHOLE_REFUSED = List.of(GRP_05);
  private static final List<Rule> WHOLE_SET = List.of(GRP_06, GRP_01, GRP_07);
  private static final List<Rule> NO_CALLBACK = List.of(GRP_11);
  private static final List<Rule> UNKNOWN_POLICER = List.of(GRP_09);
  private static final List<Rule> BINDING_REFUSED = List.of(GRP_12);
  private static final List<Rule> BOUND = List.of(GRP_16, GRP_17);
  private static final List<Rule> UNBOUND = List.of(GRP_10, GRP_17);
  private static final List<Rule> PARTLY = List.of(GRP_08);

  private GroupRequests() {}

  /** Source: {@code devlink_nl_trap_group_get_doit}. */
  static Outcome get(State state, Request.GroupGet request) {
    DevlinkState devlink = state.devlink();
    if (devlink.groupCount() == 0) {
      return refuse(state, Errno.EOPNOTSUPP, NO_GROUPS);
    }
    int group = devlink.objects.group(request.group());
    return group < 0
        ? refuse(state, Errno.ENOENT, UNKNOWN_GROUP, UNKNOWN)
        : Outcome.of(state, new Reply.OneGroup(Views.group(devlink, group)), SHOWN);
  }

  /** Source: {@code devlink_nl_trap_group_get_dump_one}. */
  static Outcome dump(State state) {
    List<View.OfGroup> views = new ArrayList<>(state.devlink().groupCount());
    for (int group = 0; group < state.devlink().groupCount(); group++) {
      views.add(Views.group(state.devlink(), group));
    }
    return Outcome.of(state, new Reply.Groups(views), LISTED);
  }

  /** Source: {@code devlink_nl_trap_group_set_doit}. */
  static Outcome set(State state, Request.GroupSet request, Callbacks driver) {
    DevlinkState devlink = state.devlink();
    if (devlink.groupCount() == 0) {
      return refuse(state, Errno.EOPNOTSUPP, NO_GROUPS);
    }
    int group = devlink.objects.group(request.group());
    if (group < 0) {
      return refuse(state, Errno.ENOENT, UNKNOWN_GROUP, UNKNOWN);
    }
    if (request.action() == null && request.policer() == null) {
      return Outcome.of(state, Reply.DONE, NOTHING_NAMED);
    }
    Outcome outcome = null;
    if (request.action() != null) {
      TrapAction action = TrapAction.ofNumber(request.action());
      if (action == null) {
        return refuse(state, Errno.EINVAL, TrapRequests.INVALID_ACTION, INVALID);
      }
      outcome = setActions(state, group, action, driver);
      if (outcome.reply() instanceof Reply.Failed || request.policer() == null) {
        return outcome;
      }
      state = outcome.state();
    }
    Outcome binding = bind(state, group, request.policer(), driver);
    return outcome == null ? binding : both(outcome, binding);
  }

  private static Outcome both(Outcome action, Outcome binding) {
    if (binding.reply() instanceof Reply.Failed failed) {
      Reply reply = new Reply.Failed(failed.errno(), PARTLY_COMMITTED);
      return Outcome.of(binding.state(), reply, PARTLY, PARTLY);
    }
    List<Rule> rules = new ArrayList<>(action.stateRules());
    rules.addAll(binding.stateRules());
    return Outcome.of(binding.state(), action.reply(), action.replyRules(), rules);
  }

  /** Source: {@code __devlink_trap_group_action_set}. */
  private static Outcome setActions(State state, int group, TrapAction action, Callbacks driver) {
    Objects objects = state.devlink().objects;
    if (driver.available().contains(Callback.GROUP_ACTION_SET)) {
      return setWhole(state, group, action, driver);
    }
    if (objects.members[group].length == 0) {
      return Outcome.of(state, Reply.DONE, NO_MEMBERS);
    }
    Reply reply = Reply.DONE;
    for (int trap : objects.members[group]) {
      Outcome outcome = TrapRequests.setAction(state, trap, action, driver);
      state = outcome.state();
      if (outcome.reply() instanceof Reply.Failed) {
        return Outcome.of(state, outcome.reply(), STOPPED_REPLY, STOPPED);
      }
      // The text of an extended ack stays until another one replaces it.
      reply = outcome.reply() == Reply.DONE ? reply : outcome.reply();
    }
    return reply == Reply.DONE
        ? Outcome.of(state, reply, ALL_SET)
        : Outcome.of(state, reply, SKIPPED);
  }

  private static Outcome setWhole(State state, int group, TrapAction action, Callbacks driver) {
    DevlinkState devlink = state.devlink();
    Answer answer = driver.groupActionSet(devlink.objects.groups[group], action);
    if (!answer.ok()) {
      Reply reply = new Reply.Failed(answer.errno(), answer.message());
      return Outcome.of(state, reply, WHOLE_REFUSED, WHOLE_REFUSED);
    }
    for (int trap : devlink.objects.members[group]) {
      if (devlink.objects.traps[trap].type() == TrapType.DROP) {
        devlink = devlink.withAction(trap, action);
      }
    }
    return Outcome.of(
        state.with(devlink),
        Reply.DONE,
        devlink.objects.members[group].length == 0 ? NO_MEMBERS : WHOLE_SET);
  }

  /** Source: {@code devlink_trap_group_set}. */
  private static Outcome bind(State state, int group, long id, Callbacks driver) {
    DevlinkState devlink = state.devlink();
    if (!driver.available().contains(Callback.GROUP_SET)) {
      return refuse(state, Errno.EOPNOTSUPP, NO_CALLBACK);
    }
    int index = devlink.objects.policer(id);
    if (id != 0 && index < 0) {
      return refuse(state, Errno.ENOENT, PolicerRequests.UNKNOWN_POLICER, UNKNOWN_POLICER);
    }
    Policer policer = index < 0 ? null : devlink.objects.policers[index];
    Answer answer = driver.groupSet(devlink.objects.groups[group], policer);
    if (!answer.ok()) {
      return refuse(state, answer.errno(), answer.message(), BINDING_REFUSED);
    }
    State bound = state.with(devlink.withBinding(group, index));
    return Outcome.of(bound, Reply.DONE, index < 0 ? UNBOUND : BOUND);
  }
}
