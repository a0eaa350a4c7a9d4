package packettrap.spec.config;

import java.util.List;
import packettrap.spec.packet.IpAddress;

/**
 * A multicast route; where there is one, router interfaces take the frames of groups to the router.
 *
 * @param source whose packets it is for; null: everyone's for whom the group has no other route
 * @param group the group's address
 * @param from name of the only interface by which such packets may come in (reverse path
 *     forwarding)
 * @param to names of the interfaces by which they leave
 */
public record MulticastRoute(IpAddress source, IpAddress group, String from, List<String> to) {
  public MulticastRoute {
    to = to == null ? List.of() : List.copyOf(to);
  }
}
