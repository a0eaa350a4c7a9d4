package packettrap.asic.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import packettrap.asic.table.PrefixMatch;
import packettrap.spec.config.Nexthop;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.Neighbour;
import packettrap.spec.config.SwitchConfig.Route;
import packettrap.spec.config.SwitchConfig.RouteKind;
import packettrap.spec.config.SwitchConfig.RouterInterface;
import packettrap.spec.packet.IpAddress;
import packettrap.spec.packet.IpPrefix;

/** Finds what makes no sense in the router's part of a configuration. */
final class RouterConfigCheck {
  private RouterConfigCheck() {}

  static void check(SwitchConfig config, int portCount) {
    Senseless.unless(
        config.routerMac() == null || !config.routerMac().isMulticast(),
        () -> "the router's MAC address " + config.routerMac() + " is a group's");
    Set<String> names = checkInterfaces(config, portCount);
    Set<String> all = withExternal(names, config.external());
    checkRoutes(config.routes(), all, checkNexthops(config.nexthops(), all));
    checkNeighbours(config.neighbours(), names);
    MulticastConfigCheck.check(config.multicast(), names);
  }

  private static Set<String> withExternal(Set<String> names, List<String> external) {
    Set<String> all = new HashSet<>(names);
    for (String name : external) {
      Senseless.unless(
          all.add(name), () -> "the external interface " + name + " has the name of another");
    }
    return all;
  }

  private static Set<Integer> checkNexthops(List<Nexthop> nexthops, Set<String> names) {
    Set<Integer> ids = new HashSet<>();
    for (Nexthop nexthop : nexthops) {
      Supplier<String> where = () -> "next hop " + nexthop.id();
      Senseless.unless(nexthop.id() > 0, () -> where.get() + " has a number that is not above 0");
      Senseless.unless(ids.add(nexthop.id()), () -> where.get() + " is there twice");
      Senseless.unless(
          nexthop.blackhole() == (nexthop.device() == null),
          () -> where.get() + " must be a blackhole or name an interface to leave by, not both");
      Senseless.unless(
          !nexthop.blackhole() || nexthop.via() == null,
          () -> where.get() + " is a blackhole, which has no address");
      unlessKnown(nexthop.device(), names, where);
    }
    return ids;
  }

  private static Set<String> checkInterfaces(SwitchConfig config, int portCount) {
    Set<Integer> bridged = new HashSet<>();
    config.bridge().forEach(port -> bridged.add(port.port()));
    Set<String> names = new HashSet<>();
    Set<List<Integer>> places = new HashSet<>();
    Set<IpAddress> addresses = new HashSet<>();
    for (RouterInterface leg : config.interfaces()) {
      Senseless.unless(leg.name() != null, () -> "a router interface has no name");
      Supplier<String> where = () -> "router interface " + leg.name();
      Senseless.unless(names.add(leg.name()), () -> where.get() + " is there twice");
      Senseless.unless(
          leg.port() == 0 ^ leg.vlan() == 0, () -> where.get() + " must be on a port or on a VLAN");
      if (leg.port() != 0) {
        Senseless.unlessPort(leg.port(), portCount, where);
        Senseless.unless(
            !bridged.contains(leg.port()),
            () -> where.get() + " is on port " + leg.port() + ", which is a bridge port");
      } else {
        Senseless.unlessVlan(leg.vlan(), where);
      }
      Senseless.unless(
          places.add(List.of(leg.port(), leg.vlan())),
          () -> where.get() + " is where another router interface is");
      Senseless.unless(leg.mtu() > 0, () -> where.get() + " has the MTU " + leg.mtu());
      for (IpPrefix own : leg.addresses()) {
        Senseless.unless(
            addresses.add(own.address()),
            () -> where.get() + " has " + own.address() + ", as another does");
      }
    }
    return names;
  }

  private static void checkRoutes(List<Route> routes, Set<String> names, Set<Integer> nexthops) {
    Set<PrefixMatch> networks = new HashSet<>();
    for (Route route : routes) {
      Senseless.unless(route.destination() != null, () -> "a route has no destination");
      Supplier<String> where = () -> "the route to " + route.destination();
      Senseless.unless(
          networks.add(PrefixMatch.of(route.destination())), () -> where.get() + " is there twice");
      Senseless.unless(
          route.kind() != RouteKind.UNICAST || route.device() != null || route.nexthop() != 0,
          () -> where.get() + " names no interface to leave by");
      unlessKnown(route.device(), names, where);
      Senseless.unless(
          route.nexthop() == 0 || nexthops.contains(route.nexthop()),
          () -> where.get() + " names next hop " + route.nexthop() + ", and there is none of it");
      Senseless.unless(
          route.nexthop() == 0
              || route.kind() == RouteKind.UNICAST && route.device() == null && route.via() == null,
          () -> where.get() + " has a next hop, which says alone where it leads");
    }
  }

  private static void checkNeighbours(List<Neighbour> neighbours, Set<String> names) {
    Set<List<Object>> seen = new HashSet<>();
    for (Neighbour neighbour : neighbours) {
      Senseless.unless(
          neighbour.device() != null && neighbour.address() != null && neighbour.mac() != null,
          () -> "a neighbour needs an interface, an address and a MAC address");
      Supplier<String> where = () -> "the neighbour " + neighbour.address();
      unlessKnown(neighbour.device(), names, where);
      Senseless.unless(
          seen.add(List.of(neighbour.device(), neighbour.address())),
          () -> where.get() + " is there twice");
      Senseless.unless(
          !neighbour.mac().isMulticast(),
          () -> where.get() + " has the MAC address " + neighbour.mac() + ", which is a group's");
    }
  }

  static void unlessKnown(String name, Set<String> names, Supplier<String> where) {
    Senseless.unless(
        name == null || names.contains(name),
        () -> where.get() + " names " + name + ", and there is no router interface of that name");
  }
}
