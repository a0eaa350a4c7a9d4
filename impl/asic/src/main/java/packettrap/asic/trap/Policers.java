package packettrap.asic.trap;

import java.util.TreeMap;
import packettrap.spec.trap.GenericGroups;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;

/** The policers of the way to the CPU, and which group goes through which of them. */
final class Policers {
  private final TreeMap<Long, TokenBucket> buckets = new TreeMap<>();
  private final TokenBucket[] byGroup = new TokenBucket[GenericGroups.COUNT];

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
    byGroup[group.id()] = policer == null ? null : buckets.get(policer.id());
  }

  /** A policer gets new parameters. */
  void change(Policer policer, long rate, long burst, long now) {
    buckets.get(policer.id()).change(rate, burst, now);
  }

  /** Packets that a policer discarded. */
  long discarded(Policer policer) {
    return buckets.get(policer.id()).discarded();
  }

  /** The bucket of a group of the registry, null if it has none. */
  TokenBucket ofGroup(int group) {
    return byGroup[group];
  }
}
