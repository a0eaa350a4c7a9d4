package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import packettrap.reference.DevlinkState;
import packettrap.spec.device.Capability;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.Change;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.rule.StatisticsRules;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * Packets that hit a device's traps though nobody injected them: what they may change.
 *
 * <p>What a counter may have grown by is granted, and told to the oracle before anything is
 * compared; so all else is compared exactly, and all of it while the ports are down.
 */
final class OwnTraffic {
  /** What flow rules carry that drop the device's own traffic. */
  static final Cookie COOKIE = Cookie.parse("0123456789abcdef");

  private static final long MILLISECOND = 1_000_000L;

  /** Longer than any such device pauses between two packets on a trap. */
  private static final long ROUND = 120 * MILLISECOND;

  /** How often the kit waits once more for what must come. */
  private static final int PATIENCE = 6;

  /** The same for a summary: it is sent by a timer, so waiting longer would hide a wrong one. */
  private static final int LAST_SUMMARY = 10;

  /** The last wait for one: a timer of Linux's is up to an eighth late (kernel/time/timer.c). */
  private static final long LATE = 200 * MILLISECOND;

  private final Lockstep lockstep;
  private final Subject subject;
  private final Oracle oracle;
  private final Causes causes;
  private final OwnAlerts alerts;
  private final OwnSoftwareAlerts software;
  private final boolean switchable;
  private final boolean realTime;
  private boolean up;
  private boolean flowed;

  /** Whether a trap may have been hit since it was last looked at. */
  private boolean[] mayGrow = {};

  /** Whether a group's counters are known. */
  private boolean[] known = {};

  /** What groups seemed to have too much, because their traps were looked at before: undone. */
  private final List<long[]> ahead = new ArrayList<>();

  OwnTraffic(
      Lockstep lockstep, Subject subject, Oracle oracle, Exercised exercised, Causes causes) {
    this.lockstep = lockstep;
    this.subject = subject;
    this.oracle = oracle;
    this.causes = causes;
    this.realTime = !subject.description().has(Capability.VIRTUAL_TIME);
    this.alerts = new OwnAlerts(subject.description(), oracle, exercised, clock());
    this.software = new OwnSoftwareAlerts(oracle);
    this.switchable = subject.description().has(Capability.PORTS);
  }

  private Clock clock() {
    return realTime ? subject.clock() : Clock.of(() -> oracle.state().now());
  }

  /** The device was just registered, or was there before anyone looked. */
  void begin() {
    restart();
    if (!switchable) {
      Arrays.fill(mayGrow, true);
      Arrays.fill(known, false);
    }
  }

  private void restart() {
    up = false;
    flowed = false;
    DevlinkState devlink = oracle.devlink();
    mayGrow = new boolean[devlink.trapCount()];
    known = new boolean[devlink.groupCount()];
    Arrays.fill(known, true);
    open();
  }

  /** Whether packets may hit traps now. */
  boolean flowing() {
    return up || !switchable;
  }

  /** Whether it has had traffic since it was registered. */
  boolean flowed() {
    return flowed;
  }

  private void open() {
    flowed |= flowing();
    for (int trap = 0; flowing() && trap < mayGrow.length; trap++) {
      mayGrow[trap] |= oracle.devlink().action(trap) != TrapAction.DROP;
    }
  }

  /** Looks at what the device did before anything is compared; gives the events that are left. */
  List<Event> see(Request request, Reply reply, List<Event> events) {
    alerts.before(Oracle.innermost(request), reply, !flowing() && !anyMayGrow());
    software.before(Oracle.innermost(request), reply);
    List<Event> rest = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof Event.HardwareDrop || event instanceof Event.HardwareSummary) {
        alerts.check(event);
      } else if (realTime
          && (event instanceof Event.SoftwareDrop || event instanceof Event.SoftwareSummary)) {
        software.check(event);
      } else if (event instanceof Event.Received) {
        received(event);
      } else {
        rest.add(event);
      }
    }
    rest.forEach(this::seeEnd);
    if (!(reply instanceof Reply.Failed)) {
      seeViews(reply);
    }
    return rest;
  }

  /** The stack gets copies of the device's own traffic too. */
  private void received(Event event) {
    if (!flowing() && !anyMayGrow()) {
      throw new Difference(
          List.of(DriverRules.DRV_19, DriverRules.DRV_13),
          Words.of(event),
          "nothing while the ports are down");
    }
  }

  private void seeViews(Reply reply) {
    if (reply instanceof Reply.OneTrap one) {
      see(one.trap());
    } else if (reply instanceof Reply.Traps all) {
      all.traps().forEach(this::see);
    } else if (reply instanceof Reply.OneGroup one) {
      see(one.group(), true);
    } else if (reply instanceof Reply.Groups all) {
      all.groups().forEach(group -> see(group, true));
    } else if (reply instanceof Reply.OnePolicer one) {
      see(one.policer());
    } else if (reply instanceof Reply.Policers all) {
      all.policers().forEach(this::see);
    } else if (reply instanceof Reply.MonitorStats stats) {
      alerts.see(stats);
      if (realTime) {
        software.see(stats);
      }
    }
  }

  /** The last that is seen of an object. */
  private void seeEnd(Event event) {
    if (event instanceof Event.TrapNotice notice && notice.change() == Change.DEL) {
      see(notice.trap());
    } else if (event instanceof Event.GroupNotice notice && notice.change() == Change.DEL) {
      see(notice.group(), false);
    } else if (event instanceof Event.PolicerNotice notice && notice.change() == Change.DEL) {
      see(notice.policer());
    }
  }

  private void see(View.OfTrap view) {
    int trap = view == null ? -1 : oracle.devlink().trap(view.name());
    if (trap < 0) {
      return;
    }
    long packets = view.packets() - oracle.devlink().trapPackets(trap);
    long bytes = view.bytes() - oracle.devlink().trapBytes(trap);
    if (packets < 0) {
      throw differing(List.of(StatisticsRules.STA_10, StatisticsRules.STA_01), view, trap);
    } else if (packets > 0 && !mayGrow[trap]) {
      throw differing(rulesOfHit(trap), view, trap);
    } else if (bytes < 14 * packets || bytes > 65_535 * packets) {
      throw differing(List.of(StatisticsRules.STA_03), view, trap);
    }
    if (packets > 0) {
      oracle.count(trap, packets, bytes);
    }
    mayGrow[trap] = flowing() && oracle.devlink().action(trap) != TrapAction.DROP;
    if (view.dropped() != null && view.dropped() < oracle.hardware().trapDrops(trap)) {
      throw differing(List.of(StatisticsRules.STA_10, StatisticsRules.STA_11), view, trap);
    } else if (view.dropped() != null) {
      oracle.hardware().recountTrap(trap, view.dropped());
    }
  }

  private static Difference differing(List<Rule> rules, View.OfTrap view, int trap) {
    return new Difference(
        rules, Words.of(view), "trap " + (trap + 1) + ": counters that only its packets change");
  }

  /** A trap was hit, and reported, while it was not to be. */
  private List<Rule> rulesOfHit(int trap) {
    String name = oracle.devlink().registeredTrap(trap).name();
    String group = oracle.devlink().registeredTrap(trap).group();
    if (oracle.devlink().action(trap) != TrapAction.DROP) {
      return List.of(DriverRules.DRV_19, StatisticsRules.STA_01);
    }
    List<Rule> rules = new ArrayList<>();
    Cause own = causes.last(c -> c.restarts() || Causes.touchesAction(c, name, group));
    if (own != null && own.restarts()) {
      rules.add(DriverRules.DRV_18);
    } else if (own != null) {
      rules.add(own.failed() ? DriverRules.DRV_10 : DriverRules.DRV_11);
    } else if (causes.reloaded()) {
      rules.add(DriverRules.DRV_18);
    }
    rules.add(own == null ? 0 : rules.size(), DriverRules.DRV_04);
    rules.add(StatisticsRules.STA_12);
    return rules;
  }

  /** A group's counters are the sum of its traps', which are looked at once more behind it. */
  private void see(View.OfGroup view, boolean exists) {
    int group = view == null ? -1 : oracle.devlink().group(view.name());
    if (group < 0) {
      return;
    }
    long packets = oracle.devlink().groupPackets(group);
    long bytes = oracle.devlink().groupBytes(group);
    if (exists) {
      lookAtMembers(group);
    }
    long tooMuch = oracle.devlink().groupPackets(group) - view.packets();
    boolean within = view.packets() >= packets && view.bytes() >= bytes && tooMuch >= 0;
    if (!known[group]) {
      getToKnow(group, view);
    } else if (flowing() && within && tooMuch > 0) {
      setBack(
          group, view, oracle.devlink().groupPackets(group), oracle.devlink().groupBytes(group));
    }
  }

  private void lookAtMembers(int group) {
    for (int trap : oracle.devlink().members(group)) {
      if (mayGrow[trap]) {
        String name = oracle.devlink().registeredTrap(trap).name();
        seeViews(subject.probe(new Request.TrapGet(name)));
      }
    }
  }

  /** What a group had counted before anyone looked; known once its traps rest for a moment. */
  private void getToKnow(int group, View.OfGroup view) {
    View.OfGroup now = view;
    for (int tries = 0; tries < PATIENCE && !known[group]; tries++) {
      long before = oracle.devlink().groupPackets(group);
      if (subject.probe(new Request.GroupGet(view.name())) instanceof Reply.OneGroup one) {
        now = one.group();
      }
      lookAtMembers(group);
      known[group] = oracle.devlink().groupPackets(group) == before;
    }
    setBack(group, view, now.packets(), now.bytes());
  }

  /** The oracle says of a group what was seen; until that was compared, when it says this again. */
  private void setBack(int group, View.OfGroup view, long packets, long bytes) {
    long wasPackets = oracle.devlink().groupPackets(group);
    long wasBytes = oracle.devlink().groupBytes(group);
    oracle.countGroup(group, view.packets() - wasPackets, view.bytes() - wasBytes);
    ahead.add(new long[] {group, packets - view.packets(), bytes - view.bytes()});
  }

  private void see(View.OfPolicer view) {
    int policer = view == null ? -1 : oracle.devlink().policer(view.id());
    if (policer >= 0
        && view.dropped() != null
        && view.dropped() >= oracle.hardware().policerDrops(policer)) {
      oracle.hardware().recount(policer, view.dropped());
    }
  }

  private boolean anyMayGrow() {
    for (boolean may : mayGrow) {
      if (may) {
        return true;
      }
    }
    return false;
  }

  /** All was compared. */
  void after(Cause cause) {
    for (long[] group : ahead) {
      oracle.countGroup((int) group[0], group[1], group[2]);
    }
    ahead.clear();
    if (cause.restarts() || mayGrow.length != oracle.devlink().trapCount()) {
      restart();
    }
    open();
    alerts.after(cause, oracle.state().monitor());
    software.after();
  }

  /**
   * Lets the device make its traffic for a while.
   *
   * @param stay whether the ports stay up
   */
  void flow(boolean stay) {
    if (!switchable) {
      lockstep.advance(ROUND);
      return;
    }
    if (!up) {
      lockstep.failNothing();
      lockstep.ask(new Request.TrapDump());
      lockstep.ports(true);
      up = true;
      open();
    }
    long[] before = packets();
    lockstep.advance(ROUND);
    if (!stay) {
      waitForAll(before);
      settle(before);
    }
  }

  /** The ports went up or down in an earlier conversation. */
  void flows(boolean on) {
    up = on;
    if (on) {
      open();
    }
  }

  private long[] packets() {
    long[] packets = new long[oracle.devlink().trapCount()];
    for (int trap = 0; trap < packets.length; trap++) {
      packets[trap] = oracle.devlink().trapPackets(trap);
    }
    return packets;
  }

  /** Every trap whose packets go to the CPU must have been hit. */
  private void waitForAll(long[] before) {
    for (int tries = 0; ; tries++) {
      lockstep.ask(new Request.TrapDump());
      int missing = missing(before);
      if (missing < 0) {
        return;
      } else if (tries == PATIENCE) {
        throw missing(before, missing);
      }
      lockstep.advance(ROUND);
    }
  }

  private int missing(long[] before) {
    for (int trap = 0; trap < before.length; trap++) {
      if (isMissing(before, trap)) {
        return trap;
      }
    }
    return -1;
  }

  private boolean isMissing(long[] before, int trap) {
    return oracle.devlink().action(trap) != TrapAction.DROP
        && oracle.devlink().trapPackets(trap) == before[trap];
  }

  private Difference missing(long[] before, int trap) {
    String name = oracle.devlink().registeredTrap(trap).name();
    String group = oracle.devlink().registeredTrap(trap).group();
    boolean mirror = oracle.devlink().action(trap) == TrapAction.MIRROR;
    List<Rule> rules = new ArrayList<>();
    if (isTypeMissing(before, trap) || countedOnlyIfMonitored(name)) {
      rules.add(StatisticsRules.STA_04);
    }
    if (causes.last(cause -> Causes.touchesAction(cause, name, group)) != null) {
      rules.add(DriverRules.DRV_11);
    } else if (causes.reloaded() || causes.last(Cause::restarts) != null) {
      rules.add(DriverRules.DRV_18);
    }
    rules.add(mirror ? DriverRules.DRV_08 : DriverRules.DRV_06);
    rules.add(StatisticsRules.STA_01);
    return new Difference(
        rules,
        "no packet on trap " + name + " while the ports were up",
        "copies of the packets that hit it");
  }

  /** Whether nothing is counted of a trap's type, which it has in common with others. */
  private boolean isTypeMissing(long[] before, int trap) {
    TrapType type = oracle.devlink().registeredTrap(trap).type();
    int missing = 0;
    for (int other = 0; other < before.length; other++) {
      boolean copies = oracle.devlink().action(other) != TrapAction.DROP;
      if (copies && oracle.devlink().registeredTrap(other).type() == type) {
        if (!isMissing(before, other)) {
          return false;
        }
        missing++;
      }
    }
    return type != TrapType.DROP && missing > 1;
  }

  /** Tried once it is clear that a trap's packets are missing. */
  private boolean countedOnlyIfMonitored(String trap) {
    if (oracle.state().monitor().hardware().running()
        || !lockstep.has(Capability.DROP_MONITOR)
        || !(subject.probe(new Request.MonitorStart(false, true)) instanceof Reply.Done)) {
      return false;
    }
    for (int tries = 0; tries < PATIENCE; tries++) {
      subject.probe(new Request.Advance(ROUND));
      if (subject.probe(new Request.TrapGet(trap)) instanceof Reply.OneTrap one
          && one.trap().packets() > oracle.devlink().trapPackets(oracle.devlink().trap(trap))) {
        return true;
      }
    }
    return false;
  }

  /** The ports go down; what was reported is told of, and then nothing changes any more. */
  void stop() {
    if (up && switchable) {
      settle(packets());
    }
  }

  private void settle(long[] before) {
    lockstep.failNothing();
    lockstep.ports(false);
    up = false;
    for (int tries = 0; ; tries++) {
      lockstep.advance(pause(tries));
      lockstep.ask(new Request.TrapDump());
      lockstep.ask(new Request.GroupDump());
      if (lockstep.has(Capability.DROP_MONITOR)) {
        lockstep.ask(new Request.MonitorStatsGet());
      }
      if (alerts.complete() || tries == (alerts.sums() ? LAST_SUMMARY : 2 * PATIENCE)) {
        break;
      }
    }
    alerts.settled();
    exercise(before);
  }

  private long pause(int tries) {
    if (alerts.summing() && tries == 0) {
      return 1_050 * MILLISECOND;
    }
    return alerts.sums() && tries == LAST_SUMMARY ? LATE : MILLISECOND << tries;
  }

  private void exercise(long[] before) {
    DevlinkState devlink = oracle.devlink();
    for (int trap = 0; trap < before.length; trap++) {
      boolean hit = devlink.trapPackets(trap) > before[trap];
      boolean drop = devlink.registeredTrap(trap).type() == TrapType.DROP;
      TrapAction action = devlink.action(trap);
      if (hit || drop && action == TrapAction.DROP) {
        lockstep.traffic().coverage().ofOwn(devlink.registeredTrap(trap), action);
      }
    }
    lockstep.exercised().add(DriverRules.DRV_19);
  }
}
