package packettrap.spec.config;

import java.util.List;
import packettrap.spec.packet.Mac;

/**
 * The MAC addresses to which a port takes frames; a port without such a table is promiscuous.
 *
 * <p>Broadcast and, on a switch that routes, the router's MAC address are always among them.
 *
 * @param port number of the port
 * @param addresses the other addresses, of stations or of groups
 */
public record MacTable(int port, List<Mac> addresses) {
  public MacTable {
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
  }
}
