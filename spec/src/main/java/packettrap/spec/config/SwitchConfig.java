package packettrap.spec.config;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.message.Cookie;
import packettrap.spec.packet.IpAddress;
import packettrap.spec.packet.IpPrefix;
import packettrap.spec.packet.Mac;

/**
 * The configuration of the switch behind the traps, applied as a whole.
 *
 * <p>Ports are numbered from 1. A port is a bridge port if {@code bridge} lists it, a router port
 * if a router interface names it, and otherwise takes nothing. Lists that are null are empty.
 *
 * @param routerMac the MAC address of every router interface; null: the device routes nothing
 * @param bridge the bridge ports
 * @param fdb static forwarding entries of the bridge
 * @param interfaces the router interfaces
 * @param routes routes beside those that the interfaces' addresses imply
 * @param neighbours resolved neighbours
 * @param acl flow rules, the first that matches decides
 * @param queues egress queues; a port without one sends at once and never drops
 * @param macTables which MAC addresses ports take frames to; a port without one takes all
 * @param external names of interfaces that are not the device's, such as a management port; the CPU
 *     forwards what is routed to them
 * @param nexthops next hops that routes name by their numbers
 * @param multicast multicast routes
 * @param tunnels where tunnels end
 */
public record SwitchConfig(
    Mac routerMac,
    List<BridgePort> bridge,
    List<FdbEntry> fdb,
    List<RouterInterface> interfaces,
    List<Route> routes,
    List<Neighbour> neighbours,
    List<AclRule> acl,
    List<EgressQueue> queues,
    List<MacTable> macTables,
    List<String> external,
    List<Nexthop> nexthops,
    List<MulticastRoute> multicast,
    List<Tunnel> tunnels) {

  /** What a device does that was never configured: it forwards nothing. */
  public static final SwitchConfig EMPTY =
      new SwitchConfig(
          null, null, null, null, null, null, null, null, null, null, null, null, null);

  public SwitchConfig {
    bridge = copy(bridge);
    fdb = copy(fdb);
    interfaces = copy(interfaces);
    routes = copy(routes);
    neighbours = copy(neighbours);
    acl = copy(acl);
    queues = copy(queues);
    macTables = copy(macTables);
    external = copy(external);
    nexthops = copy(nexthops);
    multicast = copy(multicast);
    tunnels = copy(tunnels);
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** The same without flow rules. */
  public SwitchConfig withoutAcl() {
    return new SwitchConfig(
        routerMac,
        bridge,
        fdb,
        interfaces,
        routes,
        neighbours,
        null,
        queues,
        macTables,
        external,
        nexthops,
        multicast,
        tunnels);
  }

  /** The same without queues. */
  public SwitchConfig withoutQueues() {
    return new SwitchConfig(
        routerMac,
        bridge,
        fdb,
        interfaces,
        routes,
        neighbours,
        acl,
        null,
        macTables,
        external,
        nexthops,
        multicast,
        tunnels);
  }

  /** A builder that starts empty. */
  public static Builder builder() {
    return new Builder();
  }

  /** The state of a bridge port in the spanning tree. */
  public enum SpanningTree {
    FORWARDING,
    LEARNING,
    LISTENING,
    BLOCKING
  }

  /**
   * A port of the VLAN-aware bridge.
   *
   * @param port its number
   * @param pvid VLAN of untagged and priority-tagged frames that come in, 1 to 4094; 0: none
   * @param vlans all VLANs of the port
   * @param untagged those of them that leave without a tag
   * @param spanningTree its state; null: forwarding
   * @param noFlooding whether frames to unknown destinations are kept from leaving here
   * @param learning whether source addresses are learned here; a locked port learns none
   * @param locked whether only frames from stations that the FDB has here come in
   */
  public record BridgePort(
      int port,
      int pvid,
      List<Integer> vlans,
      List<Integer> untagged,
      SpanningTree spanningTree,
      boolean noFlooding,
      boolean learning,
      boolean locked) {
    public BridgePort {
      vlans = copy(vlans);
      untagged = copy(untagged);
      spanningTree = spanningTree == null ? SpanningTree.FORWARDING : spanningTree;
    }

    /** A port that is not locked. */
    public BridgePort(
        int port,
        int pvid,
        List<Integer> vlans,
        List<Integer> untagged,
        SpanningTree spanningTree,
        boolean noFlooding,
        boolean learning) {
      this(port, pvid, vlans, untagged, spanningTree, noFlooding, learning, false);
    }

    /** A forwarding, flooding port in one VLAN, which is its PVID and leaves untagged. */
    public static BridgePort access(int port, int vlan) {
      return new BridgePort(port, vlan, List.of(vlan), List.of(vlan), null, false, false);
    }

    /** The same port, locked. */
    public BridgePort lock() {
      return new BridgePort(port, pvid, vlans, untagged, spanningTree, noFlooding, learning, true);
    }
  }

  /** Frames to a MAC address in a VLAN leave by a port, or by several for a multicast address. */
  public record FdbEntry(int vlan, Mac mac, List<Integer> ports) {
    public FdbEntry {
      ports = copy(ports);
    }
  }

  /**
   * An interface of the router, on a port or on a VLAN of the bridge.
   *
   * @param name what routes and neighbours call it
   * @param port number of the port, 0 if it is on a VLAN
   * @param vlan the VLAN, 0 if it is on a port
   * @param addresses the device's own addresses with their networks; each implies a local route and
   *     a route to its network
   * @param mtu largest IP packet that leaves here, bytes; 0: 1500
   */
  public record RouterInterface(
      String name, int port, int vlan, List<IpPrefix> addresses, int mtu) {
    public RouterInterface {
      addresses = copy(addresses);
      mtu = mtu == 0 ? 1500 : mtu;
    }
  }

  /** What a route does with its packets. */
  public enum RouteKind {
    UNICAST,
    BLACKHOLE,
    UNREACHABLE,
    PROHIBIT
  }

  /**
   * A route.
   *
   * @param destination where to; the longest match decides
   * @param kind what to do; null: unicast
   * @param device name of the egress interface, which may be an external one; null unless unicast
   * @param via the next hop; null: the destination is on the interface's network
   * @param nexthop number of the next hop, in place of device and via; 0: none
   */
  public record Route(
      IpPrefix destination, RouteKind kind, String device, IpAddress via, int nexthop) {
    public Route {
      kind = kind == null ? RouteKind.UNICAST : kind;
    }
  }

  /** The MAC address of a neighbour on an interface. */
  public record Neighbour(String device, IpAddress address, Mac mac) {}

  /** Where a flow rule looks. */
  public enum Direction {
    INGRESS,
    EGRESS
  }

  /** What a flow rule does with its packets. */
  public enum FlowAction {
    /** Lets them pass, and ends the look-up. */
    PASS,
    /** Drops them: ingress_flow_action_drop, egress_flow_action_drop. */
    DROP,
    /** Sends them to the CPU alone: flow_action_trap. */
    TRAP,
    /** Forwards them and sends a copy to the CPU: flow_action_sample. */
    SAMPLE
  }

  /**
   * A flow rule; a condition that is null is met by every packet.
   *
   * @param direction ingress or egress
   * @param port the port it is on, 0 for all
   * @param source source MAC
   * @param destination destination MAC
   * @param etherType EtherType behind all VLAN tags, 0 to 65535
   * @param from source network
   * @param to destination network
   * @param ipProtocol IP protocol number, 0 to 255
   * @param toPort TCP or UDP destination port
   * @param action what to do
   * @param cookie what drop monitor shows for a packet that it dropped; null for none
   */
  public record AclRule(
      Direction direction,
      int port,
      Mac source,
      Mac destination,
      Integer etherType,
      IpPrefix from,
      IpPrefix to,
      Integer ipProtocol,
      Integer toPort,
      FlowAction action,
      Cookie cookie) {}

  /**
   * A queue in front of a port.
   *
   * @param port number of the port
   * @param limit packets that it holds; one that finds it full is dropped at its tail
   * @param rate packets a second that leave it; the first of an idle queue leaves after 1/rate s
   * @param red what drops packets before it is full; null: nothing
   */
  public record EgressQueue(int port, int limit, long rate, RandomEarlyDetection red) {}

  /** Collects a configuration. */
  public static final class Builder {
    private Mac routerMac;
    private final List<BridgePort> bridge = new ArrayList<>();
    private final List<FdbEntry> fdb = new ArrayList<>();
    private final List<RouterInterface> interfaces = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<Neighbour> neighbours = new ArrayList<>();
    private final List<AclRule> acl = new ArrayList<>();
    private final List<EgressQueue> queues = new ArrayList<>();
    private final List<MacTable> macTables = new ArrayList<>();
    private final List<String> external = new ArrayList<>();
    private final List<Nexthop> nexthops = new ArrayList<>();
    private final List<MulticastRoute> multicast = new ArrayList<>();
    private final List<Tunnel> tunnels = new ArrayList<>();

    private Builder() {}

    public Builder routerMac(String mac) {
      routerMac = Mac.parse(mac);
      return this;
    }

    public Builder bridgePort(BridgePort port) {
      bridge.add(port);
      return this;
    }

    public Builder fdb(int vlan, String mac, Integer... ports) {
      fdb.add(new FdbEntry(vlan, Mac.parse(mac), List.of(ports)));
      return this;
    }

    public Builder routerPort(String name, int port, int mtu, String... addresses) {
      interfaces.add(new RouterInterface(name, port, 0, prefixes(addresses), mtu));
      return this;
    }

    public Builder routerVlan(String name, int vlan, int mtu, String... addresses) {
      interfaces.add(new RouterInterface(name, 0, vlan, prefixes(addresses), mtu));
      return this;
    }

    public Builder route(String destination, RouteKind kind, String device, String via) {
      routes.add(new Route(IpPrefix.parse(destination), kind, device, address(via), 0));
      return this;
    }

    public Builder route(String destination, int nexthop) {
      routes.add(new Route(IpPrefix.parse(destination), null, null, null, nexthop));
      return this;
    }

    public Builder neighbour(String device, String address, String mac) {
      neighbours.add(new Neighbour(device, IpAddress.parse(address), Mac.parse(mac)));
      return this;
    }

    public Builder acl(AclRule rule) {
      acl.add(rule);
      return this;
    }

    public Builder queue(int port, int limit, long rate) {
      return queue(port, limit, rate, null);
    }

    public Builder queue(int port, int limit, long rate, RandomEarlyDetection red) {
      queues.add(new EgressQueue(port, limit, rate, red));
      return this;
    }

    public Builder macTable(int port, String... addresses) {
      macTables.add(new MacTable(port, List.of(addresses).stream().map(Mac::parse).toList()));
      return this;
    }

    public Builder external(String name) {
      external.add(name);
      return this;
    }

    public Builder nexthop(int id, String device, String via) {
      nexthops.add(new Nexthop(id, false, device, address(via)));
      return this;
    }

    public Builder blackholeNexthop(int id) {
      nexthops.add(new Nexthop(id, true, null, null));
      return this;
    }

    public Builder multicast(String source, String group, String from, String... to) {
      multicast.add(new MulticastRoute(address(source), IpAddress.parse(group), from, List.of(to)));
      return this;
    }

    public Builder tunnel(Tunnel.Kind kind, String local, String remote, Long key, int vlan) {
      tunnels.add(new Tunnel(kind, IpAddress.parse(local), address(remote), key, vlan));
      return this;
    }

    public SwitchConfig build() {
      return new SwitchConfig(
          routerMac,
          bridge,
          fdb,
          interfaces,
          routes,
          neighbours,
          acl,
          queues,
          macTables,
          external,
          nexthops,
          multicast,
          tunnels);
    }

    private static IpAddress address(String text) {
      return text == null ? null : IpAddress.parse(text);
    }

    private static List<IpPrefix> prefixes(String... addresses) {
      return List.of(addresses).stream().map(IpPrefix::parse).toList();
    }
  }
}
