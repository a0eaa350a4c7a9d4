package packettrap.conformance.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import packettrap.spec.message.Request;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Policers with one fault: what they let pass if a {@link Theory} is true. */
final class TheoreticalMeters {
  private static final BigInteger TOKEN = BigInteger.valueOf(1_000_000_000L);

  private final Theory theory;
  private final Registration registration;
  private final boolean changeFills;
  private final int[] bindings;
  private final long[] rates;
  private final long[] bursts;
  private final Map<Object, Bucket> buckets = new HashMap<>();
  private final long[] packets;
  private final long[] discarded;
  private long now;

  /**
   * Meters right after the first registration.
   *
   * @param changeFills what they make of the freedom of rule POL-33
   */
  TheoreticalMeters(Theory theory, Registration registration, boolean changeFills) {
    this.theory = theory;
    this.registration = registration;
    this.changeFills = changeFills;
    this.bindings = new int[registration.groups().size()];
    this.rates = new long[registration.policers().size()];
    this.bursts = new long[rates.length];
    this.packets = new long[registration.traps().size()];
    this.discarded = new long[rates.length];
    initialBindings();
    initialParameters();
    fillAll();
  }

  /** Packets that each trap would have counted. */
  long[] packets() {
    return packets;
  }

  /** Packets that each policer would have discarded. */
  long[] discarded() {
    return discarded;
  }

  private boolean is(Theory other) {
    return theory == other;
  }

  private void initialBindings() {
    for (int i = 0; i < bindings.length; i++) {
      bindings[i] = policer(registration.groups().get(i).policer());
    }
  }

  private void initialParameters() {
    for (int i = 0; i < rates.length; i++) {
      rates[i] = registration.policers().get(i).initialRate();
      bursts[i] = registration.policers().get(i).initialBurst();
    }
  }

  private int policer(long id) {
    List<Policer> policers = registration.policers();
    for (int i = 0; i < policers.size(); i++) {
      if (policers.get(i).id() == id) {
        return i;
      }
    }
    return -1;
  }

  private int group(String name) {
    List<String> names = registration.groups().stream().map(Group::name).toList();
    return names.indexOf(name);
  }

  /** Something was asked. */
  void after(Cause cause) {
    if (cause.request() instanceof Request.Advance advance) {
      now += advance.nanos();
    } else if (cause.restarts()) {
      restart();
    } else if (cause.request() instanceof Request.Configure) {
      configured();
    } else if (cause.request() instanceof Request.GroupSet set && set.policer() != null) {
      int group = group(set.group());
      int policer = policer(set.policer());
      boolean known = group >= 0 && (policer >= 0 || set.policer() == 0);
      if (known && (!cause.failed() || is(Theory.REFUSED_BINDING_ACTS))) {
        bind(group, policer);
      }
    } else if (cause.request() instanceof Request.PolicerSet set && set.policer() != null) {
      int policer = policer(set.policer());
      boolean all = !cause.failed() || is(Theory.REFUSED_PARAMETERS_ACT);
      boolean rate = all || is(Theory.REFUSED_RATE_ACTS);
      boolean burst = all || is(Theory.REFUSED_BURST_ACTS);
      if (policer >= 0 && (rate || burst)) {
        change(
            policer,
            rate && set.rate() != null ? set.rate() : rates[policer],
            burst && set.burst() != null ? set.burst() : bursts[policer]);
      }
    }
  }

  private void restart() {
    Arrays.fill(packets, 0);
    Arrays.fill(discarded, 0);
    if (!is(Theory.RESTART_KEEPS_BINDINGS)) {
      initialBindings();
    }
    if (is(Theory.RESTART_UNBINDS)) {
      Arrays.fill(bindings, -1);
    }
    if (!is(Theory.RESTART_KEEPS_PARAMETERS)) {
      initialParameters();
    }
    if (!is(Theory.RESTART_KEEPS_TOKENS)) {
      fillAll();
    }
    if (is(Theory.RESTART_EMPTIES)) {
      emptyAll();
    }
  }

  private void configured() {
    switch (theory) {
      case CONFIGURING_UNBINDS -> Arrays.fill(bindings, -1);
      case CONFIGURING_RESETS_BINDINGS -> initialBindings();
      case CONFIGURING_RESETS_PARAMETERS -> initialParameters();
      case CONFIGURING_FILLS -> fillAll();
      case CONFIGURING_EMPTIES -> emptyAll();
      default -> {}
    }
  }

  private void fillAll() {
    buckets.clear();
    for (int i = 0; i < rates.length; i++) {
      bucket(i, 0);
    }
  }

  private void emptyAll() {
    for (int i = 0; i < rates.length; i++) {
      bucket(i, 0).empty();
    }
  }

  private void bind(int group, int policer) {
    int old = bindings[group];
    boolean ignored =
        is(Theory.BINDING_IGNORED) && policer >= 0 || is(Theory.UNBINDING_IGNORED) && policer < 0;
    if (ignored) {
      return;
    }
    bindings[group] = policer;
    for (int i = 0; i < bindings.length; i++) {
      if (is(Theory.ALL_GROUPS_MOVE) || is(Theory.SHARERS_MOVE_TOO) && bindings[i] == old) {
        bindings[i] = policer;
      } else if (is(Theory.ANOTHER_GROUP_UNBINDS) && i != group) {
        bindings[i] = -1;
      }
    }
    if (policer >= 0 && is(Theory.BINDING_FILLS)) {
      bucket(policer, 0).fill();
    } else if (policer >= 0 && is(Theory.BINDING_EMPTIES)) {
      bucket(policer, 0).empty();
    } else if (old >= 0 && is(Theory.UNBINDING_FILLS)) {
      bucket(old, 0).fill();
    } else if (old >= 0 && is(Theory.UNBINDING_EMPTIES)) {
      bucket(old, 0).empty();
    } else if (is(Theory.EVERY_BINDING_FILLS)) {
      fillAll();
    }
  }

  private void change(int named, long rate, long burst) {
    if (is(Theory.CHANGE_IGNORED)) {
      return;
    }
    int policer = is(Theory.CHANGE_HITS_ANOTHER) ? (named + 1) % rates.length : named;
    int to = is(Theory.CHANGE_HITS_ALL) ? rates.length : policer + 1;
    for (int i = is(Theory.CHANGE_HITS_ALL) ? 0 : policer; i < to; i++) {
      changeOne(i, rate, burst);
    }
  }

  private void changeOne(int policer, long rate, long burst) {
    for (Bucket bucket : bucketsOf(policer)) {
      if (!is(Theory.CHANGE_LOSES_TIME) && !is(Theory.CHANGE_ACTS_BACKWARDS)) {
        bucket.refill();
      } else if (is(Theory.CHANGE_LOSES_TIME)) {
        bucket.then = now;
      }
    }
    boolean swaps = is(Theory.CHANGE_SWAPS);
    if (!is(Theory.CHANGE_OF_RATE_IGNORED)) {
      rates[policer] = (swaps ? burst : rate) + (is(Theory.CHANGED_RATE_IS_ONE_MORE) ? 1 : 0);
    }
    if (!is(Theory.CHANGE_OF_BURST_IGNORED)) {
      bursts[policer] = swaps ? rate : burst;
    }
    for (Bucket bucket : bucketsOf(policer)) {
      if (is(Theory.CHANGE_EMPTIES)) {
        bucket.level = BigInteger.ZERO;
      } else if (changeFills) {
        bucket.level = bucket.most();
      } else if (!is(Theory.CHANGE_OVERFILLS)) {
        bucket.level = bucket.level.min(bucket.most());
      }
      if (is(Theory.CHANGE_LOSES_FRACTIONS)) {
        bucket.level = bucket.level.subtract(bucket.level.mod(TOKEN));
      }
    }
  }

  /** A frame came in. */
  void hit(Hit hit) {
    if (hit.trap() < 0) {
      return;
    }
    String name = registration.traps().get(hit.trap()).group();
    int group = group(name);
    int policer = bindings[group];
    if (hit.action() == TrapAction.DROP) {
      if (policer >= 0 && is(Theory.DROPS_TAKE_TOKENS)) {
        bucketOf(policer, group, hit).take();
      }
      return;
    }
    if (policer < 0 && is(Theory.UNBOUND_IS_POLICED) && rates.length > 0) {
      policer = 0;
    }
    if (policer < 0 || isSpared(hit) || bucketOf(policer, group, hit).take()) {
      packets[hit.trap()]++;
    } else {
      discarded[policer]++;
    }
  }

  private boolean isSpared(Hit hit) {
    TrapType type = registration.traps().get(hit.trap()).type();
    return switch (theory) {
      case ALL_PASS -> true;
      case MIRRORED_PASS -> hit.action() == TrapAction.MIRROR;
      case TRAPPED_PASS -> hit.action() == TrapAction.TRAP;
      case DROP_TRAPS_PASS -> type == TrapType.DROP;
      case EXCEPTIONS_PASS -> type == TrapType.EXCEPTION;
      case CONTROL_PASSES -> type == TrapType.CONTROL;
      default -> false;
    };
  }

  private Bucket bucketOf(int policer, int group, Hit hit) {
    return switch (theory) {
      case BUCKET_FOR_EACH_GROUP -> bucket(policer, 1 + group);
      case BUCKET_FOR_EACH_TRAP -> bucket(policer, 1 + hit.trap());
      default -> bucket(policer, 0);
    };
  }

  private Bucket bucket(int policer, int part) {
    Object key = part == 0 ? (Object) policer : List.of(policer, part);
    return buckets.computeIfAbsent(key, unused -> new Bucket(policer));
  }

  private List<Bucket> bucketsOf(int policer) {
    bucket(policer, 0);
    List<Bucket> own = new ArrayList<>();
    for (Bucket bucket : buckets.values()) {
      if (bucket.policer == policer) {
        own.add(bucket);
      }
    }
    return own;
  }

  /** Frames of a request all at once. */
  void hit(List<Hit> hits) {
    hits.forEach(this::hit);
  }

  private final class Bucket {
    private final int policer;
    private BigInteger level;
    private long then = now;

    private Bucket(int policer) {
      this.policer = policer;
      this.level = is(Theory.STARTS_EMPTY) ? BigInteger.ZERO : most();
    }

    private void fill() {
      refill();
      level = most();
    }

    private void empty() {
      refill();
      level = BigInteger.ZERO;
    }

    private BigInteger most() {
      long more = is(Theory.BURST_OF_ONE_MORE) ? 1 : is(Theory.BURST_OF_ONE_LESS) ? -1 : 0;
      return unsigned(bursts[policer]).add(BigInteger.valueOf(more)).multiply(TOKEN);
    }

    private BigInteger rate() {
      BigInteger rate = unsigned(rates[policer]);
      return switch (theory) {
        case REFILL_MISSING -> BigInteger.ZERO;
        case REFILL_HALVED -> rate.shiftRight(1);
        case REFILL_DOUBLED -> rate.shiftLeft(1);
        case REFILL_OF_ONE_MORE -> rate.add(BigInteger.ONE);
        case REFILL_OF_ONE_LESS -> rate.subtract(BigInteger.ONE).max(BigInteger.ZERO);
        default -> rate;
      };
    }

    private long step() {
      return switch (theory) {
        case REFILL_BY_SECONDS -> 1_000_000_000L;
        case REFILL_BY_MILLISECONDS -> 1_000_000L;
        case REFILL_BY_MICROSECONDS -> 1000L;
        default -> 1L;
      };
    }

    private void refill() {
      long until = now / step() * step();
      if (until <= then) {
        return;
      }
      level = level.add(rate().multiply(BigInteger.valueOf(until - then)));
      then = until;
      if (is(Theory.REFILL_LOSES_FRACTIONS)) {
        level = level.subtract(level.mod(TOKEN));
      }
      if (!is(Theory.CAP_MISSING)) {
        level = is(Theory.REFILL_IS_COMPLETE) ? most() : level.min(most());
      }
    }

    private boolean take() {
      refill();
      BigInteger enough = is(Theory.FRACTION_SUFFICES) ? BigInteger.ONE : TOKEN;
      boolean passes = level.compareTo(enough) >= 0;
      level = passes ? level.subtract(TOKEN) : level;
      return passes;
    }
  }

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }
}
