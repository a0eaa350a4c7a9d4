package packettrap.explorer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.TrapType;

/**
 * Where the parts of a state lie in a long.
 *
 * <p>Numbers that a scope limits are kept as they are, or as their place in a list of all values.
 * The sign is not used.
 */
final class Layout {
  /** The device does not exist. */
  static final int ABSENT = 0;

  /** The device exists, but its registration failed, so that it has no objects. */
  static final int EMPTY = 1;

  /** The device exists with its objects. */
  static final int REGISTERED = 2;

  private static final long DEFAULT_QUEUE_LENGTH = 1000;

  final Field phase;
  final Field[] action;

  /** The index of a policer and one, or 0. */
  final Field[] binding;

  final Field[] rate;
  final Field[] burst;
  final Field[] tokens;
  final Field mode;
  final Field queueLength;
  final Field softwareRuns;
  final Field hardwareRuns;
  final Field softwareQueue;
  final Field hardwareQueue;
  final Field softwareTable;
  final Field hardwareTable;

  /** The rates that each policer can have. */
  final List<List<Long>> rates = new ArrayList<>();

  /** The bursts that each policer can have. */
  final List<List<Long>> bursts = new ArrayList<>();

  final List<Long> queueLengths;

  /** What can wait in the hardware queue: traps, the oldest first. */
  final List<List<Integer>> queues;

  /** What the hardware table can hold: trap, count, trap, count, the oldest first. */
  final List<List<Integer>> tables;

  /** The place of each queue. */
  final Map<List<Integer>, Integer> queuePlaces;

  /** The place of each table. */
  final Map<List<Integer>, Integer> tablePlaces;

  /** Alerts that wait at most. */
  final int longest;

  /** What a line of a summary counts at most. */
  final int maxCount;

  private final List<Field> fields = new ArrayList<>();

  Layout(Scope scope) {
    int traps = scope.registration().traps().size();
    int groups = scope.registration().groups().size();
    int policers = scope.registration().policers().size();
    queueLengths = queueLengths(scope);
    for (int i = 0; i < policers; i++) {
      Policer policer = scope.registration().policers().get(i);
      TreeSet<Long> hasRates = new TreeSet<>(Set.of(policer.initialRate()));
      TreeSet<Long> hasBursts = new TreeSet<>(Set.of(policer.initialBurst()));
      for (ModelInput input : scope.inputs()) {
        if (input instanceof ModelInput.PolicerSet set && set.policer() == i + 1) {
          addWithin(hasRates, set.rate(), policer.minRate(), policer.maxRate());
          addWithin(hasBursts, set.burst(), policer.minBurst(), policer.maxBurst());
        }
      }
      rates.add(List.copyOf(hasRates));
      bursts.add(List.copyOf(hasBursts));
    }
    List<Integer> heard = new ArrayList<>();
    for (int i = 0; i < traps; i++) {
      if (scope.registration().traps().get(i).type() != TrapType.CONTROL) {
        heard.add(i);
      }
    }
    longest = scope.maxQueue();
    maxCount = scope.maxCount();
    queues = queues(heard, longest);
    tables = tables(heard, maxCount);
    queuePlaces = places(queues);
    tablePlaces = places(tables);

    phase = field("phase", 3);
    action = new Field[traps];
    for (int i = 0; i < traps; i++) {
      action[i] = field("action " + scope.registration().traps().get(i).name(), 3);
    }
    binding = new Field[groups];
    for (int i = 0; i < groups; i++) {
      binding[i] = field("binding " + scope.registration().groups().get(i).name(), policers + 1);
    }
    rate = new Field[policers];
    burst = new Field[policers];
    tokens = new Field[policers];
    for (int i = 0; i < policers; i++) {
      String name = " " + scope.registration().policers().get(i).id();
      rate[i] = field("rate" + name, rates.get(i).size());
      burst[i] = field("burst" + name, bursts.get(i).size());
      tokens[i] = field("tokens" + name, (int) (Collections.max(bursts.get(i)) + 1));
    }
    mode = field("mode", 2);
    queueLength = field("queueLength", queueLengths.size());
    softwareRuns = field("softwareRuns", 2);
    hardwareRuns = field("hardwareRuns", 2);
    softwareQueue = field("softwareQueue", longest + 1);
    hardwareQueue = field("hardwareQueue", queues.size());
    softwareTable = field("softwareTable", maxCount + 1);
    hardwareTable = field("hardwareTable", tables.size());
  }

  private Field field(String name, int values) {
    Field last = fields.isEmpty() ? new Field("", 0, 0) : fields.get(fields.size() - 1);
    int bits = 32 - Integer.numberOfLeadingZeros(values - 1);
    Field field = new Field(name, last.shift() + last.bits(), bits);
    if (field.shift() + bits > 63) {
      throw new IllegalArgumentException("a state of this scope does not fit in 63 bits");
    }
    fields.add(field);
    return field;
  }

  /** All fields, the lowest first. */
  List<Field> fields() {
    return Collections.unmodifiableList(fields);
  }

  private static List<Long> queueLengths(Scope scope) {
    TreeSet<Long> lengths = new TreeSet<>(Set.of(DEFAULT_QUEUE_LENGTH));
    for (ModelInput input : scope.inputs()) {
      if (input instanceof ModelInput.MonitorConfigSet set && set.queueLength() >= 0) {
        lengths.add((long) set.queueLength());
      }
    }
    return List.copyOf(lengths);
  }

  private static void addWithin(Set<Long> values, long value, long min, long max) {
    if (value >= min && value <= max) {
      values.add(value);
    }
  }

  private static List<List<Integer>> queues(List<Integer> heard, int longest) {
    List<List<Integer>> all = new ArrayList<>();
    all.add(List.of());
    int from = 0;
    for (int length = 1; length <= longest; length++) {
      int to = all.size();
      for (int i = from; i < to; i++) {
        for (int trap : heard) {
          all.add(plus(all.get(i), trap));
        }
      }
      from = to;
    }
    return all;
  }

  private static List<List<Integer>> tables(List<Integer> heard, int maxCount) {
    List<List<Integer>> all = new ArrayList<>();
    all.add(List.of());
    for (int i = 0; i < all.size(); i++) {
      for (int trap : heard) {
        boolean there = false;
        for (int k = 0; k < all.get(i).size(); k += 2) {
          there |= all.get(i).get(k) == trap;
        }
        for (int count = 1; !there && count <= maxCount; count++) {
          all.add(plus(plus(all.get(i), trap), count));
        }
      }
    }
    return all;
  }

  private static Map<List<Integer>, Integer> places(List<List<Integer>> lists) {
    Map<List<Integer>, Integer> places = new HashMap<>();
    for (int i = 0; i < lists.size(); i++) {
      places.put(lists.get(i), i);
    }
    return places;
  }

  private static List<Integer> plus(List<Integer> list, int element) {
    List<Integer> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
