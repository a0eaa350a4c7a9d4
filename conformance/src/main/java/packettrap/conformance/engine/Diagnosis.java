package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import packettrap.reference.DevlinkState;
import packettrap.reference.Hardware.Fate;
import packettrap.spec.device.Capability;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.GenericTrapRules;
import packettrap.spec.rule.PacketRules;
import packettrap.spec.rule.PolicerRules;
import packettrap.spec.rule.RegistrationRules;
import packettrap.spec.rule.ReloadRules;
import packettrap.spec.rule.RequestRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.rule.StatisticsRules;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * Finds out why the number of copies is not the demanded one, once it is clear that it is not.
 *
 * <p>It may ask the device more: the script is over anyway. Those questions are not part of the
 * printed conversation.
 */
public final class Diagnosis {
  private static final int MOST_REPLAYS = 16;

  private final Traffic traffic;
  private final Subject subject;
  private final Oracle oracle;
  private final Causes causes;
  private final PolicingTheories theories;
  private final Replay replay;
  private final ActionBlame actions;
  private List<Theory> likely = List.of();
  private Set<Theory> explaining = EnumSet.noneOf(Theory.class);

  Diagnosis(
      Traffic traffic, Subject subject, Oracle oracle, Causes causes, PolicingTheories theories) {
    this.traffic = traffic;
    this.subject = subject;
    this.oracle = oracle;
    this.causes = causes;
    this.theories = theories;
    this.replay = new Replay(subject, oracle);
    this.actions = new ActionBlame(oracle, causes, replay);
  }

  /** From now on counters are explained by theories, which takes time; the likeliest first. */
  public void believe(List<Theory> theories) {
    likely = theories;
  }

  /** The theories that explained the difference; empty: none did, or nobody asked. */
  public Set<Theory> explaining() {
    return explaining;
  }

  /** Those of some theories that explain the counters as they are now. */
  public Set<Theory> surviving(Set<Theory> some) {
    return theories.explaining(some);
  }

  /** The rules of what explains all counters, if it is one fault of the policers. */
  private List<Rule> explanation() {
    if (likely.isEmpty()) {
      return List.of();
    }
    explaining = theories.explaining(EnumSet.allOf(Theory.class));
    List<Theory> ordered = new ArrayList<>(likely);
    ordered.retainAll(explaining);
    List<Rule> rules = new ArrayList<>();
    ordered.forEach(theory -> rules.add(theory.rules().get(0)));
    ordered.forEach(theory -> rules.addAll(theory.rules()));
    return rules;
  }

  /** The rules of a policer's drop counter that is not the demanded one. */
  List<Rule> rulesOfDiscards(int policer) {
    List<Rule> rules = new ArrayList<>(explanation());
    rules.add(PolicerRules.POL_24);
    rules.add(StatisticsRules.STA_10);
    rules.addAll(traffic.influences(policer).rules());
    return rules;
  }

  /** The rule of the generic trap that a frame was made for. */
  Optional<Rule> trapRule(Hit hit) {
    String name = hit.arrival().trap() != null ? hit.arrival().trap() : hit.scenario().trap();
    return GenericTrapRules.of(name);
  }

  /** A trap's statistics are not the demanded ones. */
  Difference ofTrap(View.OfTrap demanded, View.OfTrap observed) {
    return new Difference(rulesOfTrap(demanded, observed), Words.of(observed), Words.of(demanded));
  }

  /** A group's statistics are not the demanded ones. */
  Difference ofGroup(View.OfGroup demanded, View.OfGroup observed) {
    if (demanded.packets() == observed.packets()) {
      return new Difference(
          List.of(StatisticsRules.STA_03, DriverRules.DRV_02),
          Words.of(observed),
          Words.of(demanded));
    }
    int group = oracle.devlink().group(demanded.name());
    for (int trap : oracle.devlink().members(group)) {
      Hit hit = traffic.lastHit(trap);
      if (hit != null && !countsRight(hit)) {
        return new Difference(
            rulesOfCopies(hit, List.of(hit), StatisticsRules.STA_02),
            Words.of(observed),
            Words.of(demanded));
      }
    }
    List<Rule> rules = new ArrayList<>(startingOver());
    // What is there before anything was counted is old; afterwards the sum is the first suspect.
    rules.add(demanded.packets() > 0 ? 0 : rules.size(), StatisticsRules.STA_02);
    if (subject.description().has(Capability.OWN_TRAFFIC)) {
      // Nobody knows how many packets came, so the sum may be right and a trap wrong.
      rules.add(StatisticsRules.STA_01);
    }
    if (traffic.last() == null) {
      rules.add(StatisticsRules.STA_09);
    }
    return new Difference(rules, Words.of(observed), Words.of(demanded));
  }

  private List<Rule> rulesOfTrap(View.OfTrap demanded, View.OfTrap observed) {
    int trap = oracle.devlink().trap(demanded.name());
    Hit hit = traffic.lastHit(trap);
    if (!observed.equals(show(trap))) {
      return List.of(RequestRules.REQ_12, StatisticsRules.STA_10, StatisticsRules.STA_01);
    }
    if (traffic.last() == null) {
      List<Rule> rules = new ArrayList<>(startingOver());
      if (causes.lastChange() == null && causes.all().size() > 1) {
        rules.add(RequestRules.REQ_12);
      }
      rules.add(StatisticsRules.STA_09);
      return rules;
    }
    if (!afterFrames() && observed.packets() < demanded.packets()) {
      return List.of(StatisticsRules.STA_10, StatisticsRules.STA_01);
    }
    if (demanded.packets() == observed.packets()) {
      return demanded.bytes() != observed.bytes()
          ? List.of(StatisticsRules.STA_03, DriverRules.DRV_02)
          : rulesOfDropCounter(demanded, observed);
    }
    boolean seen =
        subject.description().has(Capability.RX_PATH)
            && oracle.devlink().registeredTrap(trap).type() != TrapType.DROP;
    if (hit != null && observed.packets() < demanded.packets() && falselyTrapped(hit)) {
      return rulesOfMistake(hit);
    }
    if (hit != null && observed.packets() > demanded.packets()) {
      int lacking = trapThatCounts(trap, false);
      if (lacking >= 0) {
        List<Rule> rules = new ArrayList<>();
        rules.add(PacketRules.PKT_01);
        trapRule(lacking).ifPresent(rules::add);
        trapRule(trap).ifPresent(rules::add);
        return rules;
      }
    }
    List<Rule> explanation = seen || !policersCountWrong() ? List.of() : explanation();
    if (!explanation.isEmpty()) {
      return explanation;
    }
    if (hit != null && seen) {
      // The stack received what it should, so that only the counting is wrong.
      return observed.packets() < demanded.packets()
          ? List.of(StatisticsRules.STA_04, StatisticsRules.STA_01)
          : List.of(StatisticsRules.STA_01, DriverRules.DRV_03);
    }
    if (hit != null
        && hit.fate() == Fate.DROPPED
        && demanded.dropped() != null
        && observed.packets() == demanded.packets() + demanded.dropped()) {
      return rulesOfReportedDrop(hit);
    }
    if (hit == null || hit.trap() != traffic.last().trap()) {
      Hit latest = traffic.last();
      List<Rule> rules = new ArrayList<>();
      rules.add(latest.trap() < 0 ? PacketRules.PKT_02 : PacketRules.PKT_01);
      trapRule(latest).ifPresent(rules::add);
      GenericTrapRules.of(demanded.name()).ifPresent(rules::add);
      rules.add(StatisticsRules.STA_01);
      return rules;
    }
    return rulesOfCopies(hit, List.of(hit), StatisticsRules.STA_01);
  }

  private boolean afterFrames() {
    Cause change = causes.lastChange();
    return change.request() instanceof Request.Inject
        || change.request() instanceof Request.Advance;
  }

  /** A copy was counted of a frame that ends at its trap. */
  private List<Rule> rulesOfReportedDrop(Hit hit) {
    List<Rule> rules = new ArrayList<>(rulesOfAction(hit, DriverRules.DRV_04));
    rules.add(Math.min(2, rules.size()), StatisticsRules.STA_12);
    return rules;
  }

  /** It is the counter's fault only if the device knows which frames hit the trap. */
  private List<Rule> rulesOfDropCounter(View.OfTrap demanded, View.OfTrap observed) {
    int trap = oracle.devlink().trap(demanded.name());
    List<Rule> rules = new ArrayList<>();
    boolean tooFew = observed.dropped() < demanded.dropped();
    int other = tooFew ? falseTrap(trap) : -1;
    Hit hit = traffic.lastHit(trap);
    if (tooFew && !afterFrames()) {
      return List.of(StatisticsRules.STA_10, StatisticsRules.STA_11);
    }
    List<Rule> context = hit == null ? List.of() : rulesOfAction(hit, StatisticsRules.STA_11);
    Hit mistaken = mistaken(trap, tooFew);
    if (mistaken != null) {
      rules.add(mistaken.trap() < 0 ? PacketRules.PKT_02 : PacketRules.PKT_01);
      GenericTrapRules.of(demanded.name()).ifPresent(rule -> rules.add(tooFew ? 0 : 1, rule));
      trapRule(other).ifPresent(rules::add);
      trapRule(mistaken).ifPresent(rules::add);
    }
    rules.addAll(context);
    rules.add(StatisticsRules.STA_11);
    rules.add(StatisticsRules.STA_10);
    return rules;
  }

  /** A frame of the last scenario that is not known to hit a trap, or is thought to. */
  private Hit mistaken(int trap, boolean hitsIt) {
    List<Hit> seen = new ArrayList<>();
    for (Hit hit : traffic.played()) {
      boolean concerns = (hit.trap() == trap) == hitsIt;
      if (concerns && seen.stream().noneMatch(one -> one.arrival() == hit.arrival())) {
        seen.add(hit);
        if (replay.reported(hit, trap) != hitsIt) {
          return hit;
        }
        if (seen.size() == MOST_REPLAYS) {
          return null;
        }
      }
    }
    return null;
  }

  private Optional<Rule> trapRule(int trap) {
    return trap < 0
        ? Optional.empty()
        : GenericTrapRules.of(oracle.devlink().registeredTrap(trap).name());
  }

  private List<Rule> startingOver() {
    Cause restart = causes.last(Cause::restarts);
    if (restart == null) {
      return causes.reloaded() ? List.of(ReloadRules.RLD_04) : List.of();
    }
    return restart.request() instanceof Request.Reload
        ? List.of(ReloadRules.RLD_04)
        : List.of(RegistrationRules.REG_25);
  }

  /** Whether the statistics of a frame's trap are the demanded ones. */
  boolean countsRight(Hit hit) {
    if (hit.trap() < 0) {
      return true;
    }
    View.OfTrap view = show(hit.trap());
    return view != null && view.packets() == oracle.devlink().trapPackets(hit.trap());
  }

  private boolean changesWhenRead(int trap) {
    return !Objects.equals(show(trap), show(trap));
  }

  private View.OfTrap show(int trap) {
    return replay.show(trap);
  }

  /**
   * The rules that speak of a frame's copies, if there are more or fewer than there should be.
   *
   * @param symptom the rule of where it was seen
   */
  List<Rule> rulesOfCopies(Hit hit, List<Hit> hits, Rule symptom) {
    List<Rule> rules = new ArrayList<>();
    if (hit.trap() < 0) {
      rules.add(PacketRules.PKT_02);
      trapRule(falseTrap(-1)).ifPresent(rules::add);
      trapRule(hit).ifPresent(rules::add);
      return rules;
    }
    DevlinkState devlink = oracle.devlink();
    if (changesWhenRead(hit.trap())) {
      rules.add(RequestRules.REQ_12);
      rules.add(StatisticsRules.STA_10);
    }
    View.OfTrap view = show(hit.trap());
    long excess = view == null ? 0 : view.packets() - devlink.trapPackets(hit.trap());
    if (excess > 0) {
      rules.addAll(rulesOfExcess(hit, hits));
    } else if (excess < 0) {
      rules.addAll(rulesOfLack(hit, hits));
      if (countsFromAnew(hit.trap(), view)) {
        rules.add(Math.min(2, rules.size()), StatisticsRules.STA_10);
      }
    }
    rules.add(symptom);
    return rules;
  }

  /** Whether a trap shows as many packets as came in last, as if there had been none before. */
  private boolean countsFromAnew(int trap, View.OfTrap view) {
    long latest =
        traffic.played().stream().filter(hit -> hit.trap() == trap && hit.copied()).count();
    return latest < oracle.devlink().trapPackets(trap) && view.packets() == latest;
  }

  private List<Rule> rulesOfExcess(Hit hit, List<Hit> hits) {
    List<Rule> rules = new ArrayList<>();
    boolean discards = hits.stream().anyMatch(one -> one.fate() == Fate.DISCARDED);
    if (hit.fate() == Fate.DROPPED) {
      rules.addAll(rulesOfReportedDrop(hit));
    } else if (discards) {
      rules.addAll(explanation());
      rules.addAll(policing(hit, PolicerRules.POL_21));
      if (policerCountsRight(hit)) {
        rules.add(0, PolicerRules.POL_25);
      }
    } else {
      boolean seen =
          subject.description().has(Capability.RX_PATH)
              && oracle.devlink().registeredTrap(hit.trap()).type() != TrapType.DROP;
      rules.add(seen ? StatisticsRules.STA_01 : DriverRules.DRV_03);
      rules.add(seen ? DriverRules.DRV_03 : StatisticsRules.STA_01);
    }
    return rules;
  }

  private List<Rule> rulesOfLack(Hit hit, List<Hit> hits) {
    List<Rule> rules = new ArrayList<>();
    List<Rule> explanation = explanation();
    if (policersCountWrong()) {
      rules.addAll(explanation);
      rules.addAll(policing(hit, PolicerRules.POL_20));
      return rules;
    }
    if (falselyTrapped(hit)) {
      return rulesOfMistake(hit);
    }
    Rule basic = hit.action() == TrapAction.MIRROR ? DriverRules.DRV_08 : DriverRules.DRV_06;
    List<Rule> action = rulesOfAction(hit, basic);
    boolean recognised = recognised(hit);
    if (!recognised && countedOnlyIfMonitored(hit)) {
      rules.add(StatisticsRules.STA_04);
    }
    long now = traffic.played().stream().filter(one -> one.trap() == hit.trap()).count();
    boolean knownBefore = oracle.devlink().trapPackets(hit.trap()) > Math.max(hits.size(), now);
    boolean straight = action.get(0) == basic;
    if (!recognised && !knownBefore && straight) {
      boolean vanishes = actions.wasSet(hit) && replay.vanishes(hit);
      trapRule(hit).ifPresent(rules::add);
      rules.add(vanishes ? 0 : rules.size(), vanishes ? DriverRules.DRV_11 : PacketRules.PKT_01);
      rules.addAll(action);
      return rules;
    }
    if (straight) {
      rules.addAll(explanation);
    }
    rules.addAll(action);
    if (hit.policer() >= 0) {
      rules.addAll(policing(hit, PolicerRules.POL_20));
    } else if (boundBefore(hit) && !subject.description().has(Callback.POLICER_COUNTER_GET)) {
      rules.add(0, PolicerRules.POL_28);
    } else {
      rules.add(PolicerRules.POL_27);
    }
    trapRule(hit).ifPresent(rules::add);
    rules.add(StatisticsRules.STA_04);
    return rules;
  }

  private boolean countedOnlyIfMonitored(Hit hit) {
    return subject.description().has(Capability.DROP_MONITOR)
        && subject.probe(new Request.MonitorStart(false, true)) instanceof Reply.Done
        && replay.reported(hit, hit.trap());
  }

  private boolean boundBefore(Hit hit) {
    String group = oracle.devlink().registeredTrap(hit.trap()).group();
    return oracle.devlink().policerCount() > 0
        && causes.last(cause -> !cause.failed() && Causes.touchesBinding(cause, group)) != null;
  }

  /** Whether a policer discarded more or fewer packets than it should have. */
  private boolean policersCountWrong() {
    for (int policer = 0; policer < oracle.devlink().policerCount(); policer++) {
      if (!countsRight(policer)) {
        return true;
      }
    }
    return false;
  }

  private boolean policerCountsRight(Hit hit) {
    return hit.policer() < 0 || countsRight(hit.policer());
  }

  private boolean countsRight(int policer) {
    long id = oracle.devlink().registeredPolicer(policer).id();
    return !(subject.probe(new Request.PolicerGet(id)) instanceof Reply.OnePolicer one)
        || one.policer().dropped() == null
        || one.policer().dropped() == oracle.hardware().policerDrops(policer);
  }

  private List<Rule> policing(Hit hit, Rule basic) {
    List<Rule> rules = new ArrayList<>();
    String group = oracle.devlink().registeredTrap(hit.trap()).group();
    Cause refused =
        causes.last(
            cause ->
                cause.failed()
                    && (Causes.touchesBinding(cause, group)
                        || cause.request() instanceof Request.PolicerSet));
    if (refused != null) {
      rules.add(DriverRules.DRV_10);
    }
    if (hit.policer() < 0) {
      rules.add(PolicerRules.POL_27);
    } else {
      rules.addAll(traffic.influences(hit.policer()).rules());
    }
    // The latest influence is the likeliest; if it is not that, policing as such is wrong.
    rules.add(Math.min(1, rules.size()), basic);
    Cause set =
        causes.last(
            cause ->
                !cause.failed()
                    && (Causes.touchesBinding(cause, group)
                        || cause.request() instanceof Request.PolicerSet));
    if (set != null && configuredAfter(set)) {
      rules.add(Math.min(2, rules.size()), DriverRules.DRV_17);
    }
    int refilled = rules.indexOf(ReloadRules.RLD_05);
    if (refilled >= 0) {
      rules.add(refilled + 1, DriverRules.DRV_18);
    }
    return rules;
  }

  /** A trap but this one on which more frames were reported or dropped than hit it; -1: none. */
  int falseTrap(int except) {
    return trapThatCounts(except, true);
  }

  private int trapThatCounts(int except, boolean tooMuch) {
    if (!(subject.probe(new Request.TrapDump()) instanceof Reply.Traps all)) {
      return -1;
    }
    for (View.OfTrap view : all.traps()) {
      int trap = oracle.devlink().trap(view.name());
      boolean other = trap >= 0 && trap != except;
      if (other && (tooMuch ? countsTooMuch(trap, view) : countsTooFew(trap, view))) {
        return trap;
      }
    }
    return -1;
  }

  private boolean countsTooMuch(int trap, View.OfTrap view) {
    Trap registered = oracle.devlink().registeredTrap(trap);
    return view.packets() > oracle.devlink().trapPackets(trap)
        || view.dropped() != null
            && view.dropped() > oracle.hardware().trapDropped(registered).value();
  }

  private boolean countsTooFew(int trap, View.OfTrap view) {
    return view.packets() < oracle.devlink().trapPackets(trap);
  }

  /** A frame is taken for one that hits another trap. */
  List<Rule> rulesOfMistake(Hit hit) {
    List<Rule> rules = new ArrayList<>();
    if (hit.trap() < 0) {
      trapRule(falseTrap(-1)).ifPresent(rules::add);
      rules.add(PacketRules.PKT_03);
      rules.add(PacketRules.PKT_02);
      return rules;
    }
    rules.add(PacketRules.PKT_01);
    trapRule(hit).ifPresent(rules::add);
    trapRule(falseTrap(hit.trap())).ifPresent(rules::add);
    return rules;
  }

  /** Whether a frame was taken for one that hits another trap. */
  boolean falselyTrapped(Hit hit) {
    return falseTrap(hit.trap()) >= 0;
  }

  /**
   * Whether the device knows that the frame hits its trap: sent once more, with the action trap and
   * full policers, it is reported.
   */
  boolean recognised(Hit hit) {
    return replay.reported(hit, hit.trap());
  }

  /** The rules of a frame that was not treated as its trap's action demands. */
  List<Rule> rulesOfAction(Hit hit, Rule basic) {
    return actions.rules(hit, basic);
  }

  private boolean configuredAfter(Cause earlier) {
    Cause configure = causes.last(cause -> cause.request() instanceof Request.Configure);
    return earlier != null
        && configure != null
        && causes.all().lastIndexOf(configure) > causes.all().lastIndexOf(earlier);
  }
}
