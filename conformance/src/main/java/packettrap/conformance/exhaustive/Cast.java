package packettrap.conformance.exhaustive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapType;

/**
 * Which of a device's objects play the objects of the machine.
 *
 * <p>The machine has whole groups of them: what becomes of a group's request depends on all its
 * members. In the machine, policers are numbered from 1 on, whatever their ids are.
 *
 * @param objects the machine's registration
 * @param drop number of the drop trap that is set and hit; 0: there is none
 * @param second number of another drop trap of its group; 0: there is none
 * @param other number of a trap that is no drop trap; 0: there is none
 * @param policer number of the policer that is set and bound; 0: there is none
 * @param policers ids of the policers on the device, in the order of their numbers
 * @param dropHit a frame that hits the drop trap; null: none is known
 * @param otherHit a frame that hits the other trap; null: none is known
 */
record Cast(
    Registration objects,
    int drop,
    int second,
    int other,
    int policer,
    List<Long> policers,
    Scenario dropHit,
    Scenario otherHit) {
  /** A policer of a larger burst than this is never emptied. */
  static final int FEW_TOKENS = 2;

  private static final int MOST_TRAPS = 12;

  /** What speaks for a choice: that more of it can be seen, and that it is small. */
  private record Choice(Trap drop, Trap other, Scenario dropHit, Scenario otherHit, int worth) {}

  /**
   * The best choice for a device.
   *
   * @param scenarios those that can be played on it
   * @param settable names of the drop traps that take every action
   */
  static Cast of(DeviceDescription device, List<Scenario> scenarios, Set<String> settable) {
    Registration all = device.registration();
    Choice best = null;
    for (Trap drop : orNone(all, true)) {
      for (Scenario dropHit : hits(scenarios, drop)) {
        for (Trap other : orNone(all, false)) {
          for (Scenario otherHit : hits(scenarios, other)) {
            int worth = worth(all, drop, other, dropHit, otherHit, settable);
            if (worth >= 0 && (best == null || worth > best.worth())) {
              best = new Choice(drop, other, dropHit, otherHit, worth);
            }
          }
        }
      }
    }
    return cast(all, best);
  }

  private static List<Trap> orNone(Registration all, boolean drops) {
    List<Trap> traps = new ArrayList<>();
    for (Trap trap : all.traps()) {
      if (trap.type() == TrapType.DROP == drops) {
        traps.add(trap);
      }
    }
    if (traps.isEmpty()) {
      traps.add(null);
    }
    return traps;
  }

  /** Scenarios of one frame that hits a trap, one for each configuration; null if there is none. */
  private static List<Scenario> hits(List<Scenario> scenarios, Trap trap) {
    List<Scenario> hits = new ArrayList<>();
    List<SwitchConfig> configs = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      List<Arrival> arrivals = scenario.arrivals();
      if (trap != null
          && scenario.settle() == 0
          && arrivals.size() == 1
          && trap.name().equals(arrivals.get(0).trap())
          && (scenario.config() == null || scenario.config().queues().isEmpty())
          && configs.stream().noneMatch(config -> config == scenario.config())) {
        configs.add(scenario.config());
        hits.add(scenario);
      }
    }
    if (hits.isEmpty()) {
      hits.add(null);
    }
    return hits;
  }

  private static int worth(
      Registration all,
      Trap drop,
      Trap other,
      Scenario dropHit,
      Scenario otherHit,
      Set<String> settable) {
    Set<String> groups = groups(drop, other);
    int members = (int) all.traps().stream().filter(t -> groups.contains(t.group())).count();
    if (members > MOST_TRAPS) {
      return -1;
    }
    SwitchConfig config = dropHit == null ? null : dropHit.config();
    SwitchConfig otherConfig = otherHit == null ? null : otherHit.config();
    boolean together = config == otherConfig || config == null || otherConfig == null;
    boolean ofOthers = other != null && policerOf(all, other) != 0;
    int worth = 0;
    worth += dropHit == null ? 0 : 1000;
    worth += drop != null && settable.contains(drop.name()) ? 500 : 0;
    worth += otherHit == null || !together ? 0 : 200;
    worth += drop != null && members(all, drop.group(), TrapType.DROP) > 1 ? 100 : 0;
    worth += ofOthers && policerOf(all, other) != policerOf(all, drop) ? 0 : 50;
    return worth - members;
  }

  private static int members(Registration all, String group, TrapType type) {
    return (int)
        all.traps().stream().filter(t -> t.group().equals(group) && t.type() == type).count();
  }

  private static Set<String> groups(Trap... traps) {
    Set<String> groups = new LinkedHashSet<>();
    for (Trap trap : traps) {
      if (trap != null) {
        groups.add(trap.group());
      }
    }
    return groups;
  }

  private static long policerOf(Registration all, Trap trap) {
    if (trap != null) {
      for (Group group : all.groups()) {
        if (group.name().equals(trap.group())) {
          return group.policer();
        }
      }
    }
    return 0;
  }

  private static Cast cast(Registration all, Choice choice) {
    if (choice == null) {
      return new Cast(Registration.EMPTY, 0, 0, 0, 0, List.of(), null, null);
    }
    Set<String> names = groups(choice.drop(), choice.other());
    List<Policer> policers = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    Policer own = policer(all, policerOf(all, choice.drop()));
    for (Policer policer : all.policers()) {
      boolean bound =
          all.groups().stream()
              .anyMatch(g -> names.contains(g.name()) && g.policer() == policer.id());
      if (policer == own || bound) {
        ids.add(policer.id());
        policers.add(numbered(policer, ids.size()));
      }
    }
    List<Group> groups = new ArrayList<>();
    for (Group group : all.groups()) {
      if (names.contains(group.name())) {
        groups.add(group.boundTo(ids.indexOf(group.policer()) + 1));
      }
    }
    List<Trap> traps = all.traps().stream().filter(t -> names.contains(t.group())).toList();
    int second = 0;
    for (Trap trap : traps) {
      if (second == 0
          && trap.type() == TrapType.DROP
          && trap != choice.drop()
          && choice.drop() != null
          && trap.group().equals(choice.drop().group())) {
        second = traps.indexOf(trap) + 1;
      }
    }
    return new Cast(
        new Registration(policers, groups, traps),
        traps.indexOf(choice.drop()) + 1,
        second,
        traps.indexOf(choice.other()) + 1,
        own == null ? 0 : ids.indexOf(own.id()) + 1,
        ids,
        choice.dropHit(),
        choice.otherHit());
  }

  /** The policer of an id, if it can be made small; else the first that can, or the first. */
  private static Policer policer(Registration all, long id) {
    Policer first = null;
    for (Policer policer : all.policers()) {
      boolean small = policer.minBurst() <= FEW_TOKENS && policer.maxBurst() >= 1;
      if (small && policer.id() == id) {
        return policer;
      } else if (first == null || small && first.minBurst() > FEW_TOKENS) {
        first = policer;
      }
    }
    return first;
  }

  private static Policer numbered(Policer policer, int number) {
    return new Policer(
        number,
        policer.initialRate(),
        policer.initialBurst(),
        policer.minRate(),
        policer.maxRate(),
        policer.minBurst(),
        policer.maxBurst());
  }

  /** The number of the group of a trap. */
  int groupOf(int trap) {
    String name = objects.traps().get(trap - 1).group();
    return objects.groups().stream().map(Group::name).toList().indexOf(name) + 1;
  }
}
