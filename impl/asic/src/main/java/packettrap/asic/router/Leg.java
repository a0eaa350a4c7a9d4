package packettrap.asic.router;

import packettrap.asic.table.PrefixMatch;
import packettrap.asic.table.WordTable;
import packettrap.spec.config.SwitchConfig.Neighbour;
import packettrap.spec.config.SwitchConfig.RouterInterface;
import packettrap.spec.packet.IpAddress;

/** An interface of the router, with the neighbours that are reachable over it. */
public final class Leg {
  /** Not an interface: the packet is for one of the tunnels that end at the switch. */
  public static final Leg INTO_TUNNEL = new Leg(null);

  private final RouterInterface settings;

  private final WordTable neighbours4 = new WordTable();
  private final WordTable neighbours6 = new WordTable();

  Leg(RouterInterface settings) {
    this.settings = settings;
  }

  void add(Neighbour neighbour) {
    IpAddress address = neighbour.address();
    table(PrefixMatch.version(address))
        .put(PrefixMatch.high(address), PrefixMatch.low(address), neighbour.mac().bits());
  }

  /** MAC address of a neighbour, {@link WordTable#NONE} if it is not resolved. */
  long neighbour(int version, long high, long low) {
    return table(version).get(high, low);
  }

  private WordTable table(int version) {
    return version == 6 ? neighbours6 : neighbours4;
  }

  /** The port it is on, 0 if it is on a VLAN. */
  public int port() {
    return settings.port();
  }

  /** The VLAN it is on, 0 if it is on a port. */
  public int vlan() {
    return settings.vlan();
  }

  /** Largest IP packet that leaves here, bytes. */
  int mtu() {
    return settings.mtu();
  }
}
