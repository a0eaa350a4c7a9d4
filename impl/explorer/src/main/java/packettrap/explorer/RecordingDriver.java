package packettrap.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import packettrap.reference.Callbacks;
import packettrap.reference.Hardware;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/**
 * A driver that does as it is told, except that it refuses one callback, and notes all of them.
 *
 * <p>Only callbacks that have an answer can be refused, so only they count.
 */
final class RecordingDriver implements Callbacks {
  private final Hardware hardware;
  private final Registration registration;
  private final Set<Callback> available;
  private final List<Output.Call> calls = new ArrayList<>();
  private int refuse;
  private int refusable;

  RecordingDriver(Hardware hardware, Scope scope) {
    this.hardware = hardware;
    this.registration = scope.registration();
    this.available = scope.callbacks();
  }

  /** A step begins; in it, this callback is refused. */
  void refusing(int nth) {
    calls.clear();
    refusable = 0;
    refuse = nth;
  }

  /** The callbacks of this step, in order. */
  List<Output.Call> calls() {
    return calls;
  }

  /** Whether there was a callback to refuse, if one was to be refused. */
  boolean refused() {
    return refusable >= refuse;
  }

  private boolean refuses(String call, int number, Object... value) {
    refusable++;
    boolean refused = refusable == refuse;
    calls.add(new Output.Call(call, number, List.of(value), refused));
    return refused;
  }

  private int number(Trap trap) {
    return registration.traps().indexOf(trap) + 1;
  }

  private int number(Group group) {
    return registration.groups().indexOf(group) + 1;
  }

  private int number(Policer policer) {
    return registration.policers().indexOf(policer) + 1;
  }

  private static String text(TrapAction action) {
    return action.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<Callback> available() {
    return available;
  }

  @Override
  public Registration start() {
    return registration;
  }

  @Override
  public void stop() {
    hardware.stop();
  }

  @Override
  public Answer policerInit(Policer policer) {
    return refuses("trap_policer_init", number(policer))
        ? Answer.REFUSED
        : hardware.policerInit(policer);
  }

  @Override
  public void policerFini(Policer policer) {
    calls.add(new Output.Call("trap_policer_fini", number(policer), List.of(), false));
    hardware.policerFini(policer);
  }

  @Override
  public Answer groupInit(Group group, Policer policer) {
    return refuses("trap_group_init", number(group))
        ? Answer.REFUSED
        : hardware.groupInit(group, policer);
  }

  @Override
  public Answer trapInit(Trap trap) {
    if (refuses("trap_init", number(trap))) {
      return Answer.REFUSED;
    }
    if (number(trap) == registration.traps().size()) {
      hardware.registered(registration);
    }
    return hardware.trapInit(trap);
  }

  @Override
  public void trapFini(Trap trap) {
    calls.add(new Output.Call("trap_fini", number(trap), List.of(), false));
    hardware.trapFini(trap);
  }

  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    return refuses("trap_action_set", number(trap), text(action))
        ? Answer.REFUSED
        : hardware.trapActionSet(trap, action);
  }

  @Override
  public Answer groupActionSet(Group group, TrapAction action) {
    return refuses("trap_group_action_set", number(group), text(action))
        ? Answer.REFUSED
        : hardware.groupActionSet(group, action);
  }

  @Override
  public Answer groupSet(Group group, Policer policer) {
    return refuses("trap_group_set", number(group), policer == null ? 0 : number(policer))
        ? Answer.REFUSED
        : hardware.groupSet(group, policer);
  }

  @Override
  public Answer policerSet(Policer policer, long rate, long burst) {
    return refuses("trap_policer_set", number(policer), (int) rate, (int) burst)
        ? Answer.REFUSED
        : hardware.policerSet(policer, rate, burst);
  }

  @Override
  public Counter policerDropped(Policer policer) {
    return hardware.policerDropped(policer);
  }

  @Override
  public Counter trapDropped(Trap trap) {
    return hardware.trapDropped(trap);
  }
}
