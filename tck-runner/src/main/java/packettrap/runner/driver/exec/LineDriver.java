package packettrap.runner.driver.exec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import packettrap.runner.driver.lines.DriverLine;
import packettrap.runner.driver.lines.HostLine;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.device.DriverAbility.BindsGroups;
import packettrap.spec.device.DriverAbility.BringsScenarios;
import packettrap.spec.device.DriverAbility.Configurable;
import packettrap.spec.device.DriverAbility.CountsPolicerDrops;
import packettrap.spec.device.DriverAbility.CountsTrapDrops;
import packettrap.spec.device.DriverAbility.FailsOnRequest;
import packettrap.spec.device.DriverAbility.KeepsTime;
import packettrap.spec.device.DriverAbility.MakesTraffic;
import packettrap.spec.device.DriverAbility.RegistersOnRequest;
import packettrap.spec.device.DriverAbility.SetsGroupAction;
import packettrap.spec.device.DriverAbility.SetsPolicers;
import packettrap.spec.device.Port;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** A driver whose every call is a line to a process; {@link Abilities} shows those that it has. */
final class LineDriver
    implements TrapDriver,
        SetsGroupAction,
        BindsGroups,
        SetsPolicers,
        CountsPolicerDrops,
        CountsTrapDrops,
        Configurable,
        KeepsTime,
        MakesTraffic,
        FailsOnRequest,
        BringsScenarios,
        RegistersOnRequest {
  private final Talk talk;
  private final DriverLine.Hello hello;
  private final Set<String> takes;
  private Registration registration;

  /** What it has registered in this life. */
  private final Map<String, Trap> traps = new HashMap<>();

  private TrapHost host;

  LineDriver(Talk talk, DriverLine.Hello hello) {
    this.talk = talk;
    this.hello = hello;
    this.takes = Set.copyOf(hello.takes());
    this.registration = hello.registration();
  }

  @Override
  public int interfaceVersion() {
    return hello.version();
  }

  @Override
  public List<Port> ports() {
    return hello.ports();
  }

  @Override
  public Registration registration() {
    return registration;
  }

  @Override
  public List<Scenario> scenarios() {
    return hello.scenarios();
  }

  @Override
  public void start(TrapHost newHost) {
    host = newHost;
    traps.clear();
    registration.traps().forEach(trap -> traps.put(trap.name(), trap));
    tell(new HostLine.Start(host.now()));
  }

  @Override
  public void stop() {
    if (takes.contains("Stop")) {
      tell(new HostLine.Stop());
    }
  }

  @Override
  public Answer policerInit(Policer policer) {
    return takes.contains("PolicerInit") ? answer(new HostLine.PolicerInit(policer)) : Answer.OK;
  }

  @Override
  public void policerFini(Policer policer) {
    if (takes.contains("PolicerFini")) {
      tell(new HostLine.PolicerFini(policer.id()));
    }
  }

  @Override
  public Answer groupInit(Group group, Policer policer) {
    return takes.contains("GroupInit")
        ? answer(new HostLine.GroupInit(group, id(policer)))
        : Answer.OK;
  }

  @Override
  public Answer trapInit(Trap trap) {
    return takes.contains("TrapInit") ? answer(new HostLine.TrapInit(trap)) : Answer.OK;
  }

  @Override
  public void trapFini(Trap trap) {
    if (takes.contains("TrapFini")) {
      tell(new HostLine.TrapFini(trap.name()));
    }
  }

  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    return answer(new HostLine.TrapActionSet(trap.name(), action));
  }

  @Override
  public void receive(int port, Frame frame) {
    tell(new HostLine.Receive(port, frame));
  }

  @Override
  public Answer groupActionSet(Group group, TrapAction action) {
    return answer(new HostLine.GroupActionSet(group.name(), action));
  }

  @Override
  public Answer groupSet(Group group, Policer policer) {
    return answer(new HostLine.GroupSet(group.name(), id(policer)));
  }

  @Override
  public Answer policerSet(Policer policer, long rate, long burst) {
    return answer(new HostLine.PolicerSet(policer.id(), rate, burst));
  }

  @Override
  public Counter policerDropped(Policer policer) {
    return counter(new HostLine.PolicerDropped(policer.id()));
  }

  @Override
  public Counter trapDropped(Trap trap) {
    return counter(new HostLine.TrapDropped(trap.name()));
  }

  @Override
  public Answer configure(SwitchConfig config) {
    return answer(new HostLine.Configure(config));
  }

  @Override
  public void timePassed() {
    tell(new HostLine.TimePassed(host.now()));
  }

  @Override
  public void ports(boolean up, Cookie cookie) {
    tell(new HostLine.Ports(up, cookie));
  }

  @Override
  public void fail(Callback callback, boolean on) {
    tell(new HostLine.Fail(callback, on));
  }

  @Override
  public void register(Registration other) {
    registration = other == null ? hello.registration() : other;
    tell(new HostLine.Register(other));
  }

  private static Long id(Policer policer) {
    return policer == null ? null : policer.id();
  }

  private Answer answer(HostLine line) {
    DriverLine.Answer said = talk.ask(line, DriverLine.Answer.class, this::did);
    if (said.errno() == null) {
      if (said.message() != null) {
        throw talk.babble(said, "a message goes with an errno");
      }
      return Answer.OK;
    }
    return Answer.refuse(said.errno(), said.message());
  }

  /** Says a line that cannot be refused. */
  private void tell(HostLine line) {
    DriverLine.Answer said = talk.ask(line, DriverLine.Answer.class, this::did);
    if (said.errno() != null || said.message() != null) {
      throw talk.babble(said, "this cannot be refused");
    }
  }

  private Counter counter(HostLine line) {
    DriverLine.Counter said = talk.ask(line, DriverLine.Counter.class, this::did);
    return said.errno() == null ? Counter.of(said.value()) : Counter.failed(said.errno());
  }

  /** What a driver does while it is called; before its first start it can do nothing. */
  private boolean did(DriverLine line) {
    if (host == null) {
      return false;
    } else if (line instanceof DriverLine.Report report) {
      host.report(named(report.trap()), report.port(), report.frame(), report.cookie());
      return true;
    } else if (line instanceof DriverLine.Transmit sent) {
      host.transmit(sent.port(), sent.frame());
      return true;
    }
    return false;
  }

  /** A trap of this name that nobody registered is for the rules to judge, too. */
  private Trap named(String name) {
    Trap trap = name == null ? null : traps.get(name);
    return trap != null || name == null ? trap : Trap.specific(0, name, TrapType.DROP, "none");
  }
}
