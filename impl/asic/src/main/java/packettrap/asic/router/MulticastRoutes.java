package packettrap.asic.router;

import java.util.ArrayList;
import java.util.List;
import packettrap.asic.packet.Packet;
import packettrap.asic.table.PrefixMatch;
import packettrap.asic.table.WordTable;
import packettrap.spec.config.MulticastRoute;
import packettrap.spec.packet.IpAddress;

/** The multicast routes: of a group's routes, that of the packet's source, else that of any. */
public final class MulticastRoutes {
  /**
   * A route of a group.
   *
   * @param any whether it is for all sources
   * @param from the interface by which its packets come in
   * @param to the interfaces by which they leave
   */
  record Target(boolean any, long sourceHigh, long sourceLow, Leg from, Leg[] to) {
    private boolean isOf(Packet packet) {
      return any || sourceHigh == packet.sourceHigh && sourceLow == packet.sourceLow;
    }
  }

  private final List<List<Target>> groups = new ArrayList<>();
  private final WordTable ipv4 = new WordTable();
  private final WordTable ipv6 = new WordTable();

  /** The routes as configured, between the interfaces of the router. */
  public MulticastRoutes(List<MulticastRoute> configured, Routes routes) {
    for (MulticastRoute route : configured) {
      List<Target> group = group(route.group());
      group.add(route.source() == null ? group.size() : 0, target(route, routes));
    }
  }

  private List<Target> group(IpAddress address) {
    WordTable table = address.ipv6() ? ipv6 : ipv4;
    long index = table.get(PrefixMatch.high(address), PrefixMatch.low(address));
    if (index == WordTable.NONE) {
      index = groups.size();
      groups.add(new ArrayList<>());
      table.put(PrefixMatch.high(address), PrefixMatch.low(address), index);
    }
    return groups.get((int) index);
  }

  private static Target target(MulticastRoute route, Routes routes) {
    boolean any = route.source() == null;
    return new Target(
        any,
        any ? 0 : PrefixMatch.high(route.source()),
        any ? 0 : PrefixMatch.low(route.source()),
        routes.named(route.from()),
        route.to().stream().map(routes::named).toArray(Leg[]::new));
  }

  /** Whether there is no route at all: then the router takes no multicast. */
  boolean isEmpty() {
    return groups.isEmpty();
  }

  /** The route of a packet; null if there is none. */
  Target lookUp(Packet packet) {
    WordTable table = packet.ipVersion == 6 ? ipv6 : ipv4;
    long index = table.get(packet.destinationHigh, packet.destinationLow);
    if (index == WordTable.NONE) {
      return null;
    }
    List<Target> group = groups.get((int) index);
    for (int i = 0; i < group.size(); i++) {
      if (group.get(i).isOf(packet)) {
        return group.get(i);
      }
    }
    return null;
  }
}
