package packettrap.explorer;

import static packettrap.spec.rule.MonitorRules.MON_15;
import static packettrap.spec.rule.MonitorRules.MON_16;
import static packettrap.spec.rule.MonitorRules.MON_35;
import static packettrap.spec.rule.MonitorRules.MON_36;
import static packettrap.spec.rule.PacketRules.PKT_05;
import static packettrap.spec.rule.PolicerRules.POL_21;
import static packettrap.spec.rule.PolicerRules.POL_25;
import static packettrap.spec.rule.PolicerRules.POL_26;
import static packettrap.spec.rule.PolicerRules.POL_30;
import static packettrap.spec.rule.PolicerRules.POL_32;
import static packettrap.spec.rule.StatisticsRules.STA_01;

import java.util.List;
import packettrap.explorer.ModelInput.Packet;
import packettrap.explorer.Output.Count;
import packettrap.explorer.Output.Counter;
import packettrap.explorer.Output.Fate;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapType;

/** Rules about packets, as invariants of steps. */
final class PacketInvariants {
  private final Layout layout;
  private final Registration objects;

  private PacketInvariants(Machine machine) {
    layout = machine.layout();
    objects = machine.scope().registration();
  }

  static List<Invariant> of(Machine machine) {
    return new PacketInvariants(machine).all();
  }

  private int group(int trap) {
    List<String> names = objects.groups().stream().map(one -> one.name()).toList();
    return names.indexOf(objects.traps().get(trap - 1).group()) + 1;
  }

  /** The number of the policer that a trap's copies go through, or 0. */
  private int policer(long state, int trap) {
    return layout.binding[group(trap) - 1].get(state);
  }

  /** Says something of a packet. */
  @FunctionalInterface
  private interface PacketSays {
    boolean test(Trap trap, int number, Output output, long before, long after);
  }

  private Invariant packet(Rule rule, PacketSays says) {
    return Invariants.of(
        rule,
        (before, input, output, after) ->
            !(input instanceof Packet packet)
                || says.test(
                    objects.traps().get(packet.trap() - 1), packet.trap(), output, before, after));
  }

  private List<Invariant> all() {
    return List.of(
        packet(
            POL_32,
            (trap, number, output, before, after) ->
                layout.action[number - 1].get(before) != 0
                    || output.fate() == Fate.DROPPED && before == after),
        packet(
            POL_21,
            (trap, number, output, before, after) -> {
              int policer = policer(before, number);
              boolean starves = policer > 0 && layout.tokens[policer - 1].get(before) == 0;
              return (output.fate() == Fate.POLICED)
                  == (layout.action[number - 1].get(before) != 0 && starves);
            }),
        packet(
            POL_26,
            (trap, number, output, before, after) -> {
              int taken = policer(before, number) - 1;
              for (int i = 0; i < layout.tokens.length; i++) {
                int cost = output.fate() == Fate.COPIED && i == taken ? 1 : 0;
                if (layout.tokens[i].get(after) != layout.tokens[i].get(before) - cost) {
                  return false;
                }
              }
              return true;
            }),
        packet(
            POL_25,
            (trap, number, output, before, after) ->
                output.fate() != Fate.POLICED
                    || before == after
                        && output
                            .counted()
                            .equals(
                                List.of(new Count(Counter.POLICER, policer(before, number), 1)))),
        packet(
            POL_30,
            (trap, number, output, before, after) ->
                output.forwarded() == (layout.action[number - 1].get(before) == 2)),
        packet(
            STA_01,
            (trap, number, output, before, after) ->
                output.fate() != Fate.COPIED
                    || output
                        .counted()
                        .equals(
                            List.of(
                                new Count(Counter.TRAP, number, 1),
                                new Count(Counter.GROUP, group(number), 1)))),
        packet(
            PKT_05,
            (trap, number, output, before, after) ->
                output.received()
                    == (output.fate() == Fate.COPIED && trap.type() != TrapType.DROP)),
        packet(
            MON_16,
            (trap, number, output, before, after) ->
                trap.type() != TrapType.CONTROL
                    || output.lostHardware() == 0 && waiting(before) == waiting(after)),
        packet(
            MON_15,
            (trap, number, output, before, after) ->
                trap.type() == TrapType.CONTROL
                    || output.fate() != Fate.COPIED
                    || layout.hardwareRuns.get(before) == 0
                    || (waiting(before) != waiting(after)) != (output.lostHardware() == 1)),
        packet(
            MON_35,
            (trap, number, output, before, after) ->
                layout.hardwareRuns.get(before) == 1
                    || waiting(before) == waiting(after) && output.lostHardware() == 0),
        Invariants.of(
            MON_36,
            (before, input, output, after) ->
                !(input instanceof ModelInput.SoftwareDrop)
                    || waiting(before) == waiting(after)
                        && output.lostHardware() == 0
                        && (layout.softwareRuns.get(before) == 1
                            || before == after && output.lostSoftware() == 0)));
  }

  private long waiting(long state) {
    return state & (layout.hardwareQueue.mask() | layout.hardwareTable.mask());
  }
}
