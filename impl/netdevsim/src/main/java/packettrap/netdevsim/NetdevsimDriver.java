package packettrap.netdevsim;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.device.DriverAbility;
import packettrap.spec.device.Port;
import packettrap.spec.device.TrapDriver;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Errno;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

/**
 * Does what Linux's netdevsim does, for people who have no Linux at hand.
 *
 * <p>Source: drivers/net/netdevsim/dev.c of Linux 6.1 and 6.12. Its README says where the two
 * differ.
 */
public final class NetdevsimDriver
    implements TrapDriver,
        DriverAbility.MakesTraffic,
        DriverAbility.BindsGroups,
        DriverAbility.SetsPolicers,
        DriverAbility.CountsPolicerDrops,
        DriverAbility.CountsTrapDrops,
        DriverAbility.KeepsTime,
        DriverAbility.FailsOnRequest {

  /** Source: {@code NSIM_TRAP_REPORT_INTERVAL_MS}. */
  private static final long INTERVAL = 100_000_000L;

  /** After a leap of more than ten seconds the packets of the last ten are enough. */
  private static final int MOST_ROUNDS = 100;

  private static final Answer REFUSED = Answer.refuse(Errno.EINVAL);
  private static final Answer REFUSED_POLICER =
      Answer.refuse(
          Errno.EINVAL, "netdevsim: User setup the operation to fail for testing purposes");

  private static final int PORT = 1;
  private static final List<Port> PORTS = List.of(new Port(PORT, 2, "eth0"));
  private static final List<Trap> TRAPS = NetdevsimRegistration.REGISTRATION.traps();

  /** The switches in debugfs outlive a reload, as they do there. */
  private final Set<Callback> failing = EnumSet.noneOf(Callback.class);

  private final Map<String, TrapAction> actions = new HashMap<>();
  private final Map<Long, Long> policerReads = new HashMap<>();
  private boolean up;
  private Cookie cookie;
  private TrapHost host;
  private TrapPackets packets;
  private long trapReads;
  private long nextRound;

  @Override
  public int interfaceVersion() {
    return VERSION;
  }

  @Override
  public void ports(boolean newUp, Cookie newCookie) {
    up = newUp;
    cookie = newCookie == null ? cookie : newCookie;
  }

  @Override
  public List<Port> ports() {
    return PORTS;
  }

  @Override
  public Registration registration() {
    return NetdevsimRegistration.REGISTRATION;
  }

  @Override
  public void start(TrapHost newHost) {
    host = newHost;
    packets = new TrapPackets();
    up = false;
    cookie = null;
    actions.clear();
    policerReads.clear();
    trapReads = 0;
    nextRound = newHost.now() + INTERVAL;
  }

  @Override
  public Answer trapInit(Trap trap) {
    if (failing.contains(Callback.TRAP_INIT)) {
      return REFUSED;
    }
    actions.put(trap.name(), trap.initialAction());
    return Answer.OK;
  }

  @Override
  public Answer trapActionSet(Trap trap, TrapAction action) {
    if (failing.contains(Callback.TRAP_ACTION_SET)) {
      return REFUSED;
    }
    actions.put(trap.name(), action);
    return Answer.OK;
  }

  @Override
  public Answer groupSet(Group group, Policer policer) {
    return failing.contains(Callback.GROUP_SET) ? REFUSED : Answer.OK;
  }

  @Override
  public Answer policerSet(Policer policer, long rate, long burst) {
    return failing.contains(Callback.POLICER_SET) ? REFUSED_POLICER : Answer.OK;
  }

  @Override
  public Counter policerDropped(Policer policer) {
    if (failing.contains(Callback.POLICER_COUNTER_GET)) {
      return Counter.failed(Errno.EINVAL);
    }
    // Every policer counts its own reads.
    return Counter.of(policerReads.merge(policer.id(), 1L, Long::sum) - 1);
  }

  @Override
  public Counter trapDropped(Trap trap) {
    if (failing.contains(Callback.DROP_COUNTER_GET)) {
      return Counter.failed(Errno.EINVAL);
    }
    // All traps count in one.
    return Counter.of(trapReads++);
  }

  /** Nothing comes in through a port; see {@link DriverAbility.MakesTraffic}. */
  @Override
  public void receive(int port, Frame frame) {}

  @Override
  public void timePassed() {
    long due = (host.now() - nextRound + INTERVAL) / INTERVAL;
    nextRound += due * INTERVAL;
    for (long round = 0; up && round < Math.min(due, MOST_ROUNDS); round++) {
      reportAll();
    }
  }

  /** Source: {@code nsim_dev_trap_report}. */
  private void reportAll() {
    for (Trap trap : TRAPS) {
      if (actions.get(trap.name()) != TrapAction.DROP) {
        boolean tells = trap.metadata().contains(Metadata.FLOW_ACTION_COOKIE);
        host.report(trap, PORT, packets.next(), tells ? cookie : null);
      }
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
}
