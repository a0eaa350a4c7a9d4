package packettrap.explorer;

import static packettrap.spec.rule.ActionRules.ACT_02;
import static packettrap.spec.rule.ActionRules.ACT_03;
import static packettrap.spec.rule.ActionRules.ACT_05;
import static packettrap.spec.rule.ActionRules.ACT_06;
import static packettrap.spec.rule.ActionRules.ACT_07;
import static packettrap.spec.rule.ActionRules.ACT_08;
import static packettrap.spec.rule.ActionRules.ACT_09;
import static packettrap.spec.rule.ActionRules.ACT_10;
import static packettrap.spec.rule.ActionRules.ACT_11;
import static packettrap.spec.rule.ActionRules.ACT_12;
import static packettrap.spec.rule.ActionRules.ACT_13;
import static packettrap.spec.rule.GroupRules.GRP_01;
import static packettrap.spec.rule.GroupRules.GRP_07;
import static packettrap.spec.rule.GroupRules.GRP_08;
import static packettrap.spec.rule.GroupRules.GRP_09;
import static packettrap.spec.rule.GroupRules.GRP_12;
import static packettrap.spec.rule.GroupRules.GRP_14;
import static packettrap.spec.rule.GroupRules.GRP_15;
import static packettrap.spec.rule.GroupRules.GRP_16;
import static packettrap.spec.rule.MonitorRules.MON_02;
import static packettrap.spec.rule.MonitorRules.MON_03;
import static packettrap.spec.rule.MonitorRules.MON_05;
import static packettrap.spec.rule.MonitorRules.MON_07;
import static packettrap.spec.rule.MonitorRules.MON_08;
import static packettrap.spec.rule.MonitorRules.MON_09;
import static packettrap.spec.rule.MonitorRules.MON_12;
import static packettrap.spec.rule.NotificationRules.NTF_05;
import static packettrap.spec.rule.PolicerRules.POL_06;
import static packettrap.spec.rule.PolicerRules.POL_09;
import static packettrap.spec.rule.PolicerRules.POL_11;
import static packettrap.spec.rule.PolicerRules.POL_13;
import static packettrap.spec.rule.RegistrationRules.REG_24;
import static packettrap.spec.rule.RequestRules.REQ_01;
import static packettrap.spec.rule.RequestRules.REQ_02;
import static packettrap.spec.rule.RequestRules.REQ_03;
import static packettrap.spec.rule.RequestRules.REQ_04;
import static packettrap.spec.rule.RequestRules.REQ_05;
import static packettrap.spec.rule.RequestRules.REQ_06;
import static packettrap.spec.rule.RequestRules.REQ_07;
import static packettrap.spec.rule.RequestRules.REQ_08;
import static packettrap.spec.rule.RequestRules.REQ_09;
import static packettrap.spec.rule.RequestRules.REQ_10;
import static packettrap.spec.rule.RequestRules.REQ_11;
import static packettrap.spec.rule.RequestRules.REQ_12;

import java.util.ArrayList;
import java.util.List;
import packettrap.explorer.ModelInput.Asking;
import packettrap.explorer.ModelInput.Get;
import packettrap.explorer.ModelInput.GroupSet;
import packettrap.explorer.ModelInput.Kind;
import packettrap.explorer.ModelInput.Misdirected;
import packettrap.explorer.ModelInput.MonitorConfigSet;
import packettrap.explorer.ModelInput.MonitorStart;
import packettrap.explorer.ModelInput.MonitorStop;
import packettrap.explorer.ModelInput.PolicerSet;
import packettrap.explorer.ModelInput.TrapSet;
import packettrap.explorer.ModelInput.Unprivileged;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapType;

/** Rules about requests, as invariants of steps. */
final class RequestInvariants {
  private static final String SKIPPED = "Cannot change action of non-drop traps. Skipping";
  private static final String COMMITTED =
      "Trap group set failed, but some changes were committed already";

  private final Layout layout;
  private final Scope scope;
  private final Registration objects;
  private final boolean setsPolicers;

  private RequestInvariants(Machine machine) {
    layout = machine.layout();
    scope = machine.scope();
    objects = scope.registration();
    setsPolicers = scope.callbacks().contains(Callback.POLICER_SET);
  }

  static List<Invariant> of(Machine machine) {
    RequestInvariants rules = new RequestInvariants(machine);
    List<Invariant> all = new ArrayList<>();
    all.addAll(rules.everyone());
    all.addAll(rules.traps());
    all.addAll(rules.groups());
    all.addAll(rules.policers());
    all.addAll(rules.monitor());
    return all;
  }

  private int phase(long state) {
    return layout.phase.get(state);
  }

  private boolean isThere(long state) {
    return phase(state) == Layout.REGISTERED;
  }

  private static boolean failed(Output output, Errno errno, String message) {
    return new Reply.Failed(errno, message).equals(output.reply());
  }

  private static boolean done(Output output) {
    return output.reply() instanceof Reply.Done;
  }

  private static boolean refused(Output output) {
    return output.callbacks().stream().anyMatch(Output.Call::refused);
  }

  private static boolean reads(ModelInput input) {
    return input instanceof Get
        || input instanceof ModelInput.Dump
        || input instanceof Unprivileged one && one.request() == Asking.MONITOR_CONFIG_GET;
  }

  /** Whether only these bits changed. */
  private static boolean only(long mask, long before, long after) {
    return ((before ^ after) & ~mask) == 0;
  }

  private boolean isAbout(ModelInput input, Kind kind) {
    return input instanceof Get get && get.of() == kind
        || kind == Kind.TRAP && input instanceof TrapSet
        || kind == Kind.GROUP && input instanceof GroupSet
        || kind == Kind.POLICER && input instanceof PolicerSet;
  }

  private boolean names(ModelInput input, Kind kind, int number) {
    return input instanceof Get get && get.of() == kind && get.object() >= number
        || kind == Kind.TRAP && input instanceof TrapSet set && set.trap() >= number
        || kind == Kind.GROUP && input instanceof GroupSet group && group.group() >= number
        || kind == Kind.POLICER
            && setsPolicers
            && input instanceof PolicerSet policer
            && policer.policer() >= number;
  }

  private Invariant unknown(Rule rule, Kind kind, int objects, String message) {
    return Invariants.of(
        rule,
        (before, input, output, after) ->
            !isThere(before)
                || !names(input, kind, objects + 1)
                || failed(output, Errno.ENOENT, message));
  }

  private Invariant none(Rule rule, Kind kind) {
    return Invariants.of(
        rule,
        (before, input, output, after) ->
            phase(before) != Layout.EMPTY
                || !isAbout(input, kind)
                || failed(output, Errno.EOPNOTSUPP, null));
  }

  private List<Invariant> everyone() {
    return List.of(
        Invariants.of(
            REQ_01,
            (before, input, output, after) ->
                !(input instanceof Unprivileged)
                    || reads(input)
                    || failed(output, Errno.EPERM, null)
                        && before == after
                        && output.callbacks().isEmpty()),
        Invariants.of(
            REQ_02,
            (before, input, output, after) ->
                !(input instanceof Unprivileged)
                    || !reads(input)
                    || output.reply() instanceof Reply.MonitorConfig),
        Invariants.of(
            REQ_03,
            (before, input, output, after) ->
                !(input instanceof Misdirected one)
                    || one.named()
                    || failed(output, Errno.EINVAL, null)),
        Invariants.of(
            REQ_04,
            (before, input, output, after) ->
                !(input instanceof Misdirected one)
                    || !one.named()
                    || failed(output, Errno.ENODEV, null)),
        none(REQ_05, Kind.TRAP),
        none(REQ_06, Kind.GROUP),
        none(REQ_07, Kind.POLICER),
        unknown(REQ_08, Kind.TRAP, objects.traps().size(), "Device did not register this trap"),
        unknown(
            REQ_09, Kind.GROUP, objects.groups().size(), "Device did not register this trap group"),
        unknown(
            REQ_10,
            Kind.POLICER,
            objects.policers().size(),
            "Device did not register this trap policer"),
        Invariants.of(
            REQ_11,
            (before, input, output, after) ->
                !(output.reply() instanceof Reply.Failed failed)
                    || before == after
                    || input instanceof ModelInput.Register
                    || input instanceof ModelInput.Reload
                    || input instanceof GroupSet set
                        && (refused(output) || COMMITTED.equals(failed.message()))
                        && only(members(set.group()), before, after)),
        Invariants.of(
            REQ_12,
            (before, input, output, after) ->
                !reads(input) || before == after && output.callbacks().isEmpty()),
        Invariants.of(
            REG_24,
            (before, input, output, after) ->
                phase(before) != Layout.ABSENT
                    || !(isAbout(input, Kind.TRAP)
                        || isAbout(input, Kind.GROUP)
                        || isAbout(input, Kind.POLICER)
                        || input instanceof ModelInput.Reload
                        || input instanceof ModelInput.Unregister)
                    || failed(output, Errno.ENODEV, null)),
        Invariants.of(
            NTF_05,
            (before, input, output, after) ->
                output.notices().isEmpty()
                    || input instanceof ModelInput.Register
                    || input instanceof ModelInput.Unregister
                    || input instanceof ModelInput.Reload));
  }

  private long members(int group) {
    long mask = 0;
    String name = objects.groups().get(group - 1).name();
    for (int i = 0; i < objects.traps().size(); i++) {
      if (objects.traps().get(i).group().equals(name)) {
        mask |= layout.action[i].mask();
      }
    }
    return mask;
  }

  /** Says something of the setting of a registered trap's action. */
  @FunctionalInterface
  private interface TrapSays {
    boolean test(Trap trap, TrapSet set, boolean same, Output output, long before, long after);
  }

  private Invariant trap(Rule rule, TrapSays says) {
    return Invariants.of(
        rule,
        (before, input, output, after) -> {
          if (!isThere(before)
              || !(input instanceof TrapSet set)
              || set.trap() > objects.traps().size()) {
            return true;
          }
          boolean same = layout.action[set.trap() - 1].get(before) == set.action();
          Trap trap = objects.traps().get(set.trap() - 1);
          return says.test(trap, set, same, output, before, after);
        });
  }

  private static boolean valid(int action) {
    return action >= 0 && action < ModelInput.INVALID;
  }

  private List<Invariant> traps() {
    return List.of(
        trap(
            ACT_03,
            (trap, set, same, output, before, after) ->
                trap.type() != TrapType.DROP
                    || !valid(set.action())
                    || !done(output)
                    || layout.action[set.trap() - 1].get(after) == set.action()),
        trap(
            ACT_02,
            (trap, set, same, output, before, after) ->
                trap.type() != TrapType.DROP
                    || !valid(set.action())
                    || set.refuse() > 0
                    || Reply.DONE.equals(output.reply())),
        trap(
            ACT_05,
            (trap, set, same, output, before, after) ->
                trap.type() == TrapType.DROP
                    || !valid(set.action())
                    || same
                    || new Reply.Done(SKIPPED).equals(output.reply())),
        trap(
            ACT_13,
            (trap, set, same, output, before, after) ->
                trap.type() == TrapType.DROP || same || output.callbacks().isEmpty()),
        trap(
            ACT_06,
            (trap, set, same, output, before, after) ->
                trap.type() == TrapType.DROP || !same || output.callbacks().size() == 1),
        trap(
            ACT_12,
            (trap, set, same, output, before, after) ->
                trap.type() != TrapType.DROP
                    || !valid(set.action())
                    || output.callbacks().size() == 1),
        trap(
            ACT_07,
            (trap, set, same, output, before, after) ->
                !refused(output) || failed(output, Errno.EIO, "The driver refuses")),
        trap(
            ACT_08,
            (trap, set, same, output, before, after) -> !refused(output) || before == after),
        trap(
            ACT_09,
            (trap, set, same, output, before, after) ->
                set.action() != ModelInput.INVALID
                    || failed(output, Errno.EINVAL, "Invalid trap action")),
        trap(
            ACT_10,
            (trap, set, same, output, before, after) ->
                set.action() != ModelInput.ABSENT
                    || Reply.DONE.equals(output.reply()) && output.callbacks().isEmpty()),
        trap(
            ACT_11,
            (trap, set, same, output, before, after) ->
                only(layout.action[set.trap() - 1].mask(), before, after)));
  }

  /** Says something of the setting of a registered group. */
  @FunctionalInterface
  private interface GroupSays {
    boolean test(GroupSet set, Output output, long before, long after);
  }

  private Invariant group(Rule rule, GroupSays says) {
    return Invariants.of(
        rule,
        (before, input, output, after) ->
            !isThere(before)
                || !(input instanceof GroupSet set)
                || set.group() > objects.groups().size()
                || says.test(set, output, before, after));
  }

  private List<Invariant> groups() {
    boolean binds = scope.callbacks().contains(Callback.GROUP_SET);
    int policers = objects.policers().size();
    return List.of(
        group(
            GRP_01,
            (set, output, before, after) -> {
              boolean all = true;
              for (int i = 0; i < objects.traps().size(); i++) {
                all &=
                    (members(set.group()) & layout.action[i].mask()) == 0
                        || objects.traps().get(i).type() != TrapType.DROP
                        || layout.action[i].get(after) == set.action();
              }
              return all || !done(output) || !valid(set.action());
            }),
        group(
            GRP_07,
            (set, output, before, after) ->
                only(members(set.group()) | layout.binding[set.group() - 1].mask(), before, after)),
        group(
            GRP_08,
            (set, output, before, after) ->
                !valid(set.action())
                    || set.policer() <= policers
                    || refused(output)
                    || !binds
                    || failed(output, Errno.ENOENT, COMMITTED)),
        group(
            GRP_09,
            (set, output, before, after) ->
                set.action() != ModelInput.ABSENT
                    || set.policer() <= policers
                    || !binds
                    || failed(output, Errno.ENOENT, "Device did not register this trap policer")),
        group(
            GRP_16,
            (set, output, before, after) ->
                !done(output)
                    || set.policer() == ModelInput.ABSENT
                    || layout.binding[set.group() - 1].get(after) == set.policer()),
        group(
            GRP_12,
            (set, output, before, after) ->
                done(output)
                    || layout.binding[set.group() - 1].get(after)
                        == layout.binding[set.group() - 1].get(before)),
        group(
            GRP_14,
            (set, output, before, after) ->
                set.action() != ModelInput.ABSENT
                    || set.policer() != ModelInput.ABSENT
                    || Reply.DONE.equals(output.reply()) && output.callbacks().isEmpty()),
        group(
            GRP_15,
            (set, output, before, after) ->
                set.action() != ModelInput.INVALID
                    || failed(output, Errno.EINVAL, "Invalid trap action")
                        && output.callbacks().isEmpty()));
  }

  private List<Invariant> policers() {
    return List.of(
        Invariants.of(
            POL_06,
            (before, input, output, after) ->
                !known(before, input)
                    || !(input instanceof PolicerSet set)
                    || objection(before, set) == null
                    || failed(output, Errno.EINVAL, objection(before, set))),
        Invariants.of(
            POL_09,
            (before, input, output, after) ->
                !known(before, input)
                    || !(input instanceof PolicerSet set)
                    || objection(before, set) != null
                    || output.callbacks().size() == 1),
        Invariants.of(
            POL_11,
            (before, input, output, after) ->
                !known(before, input)
                    || !(input instanceof PolicerSet set)
                    || !done(output)
                    || rate(after, set.policer()) == rate(before, set)
                        && burst(after, set.policer()) == burst(before, set)),
        Invariants.of(
            POL_13,
            (before, input, output, after) ->
                !known(before, input)
                    || !(input instanceof PolicerSet set)
                    || only(
                        layout.rate[set.policer() - 1].mask()
                            | layout.burst[set.policer() - 1].mask()
                            | layout.tokens[set.policer() - 1].mask(),
                        before,
                        after)));
  }

  private boolean known(long state, ModelInput input) {
    return isThere(state)
        && setsPolicers
        && input instanceof PolicerSet set
        && set.policer() <= objects.policers().size();
  }

  private long rate(long state, int policer) {
    return layout.rates.get(policer - 1).get(layout.rate[policer - 1].get(state));
  }

  private long burst(long state, int policer) {
    return layout.bursts.get(policer - 1).get(layout.burst[policer - 1].get(state));
  }

  private long rate(long state, PolicerSet set) {
    return set.rate() == ModelInput.ABSENT ? rate(state, set.policer()) : set.rate();
  }

  private long burst(long state, PolicerSet set) {
    return set.burst() == ModelInput.ABSENT ? burst(state, set.policer()) : set.burst();
  }

  private String objection(long state, PolicerSet set) {
    Policer limits = objects.policers().get(set.policer() - 1);
    if (rate(state, set) < limits.minRate()) {
      return "Policer rate lower than limit";
    } else if (rate(state, set) > limits.maxRate()) {
      return "Policer rate higher than limit";
    } else if (burst(state, set) < limits.minBurst()) {
      return "Policer burst size lower than limit";
    }
    return burst(state, set) > limits.maxBurst() ? "Policer burst size higher than limit" : null;
  }

  private boolean runs(long state, boolean software) {
    return (software ? layout.softwareRuns : layout.hardwareRuns).get(state) == 1;
  }

  private List<Invariant> monitor() {
    return List.of(
        Invariants.of(
            MON_03,
            (before, input, output, after) ->
                !(input instanceof MonitorConfigSet)
                    || !runs(before, true) && !runs(before, false)
                    || failed(
                        output, Errno.EBUSY, "Cannot configure drop monitor during monitoring")),
        Invariants.of(
            MON_05,
            (before, input, output, after) ->
                !(input instanceof MonitorConfigSet set)
                    || set.mode() != ModelInput.INVALID
                    || before == after && output.reply() instanceof Reply.Failed),
        Invariants.of(
            MON_02,
            (before, input, output, after) ->
                !(input instanceof MonitorConfigSet set)
                    || !done(output)
                    || (set.mode() == ModelInput.ABSENT
                            ? layout.mode.get(after) == layout.mode.get(before)
                            : layout.mode.get(after) == set.mode())
                        && (set.queueLength() == ModelInput.ABSENT
                            ? layout.queueLength.get(after) == layout.queueLength.get(before)
                            : layout.queueLengths.get(layout.queueLength.get(after))
                                == set.queueLength())),
        Invariants.of(
            MON_08,
            (before, input, output, after) ->
                !(input instanceof MonitorStart start)
                    || start.hardware() && !start.software()
                    || !runs(before, true)
                    || failed(output, Errno.EAGAIN, "Trace state already set to requested state")),
        Invariants.of(
            MON_09,
            (before, input, output, after) ->
                !(input instanceof MonitorStart start)
                    || !start.hardware()
                    || !runs(before, false)
                    || start.software() && runs(before, true)
                    || failed(output, Errno.EAGAIN, "Hardware monitoring already enabled")),
        Invariants.of(
            MON_07,
            (before, input, output, after) ->
                !(input instanceof MonitorStart start)
                    || !done(output)
                    || runs(after, true)
                            == (runs(before, true) || !start.hardware() || start.software())
                        && runs(after, false) == (runs(before, false) || start.hardware())),
        Invariants.of(
            MON_12,
            (before, input, output, after) ->
                !(input instanceof MonitorStop stop)
                    || done(output)
                        && !(stop.hardware() && runs(after, false))
                        && !((stop.software() || !stop.hardware()) && runs(after, true))));
  }
}
