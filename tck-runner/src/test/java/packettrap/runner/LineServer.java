package packettrap.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import packettrap.reference.HostedDevice;
import packettrap.runner.driver.lines.DriverLine;
import packettrap.runner.driver.lines.HostLine;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.device.DriverAbility.BindsGroups;
import packettrap.spec.device.DriverAbility.Configurable;
import packettrap.spec.device.DriverAbility.CountsPolicerDrops;
import packettrap.spec.device.DriverAbility.CountsTrapDrops;
import packettrap.spec.device.DriverAbility.FailsOnRequest;
import packettrap.spec.device.DriverAbility.KeepsTime;
import packettrap.spec.device.DriverAbility.MakesTraffic;
import packettrap.spec.device.DriverAbility.RegistersOnRequest;
import packettrap.spec.device.DriverAbility.SetsGroupAction;
import packettrap.spec.device.DriverAbility.SetsPolicers;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.device.TrapHost;
import packettrap.spec.json.Json;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;

/** A driver in Java as a program that speaks lines, so that every kind of line is spoken. */
final class LineServer implements TrapHost {
  private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
  private static final int KEPT = 300;

  private final Set<String> spoken = new TreeSet<>();
  private final Map<String, Integer> count = new HashMap<>();
  private final Class<?> type;
  private TrapDriver driver;
  private TrapDevice device;
  private final Map<String, Trap> traps = new HashMap<>();
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<Long, Policer> policers = new HashMap<>();
  private long now;

  private LineServer(String name) {
    type =
        ServiceLoader.load(TrapDriver.class).stream()
            .map(ServiceLoader.Provider::type)
            .filter(found -> found.getSimpleName().equals(name))
            .findFirst()
            .orElseThrow();
    driver = another();
  }

  private TrapDriver another() {
    try {
      return (TrapDriver) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The arguments: "driver" or "device", the driver's name, and a file for every kind of line that
   * was spoken.
   */
  public static void main(String... arguments) throws IOException {
    LineServer server = new LineServer(arguments[1]);
    boolean whole = arguments[0].equals("device");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      HostLine said = Json.read(line, HostLine.class);
      server.heard(line);
      server.say(whole ? server.device(said) : server.answer(said));
      server.out.flush();
    }
    Files.write(Path.of(arguments[2]), server.spoken);
  }

  /** Some lines of each type are enough, the first ones. */
  private void heard(String line) {
    String type = line.substring(0, line.indexOf('"', "{\"type\":\"".length()));
    if (count.merge(type, 1, Integer::sum) <= KEPT) {
      spoken.add(line);
    }
  }

  private void say(DriverLine line) {
    String text = Json.write(line);
    heard(text);
    out.print(text + "\n");
  }

  private DriverLine.Hello hello(Set<String> takes, boolean whole) {
    return new DriverLine.Hello(
        TrapDriver.VERSION,
        type.getSimpleName(),
        takes,
        driver.ports(),
        whole ? null : driver.registration(),
        null,
        null,
        whole ? new HostedDevice(another()).description() : null);
  }

  private DriverLine device(HostLine line) {
    if (line instanceof HostLine.Hello) {
      return hello(Set.of(), true);
    } else if (line instanceof HostLine.New) {
      device = new HostedDevice(another());
      happened();
      return new DriverLine.Ready();
    }
    DriverLine reply = new DriverLine.Replied(device.call(((HostLine.Call) line).request()));
    happened();
    return reply;
  }

  private void happened() {
    for (Event event : device.poll()) {
      say(new DriverLine.Happened(event));
    }
  }

  private static DriverLine said(Answer answer) {
    return new DriverLine.Answer(answer.errno(), answer.message());
  }

  private static DriverLine said(Counter counter) {
    return new DriverLine.Counter(counter.value(), counter.errno());
  }

  private static DriverLine done() {
    return said(Answer.OK);
  }

  private Policer policer(Long id) {
    return id == null ? null : policers.get(id);
  }

  /** A new life: what is registered in it can be named from now on. */
  private void registering() {
    Registration registration = driver.registration();
    traps.clear();
    groups.clear();
    policers.clear();
    registration.traps().forEach(trap -> traps.put(trap.name(), trap));
    registration.groups().forEach(group -> groups.put(group.name(), group));
    registration.policers().forEach(policer -> policers.put(policer.id(), policer));
  }

  private DriverLine answer(HostLine line) {
    if (line instanceof HostLine.Hello) {
      return hello(takes(), false);
    } else if (line instanceof HostLine.New) {
      driver = another();
      return new DriverLine.Ready();
    } else if (line instanceof HostLine.Start said) {
      now = said.now();
      registering();
      driver.start(this);
    } else if (line instanceof HostLine.Stop) {
      driver.stop();
    } else if (line instanceof HostLine.PolicerInit said) {
      return said(driver.policerInit(said.policer()));
    } else if (line instanceof HostLine.PolicerFini said) {
      driver.policerFini(policer(said.policer()));
    } else if (line instanceof HostLine.GroupInit said) {
      return said(driver.groupInit(said.group(), policer(said.policer())));
    } else if (line instanceof HostLine.TrapInit said) {
      return said(driver.trapInit(said.trap()));
    } else if (line instanceof HostLine.TrapFini said) {
      driver.trapFini(traps.get(said.trap()));
    } else if (line instanceof HostLine.TrapActionSet said) {
      return said(driver.trapActionSet(traps.get(said.trap()), said.action()));
    } else if (line instanceof HostLine.GroupActionSet said) {
      return said(
          ((SetsGroupAction) driver).groupActionSet(groups.get(said.group()), said.action()));
    } else if (line instanceof HostLine.GroupSet said) {
      return said(
          ((BindsGroups) driver).groupSet(groups.get(said.group()), policer(said.policer())));
    } else if (line instanceof HostLine.PolicerSet said) {
      return said(
          ((SetsPolicers) driver).policerSet(policer(said.policer()), said.rate(), said.burst()));
    } else if (line instanceof HostLine.PolicerDropped said) {
      return said(((CountsPolicerDrops) driver).policerDropped(policer(said.policer())));
    } else if (line instanceof HostLine.TrapDropped said) {
      return said(((CountsTrapDrops) driver).trapDropped(traps.get(said.trap())));
    } else if (line instanceof HostLine.Configure said) {
      return said(((Configurable) driver).configure(said.config()));
    } else if (line instanceof HostLine.TimePassed said) {
      now = said.now();
      ((KeepsTime) driver).timePassed();
    } else if (line instanceof HostLine.Ports said) {
      ((MakesTraffic) driver).ports(said.up(), said.cookie());
    } else if (line instanceof HostLine.Fail said) {
      ((FailsOnRequest) driver).fail(said.callback(), said.on());
    } else if (line instanceof HostLine.Register said) {
      ((RegistersOnRequest) driver).register(said.registration());
    } else {
      driver.receive(((HostLine.Receive) line).port(), ((HostLine.Receive) line).frame());
    }
    return done();
  }

  private static final Map<String, Class<?>> ABILITIES =
      Map.of(
          "GroupActionSet", SetsGroupAction.class,
          "GroupSet", BindsGroups.class,
          "PolicerSet", SetsPolicers.class,
          "PolicerDropped", CountsPolicerDrops.class,
          "TrapDropped", CountsTrapDrops.class,
          "Configure", Configurable.class,
          "TimePassed", KeepsTime.class,
          "Ports", MakesTraffic.class,
          "Fail", FailsOnRequest.class,
          "Register", RegistersOnRequest.class);

  private Set<String> takes() {
    Set<String> takes =
        new TreeSet<>(
            Set.of("Stop", "PolicerInit", "PolicerFini", "GroupInit", "TrapInit", "TrapFini"));
    ABILITIES.forEach(
        (line, ability) -> {
          if (ability.isInstance(driver)) {
            takes.add(line);
          }
        });
    return takes;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public void report(Trap trap, int port, Frame frame, Cookie cookie) {
    say(new DriverLine.Report(trap.name(), port, frame, cookie));
  }

  @Override
  public void transmit(int port, Frame frame) {
    say(new DriverLine.Transmit(port, frame));
  }
}
