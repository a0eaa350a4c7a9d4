package packettrap.conformance.scenario.generator;

import java.util.Arrays;
import java.util.HexFormat;
import packettrap.spec.packet.Frame;
import packettrap.spec.packet.Mac;

/** Makes frames of bytes, and of frames what a switch makes of them. */
final class Frames {
  /** The shortest frame that Ethernet allows, without the frame check sequence, bytes. */
  static final int SHORTEST = 60;

  private static final int TAG = 0x8100;

  private Frames() {}

  /** The bytes of hexadecimal digits; white space is ignored. */
  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
  }

  /** Byte arrays one after the other. */
  static byte[] join(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] result = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, result, at, part.length);
      at += part.length;
    }
    return result;
  }

  /** A number in two bytes. */
  static byte[] u16(int number) {
    return new byte[] {(byte) (number >> 8), (byte) number};
  }

  /** Bytes that count up from 0. */
  static byte[] filler(int length) {
    byte[] result = new byte[length];
    for (int i = 0; i < length; i++) {
      result[i] = (byte) i;
    }
    return result;
  }

  /** An Ethernet II frame, filled up with zeros to the shortest length. */
  static Frame ethernet(String destination, String source, int type, byte[] payload) {
    byte[] bytes = join(mac(destination), mac(source), u16(type), payload);
    return Frame.of(Arrays.copyOf(bytes, Math.max(bytes.length, SHORTEST)));
  }

  /** An IEEE 802.3 frame: the length of the payload, an LLC header first, is where a type is. */
  static Frame llc(String destination, String source, String payload) {
    byte[] bytes = hex(payload);
    return ethernet(destination, source, bytes.length, bytes);
  }

  private static byte[] mac(String mac) {
    return hex(mac.replace(":", ""));
  }

  /** The frame with an 802.1Q tag in front of what was its type. */
  static Frame tagged(int vlan, Frame frame) {
    return tagged(0, false, vlan, frame);
  }

  /** The frame with an 802.1Q tag that has a priority and a drop eligible indicator. */
  static Frame tagged(int priority, boolean dropEligible, int vlan, Frame frame) {
    byte[] bytes = frame.toByteArray();
    int control = priority << 13 | (dropEligible ? 1 << 12 : 0) | vlan;
    return Frame.of(
        join(
            Arrays.copyOf(bytes, 12),
            u16(TAG),
            u16(control),
            Arrays.copyOfRange(bytes, 12, bytes.length)));
  }

  /** The frame with other bytes at an offset. */
  static Frame changed(Frame frame, int offset, String digits) {
    byte[] bytes = frame.toByteArray();
    byte[] change = hex(digits);
    System.arraycopy(change, 0, bytes, offset, change.length);
    return Frame.of(bytes);
  }

  /**
   * What a router makes of an untagged IP packet: its own source MAC, the neighbour's destination
   * MAC, one less of TTL, and an IPv4 checksum that fits (RFC 1812, section 5.3.1).
   */
  static Frame routed(Frame frame, String neighbour) {
    byte[] bytes = frame.toByteArray();
    System.arraycopy(mac(neighbour), 0, bytes, 0, 6);
    System.arraycopy(mac(CommonSwitch.ROUTER), 0, bytes, 6, 6);
    switch (frame.u16(12)) {
      case 0x0800 -> bytes[22]--;
      case 0x86dd -> bytes[21]--;
      default -> throw new IllegalArgumentException("no untagged IP packet: " + frame);
    }
    Frame forwarded = Frame.of(bytes);
    return frame.u16(12) == 0x0800 ? checksummed(forwarded) : forwarded;
  }

  /** The untagged IPv4 frame with a header checksum that fits its header of whatever length. */
  static Frame checksummed(Frame frame) {
    byte[] bytes = frame.toByteArray();
    bytes[24] = 0;
    bytes[25] = 0;
    byte[] header = Arrays.copyOfRange(bytes, 14, 14 + (frame.u8(14) & 15) * 4);
    System.arraycopy(u16(checksum(header)), 0, bytes, 24, 2);
    return Frame.of(bytes);
  }

  /** The Internet checksum (RFC 1071). */
  static int checksum(byte[]... parts) {
    byte[] bytes = join(parts);
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 255) << (i % 2 == 0 ? 8 : 0);
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return ~sum & 0xffff;
  }

  /** The MAC address that an IPv6 multicast address goes to (RFC 2464, section 7). */
  static String multicastMac(byte[] ipv6) {
    long low = Frame.of(ipv6).u32(12);
    return new Mac(0x3333_0000_0000L | low).toString();
  }
}
