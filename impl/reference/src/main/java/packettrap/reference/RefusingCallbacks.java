package packettrap.reference;

import java.util.Set;
import java.util.function.Supplier;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/** A driver, except that one of its answers can be a refusal that it was never asked for. */
final class RefusingCallbacks implements Callbacks {
  private final Callbacks driver;
  private int asked;
  private int refuseAt;

  RefusingCallbacks(Callbacks driver) {
    this.driver = driver;
  }

  /** The nth answer from now on is {@link Answer#REFUSED}; 0: all are the driver's. */
  void refuse(int nth) {
    asked = 0;
    refuseAt = nth;
  }

  private Answer answer(Supplier<Answer> asking) {
    return ++asked == refuseAt ? Answer.REFUSED : asking.get();
  }

  @Override
  public Set<Callback> available() {
    return driver.available();
  }

  @Override
  public Registration start() {
    return driver.start();
  }

  @Override
  public void stop() {
    driver.stop();
  }

  @Override
  public Answer policerInit(Policer policer) {
    return answer(() -> driver.policerInit(policer));
  }

  @Override
  public void policerFini(Policer policer) {
    driver.policerFini(policer);
  }

  @Override
  public Answer groupInit(Group group, Policer policer) {
    return answer(() -> driver.groupInit(group, policer));
  }

  @Override
  public Answer trapInit(Trap trap) {
    return answer(() -> driver.trapInit(trap));
  }

  @Override
  public void trapFini(Trap trap) {
    driver.trapFini(trap);
  }

  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    return answer(() -> driver.trapActionSet(trap, action));
  }

  @Override
  public Answer groupActionSet(Group group, TrapAction action) {
    return answer(() -> driver.groupActionSet(group, action));
  }

  @Override
  public Answer groupSet(Group group, Policer policer) {
    return answer(() -> driver.groupSet(group, policer));
  }

  @Override
  public Answer policerSet(Policer policer, long rate, long burst) {
    return answer(() -> driver.policerSet(policer, rate, burst));
  }

  @Override
  public Counter policerDropped(Policer policer) {
    return driver.policerDropped(policer);
  }

  @Override
  public Counter trapDropped(Trap trap) {
    return driver.trapDropped(trap);
  }
}
