package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import packettrap.conformance.engine.Influences.Influence;
import packettrap.reference.DevlinkState;
import packettrap.reference.Hardware;
import packettrap.reference.Hardware.Fate;
import packettrap.reference.Input;
import packettrap.reference.Outcome;
import packettrap.reference.TokenBucket;
import packettrap.spec.device.Capability;
import packettrap.spec.device.Port;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.packet.Frame;
import packettrap.spec.rule.Catalogue;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.PolicerRules;
import packettrap.spec.rule.RegistrationRules;
import packettrap.spec.rule.ReloadRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.rule.StatisticsRules;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Sends the frames of scenarios, and finds out what must become of them. */
public final class Traffic {
  /** Time in which the queues of every scenario are empty again, ns. */
  private static final long QUEUES_EMPTY = 1_000_000_000L;

  private final Lockstep lockstep;
  private final Subject subject;
  private final Oracle oracle;
  private final Causes causes;
  private final FrameComparison comparison;
  private final Diagnosis diagnosis;
  private final Coverage coverage;
  private final Exercised exercised;
  private Influences[] influences = {};

  /** What a policer had counted at each change since its counter was last looked at. */
  private final List<List<Long>> dropsAtChanges = new ArrayList<>();

  private int[] bindings = {};
  private Hit[] lastHits = {};
  private Hit last;
  private final List<Hit> played = new ArrayList<>();
  private final List<List<Hit>> injected = new ArrayList<>();
  private boolean queues;

  /** Of an earlier conversation: what must leave when time has passed; null: nothing. */
  private Departures waiting;

  Traffic(Lockstep lockstep, Subject subject, Oracle oracle, Exercised exercised, Causes causes) {
    this.lockstep = lockstep;
    this.subject = subject;
    this.oracle = oracle;
    this.causes = causes;
    this.exercised = exercised;
    this.coverage = new Coverage(oracle, subject.description(), exercised, causes);
    this.diagnosis =
        new Diagnosis(
            this, subject, oracle, causes, new PolicingTheories(subject, oracle, causes, injected));
    this.comparison = new FrameComparison(subject, oracle, causes, diagnosis);
  }

  /** The device was registered anew. */
  void restart() {
    lastHits = new Hit[oracle.devlink().trapCount()];
    last = null;
    queues = false;
    influences = new Influences[oracle.devlink().policerCount()];
    dropsAtChanges.clear();
    bindings = new int[oracle.devlink().groupCount()];
    for (int i = 0; i < bindings.length; i++) {
      bindings[i] = oracle.devlink().binding(i);
    }
    for (int i = 0; i < influences.length; i++) {
      influences[i] = new Influences();
      dropsAtChanges.add(new ArrayList<>());
      if (causes.last(Cause::restarts) != null) {
        influences[i].add(Influence.RELOADED);
      }
    }
  }

  private void prepare() {
    if (lastHits.length != oracle.devlink().trapCount()
        || influences.length != oracle.devlink().policerCount()) {
      restart();
    }
  }

  /** A request may have had an effect on policers. */
  void after(Cause cause) {
    prepare();
    if (cause.failed()) {
      return;
    }
    if (cause.request() instanceof Request.PolicerSet set) {
      int policer = oracle.devlink().policer(set.policer());
      if (policer >= 0) {
        influences[policer].add(Influence.CHANGED);
        changed(policer);
      }
    } else if (cause.request() instanceof Request.GroupSet set && set.policer() != null) {
      for (int i = 0; i < influences.length; i++) {
        boolean bound = oracle.devlink().registeredPolicer(i).id() == set.policer();
        influences[i].add(Influence.REBOUND);
        if (bound) {
          influences[i].add(Influence.BOUND);
          changed(i);
        }
      }
      int group = oracle.devlink().group(set.group());
      if (bindings[group] >= 0) {
        changed(bindings[group]);
      }
      bindings[group] = oracle.devlink().binding(group);
    } else if (cause.request() instanceof Request.Advance) {
      for (int i = 0; i < influences.length; i++) {
        boolean full = oracle.hardware().bucket(i).full(oracle.state().now());
        influences[i].add(full ? Influence.CAPPED : Influence.REFILLED);
      }
    }
  }

  /** A counter may start over now, though it should not (rule POL-31). */
  private void changed(int policer) {
    List<Long> drops = dropsAtChanges.get(policer);
    long now = oracle.hardware().policerDrops(policer);
    if (now > 0 && !drops.contains(now)) {
      drops.add(now);
    }
  }

  /** Whether frames may wait in queues now. */
  boolean queuesFrames() {
    return queues;
  }

  /** The frames of the scenario that is being played, or was last. */
  List<Hit> played() {
    return played;
  }

  Coverage coverage() {
    return coverage;
  }

  /** Finds out why counters are not the demanded ones. */
  public Diagnosis diagnosis() {
    return diagnosis;
  }

  Influences influences(int policer) {
    return influences[policer];
  }

  /** The last frame that hit a trap; null: none did. */
  Hit lastHit(int trap) {
    return trap < lastHits.length ? lastHits[trap] : null;
  }

  /** The last frame; null: there was none. */
  Hit last() {
    return last;
  }

  /**
   * Plays a scenario.
   *
   * @param repeat how often each frame is sent, if there is one only or frames alone decide
   * @param look whether to look at the trap's statistics afterwards
   * @return whether it could be played
   */
  public boolean play(Scenario scenario, int repeat, boolean look) {
    try {
      return playAll(scenario, repeat, look);
    } catch (Difference e) {
      throw e.in(scenario.rules().stream().map(Catalogue::find).flatMap(Optional::stream).toList());
    }
  }

  private boolean playAll(Scenario scenario, int repeat, boolean look) {
    prepare();
    if (!lockstep.configure(scenario.config())) {
      return false;
    }
    queues = lockstep.config() != null && !lockstep.config().queues().isEmpty();
    long settle = queues ? Math.max(scenario.settle(), QUEUES_EMPTY) : scenario.settle();
    if (settle > 0) {
      lockstep.advance(settle);
    }
    List<Arrival> arrivals = scenario.arrivals();
    played.clear();
    Departures departures = new Departures(queues);
    int start = 0;
    while (start < arrivals.size()) {
      int end = start + 1;
      while (end < arrivals.size() && arrivals.get(end).port() == arrivals.get(start).port()) {
        end++;
      }
      inject(
          scenario,
          arrivals.subList(start, end),
          settle == 0 && (arrivals.size() == 1 || scenario.config() == null) ? repeat : 1,
          departures);
      start = end;
    }
    if (queues) {
      lockstep.advance(settle);
      departures.observe(subject.events());
      comparison.departed(departures);
    }
    int trap = oracle.devlink().trap(scenario.trap());
    if (trap >= 0 && (look || played.stream().anyMatch(this::isSilent))) {
      lockstep.ask(new Request.TrapGet(scenario.trap()));
    }
    played.forEach(this::settle);
    return true;
  }

  /** Frames of a scenario come in once more, as in an earlier conversation. */
  void resume(Scenario scenario, List<Arrival> arrivals, int repeat) {
    prepare();
    queues = lockstep.config() != null && !lockstep.config().queues().isEmpty();
    played.forEach(this::settle);
    played.clear();
    if (waiting == null || !queues) {
      waiting = new Departures(queues);
    }
    inject(scenario, arrivals, repeat, waiting);
  }

  /** Time has passed in an earlier conversation; what waited in queues has left now. */
  void resumed() {
    if (waiting != null && waiting.late()) {
      waiting.observe(subject.events());
      comparison.departed(waiting);
    }
    waiting = null;
  }

  private void inject(
      Scenario scenario, List<Arrival> arrivals, int repeat, Departures departures) {
    List<Frame> frames = new ArrayList<>(arrivals.size() * repeat);
    for (int i = 0; i < repeat; i++) {
      for (Arrival arrival : arrivals) {
        frames.add(arrival.frame());
      }
    }
    Request.Inject request = new Request.Inject(arrivals.get(0).port(), frames);
    Reply reply = subject.call(request);
    List<Event> observed = subject.events();
    causes.add(request, Causes.NOTHING);
    if (!(reply instanceof Reply.Done)) {
      throw new Difference(
          List.of(DriverRules.DRV_14), Words.of(reply), "frames are taken on every port");
    }
    DevlinkState before = oracle.devlink();
    long lostBefore = oracle.state().monitor().hardware().lost();
    List<Hit> hits = new ArrayList<>(frames.size());
    List<Event> received = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      hits.add(decide(scenario, arrivals.get(i % arrivals.size()), before, received));
    }
    Outcome drained = oracle.feed(new Input.Drained());
    long lost = oracle.state().monitor().hardware().lost() - lostBefore;
    injected.add(hits);
    departures.demand(hits);
    List<Event> demanded = new ArrayList<>(received);
    demanded.addAll(drained.events());
    if (!departures.late() && subject.description().has(Capability.EGRESS)) {
      demanded.addAll(departures.demanded());
    }
    subject.reference(Reply.DONE, demanded);
    comparison.compare(hits, observed, received, drained.events(), departures);
    for (int i = 0; i < hits.size(); i++) {
      // Of a burst of the same frame, its first and its last are counted.
      if (i < arrivals.size() || i >= hits.size() - arrivals.size()) {
        coverage.add(hits.get(i), lost);
      }
    }
    played.addAll(hits);
  }

  /** Whether only the statistics can tell that a copy was discarded. */
  private boolean isSilent(Hit hit) {
    return hit.fate() == Fate.DISCARDED
        && oracle.devlink().registeredTrap(hit.trap()).type() == TrapType.DROP;
  }

  /** The policer was empty, and everybody has seen it. */
  private void settle(Hit hit) {
    if (hit.policer() >= 0 && hit.fate() == Fate.DISCARDED) {
      coverage.exhausted(influences[hit.policer()].rules());
      influences[hit.policer()].clear();
    }
  }

  private Hit decide(
      Scenario scenario, Arrival arrival, DevlinkState before, List<Event> received) {
    DevlinkState devlink = oracle.devlink();
    int trap = devlink.trap(arrival.trap());
    if (trap < 0) {
      last = new Hit(scenario, arrival, -1, null, null, -1);
      return last;
    }
    Hardware hardware = oracle.hardware();
    TrapAction action = hardware.action(trap);
    int policer = action == TrapAction.DROP ? -1 : hardware.policerOf(trap);
    Fate fate = hardware.hit(trap);
    if (fate == Fate.OPEN) {
      fate = hardware.settle(trap, passedIfOpen(trap, before));
    }
    note(trap, action, policer);
    exercised.add(arrival.trap(), action);
    if (fate == Fate.COPIED) {
      Trap registered = devlink.registeredTrap(trap);
      Port port = subject.description().ports().get(arrival.port() - 1);
      Event.InputPort inputPort = new Event.InputPort(port.ifindex(), port.name());
      boolean cookie = registered.metadata().contains(Metadata.FLOW_ACTION_COOKIE);
      Outcome outcome =
          oracle.feed(
              new Input.Reported(
                  trap,
                  arrival.port(),
                  inputPort,
                  arrival.frame(),
                  cookie ? arrival.cookie() : null));
      received.addAll(outcome.events());
    }
    last = new Hit(scenario, arrival, trap, action, fate, policer);
    lastHits[trap] = last;
    return last;
  }

  private void note(int trap, TrapAction action, int policer) {
    if (action == TrapAction.DROP) {
      int unused = oracle.hardware().policerOf(trap);
      if (unused >= 0) {
        influences[unused].add(Influence.DROPPED);
      }
    } else if (policer >= 0) {
      influences[policer].usedBy(oracle.devlink().groupOf(trap));
    }
  }

  /** Whether the policer let a packet pass that it may also have discarded. */
  private boolean passedIfOpen(int trap, DevlinkState before) {
    int group = oracle.devlink().groupOf(trap);
    String name = oracle.devlink().registeredGroup(group).name();
    if (!(subject.probe(new Request.GroupGet(name)) instanceof Reply.OneGroup one)) {
      return true;
    }
    long copies = one.group().packets() - before.groupPackets(group);
    long counted = oracle.devlink().groupPackets(group) - before.groupPackets(group);
    return copies > counted;
  }

  /** A policer's drop counter is not the demanded one; it may have started over (rule POL-31). */
  void policerDrops(View.OfPolicer demanded, View.OfPolicer observed) {
    int policer = oracle.devlink().policer(demanded.id());
    if (startedOver(policer, observed)) {
      return;
    }
    List<Rule> rules = new ArrayList<>();
    if (lockstep.hasOwnTraffic()) {
      rules.add(StatisticsRules.STA_10);
      rules.add(PolicerRules.POL_31);
    } else if (last == null) {
      Cause restart = causes.last(Cause::restarts);
      if (restart != null) {
        boolean reload = restart.request() instanceof Request.Reload;
        rules.add(reload ? ReloadRules.RLD_04 : RegistrationRules.REG_25);
      }
      rules.add(StatisticsRules.STA_09);
    } else {
      rules.addAll(diagnosis.rulesOfDiscards(policer));
    }
    throw new Difference(rules, Words.of(observed), Words.of(demanded));
  }

  /** Looks at the counters before they end, so that their end is not a surprise. */
  void recount(List<View.OfPolicer> demanded, List<View.OfPolicer> observed) {
    prepare();
    for (int i = 0; i < Math.min(demanded.size(), observed.size()); i++) {
      View.OfPolicer other = observed.get(i);
      if (demanded.get(i).id() == other.id() && other.dropped() != null) {
        startedOver(oracle.devlink().policer(other.id()), other);
      }
    }
  }

  /** Whether a policer's counter started over at a change (rule POL-31). */
  private boolean startedOver(int policer, View.OfPolicer observed) {
    long drops = oracle.hardware().policerDrops(policer);
    if (!dropsAtChanges.get(policer).contains(drops - observed.dropped())) {
      return false;
    }
    lockstep.deviate(
        PolicerRules.POL_31, "policer " + observed.id() + " counts from 0 after a change");
    oracle.hardware().recount(policer, observed.dropped());
    dropsAtChanges.get(policer).clear();
    return true;
  }

  /** A policer's counter was looked at, and was right. */
  void policerCounted(long id) {
    int policer = oracle.devlink().policer(id);
    if (policer < dropsAtChanges.size() && !dropsAtChanges.get(policer).isEmpty()) {
      lockstep.exercised().add(PolicerRules.POL_31);
      dropsAtChanges.get(policer).clear();
    }
  }

  /** How many packets a policer lets pass at once now, for certain; 0 without a policer. */
  public long tokens(String trap) {
    prepare();
    int index = oracle.devlink().trap(trap);
    int policer = index < 0 ? -1 : oracle.hardware().policerOf(index);
    return policer < 0 ? 0 : oracle.hardware().bucket(policer).tokens(oracle.state().now());
  }

  /** Nanoseconds until a policer gains a token, or -1. */
  public long untilNextToken(int policer) {
    TokenBucket bucket = oracle.hardware().bucket(policer);
    return bucket.untilNext(oracle.state().now());
  }
}
