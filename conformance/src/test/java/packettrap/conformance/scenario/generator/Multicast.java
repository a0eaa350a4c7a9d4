package packettrap.conformance.scenario.generator;

import packettrap.spec.packet.IpAddress;

/** Packets to groups. */
final class Multicast {
  /** The router alert of IPv4 (RFC 2113). */
  static final String ROUTER_ALERT = "94040000";

  /** Router alert with value 0 (MLD), then PadN: RFC 2711 section 2.1. */
  static final String MLD_ALERT = "05020000 0100";

  private Multicast() {}

  /** A packet to an IPv4 or IPv6 group, in a frame to the group's MAC address, with TTL 1. */
  static Packet to(String group, String sender, String from) {
    return new Packet(sender, macOf(group), from, group).ttl(1);
  }

  /** The MAC address that a group's packets go to (RFC 1112 section 6.4, RFC 2464 section 7). */
  static String macOf(String group) {
    IpAddress address = IpAddress.parse(group);
    if (address.ipv6()) {
      return Frames.multicastMac(Packet.address(address));
    }
    long low = address.low() & 0x7f_ffff;
    return "01:00:5e:%02x:%02x:%02x".formatted(low >> 16, low >> 8 & 0xff, low & 0xff);
  }

  /** The digits of an address. */
  static String digits(String address) {
    return NeighbourPages.address(address);
  }
}
