package packettrap.reference;

import static packettrap.spec.rule.DriverRules.DRV_14;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.device.DriverAbility.BindsGroups;
import packettrap.spec.device.DriverAbility.CountsPolicerDrops;
import packettrap.spec.device.DriverAbility.CountsTrapDrops;
import packettrap.spec.device.DriverAbility.SetsGroupAction;
import packettrap.spec.device.DriverAbility.SetsPolicers;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.device.TrapHost;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/** A plug-in driver as the mechanism sees it. */
final class DriverCallbacks implements Callbacks {
  private final TrapDriver driver;
  private final TrapHost host;
  private final Set<Callback> available;

  DriverCallbacks(TrapDriver driver, TrapHost host) {
    this.driver = driver;
    this.host = host;
    this.available = callbacksOf(driver);
  }

  private static Set<Callback> callbacksOf(TrapDriver driver) {
    EnumSet<Callback> callbacks = EnumSet.of(Callback.TRAP_INIT, Callback.TRAP_ACTION_SET);
    if (driver instanceof SetsGroupAction) {
      callbacks.add(Callback.GROUP_ACTION_SET);
    }
    if (driver instanceof BindsGroups) {
      callbacks.add(Callback.GROUP_SET);
    }
    if (driver instanceof SetsPolicers) {
      callbacks.add(Callback.POLICER_SET);
    }
    if (driver instanceof CountsPolicerDrops) {
      callbacks.add(Callback.POLICER_COUNTER_GET);
    }
    if (driver instanceof CountsTrapDrops) {
      callbacks.add(Callback.DROP_COUNTER_GET);
    }
    return Collections.unmodifiableSet(callbacks);
  }

  /** What was answered, unless it is null. */
  static <T> T given(T answer, String call) {
    if (answer == null) {
      throw new DriverMisbehaved(DRV_14, "the driver's " + call + " returned null");
    }
    return answer;
  }

  @Override
  public Set<Callback> available() {
    return available;
  }

  @Override
  public Registration start() {
    driver.start(host);
    return given(driver.registration(), "registration");
  }

  @Override
  public void stop() {
    driver.stop();
  }

  @Override
  public Answer policerInit(Policer policer) {
    return given(driver.policerInit(policer), "policerInit");
  }

  @Override
  public void policerFini(Policer policer) {
    driver.policerFini(policer);
  }

  @Override
  public Answer groupInit(Group group, Policer policer) {
    return given(driver.groupInit(group, policer), "groupInit");
  }

  @Override
  public Answer trapInit(Trap trap) {
    return given(driver.trapInit(trap), "trapInit");
  }

  @Override
  public void trapFini(Trap trap) {
    driver.trapFini(trap);
  }

  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    return given(driver.trapActionSet(trap, action), "trapActionSet");
  }

  @Override
  public Answer groupActionSet(Group group, TrapAction action) {
    return given(((SetsGroupAction) driver).groupActionSet(group, action), "groupActionSet");
  }

  @Override
  public Answer groupSet(Group group, Policer policer) {
    return given(((BindsGroups) driver).groupSet(group, policer), "groupSet");
  }

  @Override
  public Answer policerSet(Policer policer, long rate, long burst) {
    return given(((SetsPolicers) driver).policerSet(policer, rate, burst), "policerSet");
  }

  @Override
  public Counter policerDropped(Policer policer) {
    return given(((CountsPolicerDrops) driver).policerDropped(policer), "policerDropped");
  }

  @Override
  public Counter trapDropped(Trap trap) {
    return given(((CountsTrapDrops) driver).trapDropped(trap), "trapDropped");
  }
}
