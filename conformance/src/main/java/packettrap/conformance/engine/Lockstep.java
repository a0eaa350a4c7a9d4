package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import packettrap.reference.Hardware;
import packettrap.reference.Input;
import packettrap.reference.Outcome;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Capability;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.rule.ActionRules;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.MonitorRules;
import packettrap.spec.rule.Need;
import packettrap.spec.rule.RequestRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.rule.StatisticsRules;
import packettrap.spec.trap.Callback;

/**
 * Device and oracle side by side: every request goes to both, and the first difference ends it.
 *
 * <p>Frames are in {@link Traffic}, for they need a scenario that says what they must do.
 */
public final class Lockstep {
  private static final Reply UNSUPPORTED = new Reply.Failed(Errno.EOPNOTSUPP, null);

  private final Subject subject;
  private final Oracle oracle;
  private final Exercised exercised;
  private final Causes causes;
  private final ViewComparison views;
  private final EventComparison events;
  private final Map<Rule, String> deviations = new LinkedHashMap<>();
  private final Traffic traffic;

  /** Null if the device has none. */
  private final OwnTraffic own;

  private SwitchConfig config;
  private boolean refused;

  /** Which callback of the next request is refused in the driver's place; 0: none. */
  private int refusing;

  /** A device that was just registered, and nothing was asked of it yet. */
  public Lockstep(Subject subject, Exercised exercised) {
    this.subject = subject;
    this.exercised = exercised;
    this.oracle = new Oracle(subject.description());
    this.causes = new Causes(!has(Capability.VIRTUAL_TIME) && has(Capability.RELOAD));
    this.views = new ViewComparison(subject, oracle, causes, this);
    this.events =
        new EventComparison(
            subject.description(), oracle, exercised, causes, views, this::isUnreadable);
    this.traffic = new Traffic(this, subject, oracle, exercised, causes);
    this.own =
        has(Capability.OWN_TRAFFIC)
            ? new OwnTraffic(this, subject, oracle, exercised, causes)
            : null;
  }

  /** Compares the announcement of what was registered. */
  public void begin() {
    Outcome outcome = oracle.begin();
    List<Event> announced = subject.announcement();
    if (own != null) {
      own.begin();
    }
    if (has(Capability.NOTIFICATIONS) && Need.FRESH.holds(subject.description())) {
      events.announcement(announced, outcome.events());
    }
  }

  /** Asks both, and compares what they answer and what happens. */
  public void ask(Request request) {
    if (request instanceof Request.Reload
        || request instanceof Request.Register
        || request instanceof Request.Unregister) {
      beforeTheEnd();
    }
    if (refusing > 0) {
      refuseNow();
    }
    Reply reply = subject.call(request);
    List<Event> observed = seen(request, reply);
    events.rememberActions(request);
    Outcome outcome = expected(request, reply);
    subject.reference(outcome.reply(), outcome.events());
    Cause cause = causes.add(request, outcome);
    if (isUnreadable(request, reply, outcome)) {
      deviate(StatisticsRules.STA_13, "a counter could not be read: " + Words.of(request));
      return;
    }
    views.compare(request, reply, outcome);
    count(request, outcome);
    boolean granted = reply instanceof Reply.Done done && done.warning() == null;
    if (granted || refused) {
      for (Wish wish : Wishes.of(request, oracle.devlink())) {
        exercised.add(wish, granted);
        exercised.add(DriverRules.DRV_15);
      }
    }
    if (request instanceof Request.Register
        || Oracle.innermost(request) instanceof Request.Reload && !cause.failed()) {
      config = null;
      traffic.restart();
    }
    events.afterRequest(cause, observed, outcome.events());
    traffic.after(cause);
    if (own != null) {
      own.after(cause);
    }
  }

  /** What the device did by itself, without what came of traffic of its own. */
  private List<Event> seen(Request request, Reply reply) {
    return own == null ? subject.events() : own.see(request, reply, subject.events());
  }

  /** The last chance to see which counters started over or cannot be read: both are deviations. */
  private void beforeTheEnd() {
    events.unreadable(List.of());
    List<View> unreadable = new ArrayList<>();
    if (subject.description().has(Callback.POLICER_COUNTER_GET)
        && subject.probe(new Request.PolicerDump()) instanceof Reply.Policers dump
        && oracle.ask(new Request.PolicerDump()).reply() instanceof Reply.Policers demanded) {
      traffic.recount(demanded.policers(), dump.policers());
      if (dump.policers().size() < demanded.policers().size()) {
        unreadable.addAll(demanded.policers());
      }
    }
    if (subject.description().has(Callback.DROP_COUNTER_GET)
        && subject.probe(new Request.TrapDump()) instanceof Reply.Traps dump
        && dump.traps().size() < oracle.devlink().trapCount()
        && oracle.ask(new Request.TrapDump()).reply() instanceof Reply.Traps demanded) {
      unreadable.addAll(demanded.traps());
    }
    unreadable.removeIf(view -> !isUnreadable(view));
    events.unreadable(unreadable);
  }

  /** Whether an object cannot be shown now because its counter cannot be read. */
  boolean isUnreadable(View view) {
    boolean counted =
        subject
            .description()
            .has(
                view instanceof View.OfTrap
                    ? Callback.DROP_COUNTER_GET
                    : Callback.POLICER_COUNTER_GET);
    if (!counted
        || view instanceof View.OfGroup
        || !(subject.probe(ViewComparison.getOf(view)) instanceof Reply.Failed failed)
        || failed.errno() != Errno.EMSGSIZE) {
      return false;
    }
    deviate(StatisticsRules.STA_13, "a counter could not be read: " + ViewComparison.nameOf(view));
    return true;
  }

  private void count(Request request, Outcome outcome) {
    exercised.add(DriverRules.DRV_14);
    if (outcome.reply() instanceof Reply.MonitorStats stats
        && stats.software() != stats.hardware()) {
      exercised.add(MonitorRules.MON_19);
    }
    boolean asksForbidden = oracle.hardware().failing(Callback.TRAP_ACTION_SET);
    for (Rule rule : outcome.replyRules()) {
      // That the driver is not asked can be seen only while it refuses.
      if (rule != ActionRules.ACT_13 || asksForbidden) {
        exercised.add(rule);
      }
    }
    if (outcome.stateRules() != outcome.replyRules()) {
      exercised.add(outcome.stateRules());
    }
    if (outcome.reply() instanceof Reply.Failed) {
      exercised.add(RequestRules.REQ_11);
    }
  }

  /** The oracle's outcome, after it was told what the driver must have answered. */
  private Outcome expected(Request request, Reply reply) {
    Hardware hardware = oracle.hardware();
    refused = false;
    if (refusing > 0) {
      hardware.refuse(refusing, Answer.REFUSED);
      refusing = 0;
      Outcome outcome = oracle.ask(request);
      hardware.refuse(0, null);
      return outcome;
    }
    if (!(reply instanceof Reply.Failed failed)) {
      return oracle.ask(request);
    }
    boolean own = Matching.isOwn(failed.message());
    Answer refusal = new Answer(failed.errno(), own ? null : failed.message());
    hardware.failWith(refusal);
    Request inner = Oracle.innermost(request);
    if (!(inner instanceof Request.TrapSet
        || inner instanceof Request.GroupSet
        || inner instanceof Request.PolicerSet)) {
      return oracle.ask(request);
    }
    DryRun dry = new DryRun(hardware, refusal);
    Reply foreseen = oracle.foresee(request, dry);
    boolean partly = isPartly(failed);
    if (dry.asked() == 0
        || foreseen instanceof Reply.Failed other && Matching.failure(other, failed)
        || Matching.isOwn(failed.message()) && !partly) {
      return oracle.ask(request);
    }
    if (isMechanismErrno(failed.errno())) {
      deviate(
          DriverRules.DRV_15,
          "the driver refused with " + failed.errno() + ": " + Words.of(request));
    }
    refused = true;
    int nth = partly ? dry.asked() : views.refusedMember(request, refusal, dry.asked());
    hardware.refuse(nth, partly ? new Answer(failed.errno(), null) : refusal);
    Outcome outcome = oracle.ask(request);
    hardware.refuse(0, null);
    return outcome;
  }

  private static boolean isPartly(Reply.Failed failed) {
    return Matching.text(
        "Trap group set failed, but some changes were committed already", failed.message());
  }

  private static boolean isMechanismErrno(Errno errno) {
    return errno == Errno.EPERM
        || errno == Errno.ENOENT
        || errno == Errno.ENODEV
        || errno == Errno.EEXIST;
  }

  /** Whether a driver's counter failed though nobody asked it to. */
  private boolean isUnreadable(Request whole, Reply reply, Outcome outcome) {
    Request request = Oracle.innermost(whole);
    if (!(reply instanceof Reply.Failed failed) || failed.errno() != Errno.EMSGSIZE) {
      return false;
    }
    Callback callback =
        request instanceof Request.TrapGet
            ? Callback.DROP_COUNTER_GET
            : request instanceof Request.PolicerGet ? Callback.POLICER_COUNTER_GET : null;
    return callback != null
        && subject.description().has(callback)
        && !oracle.hardware().failing(callback)
        && !(outcome.reply() instanceof Reply.Failed);
  }

  /** A SHOULD rule was not kept; the script goes on. */
  void deviate(Rule rule, String sentence) {
    deviations.putIfAbsent(rule, sentence);
  }

  /** SHOULD rules that were not kept, and how. */
  public Map<Rule, String> deviations() {
    return deviations;
  }

  /** Time passes. */
  public void advance(long nanos) {
    if (nanos < 0 || oracle.state().now() + nanos < 0) {
      return;
    }
    Request request = new Request.Advance(nanos);
    Reply reply = subject.call(request);
    Outcome outcome = oracle.advance(nanos);
    subject.reference(Reply.DONE, outcome.events());
    Cause cause = causes.add(request, outcome);
    expectDone(request, reply, List.of(MonitorRules.MON_22, DriverRules.DRV_14));
    traffic.after(cause);
    exercised.add(DriverRules.DRV_13);
    events.afterTime(seen(request, reply), outcome.events(), traffic.queuesFrames());
  }

  /** All ports are taken up or down. */
  void ports(boolean up) {
    Request request = new Request.Ports(up, up ? OwnTraffic.COOKIE : null);
    Reply reply = subject.call(request);
    subject.reference(Reply.DONE, List.of());
    causes.add(request, Causes.NOTHING);
    expectDone(request, reply, List.of(DriverRules.DRV_14));
    events.nothing(seen(request, reply), List.of(DriverRules.DRV_13));
  }

  /** The same as in an earlier conversation, in which the device's own traffic may flow. */
  void takePorts(boolean up) {
    ports(up);
    if (own != null) {
      own.flows(up);
    }
  }

  /** Whether the device has traffic of its own. */
  boolean hasOwnTraffic() {
    return own != null;
  }

  /** The device makes traffic of its own for a while; its ports may stay up. */
  void flow(boolean stay) {
    own.flow(stay);
  }

  /** The device makes no traffic of its own any more, if that can be had. */
  void still() {
    if (own != null) {
      own.stop();
    }
  }

  /** The switch is configured; false if the device refuses this configuration. */
  public boolean configure(SwitchConfig wanted) {
    if (wanted == null || wanted == config) {
      return true;
    }
    Request request = new Request.Configure(wanted);
    Reply reply = subject.call(request);
    subject.reference(Reply.DONE, List.of());
    causes.add(request, Causes.NOTHING);
    if (reply instanceof Reply.Failed) {
      return false;
    }
    expectDone(request, reply, List.of(DriverRules.DRV_14));
    exercised.add(DriverRules.DRV_17);
    events.nothing(subject.events(), List.of(DriverRules.DRV_13));
    config = wanted;
    return true;
  }

  /** The configuration that the switch has; null: none. */
  SwitchConfig config() {
    return config;
  }

  /** A callback of the driver fails from now on, or no longer does. */
  public void fail(Callback callback, boolean on) {
    if (oracle.hardware().failing(callback) == on) {
      return;
    }
    Request request = new Request.Fail(callback, on);
    Reply reply = subject.call(request);
    subject.reference(Reply.DONE, List.of());
    oracle.hardware().fail(callback, on);
    causes.add(request, Causes.NOTHING);
    expectDone(request, reply, List.of(DriverRules.DRV_14));
  }

  /** The {@code nth} callback of the next request is refused in the driver's place. */
  public void refuse(int nth) {
    refusing = nth;
  }

  private void refuseNow() {
    Request request = new Request.Refuse(refusing);
    Reply reply = subject.call(request);
    subject.reference(Reply.DONE, List.of());
    causes.add(request, Causes.NOTHING);
    expectDone(request, reply, List.of(DriverRules.DRV_14));
  }

  /** No callback fails any more. */
  public void failNothing() {
    for (Callback callback : Callback.values()) {
      fail(callback, false);
    }
  }

  /** The stack drops a packet, several times. */
  public void dropInSoftware(Request.SoftwareDrop drop) {
    Reply reply = subject.call(drop);
    var port = subject.description().ports().get(drop.port() - 1);
    Event.InputPort inputPort = new Event.InputPort(port.ifindex(), null);
    oracle.feed(
        new Input.DroppedInSoftware(
            inputPort, drop.frame(), drop.pc(), drop.symbol(), drop.reason()));
    Outcome outcome = oracle.feed(new Input.Drained());
    subject.reference(Reply.DONE, outcome.events());
    causes.add(drop, Causes.NOTHING);
    expectDone(drop, reply, List.of(DriverRules.DRV_14));
    events.afterSoftwareDrop(subject.events(), outcome.events());
  }

  /** A request that the device cannot carry out is refused and changes nothing. */
  public void askUnsupported(Request request) {
    Reply reply = subject.call(request);
    subject.reference(UNSUPPORTED, List.of());
    causes.add(request, Causes.UNSUPPORTED);
    exercised.add(RequestRules.REQ_14);
    if (!(reply instanceof Reply.Failed failed) || failed.errno() != Errno.EOPNOTSUPP) {
      throw new Difference(
          List.of(RequestRules.REQ_14),
          "the device answered: " + Words.of(reply),
          "EOPNOTSUPP, because it does not declare the capability");
    }
    events.nothing(subject.events(), List.of(RequestRules.REQ_14));
  }

  /** Looks at everything. */
  public void observe() {
    boolean counted = own == null ? traffic.last() != null : own.flowed();
    exercised.add(counted ? StatisticsRules.STA_10 : StatisticsRules.STA_09);
    ask(new Request.TrapDump());
    ask(new Request.GroupDump());
    ask(new Request.PolicerDump());
    if (has(Capability.DROP_MONITOR)) {
      ask(new Request.MonitorConfigGet());
      ask(new Request.MonitorStatsGet());
    }
  }

  private void expectDone(Request request, Reply reply, List<Rule> rules) {
    if (!(reply instanceof Reply.Done)) {
      throw new Difference(
          rules, "the device answered: " + Words.of(reply), "success: " + Words.of(request));
    }
  }

  boolean has(Capability capability) {
    return subject.description().has(capability);
  }

  /** The device. */
  public Subject subject() {
    return subject;
  }

  /** The oracle. */
  public Oracle oracle() {
    return oracle;
  }

  /** Frames. */
  public Traffic traffic() {
    return traffic;
  }

  EventComparison events() {
    return events;
  }

  Exercised exercised() {
    return exercised;
  }
}
