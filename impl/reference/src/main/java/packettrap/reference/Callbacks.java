package packettrap.reference;

import java.util.Set;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/**
 * The driver as the mechanism sees it: what its callbacks answer is an input of the step.
 *
 * <p>A callback that {@link #available} does not name is never called.
 */
public interface Callbacks {
  /** The callbacks that the driver has. */
  Set<Callback> available();

  /** The driver is about to register; gives what it registers. */
  Registration start();

  /** The driver has unregistered everything. */
  void stop();

  Answer policerInit(Policer policer);

  void policerFini(Policer policer);

  Answer groupInit(Group group, Policer policer);

  Answer trapInit(Trap trap);

  void trapFini(Trap trap);

  Answer trapActionSet(Trap trap, TrapAction action);

  Answer groupActionSet(Group group, TrapAction action);

  Answer groupSet(Group group, Policer policer);

  Answer policerSet(Policer policer, long rate, long burst);

  Counter policerDropped(Policer policer);

  Counter trapDropped(Trap trap);
}
