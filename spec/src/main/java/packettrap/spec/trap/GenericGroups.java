package packettrap.spec.trap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The registry of generic trap groups.
 *
 * <p>Source: {@code devlink_trap_group_generic[]}, {@code enum devlink_trap_group_generic_id}; the
 * order is the kernel's.
 */
public final class GenericGroups {
  /**
   * One generic group.
   *
   * @param id the kernel's number
   * @param name the name
   * @param description what its traps have in common, in one sentence
   */
  public record Entry(int id, String name, String description) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(0, "l2_drops", "DESCRIPTION"),
          new Entry(1, "l3_drops", "DESCRIPTION"),
          new Entry(2, "l3_exceptions", "DESCRIPTION"),
          new Entry(3, "buffer_drops", "DESCRIPTION"),
          new Entry(4, "tunnel_drops", "DESCRIPTION"),
          new Entry(5, "acl_drops", "DESCRIPTION"),
          new Entry(6, "stp", "DESCRIPTION"),
          new Entry(7, "lacp", "DESCRIPTION"),
          new Entry(8, "lldp", "DESCRIPTION"),
          new Entry(9, "mc_snooping", "DESCRIPTION"),
          new Entry(10, "dhcp", "DESCRIPTION"),
          new Entry(11, "neigh_discovery", "DESCRIPTION"),
          new Entry(12, "bfd", "DESCRIPTION"),
          new Entry(13, "ospf", "DESCRIPTION"),
          new Entry(14, "bgp", "DESCRIPTION"),
          new Entry(15, "vrrp", "DESCRIPTION"),
          new Entry(16, "pim", "DESCRIPTION"),
          new Entry(17, "uc_loopback", "DESCRIPTION"),
          new Entry(18, "local_delivery", "DESCRIPTION"),
          new Entry(19, "external_delivery", "DESCRIPTION"),
          new Entry(20, "ipv6", "DESCRIPTION"),
          new Entry(21, "ptp_event", "DESCRIPTION"),
          new Entry(22, "ptp_general", "DESCRIPTION"),
          new Entry(23, "acl_sample", "DESCRIPTION"),
          new Entry(24, "acl_trap", "DESCRIPTION"),
          new Entry(25, "parser_error_drops", "DESCRIPTION"),
          new Entry(26, "eapol", "DESCRIPTION"));

  /** How many generic groups there are; a driver's own groups have this id or a higher one. */
  public static final int COUNT = ENTRIES.size();

  private static final Map<String, Entry> BY_NAME =
      ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::name, Function.identity()));

  private GenericGroups() {}

  /** All of them, by id. */
  public static List<Entry> all() {
    return ENTRIES;
  }

  /** Whether a name is a generic group's. */
  public static boolean contains(String name) {
    return BY_NAME.containsKey(name);
  }

  /**
   * The generic group of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Entry named(String name) {
    Entry entry = BY_NAME.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no generic group is named " + name);
    }
    return entry;
  }
}
