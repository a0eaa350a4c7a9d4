package packettrap.reference;

import static packettrap.reference.Mechanism.refuse;
import static packettrap.spec.rule.ActionRules.ACT_01;
import static packettrap.spec.rule.ActionRules.ACT_02;
import static packettrap.spec.rule.ActionRules.ACT_03;
import static packettrap.spec.rule.ActionRules.ACT_04;
import static packettrap.spec.rule.ActionRules.ACT_05;
import static packettrap.spec.rule.ActionRules.ACT_06;
import static packettrap.spec.rule.ActionRules.ACT_07;
import static packettrap.spec.rule.ActionRules.ACT_08;
import static packettrap.spec.rule.ActionRules.ACT_09;
import static packettrap.spec.rule.ActionRules.ACT_10;
import static packettrap.spec.rule.ActionRules.ACT_11;
import static packettrap.spec.rule.ActionRules.ACT_12;
import static packettrap.spec.rule.ActionRules.ACT_13;
import static packettrap.spec.rule.MetadataRules.MET_01;
import static packettrap.spec.rule.MetadataRules.MET_04;
import static packettrap.spec.rule.RegistrationRules.REG_01;
import static packettrap.spec.rule.RequestRules.REQ_05;
import static packettrap.spec.rule.RequestRules.REQ_08;
import static packettrap.spec.rule.RequestRules.REQ_12;
import static packettrap.spec.rule.RequestRules.REQ_13;
import static packettrap.spec.rule.StatisticsRules.STA_05;
import static packettrap.spec.rule.StatisticsRules.STA_07;
import static packettrap.spec.rule.StatisticsRules.STA_08;
import static packettrap.spec.rule.StatisticsRules.STA_13;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import packettrap.spec.device.Answer;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Requests about single traps. */
final class TrapRequests {
  static final String UNKNOWN_TRAP = "Device did not register this trap";
  static final String INVALID_ACTION = "Invalid trap action";
  static final String NOT_A_DROP_TRAP = "Cannot change action of non-drop traps. Skipping";

  private static final Reply SKIPPED = new Reply.Done(NOT_A_DROP_TRAP);

  private static final List<Rule> NO_TRAPS = List.of(REQ_05);
  private static final List<Rule> UNKNOWN = List.of(REQ_08);
  private static final List<Rule> SHOWN =
      List.of(REG_01, MET_01, MET_04, STA_05, STA_13, ACT_01, REQ_12);
  private static final List<Rule> LISTED = List.of(REQ_13, REG_01, MET_01, MET_04, STA_05, STA_13);
  private static final List<Rule> UNREADABLE = List.of(STA_07);
  private static final List<Rule> ENDS_EARLY = List.of(STA_08);
  private static final List<Rule> NO_ACTION = List.of(ACT_10);
  private static final List<Rule> INVALID = List.of(ACT_09);
  private static final List<Rule> IMMUTABLE = List.of(ACT_04);
  private static final List<Rule> WARNED = List.of(ACT_05, ACT_13, ACT_04);
  private static final List<Rule> ACCEPTED = List.of(ACT_03, ACT_02, ACT_11);
  private static final List<Rule> REFUSED = List.of(ACT_07);
  private static final List<Rule> REFUSED_SAME = List.of(ACT_12, ACT_07);
  private static final List<Rule> REFUSED_OTHER_TYPE = List.of(ACT_06, ACT_07);
  private static final List<Rule> STAYS = List.of(ACT_08);

  private TrapRequests() {}

  /** Source: {@code devlink_nl_trap_get_doit}. */
  static Outcome get(State state, Request.TrapGet request, Callbacks driver) {
    DevlinkState devlink = state.devlink();
    if (devlink.trapCount() == 0) {
      return refuse(state, Errno.EOPNOTSUPP, NO_TRAPS);
    }
    int trap = devlink.objects.trap(request.trap());
    if (trap < 0) {
      return refuse(state, Errno.ENOENT, UNKNOWN_TRAP, UNKNOWN);
    }
    Optional<View.OfTrap> view = Views.trap(devlink, trap, driver);
    return view.isEmpty()
        ? refuse(state, Errno.EMSGSIZE, UNREADABLE)
        : Outcome.of(state, new Reply.OneTrap(view.get()), SHOWN);
  }

  /** Source: {@code devlink_nl_trap_get_dump_one}. */
  static Outcome dump(State state, Callbacks driver) {
    List<View.OfTrap> views = new ArrayList<>(state.devlink().trapCount());
    for (int trap = 0; trap < state.devlink().trapCount(); trap++) {
      Optional<View.OfTrap> view = Views.trap(state.devlink(), trap, driver);
      if (view.isEmpty()) {
        return Outcome.of(state, new Reply.Traps(views), ENDS_EARLY);
      }
      views.add(view.get());
    }
    return Outcome.of(state, new Reply.Traps(views), LISTED);
  }

  /** Source: {@code devlink_nl_trap_set_doit}, {@code devlink_trap_action_set}. */
  static Outcome set(State state, Request.TrapSet request, Callbacks driver) {
    DevlinkState devlink = state.devlink();
    if (devlink.trapCount() == 0) {
      return refuse(state, Errno.EOPNOTSUPP, NO_TRAPS);
    }
    int trap = devlink.objects.trap(request.trap());
    if (trap < 0) {
      return refuse(state, Errno.ENOENT, UNKNOWN_TRAP, UNKNOWN);
    }
    if (request.action() == null) {
      return Outcome.of(state, Reply.DONE, NO_ACTION);
    }
    TrapAction action = TrapAction.ofNumber(request.action());
    if (action == null) {
      return refuse(state, Errno.EINVAL, INVALID_ACTION, INVALID);
    }
    return setAction(state, trap, action, driver);
  }

  /** Source: {@code __devlink_trap_action_set}. */
  static Outcome setAction(State state, int trap, TrapAction action, Callbacks driver) {
    DevlinkState devlink = state.devlink();
    boolean drop = devlink.objects.traps[trap].type() == TrapType.DROP;
    boolean same = devlink.action(trap) == action;
    if (!same && !drop) {
      return Outcome.of(state, SKIPPED, WARNED, IMMUTABLE);
    }
    Answer answer = driver.trapActionSet(devlink.objects.traps[trap], action);
    if (!answer.ok()) {
      Reply reply = new Reply.Failed(answer.errno(), answer.message());
      List<Rule> rules = !same ? REFUSED : drop ? REFUSED_SAME : REFUSED_OTHER_TYPE;
      return Outcome.of(state, reply, rules, STAYS);
    }
    return Outcome.of(
        state.with(devlink.withAction(trap, action)), Reply.DONE, drop ? ACCEPTED : IMMUTABLE);
  }
}
