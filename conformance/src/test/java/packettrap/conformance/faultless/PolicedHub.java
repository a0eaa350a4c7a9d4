package packettrap.conformance.faultless;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.device.DriverAbility;
import packettrap.spec.device.TrapHost;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;

/** A hub with policers that can be changed, bound and counted. */
class PolicedHub extends Hub
    implements DriverAbility.BindsGroups,
        DriverAbility.SetsPolicers,
        DriverAbility.CountsPolicerDrops,
        DriverAbility.CountsTrapDrops {
  static final Policer FAST = new Policer(1, 1000, 16, 1, 100_000, 1, 512);
  static final Policer SLOW = new Policer(2, 10, 4, 1, 50, 2, 64);
  static final Registration USUAL =
      new Registration(
          List.of(FAST, SLOW),
          List.of(
              Group.generic("l2_drops").boundTo(1),
              Group.generic("lldp").boundTo(2),
              Group.generic("stp")),
          List.of(
              Trap.generic("source_mac_is_multicast"), Trap.generic("lldp"), Trap.generic("stp")));

  final Map<Long, Bucket> buckets = new HashMap<>();
  final Map<String, Long> bindings = new HashMap<>();
  final Map<Long, Long> discarded = new HashMap<>();
  final Map<String, Long> drops = new HashMap<>();

  PolicedHub(Registration registration) {
    super(8, registration);
  }

  @Override
  public void start(TrapHost newHost) {
    super.start(newHost);
    buckets.clear();
    bindings.clear();
    discarded.clear();
    drops.clear();
  }

  @Override
  public Answer policerInit(Policer policer) {
    buckets.put(
        policer.id(), new Bucket(policer.initialRate(), policer.initialBurst(), host.now()));
    return Answer.OK;
  }

  @Override
  public Answer groupInit(Group group, Policer policer) {
    return bind(group, policer);
  }

  @Override
  public Answer groupSet(Group group, Policer policer) {
    return bind(group, policer);
  }

  private Answer bind(Group group, Policer policer) {
    bindings.put(group.name(), policer == null ? 0 : policer.id());
    return Answer.OK;
  }

  @Override
  public Answer policerSet(Policer policer, long rate, long burst) {
    buckets.get(policer.id()).change(rate, burst, host.now());
    return Answer.OK;
  }

  @Override
  public Counter policerDropped(Policer policer) {
    return Counter.of(discarded.getOrDefault(policer.id(), 0L));
  }

  @Override
  public Counter trapDropped(Trap trap) {
    return Counter.of(drops.getOrDefault(trap.name(), 0L));
  }

  @Override
  void dropped(Trap trap) {
    drops.merge(trap.name(), 1L, Long::sum);
  }

  @Override
  boolean passes(Trap trap) {
    long policer = bindings.get(trap.group());
    if (policer == 0 || buckets.get(policer).take(host.now())) {
      return true;
    }
    discarded.merge(policer, 1L, Long::sum);
    return false;
  }

  /** The tokens of a policer, by the formula in the specification's introduction to policers. */
  static final class Bucket {
    private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000L);
    private BigInteger rate;
    private BigInteger burst;
    private BigInteger billionths;
    private long then;

    Bucket(long rate, long burst, long now) {
      set(rate, burst);
      billionths = this.burst;
      then = now;
    }

    private void set(long newRate, long newBurst) {
      rate = new BigInteger(Long.toUnsignedString(newRate));
      burst = new BigInteger(Long.toUnsignedString(newBurst)).multiply(SECOND);
    }

    private void advance(long now) {
      billionths = billionths.add(rate.multiply(BigInteger.valueOf(now - then))).min(burst);
      then = now;
    }

    void change(long newRate, long newBurst, long now) {
      advance(now);
      set(newRate, newBurst);
      billionths = billionths.min(burst);
    }

    void fill() {
      billionths = burst;
    }

    boolean take(long now) {
      advance(now);
      boolean enough = billionths.compareTo(SECOND) >= 0;
      billionths = enough ? billionths.subtract(SECOND) : billionths;
      return enough;
    }
  }
}
