package packettrap.asic;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import packettrap.spec.packet.Frame;
import packettrap.spec.packet.IpAddress;
import packettrap.spec.packet.Mac;

/** Writes frames for tests, layer by layer, with lengths and checksums that are right. */
final class Frames {
  static final String ROUTER = "02:00:00:00:00:fe";
  static final String HOST1 = "02:00:00:00:00:01";
  static final String HOST2 = "02:00:00:00:00:02";
  static final String BROADCAST = "ff:ff:ff:ff:ff:ff";

  private Frames() {}

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] u16(int value) {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  static byte[] mac(String mac) {
    return hex(String.format("%012x", Mac.parse(mac).bits()));
  }

  static byte[] ip(String address) {
    IpAddress ip = IpAddress.parse(address);
    return ip.ipv6()
        ? hex(String.format("%016x%016x", ip.high(), ip.low()))
        : hex(String.format("%08x", ip.low()));
  }

  static Frame ethernet(String to, String from, int type, byte[]... payload) {
    return Frame.of(join(mac(to), mac(from), u16(type), join(payload)));
  }

  /** The frame with a tag in front of its EtherType. */
  static Frame tagged(Frame frame, int tagType, int tagControl) {
    byte[] bytes = frame.toByteArray();
    byte[] addresses = Arrays.copyOf(bytes, 12);
    byte[] rest = Arrays.copyOfRange(bytes, 12, bytes.length);
    return Frame.of(join(addresses, u16(tagType), u16(tagControl), rest));
  }

  static Frame tagged(Frame frame, int vlan) {
    return tagged(frame, 0x8100, vlan);
  }

  /** The frame with one byte changed. */
  static Frame with(Frame frame, int offset, int value) {
    byte[] bytes = frame.toByteArray();
    bytes[offset] = (byte) value;
    return Frame.of(bytes);
  }

  /** The frame with one byte of its IPv4 header changed, and the checksum made right again. */
  static Frame withIpv4(Frame frame, int offset, int value) {
    byte[] bytes = frame.toByteArray();
    bytes[14 + offset] = (byte) value;
    putChecksum(bytes, 14);
    return Frame.of(bytes);
  }

  private static void putChecksum(byte[] bytes, int start) {
    bytes[start + 10] = 0;
    bytes[start + 11] = 0;
    byte[] header = Arrays.copyOfRange(bytes, start, start + (bytes[start] & 15) * 4);
    System.arraycopy(u16(checksum(header)), 0, bytes, start + 10, 2);
  }

  /** The Internet checksum (RFC 1071). */
  static int checksum(byte[]... parts) {
    byte[] bytes = join(parts);
    long sum = 0;
    for (int offset = 0; offset < bytes.length; offset++) {
      sum += (bytes[offset] & 0xff) << (offset % 2 == 0 ? 8 : 0);
    }
    while (sum > 0xffff) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return (int) (~sum & 0xffff);
  }

  /** A UDP or TCP payload of IP with its checksum; any other as it is. */
  private static byte[] checksummed(String from, String to, int protocol, byte[] body) {
    int offset = protocol == 17 ? 6 : protocol == 6 ? 16 : -1;
    if (offset >= 0 && body.length >= offset + 2) {
      byte[] pseudo = join(ip(from), ip(to), u16(protocol), u16(body.length));
      System.arraycopy(u16(0), 0, body, offset, 2);
      int sum = checksum(pseudo, body);
      System.arraycopy(u16(sum == 0 && protocol == 17 ? 0xffff : sum), 0, body, offset, 2);
    }
    return body;
  }

  /** An IPv4 packet without options. */
  static byte[] ipv4(String from, String to, int ttl, int protocol, byte[]... payload) {
    byte[] body = checksummed(from, to, protocol, join(payload));
    byte[] packet =
        join(
            hex("4500"),
            u16(20 + body.length),
            hex("12344000"),
            new byte[] {(byte) ttl, (byte) protocol, 0, 0},
            ip(from),
            ip(to),
            body);
    putChecksum(packet, 0);
    return packet;
  }

  static byte[] ipv6(String from, String to, int hopLimit, int next, byte[]... payload) {
    byte[] body = checksummed(from, to, next, join(payload));
    return join(
        hex("60000000"),
        u16(body.length),
        new byte[] {(byte) next, (byte) hopLimit},
        ip(from),
        ip(to),
        body);
  }

  static byte[] udp(int from, int to) {
    return join(u16(from), u16(to), u16(8 + 4), u16(0), hex("01020304"));
  }

  /** A UDP datagram with a frame in VXLAN. */
  static byte[] vxlan(int network, byte[] frame) {
    byte[] header = join(u16(50000), u16(4789), u16(16 + frame.length), u16(0));
    return join(header, hex(String.format("08000000%06x00", network)), frame);
  }

  static byte[] tcp(int from, int to) {
    return join(u16(from), u16(to), hex("00000001 00000000 50022000 0000 0000"));
  }

  static byte[] arp(int opcode) {
    return join(hex("0001 0800 0604"), u16(opcode), new byte[20]);
  }

  /** A UDP packet to be routed: to the router's MAC address, over IPv4 or IPv6. */
  static Frame routed(String from, String to, int ttl) {
    boolean ipv6 = to.contains(":");
    return ipv6
        ? ethernet(ROUTER, HOST1, 0x86dd, ipv6(from, to, ttl, 17, udp(1000, 2000)))
        : ethernet(ROUTER, HOST1, 0x0800, ipv4(from, to, ttl, 17, udp(1000, 2000)));
  }

  /** A plain IPv4 packet between two hosts that is only bridged. */
  static Frame bridged(String to, String from) {
    return ethernet(to, from, 0x0800, ipv4("10.0.0.1", "10.0.0.2", 64, 17, udp(1000, 2000)));
  }
}
