package packettrap.conformance.broken;

import static packettrap.conformance.broken.Faults.accepts;
import static packettrap.conformance.broken.Faults.asked;
import static packettrap.conformance.broken.Faults.errno;
import static packettrap.conformance.broken.Faults.fault;
import static packettrap.conformance.broken.Faults.refuses;
import static packettrap.conformance.broken.Faults.reply;
import static packettrap.conformance.broken.Faults.saidBy;
import static packettrap.conformance.broken.Faults.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import packettrap.reference.DevlinkState;
import packettrap.reference.Input;
import packettrap.reference.Mechanism;
import packettrap.reference.Outcome;
import packettrap.reference.State;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * Devices that answer requests wrongly.
 *
 * <p>Everything in here is wrong on purpose.
 */
final class BrokenControl {
  private BrokenControl() {}

  static List<Broken> all() {
    List<Broken> all = new ArrayList<>();
    all.addAll(requests());
    all.addAll(actions());
    all.addAll(groups());
    all.addAll(policers());
    return all;
  }

  private static List<Broken> requests() {
    return List.of(
        fault(
            "REQ-01",
            "lets everyone change things",
            (before, input, right, driver) ->
                asked(input) instanceof Request.Unprivileged one
                    ? Mechanism.STEP.apply(before, new Input.Asked(one.request()), driver)
                    : right),
        fault(
            "REQ-02",
            "lets only the administrator read",
            (before, input, right, driver) ->
                asked(input) instanceof Request.Unprivileged
                    ? right.with(new Reply.Failed(Errno.EPERM, null)).with(before)
                    : right),
        errno("REQ-03", Bases::full, Errno.ENODEV),
        errno("REQ-04", Bases::full, Errno.ENOENT),
        errno("REQ-05", Bases::empty, Errno.ENOENT),
        errno("REQ-06", Bases::empty, Errno.ENOENT),
        errno("REQ-07", Bases::empty, Errno.ENOENT),
        errno("REQ-08", Bases::full, Errno.EINVAL),
        errno("REQ-09", Bases::full, Errno.EINVAL),
        errno("REQ-10", Bases::full, Errno.EINVAL),
        fault(
            "REQ-11",
            "a request about a trap that there is not sets the first one to mirror",
            (before, input, right, driver) ->
                asked(input) instanceof Request.TrapSet
                        && right.reply() instanceof Reply.Failed
                        && saidBy(right, "REQ-08")
                    ? right.with(before.with(before.devlink().withAction(0, TrapAction.MIRROR)))
                    : right),
        state(
            "REQ-12",
            "reading counts as a packet",
            Request.TrapGet.class,
            (before, right) -> right.state().with(right.state().devlink().counting(0, 1, 60))),
        reply(
            "REQ-13",
            "the dump of traps leaves out the last",
            Bases::full,
            Reply.Traps.class,
            all -> new Reply.Traps(all.traps().subList(0, Math.max(0, all.traps().size() - 1)))),
        Faults.device("REQ-14", "reloads without declaring it", Bases::full, Undeclared::new));
  }

  private static List<Broken> actions() {
    return List.of(
        state(
            "ACT-01",
            "the first trap starts with another action",
            Request.Register.class,
            (before, right) -> changing(right, (s) -> s.withAction(0, TrapAction.MIRROR))),
        fault(
            "ACT-02",
            "does not know the action mirror",
            (before, input, right, driver) ->
                asked(input) instanceof Request.TrapSet set
                        && Integer.valueOf(2).equals(set.action())
                        && right.reply() == Reply.DONE
                    ? right.with(new Reply.Failed(Errno.EINVAL, "Invalid trap action")).with(before)
                    : right),
        state(
            "ACT-03",
            "forgets the action that the driver accepted",
            Request.TrapSet.class,
            (before, right) -> before),
        fault(
            "ACT-04",
            "changes the action of an exception or control trap all the same",
            (before, input, right, driver) ->
                asked(input) instanceof Request.TrapSet set && saidBy(right, "ACT-05")
                    ? right.with(
                        before.with(
                            before
                                .devlink()
                                .withAction(
                                    before.devlink().trap(set.trap()),
                                    TrapAction.ofNumber(set.action()))))
                    : right),
        fault(
            "ACT-05",
            "does not warn",
            (before, input, right, driver) ->
                saidBy(right, "ACT-05") ? right.with(Reply.DONE) : right),
        accepts("ACT-06", Bases::full),
        accepts("ACT-07", Bases::full),
        fault(
            "ACT-08",
            "takes the action though the driver refused",
            (before, input, right, driver) ->
                asked(input) instanceof Request.TrapSet set && saidBy(right, "ACT-07")
                    ? right.with(
                        before.with(
                            before
                                .devlink()
                                .withAction(
                                    before.devlink().trap(set.trap()),
                                    TrapAction.ofNumber(set.action()))))
                    : right),
        accepts("ACT-09", Bases::full),
        refuses("ACT-10", Errno.EINVAL),
        fault(
            "ACT-11",
            "sets the next drop trap too",
            (before, input, right, driver) ->
                asked(input) instanceof Request.TrapSet set && saidBy(right, "ACT-03")
                    ? right.with(
                        changing(
                            right,
                            s ->
                                s.withAction(
                                    nextDrop(s, s.trap(set.trap())),
                                    TrapAction.ofNumber(set.action()))))
                    : right),
        accepts("ACT-12", Bases::full),
        fault(
            "ACT-13",
            "asks the driver about a change that cannot be",
            (before, input, right, driver) -> {
              if (asked(input) instanceof Request.TrapSet set && saidBy(right, "ACT-05")) {
                var answer =
                    driver.trapActionSet(
                        before.devlink().registeredTrap(before.devlink().trap(set.trap())),
                        before.devlink().action(before.devlink().trap(set.trap())));
                return answer.ok()
                    ? right
                    : right.with(new Reply.Failed(answer.errno(), answer.message()));
              }
              return right;
            }));
  }

  private static int nextDrop(DevlinkState state, int trap) {
    for (int i = 1; i < state.trapCount(); i++) {
      int next = (trap + i) % state.trapCount();
      if (state.registeredTrap(next).type() == TrapType.DROP) {
        return next;
      }
    }
    return trap;
  }

  static State changing(Outcome right, java.util.function.UnaryOperator<DevlinkState> change) {
    State state = right.state();
    return state.devlink().trapCount() == 0 ? state : state.with(change.apply(state.devlink()));
  }

  private static List<Broken> groups() {
    return List.of(
        fault(
            "GRP-01",
            "leaves out the last trap of the group",
            (before, input, right, driver) -> {
              if (!(asked(input) instanceof Request.GroupSet set)
                  || set.action() == null
                  || right.reply() instanceof Reply.Failed) {
                return right;
              }
              int[] members = before.devlink().members(before.devlink().group(set.group()));
              if (members.length == 0) {
                return right;
              }
              int last = members[members.length - 1];
              return right.with(
                  changing(right, s -> s.withAction(last, before.devlink().action(last))));
            }),
        fault(
            "GRP-02",
            "does not warn about a group's other traps",
            Bases::memberwise,
            (before, input, right, driver) ->
                saidBy(right, "GRP-02") ? right.with(Reply.DONE) : right),
        fault(
            "GRP-03",
            "goes on after a refusal",
            () -> Bases.memberwise(new BrokenDrivers.RefusesMirrorOfSecond()),
            (before, input, right, driver) -> {
              if (!(asked(input) instanceof Request.GroupSet set) || !saidBy(right, "GRP-03")) {
                return right;
              }
              int[] members = before.devlink().members(before.devlink().group(set.group()));
              return right.with(
                  changing(
                      right,
                      s -> {
                        for (int i = 2; i < members.length; i++) {
                          if (s.registeredTrap(members[i]).type() == TrapType.DROP) {
                            s = s.withAction(members[i], TrapAction.ofNumber(set.action()));
                          }
                        }
                        return s;
                      }));
            }),
        fault(
            "GRP-04",
            "says that changes were committed though only the action was asked for",
            Bases::memberwise,
            (before, input, right, driver) ->
                right.reply() instanceof Reply.Failed failed && saidBy(right, "GRP-04")
                    ? right.with(
                        new Reply.Failed(
                            failed.errno(),
                            "Trap group set failed, but some changes were committed already"))
                    : right),
        fault(
            "GRP-05",
            "takes a group's action though the driver refused",
            (before, input, right, driver) -> {
              if (!(asked(input) instanceof Request.GroupSet set) || !saidBy(right, "GRP-05")) {
                return right;
              }
              int[] members = before.devlink().members(before.devlink().group(set.group()));
              return right.with(
                  changing(
                      right,
                      s -> {
                        for (int member : members) {
                          if (s.registeredTrap(member).type() == TrapType.DROP) {
                            s = s.withAction(member, TrapAction.ofNumber(set.action()));
                          }
                        }
                        return s;
                      }));
            }),
        fault(
            "GRP-06",
            "warns though the driver set the whole group",
            (before, input, right, driver) ->
                asked(input) instanceof Request.GroupSet
                        && right.reply() == Reply.DONE
                        && saidBy(right, "GRP-06")
                    ? right.with(new Reply.Done("Cannot change action of non-drop traps. Skipping"))
                    : right),
        fault(
            "GRP-07",
            "sets a drop trap of another group too",
            (before, input, right, driver) -> {
              if (!(asked(input) instanceof Request.GroupSet set)
                  || set.action() == null
                  || right.reply() instanceof Reply.Failed) {
                return right;
              }
              return right.with(
                  changing(
                      right,
                      s -> {
                        for (int i = 0; i < s.trapCount(); i++) {
                          if (s.groupOf(i) != s.group(set.group())
                              && s.registeredTrap(i).type() == TrapType.DROP) {
                            return s.withAction(i, TrapAction.ofNumber(set.action()));
                          }
                        }
                        return s;
                      }));
            }),
        fault(
            "GRP-08",
            "keeps quiet about what was committed",
            (before, input, right, driver) ->
                right.reply() instanceof Reply.Failed failed && saidBy(right, "GRP-08")
                    ? right.with(new Reply.Failed(failed.errno(), null))
                    : right),
        errno("GRP-09", Bases::full, Errno.EINVAL),
        fault(
            "GRP-10",
            "does not unbind",
            (before, input, right, driver) ->
                asked(input) instanceof Request.GroupSet set
                        && set.action() == null
                        && Long.valueOf(0).equals(set.policer())
                        && right.reply() == Reply.DONE
                    ? right.with(before)
                    : right),
        errno("GRP-11", Bases::bare, Errno.ENOENT),
        fault(
            "GRP-12",
            "binds though the driver refused",
            (before, input, right, driver) ->
                asked(input) instanceof Request.GroupSet set && saidBy(right, "GRP-12")
                    ? right.with(
                        before.with(
                            before
                                .devlink()
                                .withBinding(
                                    before.devlink().group(set.group()),
                                    before.devlink().policer(set.policer()))))
                    : right),
        state(
            "GRP-13",
            "groups start without their policers",
            Request.Register.class,
            (before, right) ->
                changing(
                    right,
                    s -> {
                      for (int i = 0; i < s.groupCount(); i++) {
                        s = s.withBinding(i, -1);
                      }
                      return s;
                    })),
        refuses("GRP-14", Errno.EINVAL),
        accepts("GRP-15", Bases::full),
        fault(
            "GRP-16",
            "forgets the binding that the driver accepted",
            (before, input, right, driver) ->
                asked(input) instanceof Request.GroupSet set
                        && set.action() == null
                        && saidBy(right, "GRP-16")
                    ? right.with(before)
                    : right),
        fault(
            "GRP-17",
            "binds the next group too",
            (before, input, right, driver) ->
                asked(input) instanceof Request.GroupSet set
                        && set.action() == null
                        && saidBy(right, "GRP-16")
                    ? right.with(
                        changing(
                            right,
                            s ->
                                s.withBinding(
                                    (s.group(set.group()) + 1) % s.groupCount(),
                                    s.policer(set.policer()))))
                    : right),
        refuses("GRP-18", Errno.EINVAL));
  }

  private static List<Broken> policers() {
    return List.of(
        errno("POL-01", Bases::bare, Errno.ENOENT),
        accepts("POL-02", Bases::full),
        accepts("POL-03", Bases::full),
        accepts("POL-04", Bases::full),
        accepts("POL-05", Bases::full),
        fault(
            "POL-06",
            "looks at the burst before the rate",
            (before, input, right, driver) ->
                asked(input) instanceof Request.PolicerSet set
                        && set.burst() != null
                        && right.reply() instanceof Reply.Failed failed
                        && (saidBy(right, "POL-02") || saidBy(right, "POL-03"))
                        && Long.compareUnsigned(set.burst(), 65536) > 0
                    ? right.with(
                        new Reply.Failed(failed.errno(), "Policer burst size higher than limit"))
                    : right),
        fault(
            "POL-07",
            "takes the highest rate for too high",
            (before, input, right, driver) ->
                asked(input) instanceof Request.PolicerSet set
                        && Long.valueOf(8000).equals(set.rate())
                        && right.reply() == Reply.DONE
                    ? right
                        .with(new Reply.Failed(Errno.EINVAL, "Policer rate higher than limit"))
                        .with(before)
                    : right),
        fault(
            "POL-08",
            "a rate that is left out becomes 1",
            (before, input, right, driver) ->
                asked(input) instanceof Request.PolicerSet set
                        && set.rate() == null
                        && right.reply() == Reply.DONE
                    ? right.with(
                        changing(
                            right,
                            s ->
                                s.withParameters(
                                    s.policer(set.policer()),
                                    1,
                                    s.burst(s.policer(set.policer())))))
                    : right),
        accepts("POL-09", Bases::full),
        fault(
            "POL-10",
            "takes the parameters though the driver refused",
            (before, input, right, driver) ->
                asked(input) instanceof Request.PolicerSet set
                        && set.rate() != null
                        && saidBy(right, "POL-10")
                    ? right.with(
                        changing(
                            right,
                            s ->
                                s.withParameters(
                                    s.policer(set.policer()),
                                    set.rate(),
                                    s.burst(s.policer(set.policer())))))
                    : right),
        fault(
            "POL-11",
            "forgets the burst",
            (before, input, right, driver) ->
                asked(input) instanceof Request.PolicerSet set && right.reply() == Reply.DONE
                    ? right.with(
                        changing(
                            right,
                            s -> {
                              int policer = s.policer(set.policer());
                              return s.withParameters(
                                  policer, s.rate(policer), before.devlink().burst(policer));
                            }))
                    : right),
        state(
            "POL-12",
            "the first policer starts with twice its rate",
            Request.Register.class,
            (before, right) ->
                right.state().devlink().policerCount() == 0
                    ? right.state()
                    : changing(right, s -> s.withParameters(0, 2 * s.rate(0), s.burst(0)))),
        fault(
            "POL-13",
            "changes the next policer too",
            (before, input, right, driver) ->
                asked(input) instanceof Request.PolicerSet set && right.reply() == Reply.DONE
                    ? right.with(
                        changing(
                            right,
                            s -> {
                              int policer = s.policer(set.policer());
                              int next = (policer + 1) % s.policerCount();
                              return s.withParameters(next, s.rate(policer), s.burst(next));
                            }))
                    : right),
        fault(
            "POL-14",
            "takes the largest rates for negative ones",
            (before, input, right, driver) ->
                asked(input) instanceof Request.PolicerSet set
                        && set.rate() != null
                        && set.rate() < 0
                        && saidBy(right, "POL-03")
                    ? right.with(new Reply.Failed(Errno.EINVAL, "Policer rate lower than limit"))
                    : right),
        fault(
            "STA-05",
            "shows a drop counter that the driver does not have",
            Bases::bare,
            (before, input, right, driver) ->
                right.reply() instanceof Reply.OneTrap one
                    ? right.with(new Reply.OneTrap(withDropped(one.trap(), 0L)))
                    : right),
        reply(
            "STA-06",
            "shows a policer's drop counter that the driver does not have",
            Bases::bare,
            Reply.OnePolicer.class,
            one ->
                new Reply.OnePolicer(
                    new View.OfPolicer(
                        one.policer().id(), one.policer().rate(), one.policer().burst(), 0L))),
        errno("STA-07", Bases::full, Errno.EIO),
        fault(
            "STA-08",
            "a dump fails where it should end early",
            (before, input, right, driver) ->
                saidBy(right, "STA-08")
                    ? right.with(new Reply.Failed(Errno.EMSGSIZE, null))
                    : right),
        reply(
            "REG-01",
            "shows a group of another name",
            Bases::full,
            Reply.OneTrap.class,
            one -> new Reply.OneTrap(inGroup(one.trap(), "drops"))),
        reply(
            "MET-01",
            "does not show the metadata",
            Bases::full,
            Reply.OneTrap.class,
            one -> new Reply.OneTrap(telling(one.trap()))),
        reply(
            "MET-04",
            "shows exceptions as drops",
            Bases::full,
            Reply.OneTrap.class,
            one -> new Reply.OneTrap(typed(one.trap()))));
  }

  static View.OfTrap withDropped(View.OfTrap trap, Long dropped) {
    return new View.OfTrap(
        trap.name(),
        trap.type(),
        trap.generic(),
        trap.action(),
        trap.group(),
        trap.metadata(),
        trap.packets(),
        trap.bytes(),
        dropped);
  }

  private static View.OfTrap inGroup(View.OfTrap trap, String group) {
    return new View.OfTrap(
        trap.name(),
        trap.type(),
        trap.generic(),
        trap.action(),
        group,
        trap.metadata(),
        trap.packets(),
        trap.bytes(),
        trap.dropped());
  }

  private static View.OfTrap telling(View.OfTrap trap) {
    return new View.OfTrap(
        trap.name(),
        trap.type(),
        trap.generic(),
        trap.action(),
        trap.group(),
        Set.of(),
        trap.packets(),
        trap.bytes(),
        trap.dropped());
  }

  private static View.OfTrap typed(View.OfTrap trap) {
    return new View.OfTrap(
        trap.name(),
        TrapType.DROP,
        trap.generic(),
        trap.action(),
        trap.group(),
        trap.metadata(),
        trap.packets(),
        trap.bytes(),
        trap.dropped());
  }
}
