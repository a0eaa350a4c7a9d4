package packettrap.runner.classify;

import java.util.Map;

/** What frames of a capture are. Source: LINKTYPE_ values at tcpdump.org. */
final class LinkType {
  private static final int ETHERNET = 1;

  private static final Map<Integer, String> OTHERS =
      Map.ofEntries(
          Map.entry(0, "BSD loopback"),
          Map.entry(9, "PPP"),
          Map.entry(101, "IP without a link layer"),
          Map.entry(104, "Cisco HDLC"),
          Map.entry(105, "IEEE 802.11"),
          Map.entry(107, "frame relay"),
          Map.entry(113, "Linux cooked capture, as of the interface any"),
          Map.entry(127, "IEEE 802.11 with radiotap"),
          Map.entry(195, "IEEE 802.15.4"),
          Map.entry(228, "IPv4 without a link layer"),
          Map.entry(229, "IPv6 without a link layer"),
          Map.entry(239, "netfilter log"),
          Map.entry(253, "netlink"),
          Map.entry(276, "Linux cooked capture v2, as of the interface any"));

  private LinkType() {}

  /**
   * Accepts Ethernet.
   *
   * @throws DamagedCapture if it is another
   */
  static void check(int type) throws DamagedCapture {
    if (type != ETHERNET) {
      String name = OTHERS.containsKey(type) ? " (" + OTHERS.get(type) + ")" : "";
      throw new DamagedCapture(
          "has frames of link type %d%s; a switch takes link type 1 (Ethernet)"
              .formatted(type, name));
    }
  }
}
