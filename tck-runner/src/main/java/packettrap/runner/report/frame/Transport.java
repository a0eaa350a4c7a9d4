package packettrap.runner.report.frame;

import java.util.Locale;
import java.util.Map;

/** The headers behind IP: UDP, TCP, ICMP and their like. */
final class Transport {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0, "hop-by-hop options"),
          Map.entry(1, "ICMP"),
          Map.entry(2, "IGMP"),
          Map.entry(4, "IPv4"),
          Map.entry(6, "TCP"),
          Map.entry(17, "UDP"),
          Map.entry(41, "IPv6"),
          Map.entry(43, "routing"),
          Map.entry(44, "fragment"),
          Map.entry(47, "GRE"),
          Map.entry(58, "ICMPv6"),
          Map.entry(60, "destination options"),
          Map.entry(89, "OSPF"),
          Map.entry(103, "PIM"),
          Map.entry(112, "VRRP"));

  private static final Map<Integer, String> ICMP =
      Map.of(
          0,
          "echo reply",
          3,
          "destination unreachable",
          5,
          "redirect",
          8,
          "echo request",
          11,
          "time exceeded");

  private static final Map<Integer, String> ICMPV6 =
      Map.ofEntries(
          Map.entry(1, "destination unreachable"),
          Map.entry(2, "packet too big"),
          Map.entry(3, "time exceeded"),
          Map.entry(128, "echo request"),
          Map.entry(129, "echo reply"),
          Map.entry(130, "listener query"),
          Map.entry(131, "listener report"),
          Map.entry(132, "listener done"),
          Map.entry(133, "router solicitation"),
          Map.entry(134, "router advertisement"),
          Map.entry(135, "neighbour solicitation"),
          Map.entry(136, "neighbour advertisement"),
          Map.entry(137, "redirect"),
          Map.entry(143, "listener report, version 2"));

  private static final Map<Integer, String> IGMP =
      Map.of(
          0x11,
          "query",
          0x12,
          "report, version 1",
          0x16,
          "report, version 2",
          0x17,
          "leave",
          0x22,
          "report, version 3");

  private static final Map<Integer, Integer> LEAST = Map.of(1, 8, 2, 8, 6, 20, 17, 8, 47, 4, 58, 4);

  private static final String[] TCP_FLAGS = {"FIN", "SYN", "RST", "PSH", "ACK", "URG"};

  private Transport() {}

  /** A protocol's name in brackets; empty if it has none here. */
  static String named(int protocol) {
    String name = NAMES.get(protocol);
    return name == null ? "" : " (" + name + ")";
  }

  static String name(int protocol) {
    return NAMES.get(protocol);
  }

  static boolean knows(int protocol) {
    return LEAST.containsKey(protocol);
  }

  /** Bytes of the shortest header. */
  static int least(int protocol) {
    return LEAST.get(protocol);
  }

  /** Reads a header of which the shortest part is there; gives its length. */
  static int read(Header header, int protocol, int left) {
    return switch (protocol) {
      case 6 -> tcp(header, left);
      case 17 -> udp(header);
      case 47 -> gre(header);
      case 1 -> control(header, ICMP, 8);
      case 2 -> igmp(header);
      default -> control(header, ICMPV6, 4);
    };
  }

  private static int udp(Header header) {
    header
        .number("source port", 0, 2)
        .number("destination port", 2, 2)
        .number("length", 4, 2)
        .hex("checksum", 6, 2);
    return 8;
  }

  private static int tcp(Header header, int left) {
    int length = Math.max(20, Math.min(left, 4 * (header.u8(12) >> 4)));
    StringBuilder flags = new StringBuilder();
    for (int i = 0; i < TCP_FLAGS.length; i++) {
      flags.append((header.u8(13) >> i & 1) == 0 ? "" : " " + TCP_FLAGS[i]);
    }
    header
        .number("source port", 0, 2)
        .number("destination port", 2, 2)
        .number("sequence", 4, 4)
        .number("acknowledgment", 8, 4)
        .field("header length", 4 * (header.u8(12) >> 4) + " bytes", 12, 1)
        .field("flags", flags.isEmpty() ? "none" : flags.substring(1), 13, 1)
        .number("window", 14, 2)
        .hex("checksum", 16, 2)
        .number("urgent", 18, 2);
    if (length > 20) {
      header.hex("options", 20, length - 20);
    }
    return length;
  }

  private static int gre(Header header) {
    header.hex("flags", 0, 2).hex("type", 2, 2);
    return 4;
  }

  private static int igmp(Header header) {
    type(header, IGMP).number("response time", 1, 1).hex("checksum", 2, 2).v4("group", 4);
    return 8;
  }

  private static int control(Header header, Map<Integer, String> types, int length) {
    type(header, types).number("code", 1, 1).hex("checksum", 2, 2);
    if (length > 4) {
      header.hex("rest of header", 4, length - 4);
    }
    return length;
  }

  private static Header type(Header header, Map<Integer, String> types) {
    int type = header.u8(0);
    String digits = types == IGMP ? String.format(Locale.ROOT, "0x%02x", type) : "" + type;
    return header.field(
        "type", digits + (types.containsKey(type) ? " (" + types.get(type) + ")" : ""), 0, 1);
  }
}
