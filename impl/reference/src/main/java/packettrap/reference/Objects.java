package packettrap.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import packettrap.spec.trap.GenericTraps;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;

/** What is registered, with the look-ups that requests need; never changes after registration. */
final class Objects {
  static final Objects NONE = new Objects(Registration.EMPTY);

  /** The last that were made: devices are made over and over with the same registration. */
  private static volatile Objects latest = NONE;

  /** Those before them: two drivers may be at work. */
  private static volatile Objects earlier = NONE;

  private final Registration registration;
  final Trap[] traps;
  final Group[] groups;
  final Policer[] policers;

  /** The group of each trap, by index. */
  final int[] groupOf;

  /** The traps of each group, by index, in registration order. */
  final int[][] members;

  /** The index of a trap with this id, or -1: a first guess, to be checked. */
  private final int[] guesses;

  private final boolean twins;
  private final boolean outsideLimits;
  private final Map<String, Integer> trapByName = new HashMap<>();
  private final Map<String, Integer> groupByName = new HashMap<>();
  private final Map<Long, Integer> policerById = new HashMap<>();

  /** The objects of a registration that was found valid. */
  static Objects of(Registration registration) {
    Objects found = latest;
    if (found.registration != registration) {
      found = earlier;
    }
    if (found.registration != registration) {
      found = new Objects(registration);
      earlier = latest;
      latest = found;
    }
    return found;
  }

  private Objects(Registration registration) {
    this.registration = registration;
    traps = registration.traps().toArray(Trap[]::new);
    groups = registration.groups().toArray(Group[]::new);
    policers = registration.policers().toArray(Policer[]::new);
    for (int i = 0; i < policers.length; i++) {
      policerById.put(policers[i].id(), i);
    }
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) {
      groupByName.put(groups[i].name(), i);
      lists.add(new ArrayList<>());
    }
    guesses = new int[GenericTraps.COUNT + traps.length];
    Arrays.fill(guesses, -1);
    groupOf = new int[traps.length];
    for (int i = 0; i < traps.length; i++) {
      trapByName.put(traps[i].name(), i);
      if (traps[i].id() >= 0 && traps[i].id() < guesses.length) {
        guesses[traps[i].id()] = i;
      }
      groupOf[i] = groupByName.get(traps[i].group());
      lists.get(groupOf[i]).add(i);
    }
    members = new int[groups.length][];
    for (int i = 0; i < groups.length; i++) {
      members[i] = lists.get(i).stream().mapToInt(Integer::intValue).toArray();
    }
    twins = registration.traps().stream().mapToInt(Trap::id).distinct().count() < traps.length;
    outsideLimits = registration.policers().stream().anyMatch(Objects::startsOutsideLimits);
  }

  private static boolean startsOutsideLimits(Policer policer) {
    return isOutside(policer.initialRate(), policer.minRate(), policer.maxRate())
        || isOutside(policer.initialBurst(), policer.minBurst(), policer.maxBurst());
  }

  private static boolean isOutside(long value, long min, long max) {
    return Long.compareUnsigned(value, min) < 0 || Long.compareUnsigned(value, max) > 0;
  }

  /** Whether two traps have the same id. */
  boolean haveTwins() {
    return twins;
  }

  /** Whether a policer's first values lie outside its limits. */
  boolean startOutsideLimits() {
    return outsideLimits;
  }

  /** The index of a trap, or -1. */
  int trap(String name) {
    return name == null ? -1 : trapByName.getOrDefault(name, -1);
  }

  /** The index of a trap of this name, or -1; quick if it is the very object. */
  int trap(Trap trap) {
    if (traps.length == 0) {
      return -1;
    }
    int id = trap.id();
    int guess = id >= 0 && id < guesses.length ? guesses[id] : -1;
    return guess >= 0 && traps[guess] == trap ? guess : trap(trap.name());
  }

  /** The index of a group, or -1. */
  int group(String name) {
    return name == null ? -1 : groupByName.getOrDefault(name, -1);
  }

  /** The index of a policer, or -1. */
  int policer(Long id) {
    return id == null ? -1 : policerById.getOrDefault(id, -1);
  }
}
