package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import packettrap.reference.DevlinkState;
import packettrap.reference.Outcome;
import packettrap.spec.device.Answer;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.rule.ActionRules;
import packettrap.spec.rule.GroupRules;
import packettrap.spec.rule.MetadataRules;
import packettrap.spec.rule.PolicerRules;
import packettrap.spec.rule.RegistrationRules;
import packettrap.spec.rule.RequestRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.rule.StatisticsRules;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Compares replies field by field, and names the rule of each field. */
final class ViewComparison {
  private final Subject subject;
  private final Oracle oracle;
  private final Causes causes;
  private final Lockstep lockstep;

  ViewComparison(Subject subject, Oracle oracle, Causes causes, Lockstep lockstep) {
    this.subject = subject;
    this.oracle = oracle;
    this.causes = causes;
    this.lockstep = lockstep;
  }

  void compare(Request request, Reply observed, Outcome outcome) {
    Reply demanded = outcome.reply();
    if (demanded instanceof Reply.OneTrap one && observed instanceof Reply.OneTrap other) {
      compare(one.trap(), other.trap());
    } else if (demanded instanceof Reply.OneGroup one && observed instanceof Reply.OneGroup other) {
      compare(one.group(), other.group());
    } else if (demanded instanceof Reply.OnePolicer one
        && observed instanceof Reply.OnePolicer other) {
      compare(one.policer(), other.policer());
    } else if (demanded instanceof Reply.Traps all && observed instanceof Reply.Traps others) {
      compareAll(all.traps(), others.traps(), rulesOfDump(outcome));
    } else if (demanded instanceof Reply.Groups all && observed instanceof Reply.Groups others) {
      compareAll(all.groups(), others.groups(), rulesOfDump(outcome));
    } else if (demanded instanceof Reply.Policers all
        && observed instanceof Reply.Policers others) {
      compareAll(all.policers(), others.policers(), rulesOfDump(outcome));
    } else if (!Matching.plain(demanded, observed) && !isEarlyRange(request, observed)) {
      throw new Difference(
          rulesOfReply(request, observed, outcome), Words.of(observed), Words.of(demanded));
    }
  }

  private List<Rule> rulesOfDump(Outcome outcome) {
    List<Rule> rules = new ArrayList<>(leftOver(outcome));
    rules.addAll(outcome.replyRules());
    return rules;
  }

  /** Newer kernels find an action out of range before they look anything up (rule ACT-09). */
  private static boolean isEarlyRange(Request request, Reply observed) {
    Request inner = Oracle.innermost(request);
    Integer action =
        inner instanceof Request.TrapSet set
            ? set.action()
            : inner instanceof Request.GroupSet set ? set.action() : null;
    return action != null
        && TrapAction.ofNumber(action) == null
        && !(request instanceof Request.Unprivileged)
        && observed instanceof Reply.Failed failed
        && failed.errno() == Errno.ERANGE;
  }

  private List<Rule> rulesOfReply(Request request, Reply observed, Outcome outcome) {
    if (Oracle.innermost(request) instanceof Request.Monitor
        && !(request instanceof Request.Unprivileged)) {
      return MonitorBlame.ofReply(causes, observed, outcome);
    }
    List<Rule> rules = new ArrayList<>();
    if (outcome.replyRules().contains(RequestRules.REQ_02)
        && observed instanceof Reply.Failed failed
        && failed.errno() == Errno.EPERM) {
      rules.add(RequestRules.REQ_02);
    }
    if (!(outcome.reply() instanceof Reply.Failed) && observed instanceof Reply.Failed failed) {
      if (outcome.replyRules().contains(PolicerRules.POL_07)) {
        rules.add(PolicerRules.POL_07);
      }
      rules.addAll(rulesOfText(request, failed.message()));
    }
    if (observed instanceof Reply.Done done
        && done.warning() != null
        && outcome.reply() == Reply.DONE) {
      rules.addAll(
          oracle.hardware().available().contains(Callback.GROUP_ACTION_SET)
                  && Oracle.innermost(request) instanceof Request.GroupSet
              ? List.of(GroupRules.GRP_06)
              : List.of(ActionRules.ACT_06));
    }
    rules.addAll(leftOver(outcome));
    rules.addAll(outcome.replyRules());
    if (Oracle.innermost(request) instanceof Request.GroupSet) {
      // Where members are set one by one, the rules of one trap's action are behind those of
      // groups.
      boolean warns = outcome.reply() instanceof Reply.Done done && done.warning() != null;
      boolean refuses = outcome.reply() instanceof Reply.Failed && observed instanceof Reply.Done;
      if (warns) {
        rules.add(Math.min(1, rules.size()), ActionRules.ACT_05);
      } else if (refuses && rules.contains(GroupRules.GRP_04)) {
        rules.add(Math.min(1, rules.size()), ActionRules.ACT_12);
      }
    }
    if (Oracle.innermost(request) instanceof Request.PolicerSet set
        && (set.rate() == null || set.burst() == null)
        && rules.contains(PolicerRules.POL_07)) {
      rules.add(1, PolicerRules.POL_08);
    }
    return rules.isEmpty() ? List.of(RequestRules.REQ_11) : rules;
  }

  /** If nothing is registered, something may be left of a registration that failed. */
  private List<Rule> leftOver(Outcome outcome) {
    boolean nothing =
        outcome.state() != null
            && outcome.state().registered()
            && outcome.state().devlink().trapCount() == 0;
    Cause last = causes.last(cause -> cause.request() instanceof Request.Register);
    return nothing && last != null && last.failed() ? List.of(RegistrationRules.REG_21) : List.of();
  }

  private static List<Rule> rulesOfText(Request request, String text) {
    if (!Matching.isOwn(text)) {
      return List.of();
    }
    boolean group = Oracle.innermost(request) instanceof Request.GroupSet;
    if (text.endsWith("this trap")) {
      return List.of(RequestRules.REQ_08);
    } else if (text.endsWith("trap group")) {
      return List.of(RequestRules.REQ_09);
    } else if (text.endsWith("trap policer")) {
      return List.of(group ? GroupRules.GRP_09 : RequestRules.REQ_10);
    } else if (text.endsWith("rate lower than limit")) {
      return List.of(PolicerRules.POL_02);
    } else if (text.endsWith("rate higher than limit")) {
      return List.of(PolicerRules.POL_03);
    } else if (text.endsWith("size lower than limit")) {
      return List.of(PolicerRules.POL_04);
    } else if (text.endsWith("size higher than limit")) {
      return List.of(PolicerRules.POL_05);
    } else if (text.endsWith("trap action")) {
      return List.of(group ? GroupRules.GRP_15 : ActionRules.ACT_09);
    } else if (text.endsWith("committed already")) {
      return List.of(GroupRules.GRP_08);
    }
    return List.of();
  }

  private void compareAll(
      List<? extends View> demanded, List<? extends View> observed, List<Rule> rules) {
    boolean complete = observed.size() == demanded.size();
    for (int i = 0; i < Math.min(demanded.size(), observed.size()); i++) {
      View one = demanded.get(i);
      View other = observed.get(i);
      if (one.equals(other)) {
        continue;
      }
      if (!nameOf(one).equals(nameOf(other))) {
        throw new Difference(rules, "place " + i + " of the dump: " + nameOf(other), nameOf(one));
      }
      compareInDump(one, other);
    }
    if (!complete && !endsEarlyByItself(demanded, observed)) {
      throw new Difference(
          rules, "a dump of " + observed.size() + " objects", demanded.size() + " objects");
    }
  }

  /** A field that only the dump shows wrongly is the dump's fault. */
  private void compareInDump(View demanded, View observed) {
    try {
      compare(demanded, observed);
    } catch (Difference difference) {
      throw isShown(demanded) ? difference.because(List.of(RequestRules.REQ_13)) : difference;
    }
  }

  /** Drop counters may grow by being read (rule STA-14). */
  private static boolean sameButForDrops(View one, View other) {
    return one instanceof View.OfTrap trap && other instanceof View.OfTrap same
        ? trap.dropping(null).equals(same.dropping(null))
        : one instanceof View.OfPolicer policer
            && other instanceof View.OfPolicer another
            && policer.dropping(null).equals(another.dropping(null));
  }

  /** Whether a get shows this. */
  boolean isShown(View view) {
    Reply reply = subject.probe(getOf(view));
    return reply instanceof Reply.OneTrap one && sameButForDrops(one.trap(), view)
        || reply instanceof Reply.OneGroup group && group.group().equals(view)
        || reply instanceof Reply.OnePolicer policer && sameButForDrops(policer.policer(), view);
  }

  /** The rules of the first field that differs. */
  List<Rule> rulesOf(View demanded, View observed) {
    try {
      compare(demanded, observed);
    } catch (Difference difference) {
      return difference.rules();
    }
    return List.of();
  }

  private boolean endsEarlyByItself(List<? extends View> demanded, List<? extends View> observed) {
    if (observed.size() > demanded.size()) {
      return false;
    }
    View missing = demanded.get(observed.size());
    Callback callback =
        missing instanceof View.OfTrap ? Callback.DROP_COUNTER_GET : Callback.POLICER_COUNTER_GET;
    if (missing instanceof View.OfGroup
        || !subject.description().has(callback)
        || oracle.hardware().failing(callback)) {
      return false;
    }
    if (subject.probe(getOf(missing)) instanceof Reply.Failed failed
        && failed.errno() == Errno.EMSGSIZE) {
      lockstep.deviate(
          StatisticsRules.STA_13, "a dump ended at " + nameOf(missing) + ", nobody asked it to");
      return true;
    }
    return false;
  }

  static Request getOf(View view) {
    if (view instanceof View.OfTrap trap) {
      return new Request.TrapGet(trap.name());
    } else if (view instanceof View.OfGroup group) {
      return new Request.GroupGet(group.name());
    }
    return new Request.PolicerGet(((View.OfPolicer) view).id());
  }

  static String nameOf(View view) {
    if (view instanceof View.OfTrap trap) {
      return "trap " + trap.name();
    } else if (view instanceof View.OfGroup group) {
      return "group " + group.name();
    }
    return "policer " + ((View.OfPolicer) view).id();
  }

  private void compare(View demanded, View observed) {
    if (demanded instanceof View.OfTrap trap && observed instanceof View.OfTrap other) {
      compareTraps(trap, other);
    } else if (demanded instanceof View.OfGroup group && observed instanceof View.OfGroup other) {
      compareGroups(group, other);
    } else if (demanded instanceof View.OfPolicer policer
        && observed instanceof View.OfPolicer other) {
      comparePolicers(policer, other);
    }
  }

  private void compareTraps(View.OfTrap demanded, View.OfTrap observed) {
    if (demanded.equals(observed)) {
      return;
    }
    field("name", demanded.name(), observed.name(), List.of(RegistrationRules.REG_01));
    field("type", demanded.type(), observed.type(), List.of(MetadataRules.MET_04));
    field("generic", demanded.generic(), observed.generic(), List.of(MetadataRules.MET_04));
    field("group", demanded.group(), observed.group(), List.of(RegistrationRules.REG_01));
    field("metadata", demanded.metadata(), observed.metadata(), List.of(MetadataRules.MET_01));
    if (demanded.action() != observed.action()) {
      field(
          "action of " + demanded.name(),
          demanded.action(),
          observed.action(),
          causes.ofAction(demanded.name(), demanded.group()));
    }
    if ((demanded.dropped() == null) != (observed.dropped() == null)) {
      field("dropped", demanded.dropped(), observed.dropped(), List.of(StatisticsRules.STA_05));
    }
    if (demanded.packets() != observed.packets()
        || demanded.bytes() != observed.bytes()
        || !Objects.equals(demanded.dropped(), observed.dropped())) {
      throw lockstep.traffic().diagnosis().ofTrap(demanded, observed);
    }
  }

  private void compareGroups(View.OfGroup demanded, View.OfGroup observed) {
    field("name", demanded.name(), observed.name(), List.of(RegistrationRules.REG_01));
    field("generic", demanded.generic(), observed.generic(), List.of(RegistrationRules.REG_01));
    if (demanded.policer() != observed.policer()) {
      field(
          "policer of " + demanded.name(),
          demanded.policer(),
          observed.policer(),
          causes.ofBinding(demanded.name()));
    }
    if (demanded.packets() != observed.packets() || demanded.bytes() != observed.bytes()) {
      throw lockstep.traffic().diagnosis().ofGroup(demanded, observed);
    }
  }

  private void comparePolicers(View.OfPolicer demanded, View.OfPolicer observed) {
    field("id", demanded.id(), observed.id(), List.of(RegistrationRules.REG_01));
    if (demanded.rate() != observed.rate() || demanded.burst() != observed.burst()) {
      throw new Difference(
          causes.ofParameters(demanded.id()), Words.of(observed), Words.of(demanded));
    }
    if ((demanded.dropped() == null) != (observed.dropped() == null)) {
      field("dropped", demanded.dropped(), observed.dropped(), List.of(StatisticsRules.STA_06));
    }
    if (!Objects.equals(demanded.dropped(), observed.dropped())) {
      lockstep.traffic().policerDrops(demanded, observed);
    } else if (demanded.dropped() != null) {
      lockstep.traffic().policerCounted(demanded.id());
    }
  }

  private static void field(String name, Object demanded, Object observed, List<Rule> rules) {
    if (!Objects.equals(demanded, observed)) {
      throw new Difference(rules, name + ": " + observed, name + ": " + demanded);
    }
  }

  /**
   * Which question of a group request the driver refused, found by looking at the members: those
   * before it have the new action, those behind it the old one.
   */
  int refusedMember(Request request, Answer refusal, int asked) {
    if (asked == 1
        || !(Oracle.innermost(request) instanceof Request.GroupSet set)
        || oracle.devlink().group(set.group()) < 0) {
      return 1;
    }
    DevlinkState before = oracle.devlink();
    int group = before.group(set.group());
    List<TrapAction> shown = shownActions(before, group);
    for (int nth = 1; nth <= asked; nth++) {
      DevlinkState after = oracle.foresee(request, nth, refusal);
      boolean same = true;
      int place = 0;
      for (int trap : before.members(group)) {
        boolean drop = before.registeredTrap(trap).type() == TrapType.DROP;
        TrapAction seen = shown.get(place);
        same &= !drop || seen == null || after.action(trap) == seen;
        place++;
      }
      if (same) {
        return nth;
      }
    }
    return 1;
  }

  /** The actions of a group's members; null for one that cannot be read. */
  private List<TrapAction> shownActions(DevlinkState before, int group) {
    // A trap whose counter was made to fail cannot be shown at all (rule STA-07).
    boolean blind = oracle.hardware().failing(Callback.DROP_COUNTER_GET);
    if (blind) {
      subject.probe(new Request.Fail(Callback.DROP_COUNTER_GET, false));
    }
    List<TrapAction> shown = new ArrayList<>();
    for (int trap : before.members(group)) {
      Reply reply = subject.probe(new Request.TrapGet(before.registeredTrap(trap).name()));
      shown.add(reply instanceof Reply.OneTrap one ? one.trap().action() : null);
    }
    if (blind) {
      subject.probe(new Request.Fail(Callback.DROP_COUNTER_GET, true));
    }
    return shown;
  }
}
