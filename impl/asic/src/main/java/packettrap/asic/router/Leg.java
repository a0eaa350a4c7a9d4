package packettrap.asic.router;

import packettrap.asic.packet.Addresses;
import packettrap.asic.table.PrefixMatch;
import packettrap.asic.table.WordTable;
import packettrap.spec.config.SwitchConfig.Neighbour;
import packettrap.spec.config.SwitchConfig.RouterInterface;
import packettrap.spec.packet.IpAddress;

/** An interface of the router, with the neighbours that are reachable over it. */
public final class Leg {
  private static final long IPV4_BITS = 0xffff_ffff_0000_0000L;

  private final RouterInterface settings;

  /** Those of its IPv4 networks that are large enough to have a broadcast address (RFC 3021). */
  private final PrefixMatch[] networks4;

  private final WordTable neighbours4 = new WordTable();
  private final WordTable neighbours6 = new WordTable();

  Leg(RouterInterface settings) {
    this.settings = settings;
    this.networks4 =
        settings.addresses().stream()
            .filter(own -> !own.address().ipv6() && own.length() < 31)
            .map(PrefixMatch::of)
            .toArray(PrefixMatch[]::new);
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

  /** Whether an IPv4 address means all hosts of one of its networks (RFC 919 section 7). */
  private boolean isBroadcast(int version, long high) {
    for (PrefixMatch network : networks4) {
      long hosts = ~network.highMask() & IPV4_BITS;
      if (network.contains(version, high, 0) && (high & hosts) == hosts) {
        return true;
      }
    }
    return false;
  }

  /** Whether an address is one host's and not all hosts' of a network of this interface. */
  boolean isUnicast(int version, long high, long low) {
    return Addresses.isUnicast(version, high, low) && !isBroadcast(version, high);
  }
}
