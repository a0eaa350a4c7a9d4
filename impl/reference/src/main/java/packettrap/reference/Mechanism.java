package packettrap.reference;

import static packettrap.spec.rule.RegistrationRules.REG_24;
import static packettrap.spec.rule.RequestRules.REQ_01;
import static packettrap.spec.rule.RequestRules.REQ_02;
import static packettrap.spec.rule.RequestRules.REQ_03;
import static packettrap.spec.rule.RequestRules.REQ_04;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.rule.Rule;

/**
 * The mechanism: devlink's traps and drop monitor as one pure function.
 *
 * <p>This class looks at who asks and whom; the classes beside it answer.
 */
public final class Mechanism {
  /** The step as Linux makes it. */
  public static final Step STEP = Mechanism::step;

  private static final List<Rule> NO_PRIVILEGE = List.of(REQ_01);
  private static final List<Rule> NO_HANDLE = List.of(REQ_03);
  private static final List<Rule> UNKNOWN_HANDLE = List.of(REQ_04);
  private static final List<Rule> UNREGISTERED = List.of(REG_24);

  private Mechanism() {}

  private static Outcome step(State state, Input input, Callbacks driver) {
    if (input instanceof Input.Asked asked) {
      return answer(state, asked.request(), driver);
    } else if (input instanceof Input.Reported reported) {
      return Reports.report(state, reported);
    } else if (input instanceof Input.DroppedInSoftware drop) {
      return Alerts.softwareDrop(state, drop);
    } else if (input instanceof Input.Ticked ticked) {
      return Alerts.tick(state.at(ticked.now()));
    } else {
      return Alerts.drain(state);
    }
  }

  private static Outcome answer(State state, Request request, Callbacks driver) {
    if (request instanceof Request.Unprivileged unprivileged) {
      Request inner = unprivileged.request();
      return changes(inner)
          ? refuse(state, Errno.EPERM, NO_PRIVILEGE)
          : because(REQ_02, answer(state, inner, driver));
    } else if (request instanceof Request.OnDevice onDevice) {
      if (onDevice.device() == null) {
        return refuse(state, Errno.EINVAL, NO_HANDLE);
      }
      return onDevice.device().equals(state.handle())
          ? answer(state, onDevice.request(), driver)
          : refuse(state, Errno.ENODEV, UNKNOWN_HANDLE);
    } else if (request instanceof Request.Monitor monitor) {
      return DropMonitor.answer(state, monitor);
    } else if (request instanceof Request.Devlink devlink) {
      return state.registered()
          ? devlink(state, devlink, driver)
          : refuse(state, Errno.ENODEV, UNREGISTERED);
    } else if (request instanceof Request.Register register) {
      return Lifecycle.register(state, register.registration(), driver);
    } else if (request instanceof Request.Unregister) {
      return state.registered()
          ? Lifecycle.unregister(state, driver)
          : refuse(state, Errno.ENODEV, UNREGISTERED);
    }
    return refuse(state, Errno.EOPNOTSUPP, List.of());
  }

  private static Outcome devlink(State state, Request.Devlink request, Callbacks driver) {
    if (request instanceof Request.TrapGet get) {
      return TrapRequests.get(state, get, driver);
    } else if (request instanceof Request.TrapSet set) {
      return TrapRequests.set(state, set, driver);
    } else if (request instanceof Request.TrapDump) {
      return TrapRequests.dump(state, driver);
    } else if (request instanceof Request.GroupGet get) {
      return GroupRequests.get(state, get);
    } else if (request instanceof Request.GroupSet set) {
      return GroupRequests.set(state, set, driver);
    } else if (request instanceof Request.GroupDump) {
      return GroupRequests.dump(state);
    } else if (request instanceof Request.PolicerGet get) {
      return PolicerRequests.get(state, get, driver);
    } else if (request instanceof Request.PolicerSet set) {
      return PolicerRequests.set(state, set, driver);
    } else if (request instanceof Request.PolicerDump) {
      return PolicerRequests.dump(state, driver);
    }
    return Lifecycle.reload(state, driver);
  }

  /** Whether a request needs CAP_NET_ADMIN. Source: GENL_ADMIN_PERM in the command tables. */
  public static boolean changes(Request request) {
    return request instanceof Request.TrapSet
        || request instanceof Request.GroupSet
        || request instanceof Request.PolicerSet
        || request instanceof Request.Reload
        || request instanceof Request.MonitorConfigSet
        || request instanceof Request.MonitorStart
        || request instanceof Request.MonitorStop
        || request instanceof Request.OnDevice on && changes(on.request());
  }

  static Outcome refuse(State state, Errno errno, List<Rule> rules) {
    return refuse(state, errno, null, rules);
  }

  static Outcome refuse(State state, Errno errno, String message, List<Rule> rules) {
    return Outcome.of(state, new Reply.Failed(errno, message), rules, rules);
  }

  private static Outcome because(Rule rule, Outcome outcome) {
    List<Rule> rules = new ArrayList<>(outcome.replyRules());
    rules.add(rule);
    return new Outcome(
        outcome.state(), outcome.reply(), outcome.events(), rules, outcome.stateRules());
  }
}
