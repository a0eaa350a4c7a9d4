package packettrap.explorer;

import static packettrap.spec.rule.NotificationRules.NTF_05;
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

import java.util.List;
import packettrap.explorer.ModelInput.Asking;
import packettrap.explorer.ModelInput.Get;
import packettrap.explorer.ModelInput.GroupSet;
import packettrap.explorer.ModelInput.Kind;
import packettrap.explorer.ModelInput.Misdirected;
import packettrap.explorer.ModelInput.PolicerSet;
import packettrap.explorer.ModelInput.TrapSet;
import packettrap.explorer.ModelInput.Unprivileged;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Registration;

/** Rules about all requests, as invariants of steps. */
final class RequestInvariants {
  private static final String COMMITTED =
      "Trap group set failed, but some changes were committed already";

  private final Layout layout;
  private final Scope scope;
  private final Registration objects;

  private RequestInvariants(Machine machine) {
    layout = machine.layout();
    scope = machine.scope();
    objects = scope.registration();
  }

  static List<Invariant> of(Machine machine) {
    return new RequestInvariants(machine).all();
  }

  private boolean isThere(long state) {
    return layout.phase.get(state) == Layout.REGISTERED;
  }

  private int phase(long state) {
    return layout.phase.get(state);
  }

  private static boolean reads(ModelInput input) {
    return input instanceof Get
        || input instanceof ModelInput.Dump
        || input instanceof Unprivileged one && one.request() == Asking.MONITOR_CONFIG_GET;
  }

  private List<Invariant> all() {
    return List.of(
        Invariants.of(
            REQ_01,
            (before, input, output, after) ->
                !(input instanceof Unprivileged)
                    || reads(input)
                    || Invariants.failed(output, Errno.EPERM, null)
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
                    || Invariants.failed(output, Errno.EINVAL, null)),
        Invariants.of(
            REQ_04,
            (before, input, output, after) ->
                !(input instanceof Misdirected one)
                    || !one.named()
                    || Invariants.failed(output, Errno.ENODEV, null)),
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
                        && (Invariants.refused(output) || COMMITTED.equals(failed.message()))
                        && Invariants.only(
                            GroupInvariants.members(layout, objects, set.group()), before, after)),
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
                    || Invariants.failed(output, Errno.ENODEV, null)),
        Invariants.of(
            NTF_05,
            (before, input, output, after) ->
                output.notices().isEmpty()
                    || input instanceof ModelInput.Register
                    || input instanceof ModelInput.Unregister
                    || input instanceof ModelInput.Reload));
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
            && scope.callbacks().contains(Callback.POLICER_SET)
            && input instanceof PolicerSet policer
            && policer.policer() >= number;
  }

  private Invariant unknown(Rule rule, Kind kind, int objects, String message) {
    return Invariants.of(
        rule,
        (before, input, output, after) ->
            !isThere(before)
                || !names(input, kind, objects + 1)
                || Invariants.failed(output, Errno.ENOENT, message));
  }

  private Invariant none(Rule rule, Kind kind) {
    return Invariants.of(
        rule,
        (before, input, output, after) ->
            phase(before) != Layout.EMPTY
                || !isAbout(input, kind)
                || Invariants.failed(output, Errno.EOPNOTSUPP, null));
  }
}
