package packettrap.asic.trap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;

/** The policers of the way to the CPU, and which group goes through which of them. */
final class Policers {
  private final TreeMap<Long, TokenBucket> buckets = new TreeMap<>();
  private final List<String> groups = new ArrayList<>();
  private TokenBucket[] byGroup = {};

  /** A policer begins, full. */
  void add(Policer policer, long now) {
    buckets.put(policer.id(), new TokenBucket(policer.initialRate(), policer.initialBurst(), now));
  }

  /** A policer ends. */
  void remove(Policer policer) {
    TokenBucket bucket = buckets.remove(policer.id());
    for (int group = 0; group < byGroup.length; group++) {
      if (byGroup[group] == bucket) {
        byGroup[group] = null;
      }
    }
  }

  /** Whether the switch has a policer. */
  boolean contains(Policer policer) {
    return buckets.containsKey(policer.id());
  }

  /** A group goes through a policer from now on, through none if it is null. */
  void bind(Group group, Policer policer) {
    int number = number(group.name());
    byGroup[number] = policer == null ? null : buckets.get(policer.id());
  }

  /** A policer gets new parameters. */
  void change(Policer policer, long rate, long burst, long now) {
    buckets.get(policer.id()).change(rate, burst, now);
  }

  /** Packets that a policer discarded. */
  long discarded(Policer policer) {
    return buckets.get(policer.id()).discarded();
  }

  /** The number of a group; a group that was not known gets one. */
  int number(String group) {
    int number = groups.indexOf(group);
    if (number >= 0) {
      return number;
    }
    groups.add(group);
    byGroup = Arrays.copyOf(byGroup, groups.size());
    return groups.size() - 1;
  }

  /** The bucket of a group by its {@link #number}, null if it has none. */
  TokenBucket ofGroup(int group) {
    return byGroup[group];
  }
}
