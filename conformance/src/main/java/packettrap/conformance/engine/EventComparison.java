package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import packettrap.spec.device.Capability;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.Change;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.rule.DriverRules;
import packettrap.spec.rule.MonitorRules;
import packettrap.spec.rule.NotificationRules;
import packettrap.spec.rule.RegistrationRules;
import packettrap.spec.rule.Rule;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Compares what a device does by itself, but for what frames bring about. */
final class EventComparison {
  /** Names of this length or more are subject to a bug of the kernel's (rule MON-24). */
  private static final int LONG_NAME = 38;

  private final DeviceDescription device;
  private final Oracle oracle;
  private final Exercised exercised;
  private final Causes causes;
  private final Map<String, TrapAction> lastActions = new HashMap<>();
  private final ViewComparison views;
  private final Predicate<View> unreadableNow;
  private final Set<String> unreadable = new HashSet<>();

  EventComparison(
      DeviceDescription device,
      Oracle oracle,
      Exercised exercised,
      Causes causes,
      ViewComparison views,
      Predicate<View> unreadableNow) {
    this.device = device;
    this.views = views;
    this.unreadableNow = unreadableNow;
    this.oracle = oracle;
    this.exercised = exercised;
    this.causes = causes;
  }

  void announcement(List<Event> observed, List<Event> demanded) {
    exercised.add(NotificationRules.NTF_01);
    exercised.add(NotificationRules.NTF_02);
    compareNotices(observed, demanded, NotificationRules.NTF_01);
  }

  /** After a request to devlink or drop monitor there are notifications at most. */
  void afterRequest(Cause cause, List<Event> observed, List<Event> demanded) {
    if (observed.isEmpty() && demanded.isEmpty()) {
      if (cause.request() instanceof Request.TrapSet
          || cause.request() instanceof Request.GroupSet
          || cause.request() instanceof Request.PolicerSet) {
        exercised.add(NotificationRules.NTF_05);
      }
      return;
    }
    List<Event> notices = observed.stream().filter(EventComparison::isNotice).toList();
    if (notices.size() < observed.size()) {
      Event other = observed.stream().filter(event -> !isNotice(event)).findFirst().orElseThrow();
      List<Rule> rules = new ArrayList<>(rulesOfUnasked(other));
      if (cause.restarts() || cause.request() instanceof Request.Unregister) {
        // Between the end and the new beginning there are no traps to report on.
        rules.add(DriverRules.DRV_01);
      }
      throw new Difference(rules, Words.of(other), "nothing");
    }
    Rule rule =
        cause.failed()
            ? NotificationRules.NTF_06
            : cause.request() instanceof Request.Reload
                ? NotificationRules.NTF_07
                : cause.request() instanceof Request.Unregister
                    ? NotificationRules.NTF_03
                    : cause.request() instanceof Request.Register
                        ? NotificationRules.NTF_01
                        : NotificationRules.NTF_05;
    exercised.add(NotificationRules.NTF_02);
    compareNotices(notices, demanded, rule);
  }

  /** These objects cannot be shown, and their end is not announced (rule NTF-02). */
  void unreadable(List<View> views) {
    unreadable.clear();
    views.forEach(view -> unreadable.add(ViewComparison.nameOf(view)));
  }

  private boolean isUnreadable(Event notice) {
    View view = viewOf(notice);
    return changeOf(notice) == Change.DEL
        ? unreadable.contains(ViewComparison.nameOf(view))
        : unreadableNow.test(view);
  }

  /** What must be announced, without the objects that cannot be shown, if there is too little. */
  private List<Event> announceable(List<Event> observed, List<Event> demanded) {
    if (observed.size() >= demanded.size()) {
      return demanded;
    }
    List<Event> rest = new ArrayList<>(demanded);
    rest.removeIf(
        notice ->
            observed.stream().noneMatch(other -> sameObject(notice, other))
                && isUnreadable(notice));
    return rest;
  }

  private void compareNotices(List<Event> observed, List<Event> all, Rule rule) {
    if (!device.has(Capability.NOTIFICATIONS)) {
      return;
    }
    List<Event> demanded = announceable(observed, all);
    for (int i = 0; i < Math.max(observed.size(), demanded.size()); i++) {
      Event one = i < demanded.size() ? demanded.get(i) : null;
      Event other = i < observed.size() ? observed.get(i) : null;
      if (sameNotice(one, other)) {
        continue;
      }
      List<Rule> rules = new ArrayList<>();
      Cause earlier = causes.last(cause -> cause != causes.last(any -> true) && cause.failed());
      if (other != null
          && changeOf(other) == Change.DEL
          && (one == null || changeOf(one) == Change.NEW)
          && earlier != null
          && earlier.request() instanceof Request.Register) {
        rules.add(RegistrationRules.REG_21);
      }
      if (one != null && other != null && sameObject(one, other)) {
        rules.addAll(rulesOfContents(one, other));
      } else if (demanded.isEmpty()) {
        rules.add(rule);
      } else {
        boolean deletion = one != null && changeOf(one) == Change.DEL;
        rules.add(rule);
        rules.add(deletion ? NotificationRules.NTF_03 : NotificationRules.NTF_01);
      }
      throw new Difference(
          rules,
          "notification " + (i + 1) + ": " + (other == null ? "none" : Words.of(other)),
          one == null ? "none" : Words.of(one));
    }
  }

  /** What a get shows too is not the announcement's fault; what has ended cannot be looked at. */
  private List<Rule> rulesOfContents(Event demanded, Event observed) {
    List<Rule> rules = new ArrayList<>();
    boolean deletion = changeOf(demanded) == Change.DEL;
    rules.add(deletion ? NotificationRules.NTF_03 : NotificationRules.NTF_02);
    if (!deletion && views.isShown(viewOf(observed))) {
      rules.addAll(0, views.rulesOf(viewOf(demanded), viewOf(observed)));
    }
    rules.add(NotificationRules.NTF_02);
    return rules;
  }

  private static boolean isNotice(Event event) {
    return event instanceof Event.TrapNotice
        || event instanceof Event.GroupNotice
        || event instanceof Event.PolicerNotice;
  }

  private static View viewOf(Event event) {
    if (event instanceof Event.TrapNotice notice) {
      return notice.trap();
    }
    return event instanceof Event.GroupNotice notice
        ? notice.group()
        : ((Event.PolicerNotice) event).policer();
  }

  private static Change changeOf(Event event) {
    if (event instanceof Event.TrapNotice notice) {
      return notice.change();
    }
    return event instanceof Event.GroupNotice notice
        ? notice.change()
        : ((Event.PolicerNotice) event).change();
  }

  private static boolean sameObject(Event one, Event other) {
    if (one instanceof Event.TrapNotice trap && other instanceof Event.TrapNotice same) {
      return trap.change() == same.change() && trap.trap().name().equals(same.trap().name());
    } else if (one instanceof Event.GroupNotice group && other instanceof Event.GroupNotice same) {
      return group.change() == same.change() && group.group().name().equals(same.group().name());
    }
    return one instanceof Event.PolicerNotice policer
        && other instanceof Event.PolicerNotice same
        && policer.change() == same.change()
        && policer.policer().id() == same.policer().id();
  }

  /** A trap's deletion may show the action it had (rule NTF-04). */
  private boolean sameNotice(Event one, Event other) {
    if (Objects.equals(one, other)) {
      return true;
    }
    if (device.has(Capability.OWN_TRAFFIC) && sameButForDrops(one, other)) {
      return true;
    }
    return one instanceof Event.TrapNotice demanded
        && other instanceof Event.TrapNotice observed
        && demanded.change() == Change.DEL
        && observed.change() == Change.DEL
        && withoutAction(demanded.trap()).equals(withoutAction(observed.trap()))
        && observed.trap().action() == lastActions.get(observed.trap().name());
  }

  /** Drop counters may grow by being read (rule STA-14). */
  private static boolean sameButForDrops(Event one, Event other) {
    if (one instanceof Event.TrapNotice demanded && other instanceof Event.TrapNotice observed) {
      return demanded.change() == observed.change()
          && demanded.trap().dropping(null).equals(observed.trap().dropping(null))
          && grown(demanded.trap().dropped(), observed.trap().dropped());
    }
    return one instanceof Event.PolicerNotice demanded
        && other instanceof Event.PolicerNotice observed
        && demanded.change() == observed.change()
        && demanded.policer().dropping(null).equals(observed.policer().dropping(null))
        && grown(demanded.policer().dropped(), observed.policer().dropped());
  }

  private static boolean grown(Long before, Long now) {
    return before == null ? now == null : now != null && now >= before;
  }

  /** Remembers the actions before a request that deletes the traps. */
  void rememberActions(Request request) {
    Request inner = Oracle.innermost(request);
    if (inner instanceof Request.Reload
        || inner instanceof Request.Register
        || inner instanceof Request.Unregister) {
      lastActions.clear();
      for (int i = 0; i < oracle.devlink().trapCount(); i++) {
        lastActions.put(oracle.devlink().registeredTrap(i).name(), oracle.devlink().action(i));
      }
    }
  }

  private static View.OfTrap withoutAction(View.OfTrap trap) {
    return new View.OfTrap(
        trap.name(),
        trap.type(),
        trap.generic(),
        TrapAction.DROP,
        trap.group(),
        trap.metadata(),
        trap.packets(),
        trap.bytes(),
        trap.dropped());
  }

  /** Nothing may happen. */
  void nothing(List<Event> observed, List<Rule> rules) {
    if (!observed.isEmpty()) {
      throw new Difference(rules, Words.of(observed.get(0)), "nothing");
    }
  }

  private List<Rule> rulesOfUnasked(Event event) {
    boolean alert =
        event instanceof Event.HardwareDrop
            || event instanceof Event.SoftwareDrop
            || event instanceof Event.HardwareSummary
            || event instanceof Event.SoftwareSummary;
    return alert
        ? List.of(MonitorRules.MON_14, MonitorRules.MON_35, DriverRules.DRV_13)
        : List.of(DriverRules.DRV_13);
  }

  /** When time passes, summaries are sent, and perhaps frames that waited in a queue. */
  void afterTime(List<Event> observed, List<Event> demanded, boolean queuesFrames) {
    List<Event> alerts = new ArrayList<>();
    for (Event event : observed) {
      if (event instanceof Event.HardwareSummary || event instanceof Event.SoftwareSummary) {
        alerts.add(event);
      } else if (!(event instanceof Event.Transmitted) || !queuesFrames) {
        throw new Difference(rulesOfUnasked(event), Words.of(event), "nothing");
      }
    }
    compareSummaries(hardware(alerts), hardware(demanded));
    compareSoftwareSummaries(software(alerts), software(demanded));
  }

  private static List<Event.HardwareSummary> hardware(List<Event> events) {
    return events.stream()
        .filter(Event.HardwareSummary.class::isInstance)
        .map(Event.HardwareSummary.class::cast)
        .toList();
  }

  private static List<Event.SoftwareSummary> software(List<Event> events) {
    return events.stream()
        .filter(Event.SoftwareSummary.class::isInstance)
        .map(Event.SoftwareSummary.class::cast)
        .toList();
  }

  private void compareSummaries(
      List<Event.HardwareSummary> observed, List<Event.HardwareSummary> demanded) {
    for (Event.HardwareSummary summary : demanded) {
      exercised.add(MonitorRules.MON_21);
      exercised.add(MonitorRules.MON_22);
      if (summary.counts().size() == 64) {
        exercised.add(MonitorRules.MON_23);
      }
    }
    if (observed.size() != demanded.size()) {
      boolean stopped = oracle.state().monitor().hardware().running();
      throw new Difference(
          stopped
              ? List.of(MonitorRules.MON_22, MonitorRules.MON_21, MonitorRules.MON_15)
              : unexpectedSummary(),
          observed.isEmpty() ? "no summary" : Words.of(observed.get(0)),
          demanded.isEmpty() ? "no summary" : Words.of(demanded.get(0)));
    }
    for (int i = 0; i < demanded.size(); i++) {
      var one = byName(demanded.get(i).counts());
      var other = byName(observed.get(i).counts());
      boolean full = demanded.get(i).counts().size() >= 64;
      boolean longNames = one.keySet().stream().anyMatch(name -> name.length() >= LONG_NAME);
      if (!one.equals(other) && !(full && longNames)) {
        throw new Difference(
            full ? List.of(MonitorRules.MON_23, MonitorRules.MON_21) : rulesOfCounts(one, other),
            Words.of(observed.get(i)),
            Words.of(demanded.get(i)));
      }
    }
  }

  private List<Rule> rulesOfCounts(TreeMap<String, Long> demanded, TreeMap<String, Long> observed) {
    for (String name : observed.keySet()) {
      int trap = oracle.devlink().trap(name);
      if (!demanded.containsKey(name)
          && trap >= 0
          && oracle.devlink().registeredTrap(trap).type() == TrapType.CONTROL) {
        return List.of(MonitorRules.MON_16, MonitorRules.MON_21);
      }
    }
    return demanded.keySet().equals(observed.keySet())
        ? List.of(MonitorRules.MON_21, MonitorRules.MON_22)
        : List.of(MonitorRules.MON_21, MonitorRules.MON_15, MonitorRules.MON_22);
  }

  private List<Rule> unexpectedSummary() {
    return causes.last(cause -> cause.request() instanceof Request.MonitorStop) != null
        ? List.of(MonitorRules.MON_14, MonitorRules.MON_12, MonitorRules.MON_35)
        : List.of(MonitorRules.MON_35, MonitorRules.MON_36, MonitorRules.MON_22);
  }

  /** Long names are added up under their first 38 characters. */
  private static TreeMap<String, Long> byName(List<Event.TrapCount> counts) {
    TreeMap<String, Long> sums = new TreeMap<>();
    for (Event.TrapCount count : counts) {
      String name = count.trap() == null ? "" : count.trap();
      String key = name.length() > LONG_NAME ? name.substring(0, LONG_NAME) : name;
      sums.merge(key, count.count(), Long::sum);
    }
    return sums;
  }

  private void compareSoftwareSummaries(
      List<Event.SoftwareSummary> observed, List<Event.SoftwareSummary> demanded) {
    if (!demanded.isEmpty()) {
      exercised.add(MonitorRules.MON_34);
    }
    boolean same = observed.size() == demanded.size();
    for (int i = 0; same && i < demanded.size(); i++) {
      TreeMap<Long, Long> one = new TreeMap<>();
      TreeMap<Long, Long> other = new TreeMap<>();
      demanded.get(i).counts().forEach(count -> one.merge(count.pc(), count.count(), Long::sum));
      observed.get(i).counts().forEach(count -> other.merge(count.pc(), count.count(), Long::sum));
      same = one.equals(other);
    }
    if (!same) {
      boolean unexpected = demanded.isEmpty();
      List<Rule> rules = new ArrayList<>();
      if (unexpected && !oracle.state().monitor().software().running()) {
        rules.addAll(
            causes.last(cause -> cause.request() instanceof Request.MonitorStop) != null
                ? List.of(MonitorRules.MON_14, MonitorRules.MON_36)
                : List.of(MonitorRules.MON_36));
      }
      rules.add(MonitorRules.MON_34);
      rules.add(MonitorRules.MON_22);
      throw new Difference(
          rules,
          observed.isEmpty() ? "no summary" : Words.of(observed.get(0)),
          unexpected ? "no summary" : Words.of(demanded.get(0)));
    }
  }

  /** After a drop in software there is an alert at most. */
  void afterSoftwareDrop(List<Event> observed, List<Event> demanded) {
    boolean running = oracle.state().monitor().software().running();
    boolean packets = oracle.state().monitor().alertMode() == AlertMode.PACKET;
    if (running && packets) {
      exercised.add(MonitorRules.MON_33);
    }
    exercised.add(MonitorRules.MON_36);
    if (!running) {
      exercised.add(MonitorRules.MON_35);
    }
    if (!observed.equals(demanded)) {
      List<Rule> rules = new ArrayList<>();
      if (!running) {
        rules.add(MonitorRules.MON_36);
        rules.add(MonitorRules.MON_35);
      } else if (demanded.isEmpty()) {
        rules.add(packets ? MonitorRules.MON_18 : MonitorRules.MON_34);
      }
      rules.add(MonitorRules.MON_33);
      throw new Difference(
          rules,
          observed.isEmpty() ? "nothing" : Words.of(observed.get(0)),
          demanded.isEmpty() ? "nothing" : Words.of(demanded.get(0)));
    }
  }
}
