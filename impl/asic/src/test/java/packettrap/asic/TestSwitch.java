package packettrap.asic;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Answer;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** A registered driver, and a host that writes down what it reports and transmits. */
final class TestSwitch implements TrapHost {
  /** A report that reached the CPU. */
  record Report(String trap, int port, Frame frame, Cookie cookie) {}

  /** A frame that left. */
  record Sent(int port, Frame frame) {}

  final AsicDriver driver = new AsicDriver();
  final List<Report> reports = new ArrayList<>();
  final List<Sent> sent = new ArrayList<>();
  long now;

  TestSwitch() {
    start();
  }

  TestSwitch(SwitchConfig.Builder config) {
    this();
    configure(config);
  }

  void start() {
    Registration registration = driver.registration();
    driver.start(this);
    registration.policers().forEach(driver::policerInit);
    for (Group group : registration.groups()) {
      driver.groupInit(group, group.policer() == 0 ? null : policer(group.policer()));
    }
    registration.traps().forEach(driver::trapInit);
  }

  void configure(SwitchConfig.Builder config) {
    configure(config.build());
  }

  void configure(SwitchConfig config) {
    Answer answer = driver.configure(config);
    if (!answer.ok()) {
      throw new AssertionError(answer.message());
    }
  }

  /** What one frame makes the switch do: the records are emptied first. */
  void receive(int port, Frame frame) {
    reports.clear();
    sent.clear();
    driver.receive(port, frame);
  }

  void passTime(long nanoseconds) {
    now += nanoseconds;
    driver.timePassed();
  }

  Answer set(String trap, TrapAction action) {
    return driver.trapActionSet(trap(trap), action);
  }

  /** Sends every drop trap to the CPU, and no policer is in the way. */
  TestSwitch reportingAll() {
    driver.registration().groups().forEach(group -> driver.groupSet(group, null));
    for (Trap trap : driver.registration().traps()) {
      if (trap.type() == TrapType.DROP) {
        driver.trapActionSet(trap, TrapAction.TRAP);
      }
    }
    return this;
  }

  long dropped(String trap) {
    return driver.trapDropped(trap(trap)).value();
  }

  long policerDropped(long id) {
    return driver.policerDropped(policer(id)).value();
  }

  List<String> reportedTraps() {
    return reports.stream().map(Report::trap).toList();
  }

  List<Integer> sentPorts() {
    return sent.stream().map(Sent::port).toList();
  }

  /** Whether a trap lets its packets go on from the start. */
  boolean mirrors(String trap) {
    return trap(trap).initialAction() == TrapAction.MIRROR;
  }

  Trap trap(String name) {
    return driver.registration().traps().stream()
        .filter(trap -> trap.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Group group(String name) {
    return driver.registration().groups().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Policer policer(long id) {
    return driver.registration().policers().stream()
        .filter(policer -> policer.id() == id)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public void report(Trap trap, int port, Frame frame, Cookie cookie) {
    reports.add(new Report(trap.name(), port, frame, cookie));
  }

  @Override
  public void transmit(int port, Frame frame) {
    sent.add(new Sent(port, frame));
  }
}
