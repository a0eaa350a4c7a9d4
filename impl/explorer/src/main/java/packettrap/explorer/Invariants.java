package packettrap.explorer;

import static packettrap.spec.rule.ActionRules.ACT_04;
import static packettrap.spec.rule.MonitorRules.MON_03;
import static packettrap.spec.rule.MonitorRules.MON_14;
import static packettrap.spec.rule.MonitorRules.MON_18;
import static packettrap.spec.rule.PolicerRules.POL_02;
import static packettrap.spec.rule.PolicerRules.POL_03;
import static packettrap.spec.rule.PolicerRules.POL_04;
import static packettrap.spec.rule.PolicerRules.POL_05;
import static packettrap.spec.rule.PolicerRules.POL_23;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import packettrap.explorer.Invariant.OfStates;
import packettrap.explorer.Invariant.OfSteps;
import packettrap.explorer.Invariant.StepPredicate;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapType;

/**
 * The rules of the specification that can be said of single states and of single steps.
 *
 * <p>They say again, in other words, what the core does. What keeps a state from being packed at
 * all (the hardware does something else than devlink shows, DRV-11) needs no invariant.
 */
public final class Invariants {
  private final Layout layout;
  private final List<Trap> traps;
  private final List<Policer> policers;
  private final List<Invariant> all = new ArrayList<>();

  private Invariants(Machine machine) {
    layout = machine.layout();
    traps = machine.scope().registration().traps();
    policers = machine.scope().registration().policers();
  }

  /** All of them, for a machine. */
  public static List<Invariant> of(Machine machine) {
    Invariants invariants = new Invariants(machine);
    invariants.states();
    List<Invariant> all = new ArrayList<>(invariants.all);
    all.addAll(RequestInvariants.of(machine));
    all.addAll(TrapInvariants.of(machine));
    all.addAll(GroupInvariants.of(machine));
    all.addAll(PolicerInvariants.of(machine));
    all.addAll(MonitorInvariants.of(machine));
    all.addAll(PacketInvariants.of(machine));
    all.addAll(EventInvariants.of(machine));
    return List.copyOf(all);
  }

  static Invariant of(Rule rule, StepPredicate holds) {
    return new OfSteps(rule.id(), holds);
  }

  static boolean failed(Output output, Errno errno, String message) {
    return new Reply.Failed(errno, message).equals(output.reply());
  }

  static boolean done(Output output) {
    return output.reply() instanceof Reply.Done;
  }

  /** Whether the driver refused something. */
  static boolean refused(Output output) {
    return output.callbacks().stream().anyMatch(Output.Call::refused);
  }

  /** Whether only these bits changed. */
  static boolean only(long mask, long before, long after) {
    return ((before ^ after) & ~mask) == 0;
  }

  /** Whether it is the number of an action. */
  static boolean valid(int action) {
    return action >= 0 && action < ModelInput.INVALID;
  }

  private void of(Rule rule, LongPredicate holds) {
    all.add(new OfStates(rule.id(), holds));
  }

  private boolean isThere(long state) {
    return layout.phase.get(state) == Layout.REGISTERED;
  }

  private void states() {
    for (int i = 0; i < traps.size(); i++) {
      Field action = layout.action[i];
      int initial = traps.get(i).initialAction().ordinal();
      if (traps.get(i).type() != TrapType.DROP) {
        of(ACT_04, state -> !isThere(state) || action.get(state) == initial);
      }
    }
    for (int i = 0; i < policers.size(); i++) {
      limits(i, policers.get(i));
    }
    of(
        MON_14,
        state ->
            layout.softwareRuns.get(state) == 1
                || layout.softwareQueue.get(state) + layout.softwareTable.get(state) == 0);
    of(
        MON_14,
        state ->
            layout.hardwareRuns.get(state) == 1
                || layout.hardwareQueue.get(state) + layout.hardwareTable.get(state) == 0);
    of(
        MON_03,
        state ->
            layout.mode.get(state) == 0
                ? layout.softwareQueue.get(state) + layout.hardwareQueue.get(state) == 0
                : layout.softwareTable.get(state) + layout.hardwareTable.get(state) == 0);
    of(
        MON_18,
        state -> {
          long length = layout.queueLengths.get(layout.queueLength.get(state));
          return layout.softwareQueue.get(state) <= length
              && layout.queues.get(layout.hardwareQueue.get(state)).size() <= length;
        });
  }

  private void limits(int policer, Policer registered) {
    Field rates = layout.rate[policer];
    Field bursts = layout.burst[policer];
    Field tokens = layout.tokens[policer];
    List<Long> rate = layout.rates.get(policer);
    List<Long> burst = layout.bursts.get(policer);
    of(POL_23, state -> !isThere(state) || tokens.get(state) <= burst.get(bursts.get(state)));
    of(
        POL_02,
        state ->
            !isThere(state)
                || rate.get(rates.get(state)) >= registered.minRate()
                || rate.get(rates.get(state)) == registered.initialRate());
    of(
        POL_03,
        state ->
            !isThere(state)
                || rate.get(rates.get(state)) <= registered.maxRate()
                || rate.get(rates.get(state)) == registered.initialRate());
    of(
        POL_04,
        state ->
            !isThere(state)
                || burst.get(bursts.get(state)) >= registered.minBurst()
                || burst.get(bursts.get(state)) == registered.initialBurst());
    of(
        POL_05,
        state ->
            !isThere(state)
                || burst.get(bursts.get(state)) <= registered.maxBurst()
                || burst.get(bursts.get(state)) == registered.initialBurst());
  }
}
