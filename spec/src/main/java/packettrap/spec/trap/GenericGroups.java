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
          new Entry(0, "l2_drops", "Packets that the bridge dropped."),
          new Entry(1, "l3_drops", "Packets that the router dropped."),
          new Entry(
              2,
              "l3_exceptions",
              "Packets that the router could not finish and hands to the stack."),
          new Entry(3, "buffer_drops", "Packets that found no place in a queue."),
          new Entry(
              4,
              "tunnel_drops",
              "Packets that could not be put into a tunnel or taken out of one."),
          new Entry(5, "acl_drops", "Packets that a flow rule dropped."),
          new Entry(6, "stp", "Spanning tree messages."),
          new Entry(7, "lacp", "Link aggregation messages."),
          new Entry(8, "lldp", "Link layer discovery messages."),
          new Entry(
              9,
              "mc_snooping",
              "IGMP and MLD messages, from which a bridge learns who listens to which multicast "
                  + "group."),
          new Entry(10, "dhcp", "DHCP messages of both IP versions."),
          new Entry(11, "neigh_discovery", "ARP and IPv6 neighbour discovery messages."),
          new Entry(12, "bfd", "BFD messages of both IP versions."),
          new Entry(13, "ospf", "OSPF packets of both IP versions."),
          new Entry(14, "bgp", "BGP segments of both IP versions."),
          new Entry(15, "vrrp", "VRRP advertisements of both IP versions."),
          new Entry(16, "pim", "PIM messages of both IP versions."),
          new Entry(
              17,
              "uc_loopback",
              "Packets routed back to where they came from; a group of its own because a one-armed "
                  + "router sees little else."),
          new Entry(
              18,
              "local_delivery",
              "Packets for the device itself that no more specific trap takes."),
          new Entry(
              19,
              "external_delivery",
              "Packets to be routed to interfaces that are not part of the device."),
          new Entry(20, "ipv6", "IPv6 control packets, such as router advertisements."),
          new Entry(21, "ptp_event", "PTP messages that are time-critical."),
          new Entry(22, "ptp_general", "PTP messages that are not time-critical."),
          new Entry(23, "acl_sample", "Packets that a flow rule picked as samples."),
          new Entry(24, "acl_trap", "Packets that a flow rule sent to the CPU."),
          new Entry(
              25,
              "parser_error_drops",
              "Packets whose headers the device could not make sense of."),
          new Entry(26, "eapol", "EAPOL frames of 802.1X."));

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
