package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.rule.Need;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;

/** Does the steps of a script: turns small numbers into requests about what is registered. */
public final class Interpreter {
  private static final int SELDOM = 128;
  private static final long SECOND = 1_000_000_000L;
  private static final int MOST_REPEATS = 700;
  private static final int EXHAUSTIBLE = Math.toIntExact(Need.LARGEST_BURST) + 1;
  private static final int FEW_TOKENS = 40;
  private static final Callback[] CALLBACKS = Callback.values();
  private static final Long[] TRUNCATIONS = {
    null, 0L, 1L, 13L, 14L, 15L, 64L, 100L, 1500L, 65526L, 65527L, 65528L, 0xffff_ffffL
  };
  private static final Long[] QUEUES = {null, 0L, 1L, 2L, 3L, 5L, 100L, 1000L, 0xffff_ffffL};
  private static final Integer[] MODES = {null, 0, 1, 1, 1, 2, 255};

  private final Lockstep lockstep;
  private final List<Scenario> scenarios;
  private final DeviceDescription device;
  private final List<Request> unsupported;
  private final List<String> provoked;

  /**
   * An interpreter for a device.
   *
   * @param scenarios those that can be played on it
   * @param provoked names of the traps that they hit
   */
  public Interpreter(Lockstep lockstep, List<Scenario> scenarios, List<String> provoked) {
    this.lockstep = lockstep;
    this.scenarios = scenarios;
    this.device = lockstep.subject().description();
    this.unsupported = Unsupported.requests(device);
    this.provoked = provoked;
  }

  /** Does a whole script, and looks at everything at its end. */
  public void run(Script script) {
    lockstep.begin();
    for (Step step : script.steps()) {
      run(step);
    }
    lockstep.still();
  }

  private void run(Step step) {
    if (step.op().changes() && !lockstep.has(Capability.CHANGES)) {
      return;
    }
    switch (step.op()) {
      case TRAP_GET -> lockstep.ask(new Request.TrapGet(trap(step.a())));
      case TRAP_SET -> lockstep.ask(trapSet(step));
      case GROUP_GET -> lockstep.ask(new Request.GroupGet(group(step.a())));
      case GROUP_SET -> lockstep.ask(groupSet(step));
      case POLICER_GET -> lockstep.ask(new Request.PolicerGet(policer(step.a())));
      case POLICER_SET -> lockstep.ask(policerSet(step));
      case OBSERVE -> lockstep.observe();
      case RELOAD -> reload(step);
      case REREGISTER -> reregister(step);
      case REGISTER_OTHER -> registerOther(step);
      case MONITOR_CONFIG_GET -> monitor(new Request.MonitorConfigGet());
      case MONITOR_STATS_GET -> monitor(new Request.MonitorStatsGet());
      case MONITOR_CONFIG_SET -> monitor(monitorConfig(step));
      case MONITOR_START -> monitor(new Request.MonitorStart(bit(step.a(), 0), bit(step.a(), 1)));
      case MONITOR_STOP -> monitor(new Request.MonitorStop(bit(step.a(), 0), bit(step.a(), 1)));
      case HIT -> hit(step);
      case ADVANCE -> advance(step);
      case SOFTWARE_DROP -> softwareDrop(step);
      case SOFTWARE_FLOOD -> softwareFlood(step);
      case FAIL -> fail(step);
      case UNPRIVILEGED -> unprivileged(step);
      case ON_DEVICE -> onDevice(step);
      case UNSUPPORTED -> unsupported(step);
    }
  }

  private Registration registration() {
    return lockstep.oracle().registration();
  }

  private static boolean bit(int number, int bit) {
    return (number >> bit & 1) != 0;
  }

  /** The number of an object that {@code select} stands for: mostly one that there is. */
  public static int number(int object) {
    return object << 5 | 2;
  }

  private String trap(int select) {
    List<Trap> traps = registration().traps();
    if ((select & 31) == 0 || traps.isEmpty()) {
      return "no_such_trap";
    }
    if ((select & 31) == 1) {
      return null;
    }
    // A driver may register many traps of which few can be provoked; those are worth more.
    boolean known = (select & 31) >= 16 && !provoked.isEmpty();
    return known
        ? provoked.get((select >> 5) % provoked.size())
        : traps.get((select >> 5) % traps.size()).name();
  }

  private String group(int select) {
    List<Group> groups = registration().groups();
    if ((select & 31) == 0 || groups.isEmpty()) {
      return "no_such_group";
    }
    return (select & 31) == 1 ? null : groups.get((select >> 5) % groups.size()).name();
  }

  private Long policer(int select) {
    List<Policer> policers = registration().policers();
    if ((select & 31) == 0 || policers.isEmpty()) {
      return 1337L;
    }
    return (select & 31) == 1 ? null : policers.get((select >> 5) % policers.size()).id();
  }

  private Request.TrapSet trapSet(Step step) {
    return new Request.TrapSet(trap(step.a()), action(step.b()));
  }

  private static Integer action(int select) {
    return switch (select & 31) {
      case 0 -> null;
      case 1 -> 3;
      case 2 -> 255;
      default -> (select >> 5) % 3;
    };
  }

  private Request.GroupSet groupSet(Step step) {
    Integer action = bit(step.c(), 0) ? action(step.b()) : null;
    Long policer = null;
    if (action == null && !bit(step.c(), 4) || bit(step.c(), 1) && bit(step.c(), 2)) {
      policer = (step.c() >> 8) % 5 == 0 ? Long.valueOf(0) : policer(step.c() >> 3);
    }
    return new Request.GroupSet(group(step.a()), action, policer);
  }

  private Request.PolicerSet policerSet(Step step) {
    List<Policer> policers = registration().policers();
    Long id = policer(step.a());
    if (policers.isEmpty()) {
      return new Request.PolicerSet(id, 1L, 1L);
    }
    Policer policer = policers.get((step.a() >> 5) % policers.size());
    if (step.b() % 8 == 7) {
      return new Request.PolicerSet(id, null, null);
    }
    Long rate = value(step.b(), policer.minRate(), policer.maxRate(), 1000);
    Long burst = value(step.c(), policer.minBurst(), policer.maxBurst(), 12);
    return new Request.PolicerSet(id, rate, burst);
  }

  /** A value within the limits mostly, and then rather a small one, often at or behind a limit. */
  private static Long value(int select, long min, long max, int few) {
    int rest = select >> 5;
    return switch (select & 31) {
      case 0, 1, 2 -> null;
      case 3 -> min - 1;
      case 4 -> max + 1;
      case 5, 6 -> max;
      case 7 -> -1L;
      case 8 -> Long.MIN_VALUE;
      case 9 -> 0L;
      case 10, 11 -> min + (long) (rest / (double) (1 << 26) * (max - min));
      case 12, 13, 14 -> min;
      default -> Math.min(max, min + rest % few);
    };
  }

  private void reload(Step step) {
    if (lockstep.has(Capability.RELOAD)) {
      lockstep.failNothing();
      lookBeforeTheEnd();
      lockstep.ask(new Request.Reload());
    }
  }

  /** A wrong count is to be found where it is, not in the announcement of the end. */
  private void lookBeforeTheEnd() {
    if (lockstep.traffic().last() != null) {
      lockstep.observe();
    }
  }

  private void reregister(Step step) {
    if (!lockstep.has(Capability.LIFECYCLE)) {
      return;
    }
    lockstep.failNothing();
    if (bit(step.a(), 0) && device.canFail(Callback.TRAP_ACTION_SET)) {
      lockstep.fail(Callback.TRAP_ACTION_SET, true);
    }
    lookBeforeTheEnd();
    lockstep.ask(new Request.Unregister());
    if (bit(step.a(), 1)) {
      lockstep.ask(new Request.TrapGet("source_mac_is_multicast"));
      lockstep.ask(new Request.GroupDump());
    }
    lockstep.failNothing();
    lockstep.ask(new Request.Register(null));
  }

  private void registerOther(Step step) {
    if (!lockstep.has(Capability.REGISTRATION)) {
      return;
    }
    lockstep.failNothing();
    lookBeforeTheEnd();
    Registration own = device.registration();
    boolean initFails = step.a() % 24 == 0 && device.canFail(Callback.TRAP_INIT);
    if (initFails) {
      lockstep.fail(Callback.TRAP_INIT, true);
    }
    lockstep.ask(new Request.Register(initFails ? null : Registrations.variant(own, step.a())));
    if (bit(step.b(), 0)) {
      lockstep.observe();
      lockstep.ask(new Request.TrapGet(own.traps().isEmpty() ? "x" : own.traps().get(0).name()));
      lockstep.ask(groupSet(step));
      lockstep.ask(policerSet(step));
    }
    if (lockstep.oracle().devlink().group("kit_empty") >= 0) {
      lockstep.ask(new Request.GroupSet("kit_empty", step.c() % 3, null));
    }
    lockstep.failNothing();
    lockstep.ask(new Request.Register(null));
  }

  private void monitor(Request request) {
    if (lockstep.has(Capability.DROP_MONITOR)) {
      lockstep.ask(request);
    }
  }

  private static Request.MonitorConfigSet monitorConfig(Step step) {
    return new Request.MonitorConfigSet(
        MODES[step.a() % MODES.length],
        TRUNCATIONS[step.b() % TRUNCATIONS.length],
        QUEUES[step.c() % QUEUES.length]);
  }

  private void hit(Step step) {
    if (lockstep.hasOwnTraffic()) {
      // In real time this takes a while, and so is done less often than it is drawn.
      if (lockstep.has(Capability.VIRTUAL_TIME) || step.a() % SELDOM == 0) {
        lockstep.flow(step.b() % 4 == 3);
      }
    } else if (!scenarios.isEmpty()) {
      Scenario scenario = scenario(step.a());
      lockstep.traffic().play(scenario, repeats(scenario, step.b()), bit(step.c(), 0));
    }
  }

  /** The scenario of a number; mostly one for the configuration that the switch has already. */
  private Scenario scenario(int select) {
    int index = select % scenarios.size();
    SwitchConfig config = lockstep.config();
    if (config != null && (select >> 20) % 8 != 0) {
      for (int tries = 0; tries < scenarios.size(); tries++) {
        Scenario scenario = scenarios.get((index + tries) % scenarios.size());
        if (scenario.config() == null || scenario.config() == config) {
          return scenario;
        }
      }
    }
    return scenarios.get(index);
  }

  private int repeats(Scenario scenario, int select) {
    long tokens = lockstep.traffic().tokens(scenario.trap());
    if (tokens > FEW_TOKENS && (select >> 16) % 8 != 0) {
      return 1 + select % 3;
    }
    long count =
        switch (select % 8) {
          case 0, 1, 2 -> 1;
          case 3 -> 2;
          case 4 -> 3 + (select >> 3) % 6;
          case 5 -> tokens;
          default -> tokens + 1 + (select >> 3) % 2;
        };
    return (int) Math.max(1, Math.min(count, select >>> 24 == 1 ? EXHAUSTIBLE : MOST_REPEATS));
  }

  private void advance(Step step) {
    if (!lockstep.has(Capability.VIRTUAL_TIME)) {
      return;
    }
    lockstep.still();
    int policers = lockstep.oracle().devlink().policerCount();
    long token = policers == 0 ? -1 : lockstep.traffic().untilNextToken((step.b() >> 2) % policers);
    lockstep.advance(
        switch (step.a() % 12) {
          case 0 -> 1;
          case 1, 2 -> token > 0 ? token - 1 : 1;
          case 3, 4, 5 -> token > 0 ? token : 1;
          case 6 -> SECOND;
          case 7 -> SECOND - 1;
          case 8 -> step.b() % SECOND;
          case 9 -> 10 * SECOND;
          case 10 -> token > 0 ? token + step.b() % 1_000_000 : step.b() % 1_000_000;
          default -> step.b() % 7 == 0 ? 100_000_000L * SECOND : 3600 * SECOND;
        });
  }

  private void softwareDrop(Step step) {
    if (!lockstep.has(Capability.SOFTWARE_DROPS)) {
      return;
    }
    Frame frame = SampleFrames.pick(step.b());
    int port = 1 + step.c() % device.ports().size();
    long pc = 0xffff_ffff_8100_0000L + step.a() % 3;
    for (int i = 0; i <= (step.c() >> 8) % 3; i++) {
      lockstep.dropInSoftware(
          new Request.SoftwareDrop(port, frame, pc, "ip_rcv+0x" + step.a() % 3, "NOT_SPECIFIED"));
    }
  }

  /** More places than the summary's table holds. */
  private void softwareFlood(Step step) {
    if (!lockstep.has(Capability.SOFTWARE_DROPS)) {
      return;
    }
    for (int i = 0; i < 66; i++) {
      long pc = 0xffff_ffff_8200_0000L + i % (64 + step.a() % 3);
      lockstep.dropInSoftware(
          new Request.SoftwareDrop(1, SampleFrames.pick(0), pc, "place" + i, "NOT_SPECIFIED"));
    }
  }

  private void fail(Step step) {
    lockstep.still();
    Callback callback = CALLBACKS[step.a() % CALLBACKS.length];
    if (callback != Callback.TRAP_INIT && device.has(callback) && device.canFail(callback)) {
      lockstep.fail(callback, step.b() % 3 != 0);
    }
  }

  private void unprivileged(Step step) {
    if (lockstep.has(Capability.CALLERS)) {
      Request inner = anything(step);
      lockstep.ask(new Request.Unprivileged(inner));
    }
  }

  private void onDevice(Step step) {
    if (lockstep.has(Capability.HANDLES)) {
      String name =
          switch (step.a() % 4) {
            case 0 -> null;
            case 1 -> "netdevsim/netdevsim4711";
            case 2 -> device.handle() + "0";
            default -> device.handle();
          };
      if (anything(step) instanceof Request.Devlink devlink
          && !(devlink instanceof Request.Reload)) {
        lockstep.ask(new Request.OnDevice(name, devlink));
      }
    }
  }

  private Request anything(Step step) {
    boolean monitor = lockstep.has(Capability.DROP_MONITOR);
    List<Request> requests = new ArrayList<>();
    requests.add(new Request.TrapGet(trap(step.b())));
    requests.add(new Request.TrapSet(trap(step.b()), action(step.c())));
    requests.add(new Request.GroupGet(group(step.b())));
    requests.add(groupSet(step));
    requests.add(new Request.PolicerGet(policer(step.b())));
    requests.add(policerSet(step));
    requests.add(new Request.TrapDump());
    requests.add(new Request.GroupDump());
    requests.add(new Request.PolicerDump());
    if (monitor && step.op() == Op.UNPRIVILEGED) {
      requests.add(new Request.MonitorConfigGet());
      requests.add(new Request.MonitorStatsGet());
      requests.add(monitorConfig(step));
      requests.add(new Request.MonitorStart(bit(step.b(), 0), bit(step.b(), 1)));
      requests.add(new Request.MonitorStop(bit(step.b(), 0), bit(step.b(), 1)));
      requests.add(new Request.Reload());
    }
    if (!lockstep.has(Capability.CHANGES)) {
      requests.removeIf(Interpreter::changes);
    }
    return requests.get((step.a() >> 4) % requests.size());
  }

  private static boolean changes(Request request) {
    return request instanceof Request.TrapSet
        || request instanceof Request.GroupSet
        || request instanceof Request.PolicerSet
        || request instanceof Request.MonitorConfigSet
        || request instanceof Request.MonitorStart
        || request instanceof Request.MonitorStop
        || request instanceof Request.Reload;
  }

  private void unsupported(Step step) {
    if (!unsupported.isEmpty()) {
      lockstep.askUnsupported(unsupported.get(step.a() % unsupported.size()));
    }
  }
}
