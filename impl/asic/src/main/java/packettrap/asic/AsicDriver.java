package packettrap.asic;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import packettrap.asic.config.ConfigCheck;
import packettrap.asic.trap.TrapUnit;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.device.DriverAbility;
import packettrap.spec.device.Port;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Errno;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/**
 * A simulated switch ASIC with eight ports: takes Ethernet frames and decides what to trap.
 *
 * <p>What it decides where no document does, its README says: the order of the checks, which traps
 * cannot mirror, and what a switch does that was never configured.
 */
public final class AsicDriver
    implements TrapDriver,
        DriverAbility.BindsGroups,
        DriverAbility.SetsPolicers,
        DriverAbility.CountsPolicerDrops,
        DriverAbility.CountsTrapDrops,
        DriverAbility.Configurable,
        DriverAbility.KeepsTime,
        DriverAbility.BringsScenarios,
        DriverAbility.FailsOnRequest,
        DriverAbility.RegistersOnRequest {

  private static final Answer NOT_STARTED =
      Answer.refuse(Errno.EINVAL, "the switch is not started");

  private static final List<Port> PORTS = Port.numbered(8);

  private static final Tables UNCONFIGURED = Tables.of(SwitchConfig.EMPTY, PORTS.size());

  /** What was asked to fail outlives a restart: a start that fails is worth a look too. */
  private final Set<Callback> failing = EnumSet.noneOf(Callback.class);

  private Registration registration = AsicRegistration.REGISTRATION;

  /** Null while the switch is not started, as are its traps. */
  private TrapHost host;

  private TrapUnit traps;
  private Tables tables = UNCONFIGURED;

  /** Those of the last configuration, which is often given again to a switch that was restarted. */
  private Tables last = UNCONFIGURED;

  /** Null until a packet comes in: most lives of a driver in a test see none. */
  private Pipeline pipeline;

  @Override
  public int interfaceVersion() {
    return VERSION;
  }

  @Override
  public List<Port> ports() {
    return PORTS;
  }

  @Override
  public Registration registration() {
    return registration;
  }

  @Override
  public void register(Registration other) {
    registration = other == null ? AsicRegistration.REGISTRATION : other;
  }

  @Override
  public void start(TrapHost newHost) {
    host = newHost;
    traps = new TrapUnit(newHost);
    tables = UNCONFIGURED;
    pipeline = null;
  }

  @Override
  public void stop() {
    host = null;
    traps = null;
    pipeline = null;
  }

  @Override
  public Answer policerInit(Policer policer) {
    if (traps == null) {
      return NOT_STARTED;
    }
    traps.addPolicer(policer);
    return Answer.OK;
  }

  @Override
  public void policerFini(Policer policer) {
    if (traps != null) {
      traps.removePolicer(policer);
    }
  }

  @Override
  public Answer groupInit(Group group, Policer policer) {
    return bind(group, policer);
  }

  @Override
  public Answer groupSet(Group group, Policer policer) {
    return failing.contains(Callback.GROUP_SET) ? failure("binding a group") : bind(group, policer);
  }

  private Answer bind(Group group, Policer policer) {
    if (traps == null) {
      return NOT_STARTED;
    }
    if (policer != null && !traps.hasPolicer(policer)) {
      return refusal("the switch has no policer " + policer.id());
    }
    traps.bind(group, policer);
    return Answer.OK;
  }

  @Override
  public Answer policerSet(Policer policer, long rate, long burst) {
    if (traps == null) {
      return NOT_STARTED;
    }
    if (failing.contains(Callback.POLICER_SET)) {
      return failure("changing a policer");
    }
    if (!traps.hasPolicer(policer)) {
      return refusal("the switch has no policer " + policer.id());
    }
    if (rate < 0 || burst < 0) {
      return refusal("a policer's rate and burst are 0 or more, not " + rate + " and " + burst);
    }
    traps.changePolicer(policer, rate, burst);
    return Answer.OK;
  }

  @Override
  public Counter policerDropped(Policer policer) {
    boolean readable = traps != null && traps.hasPolicer(policer);
    return !readable || failing.contains(Callback.POLICER_COUNTER_GET)
        ? Counter.failed(Errno.EINVAL)
        : Counter.of(traps.discarded(policer));
  }

  @Override
  public Answer trapInit(Trap trap) {
    return failing.contains(Callback.TRAP_INIT)
        ? failure("registering a trap")
        : traps == null ? NOT_STARTED : begin(trap);
  }

  private Answer begin(Trap trap) {
    traps.assign(trap);
    return setAction(trap, trap.initialAction());
  }

  @Override
  public void trapFini(Trap trap) {
    if (traps != null) {
      traps.dismiss(trap);
    }
  }

  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    return failing.contains(Callback.TRAP_ACTION_SET)
        ? failure("setting a trap's action")
        : setAction(trap, action);
  }

  private Answer setAction(Trap trap, TrapAction action) {
    if (traps == null) {
      return NOT_STARTED;
    }
    String objection = traps.objection(trap, action);
    if (objection != null) {
      return refusal(objection);
    }
    traps.actionSet(trap, action);
    return Answer.OK;
  }

  @Override
  public Counter trapDropped(Trap trap) {
    return traps == null || failing.contains(Callback.DROP_COUNTER_GET)
        ? Counter.failed(Errno.EINVAL)
        : Counter.of(traps.dropped(trap));
  }

  @Override
  public Answer configure(SwitchConfig wanted) {
    if (traps == null) {
      return NOT_STARTED;
    }
    if (wanted != last.config()) {
      String objection = ConfigCheck.objection(wanted, PORTS.size());
      if (objection != null) {
        return refusal(objection);
      }
      last = Tables.of(wanted, PORTS.size());
    }
    tables = last;
    pipeline = null;
    return Answer.OK;
  }

  @Override
  public void receive(int port, Frame frame) {
    if (traps == null || port < 1 || port > PORTS.size()) {
      return;
    }
    if (pipeline == null) {
      pipeline = new Pipeline(tables, PORTS.size(), traps, host);
    }
    pipeline.receive(port, frame);
  }

  @Override
  public List<Scenario> scenarios() {
    return OwnScenarios.ALL;
  }

  @Override
  public void timePassed() {
    if (pipeline != null) {
      pipeline.timePassed();
    }
  }

  @Override
  public void fail(Callback callback, boolean on) {
    if (on) {
      failing.add(callback);
    } else {
      failing.remove(callback);
    }
  }

  private static Answer refusal(String message) {
    return Answer.refuse(Errno.EINVAL, message);
  }

  private static Answer failure(String what) {
    return refusal(what + " fails because it was asked to");
  }
}
