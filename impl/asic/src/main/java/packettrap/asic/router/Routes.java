package packettrap.asic.router;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import packettrap.asic.table.LongestPrefix;
import packettrap.asic.table.PrefixMatch;
import packettrap.asic.table.WordTable;
import packettrap.spec.config.Nexthop;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.Neighbour;
import packettrap.spec.config.SwitchConfig.Route;
import packettrap.spec.config.SwitchConfig.RouterInterface;
import packettrap.spec.config.Tunnel;
import packettrap.spec.packet.IpAddress;
import packettrap.spec.packet.IpPrefix;

/**
 * Where packets go: the interfaces, the routes that they imply, and the configured routes.
 *
 * <p>For one and the same network the switch's own addresses win, then configured routes, then
 * those that the interfaces imply.
 */
public final class Routes {
  /**
   * What a route says.
   *
   * @param kind what it does
   * @param leg where it leaves; null unless unicast
   * @param via the next hop; null: the destination itself
   */
  record Target(Kind kind, Leg leg, IpAddress via) {
    private static final Target LOCAL = new Target(Kind.LOCAL, null, null);
    private static final Target EXTERNAL = new Target(Kind.EXTERNAL, null, null);
    private static final Target BLACKHOLE = new Target(Kind.BLACKHOLE, null, null);
    private static final Target BLACKHOLE_NEXTHOP = new Target(Kind.BLACKHOLE_NEXTHOP, null, null);
    private static final Target REJECT = new Target(Kind.REJECT, null, null);
  }

  /** What a route does with its packets. */
  enum Kind {
    /** They are for the switch itself. */
    LOCAL,
    /** They leave by an interface of the switch. */
    UNICAST,
    /** They leave by an interface that is not the switch's. */
    EXTERNAL,
    BLACKHOLE,
    BLACKHOLE_NEXTHOP,
    REJECT
  }

  private final List<Target> targets = new ArrayList<>();
  private final LongestPrefix ipv4 = new LongestPrefix();
  private final LongestPrefix ipv6 = new LongestPrefix();
  private final Map<String, Leg> legs = new HashMap<>();
  private final Map<Integer, Nexthop> nexthops = new HashMap<>();
  private final WordTable legOfPort = new WordTable();
  private final WordTable legOfVlan = new WordTable();
  private final List<Leg> legList = new ArrayList<>();

  /** The routes of a configuration. */
  public Routes(SwitchConfig config) {
    config.interfaces().forEach(this::addLeg);
    for (Neighbour neighbour : config.neighbours()) {
      legs.get(neighbour.device()).add(neighbour);
    }
    for (Nexthop nexthop : config.nexthops()) {
      nexthops.put(nexthop.id(), nexthop);
    }
    for (RouterInterface settings : config.interfaces()) {
      for (IpPrefix own : settings.addresses()) {
        add(PrefixMatch.of(own.address()), Target.LOCAL);
      }
    }
    for (Tunnel tunnel : config.tunnels()) {
      add(PrefixMatch.of(tunnel.local()), Target.LOCAL);
    }
    for (Route route : config.routes()) {
      add(PrefixMatch.of(route.destination()), targetOf(route));
    }
    for (RouterInterface settings : config.interfaces()) {
      Leg leg = legs.get(settings.name());
      for (IpPrefix own : settings.addresses()) {
        add(PrefixMatch.of(own), new Target(Kind.UNICAST, leg, null));
      }
    }
  }

  private Target targetOf(Route route) {
    return switch (route.kind()) {
      case BLACKHOLE -> Target.BLACKHOLE;
      case UNREACHABLE, PROHIBIT -> Target.REJECT;
      case UNICAST -> {
        Nexthop nexthop = nexthops.get(route.nexthop());
        if (nexthop == null) {
          yield by(route.device(), route.via());
        }
        yield nexthop.blackhole() ? Target.BLACKHOLE_NEXTHOP : by(nexthop.device(), nexthop.via());
      }
    };
  }

  private Target by(String device, IpAddress via) {
    Leg leg = legs.get(device);
    return leg == null ? Target.EXTERNAL : new Target(Kind.UNICAST, leg, via);
  }

  private void addLeg(RouterInterface settings) {
    Leg leg = new Leg(settings);
    legs.put(settings.name(), leg);
    (settings.port() != 0 ? legOfPort : legOfVlan)
        .put(settings.port(), settings.vlan(), legList.size());
    legList.add(leg);
  }

  private void add(PrefixMatch network, Target target) {
    if ((network.version() == 6 ? ipv6 : ipv4).putIfAbsent(network, targets.size())) {
      targets.add(target);
    }
  }

  /** The interface on a port; null if there is none. */
  Leg ofPort(int port) {
    return at(legOfPort.get(port, 0));
  }

  /** The interface on a VLAN; null if there is none. */
  Leg ofVlan(int vlan) {
    return at(legOfVlan.get(0, vlan));
  }

  /** The interface of a name. */
  Leg named(String name) {
    return legs.get(name);
  }

  private Leg at(long index) {
    return index == WordTable.NONE ? null : legList.get((int) index);
  }

  /** The route of a destination; null if there is none. */
  Target lookUp(int version, long high, long low) {
    long index = (version == 6 ? ipv6 : ipv4).get(high, low);
    return index == WordTable.NONE ? null : targets.get((int) index);
  }
}
