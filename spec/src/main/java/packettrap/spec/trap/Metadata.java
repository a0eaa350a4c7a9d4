package packettrap.spec.trap;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a trap declares to accompany each of its packets. Source: {@code
 * DEVLINK_TRAP_METADATA_TYPE_F_*}.
 */
public enum Metadata {
  /** The port on which the packet came in. */
  INPUT_PORT,
  /** The cookie of the flow rule that dropped the packet. */
  FLOW_ACTION_COOKIE;

  private static final List<Set<Metadata>> SETS =
      List.of(
          Collections.unmodifiableSet(EnumSet.noneOf(Metadata.class)),
          Collections.unmodifiableSet(EnumSet.of(INPUT_PORT)),
          Collections.unmodifiableSet(EnumSet.of(FLOW_ACTION_COOKIE)),
          Collections.unmodifiableSet(EnumSet.allOf(Metadata.class)));

  /** The immutable set with the same elements, of which there is one only. */
  public static Set<Metadata> canonical(Set<Metadata> set) {
    for (int i = 0; i < SETS.size(); i++) {
      if (SETS.get(i) == set) {
        return set;
      }
    }
    int index = (set.contains(INPUT_PORT) ? 1 : 0) + (set.contains(FLOW_ACTION_COOKIE) ? 2 : 0);
    return SETS.get(index);
  }
}
