package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.CommonSwitch.NEIGHBOUR_7;
import static packettrap.conformance.scenario.generator.CommonSwitch.ROUTER;

import java.util.Arrays;
import java.util.HexFormat;
import packettrap.spec.packet.Frame;

/** Wraps packets as tunnels do, for the underlay at port 7 of the overlay switch. */
final class Wrapped {
  private static final int GRE = 47;
  private static final int IPV4_IN_IP = 4;
  private static final int IPV6_IN_IP = 41;
  private static final int VXLAN_PORT = 4789;

  private Wrapped() {}

  /** An outer packet from one address to another that has no room for filler. */
  private static Packet outer(String from, String to) {
    return new Packet(NEIGHBOUR_7, ROUTER, from, to).length(0);
  }

  /** A frame in VXLAN, RFC 7348, with a header that is right. */
  static Packet vxlan(String from, String to, int network, Frame inner) {
    return vxlan(from, to, "08000000%06x00".formatted(network), inner.toString());
  }

  /** Hexadecimal digits in VXLAN with a header of any kind. */
  static Packet vxlan(String from, String to, String header, String inner) {
    return outer(from, to).udp(50000, VXLAN_PORT, header + inner);
  }

  /** A packet in GRE without options, RFC 2784. */
  static Packet gre(String from, String to, Packet inner) {
    return gre(from, to, "0000", inner);
  }

  /** A packet in GRE with a key, RFC 2890. */
  static Packet greWithKey(String from, String to, long key, Packet inner) {
    byte[] packet = ip(inner);
    return outer(from, to)
        .protocol(GRE, "2000" + type(packet) + "%08x".formatted(key) + hex(packet), false, -1);
  }

  /** A packet in GRE with flags, of which none says that more than they follows. */
  static Packet gre(String from, String to, String flags, Packet inner) {
    byte[] packet = ip(inner);
    return outer(from, to).protocol(GRE, flags + type(packet) + hex(packet), false, -1);
  }

  /** A packet in GRE behind an outer header of any kind. */
  static Packet gre(Packet outer, Packet inner) {
    byte[] packet = ip(inner);
    return outer.length(0).protocol(GRE, "0000" + type(packet) + hex(packet), false, -1);
  }

  /** Anything in GRE. */
  static Packet greOf(String from, String to, String type, String content) {
    return outer(from, to).protocol(GRE, "0000" + type + content, false, -1);
  }

  /** A packet in IP, RFC 2003, RFC 2473 and RFC 4213. */
  static Packet ip(String from, String to, Packet inner) {
    byte[] packet = ip(inner);
    int protocol = packet[0] >> 4 == 4 ? IPV4_IN_IP : IPV6_IN_IP;
    return outer(from, to).protocol(protocol, hex(packet), false, -1);
  }

  private static String type(byte[] packet) {
    return packet[0] >> 4 == 4 ? "0800" : "86dd";
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** The packet without Ethernet header and padding. */
  private static byte[] ip(Packet packet) {
    Frame frame = packet.frame();
    int length = frame.u8(14) >> 4 == 4 ? frame.u16(16) : 40 + frame.u16(18);
    return Arrays.copyOfRange(frame.toByteArray(), 14, 14 + length);
  }

  /** The frame without the padding that its way through a tunnel has taken off. */
  static Frame bare(Packet packet) {
    byte[] bytes = packet.frame().toByteArray();
    return Frame.of(Arrays.copyOf(bytes, 14 + ip(packet).length));
  }
}
