package packettrap.explorer;

import static packettrap.spec.rule.MonitorRules.MON_17;
import static packettrap.spec.rule.MonitorRules.MON_22;
import static packettrap.spec.rule.NotificationRules.NTF_03;
import static packettrap.spec.rule.NotificationRules.NTF_07;
import static packettrap.spec.rule.PolicerRules.POL_22;
import static packettrap.spec.rule.RegistrationRules.REG_21;
import static packettrap.spec.rule.RegistrationRules.REG_23;
import static packettrap.spec.rule.ReloadRules.RLD_01;
import static packettrap.spec.rule.ReloadRules.RLD_02;
import static packettrap.spec.rule.ReloadRules.RLD_03;
import static packettrap.spec.rule.ReloadRules.RLD_05;
import static packettrap.spec.rule.ReloadRules.RLD_06;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import packettrap.explorer.ModelInput.Register;
import packettrap.explorer.ModelInput.Reload;
import packettrap.explorer.ModelInput.Tick;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Registration;

/** Rules about time and the life of a device, as invariants of steps. */
final class EventInvariants {
  private static final String GONE = "DEL ";
  private static final String COME = "NEW ";

  private final Layout layout;
  private final Registration objects;
  private final long device;
  private final long initial;

  private EventInvariants(Machine machine) {
    layout = machine.layout();
    objects = machine.scope().registration();
    device = Footprint.device(layout) | layout.phase.mask();
    initial = machine.initial() & device;
  }

  static List<Invariant> of(Machine machine) {
    EventInvariants rules = new EventInvariants(machine);
    List<Invariant> all = new ArrayList<>();
    all.addAll(rules.time());
    all.addAll(rules.lives());
    return all;
  }

  private List<Invariant> time() {
    return List.of(
        Invariants.of(
            POL_22,
            (before, input, output, after) -> {
              for (int i = 0; input instanceof Tick && isThere(before) && i < tokens(); i++) {
                long rate = layout.rates.get(i).get(layout.rate[i].get(before));
                long burst = layout.bursts.get(i).get(layout.burst[i].get(before));
                if (layout.tokens[i].get(after)
                    != Math.min(burst, layout.tokens[i].get(before) + rate)) {
                  return false;
                }
              }
              return true;
            }),
        Invariants.of(
            MON_22,
            (before, input, output, after) ->
                !(input instanceof Tick)
                    || output.alerts().size()
                            == (layout.softwareTable.get(before) > 0 ? 1 : 0)
                                + (layout.hardwareTable.get(before) > 0 ? 1 : 0)
                        && layout.softwareTable.get(after) + layout.hardwareTable.get(after) == 0),
        Invariants.of(
            MON_17,
            (before, input, output, after) ->
                !(input instanceof ModelInput.Drain)
                    || alerted(output).equals(queued(before))
                        && layout.softwareQueue.get(after) + layout.hardwareQueue.get(after) == 0));
  }

  private int tokens() {
    return layout.tokens.length;
  }

  private static List<String> alerted(Output output) {
    List<String> traps = new ArrayList<>();
    for (Event alert : output.alerts()) {
      traps.add(alert instanceof Event.HardwareDrop drop ? drop.trap() : "");
    }
    return traps;
  }

  private List<String> queued(long state) {
    List<String> traps = new ArrayList<>();
    for (int i = layout.softwareQueue.get(state); i > 0; i--) {
      traps.add("");
    }
    for (int trap : layout.queues.get(layout.hardwareQueue.get(state))) {
      traps.add(objects.traps().get(trap).name());
    }
    return traps;
  }

  private boolean isThere(long state) {
    return layout.phase.get(state) == Layout.REGISTERED;
  }

  private boolean arrived(long before, ModelInput input, Output output) {
    boolean arrives =
        input instanceof Register
            || input instanceof Reload && layout.phase.get(before) != Layout.ABSENT;
    return arrives && output.reply() instanceof Reply.Done;
  }

  private List<Invariant> lives() {
    return List.of(
        life(RLD_01, layout.action),
        life(RLD_02, layout.binding),
        life(RLD_03, layout.rate),
        life(RLD_03, layout.burst),
        life(RLD_05, layout.tokens),
        Invariants.of(
            RLD_06,
            (before, input, output, after) ->
                !(input instanceof Register
                        || input instanceof Reload
                        || input instanceof ModelInput.Unregister)
                    || ((before ^ after) & ~device) == 0),
        Invariants.of(
            REG_21,
            (before, input, output, after) ->
                !(input instanceof Register || input instanceof Reload)
                    || input.refuse() == 0
                    || output.reply() instanceof Reply.Done
                    || layout.phase.get(after) == Layout.EMPTY),
        Invariants.of(
            REG_23,
            (before, input, output, after) ->
                !(input instanceof ModelInput.Unregister)
                    || layout.phase.get(after) == Layout.ABSENT),
        Invariants.of(
            NTF_03,
            (before, input, output, after) ->
                !(input instanceof ModelInput.Unregister)
                    || announced(output).equals(isThere(before) ? ends() : List.of())),
        Invariants.of(
            NTF_07,
            (before, input, output, after) -> {
              List<String> expected = new ArrayList<>(isThere(before) ? ends() : List.of());
              List<String> ends = ends();
              for (int i = ends.size() - 1; i >= 0; i--) {
                expected.add(ends.get(i).replace(GONE, COME));
              }
              return !arrived(before, input, output) || announced(output).equals(expected);
            }));
  }

  /** The announcements of everything that goes, in order. */
  private List<String> ends() {
    List<String> all = new ArrayList<>();
    objects.policers().forEach(one -> all.add(GONE + "policer " + one.id()));
    objects.groups().forEach(one -> all.add(GONE + "group " + one.name()));
    objects.traps().forEach(one -> all.add(GONE + "trap " + one.name()));
    Collections.reverse(all);
    return all;
  }

  private static List<String> announced(Output output) {
    List<String> all = new ArrayList<>();
    for (Event event : output.notices()) {
      if (event instanceof Event.PolicerNotice notice) {
        all.add(notice.change() + " policer " + notice.policer().id());
      } else if (event instanceof Event.GroupNotice notice) {
        all.add(notice.change() + " group " + notice.group().name());
      } else if (event instanceof Event.TrapNotice notice) {
        all.add(notice.change() + " trap " + notice.trap().name());
      }
    }
    return all;
  }

  private Invariant life(Rule rule, Field[] fields) {
    long mask = 0;
    for (Field field : fields) {
      mask |= field.mask();
    }
    long bits = mask;
    return Invariants.of(
        rule,
        (before, input, output, after) ->
            !arrived(before, input, output) || (after & bits) == (initial & bits));
  }
}
