package packettrap.conformance.engine;

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

/** A driver that answers as the hardware would, but changes nothing; counts the questions. */
final class DryRun implements Callbacks {
  private final Hardware hardware;
  private final int refuseAt;
  private final Answer refusal;
  private int asked;

  /** Refuses what was made to fail, with this answer. */
  DryRun(Hardware hardware, Answer refusal) {
    this(hardware, 0, refusal);
  }

  /** Refuses the nth question too. */
  DryRun(Hardware hardware, int refuseAt, Answer refusal) {
    this.hardware = hardware;
    this.refuseAt = refuseAt;
    this.refusal = refusal;
  }

  /** How often the driver was asked whether it agrees. */
  int asked() {
    return asked;
  }

  private Answer answer(Callback callback) {
    asked++;
    if (asked == refuseAt) {
      return refusal;
    }
    return hardware.failing(callback) ? refusal : Answer.OK;
  }

  @Override
  public Set<Callback> available() {
    return hardware.available();
  }

  @Override
  public Registration start() {
    return hardware.start();
  }

  @Override
  public void stop() {}

  @Override
  public Answer policerInit(Policer policer) {
    return Answer.OK;
  }

  @Override
  public void policerFini(Policer policer) {}

  @Override
  public Answer groupInit(Group group, Policer policer) {
    return Answer.OK;
  }

  @Override
  public Answer trapInit(Trap trap) {
    return Answer.OK;
  }

  @Override
  public void trapFini(Trap trap) {}

  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    return answer(Callback.TRAP_ACTION_SET);
  }

  @Override
  public Answer groupActionSet(Group group, TrapAction action) {
    return answer(Callback.GROUP_ACTION_SET);
  }

  @Override
  public Answer groupSet(Group group, Policer policer) {
    return answer(Callback.GROUP_SET);
  }

  @Override
  public Answer policerSet(Policer policer, long rate, long burst) {
    return answer(Callback.POLICER_SET);
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
