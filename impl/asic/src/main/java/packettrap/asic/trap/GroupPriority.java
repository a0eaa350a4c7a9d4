package packettrap.asic.trap;

/**
 * Which group wins when a packet meets traps of several.
 *
 * <p>The classes are mlxsw's trap group priorities; all generic groups have their place, also those
 * without a trap yet. Source: {@code mlxsw_sp_trap_group_items_arr}.
 */
final class GroupPriority {
  private GroupPriority() {}

  /** The priority of a group, higher wins. */
  static int of(String group) {
    return switch (group) {
      case "stp", "lacp", "lldp", "eapol", "bfd", "ospf", "vrrp", "pim", "ptp_event" -> 5;
      case "bgp", "acl_trap" -> 4;
      case "mc_snooping" -> 3;
      case "l3_exceptions", "dhcp", "neigh_discovery", "local_delivery", "ipv6", "ptp_general" -> 2;
      case "external_delivery" -> 1;
      default -> 0;
    };
  }
}
