package packettrap.explorer;

import static packettrap.spec.rule.GroupRules.GRP_01;
import static packettrap.spec.rule.GroupRules.GRP_07;
import static packettrap.spec.rule.GroupRules.GRP_08;
import static packettrap.spec.rule.GroupRules.GRP_09;
import static packettrap.spec.rule.GroupRules.GRP_12;
import static packettrap.spec.rule.GroupRules.GRP_14;
import static packettrap.spec.rule.GroupRules.GRP_15;
import static packettrap.spec.rule.GroupRules.GRP_16;

import java.util.List;
import packettrap.explorer.ModelInput.GroupSet;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.TrapType;

/** Rules about requests about groups, as invariants of steps. */
final class GroupInvariants {
  private static final String COMMITTED =
      "Trap group set failed, but some changes were committed already";

  private final Layout layout;
  private final Scope scope;
  private final Registration objects;

  private GroupInvariants(Machine machine) {
    layout = machine.layout();
    scope = machine.scope();
    objects = scope.registration();
  }

  static List<Invariant> of(Machine machine) {
    return new GroupInvariants(machine).all();
  }

  private boolean isThere(long state) {
    return layout.phase.get(state) == Layout.REGISTERED;
  }

  private List<Invariant> all() {
    boolean binds = scope.callbacks().contains(Callback.GROUP_SET);
    int policers = objects.policers().size();
    return List.of(
        group(
            GRP_01,
            (set, output, before, after) -> {
              boolean all = true;
              for (int i = 0; i < objects.traps().size(); i++) {
                all &=
                    (members(layout, objects, set.group()) & layout.action[i].mask()) == 0
                        || objects.traps().get(i).type() != TrapType.DROP
                        || layout.action[i].get(after) == set.action();
              }
              return all || !Invariants.done(output) || !Invariants.valid(set.action());
            }),
        group(
            GRP_07,
            (set, output, before, after) ->
                Invariants.only(
                    members(layout, objects, set.group()) | layout.binding[set.group() - 1].mask(),
                    before,
                    after)),
        group(
            GRP_08,
            (set, output, before, after) ->
                !Invariants.valid(set.action())
                    || set.policer() <= policers
                    || Invariants.refused(output)
                    || !binds
                    || Invariants.failed(output, Errno.ENOENT, COMMITTED)),
        group(
            GRP_09,
            (set, output, before, after) ->
                set.action() != ModelInput.ABSENT
                    || set.policer() <= policers
                    || !binds
                    || Invariants.failed(
                        output, Errno.ENOENT, "Device did not register this trap policer")),
        group(
            GRP_16,
            (set, output, before, after) ->
                !Invariants.done(output)
                    || set.policer() == ModelInput.ABSENT
                    || layout.binding[set.group() - 1].get(after) == set.policer()),
        group(
            GRP_12,
            (set, output, before, after) ->
                Invariants.done(output)
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
                    || Invariants.failed(output, Errno.EINVAL, "Invalid trap action")
                        && output.callbacks().isEmpty()));
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

  /** The actions of the traps of a group. */
  static long members(Layout layout, Registration objects, int group) {
    long mask = 0;
    String name = objects.groups().get(group - 1).name();
    for (int i = 0; i < objects.traps().size(); i++) {
      if (objects.traps().get(i).group().equals(name)) {
        mask |= layout.action[i].mask();
      }
    }
    return mask;
  }
}
