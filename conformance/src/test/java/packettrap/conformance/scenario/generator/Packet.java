package packettrap.conformance.scenario.generator;

import static packettrap.conformance.scenario.generator.Frames.hex;
import static packettrap.conformance.scenario.generator.Frames.join;
import static packettrap.conformance.scenario.generator.Frames.u16;

import java.util.HexFormat;
import packettrap.spec.packet.Frame;
import packettrap.spec.packet.IpAddress;

/** Collects what an IP packet is to be, and makes a well-formed frame of it. */
final class Packet {
  static final int ICMP = 1;
  static final int IGMP = 2;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int ICMPV6 = 58;
  static final int OSPF = 89;
  static final int PIM = 103;
  static final int VRRP = 112;

  /** TCP flags. */
  static final int SYN = 0x02;

  static final int PSH_ACK = 0x18;

  private static final int NO_CHECKSUM = -1;

  private final String destinationMac;
  private final String sourceMac;
  private final IpAddress source;
  private final IpAddress destination;
  private int ttl = 64;
  private int ecn;
  private int length;
  private int fragment;
  private byte[] options = {};
  private byte[] hopByHop = {};
  private int firstExtension;
  private byte[] extensions = {};
  private int protocol;
  private byte[] start;
  private int checksumAt;
  private boolean stretches;

  /** A packet of 64 (IPv4) or 84 (IPv6) bytes with UDP from port 40000 to port 50000. */
  Packet(String sourceMac, String destinationMac, String source, String destination) {
    this.sourceMac = sourceMac;
    this.destinationMac = destinationMac;
    this.source = IpAddress.parse(source);
    this.destination = IpAddress.parse(destination);
    length = this.source.ipv6() ? 84 : 64;
    udp(40000, 50000);
  }

  Packet ttl(int value) {
    ttl = value;
    return this;
  }

  /** Explicit congestion notification (RFC 3168): 0 not capable, 1 and 2 capable, 3 congestion. */
  Packet ecn(int value) {
    ecn = value;
    return this;
  }

  /** The length of the whole IP packet, bytes; UDP, TCP and other payload is filled up to it. */
  Packet length(int bytes) {
    length = bytes;
    return this;
  }

  Packet dontFragment() {
    fragment = 0x4000;
    return this;
  }

  /** A fragment that is not the first, the last one; its payload is raw. */
  Packet lastFragment(int payloadProtocol, String payload) {
    fragment = 185;
    return protocol(payloadProtocol, payload, true, NO_CHECKSUM);
  }

  /** IPv4 options, a multiple of 4 bytes. */
  Packet options(String digits) {
    options = hex(digits);
    return this;
  }

  /** A hop-by-hop header with these options; its length is 2 more, together a multiple of 8. */
  Packet hopByHop(String digits) {
    hopByHop = hex(digits);
    return this;
  }

  /** IPv6 extension headers as they are, the last of which names the protocol. */
  Packet extensions(int first, String digits) {
    firstExtension = first;
    extensions = hex(digits);
    return this;
  }

  /** The first fragment of several. */
  Packet firstFragment() {
    fragment = 0x2000;
    return this;
  }

  Packet udp(int from, int to) {
    return udp(from, to, "");
  }

  Packet udp(int from, int to, String payload) {
    return protocol(UDP, digits(from) + digits(to) + "0000 0000" + payload, true, 6);
  }

  Packet tcp(int from, int to, int flags, String payload) {
    String header =
        digits(from)
            + digits(to)
            + "00001000"
            + "00000000"
            + "50"
            + HexFormat.of().toHexDigits((byte) flags)
            + "2000"
            + "00000000";
    return protocol(TCP, header + payload, payload.isEmpty() && flags != SYN, 16);
  }

  /** ICMP or ICMPv6 with a checksum that is put in. */
  Packet icmp(int type, String body) {
    String message = HexFormat.of().toHexDigits((byte) type) + "00 0000" + body;
    return protocol(source.ipv6() ? ICMPV6 : ICMP, message, false, 2);
  }

  /** An echo request (true) or reply, filled up. */
  Packet echo(boolean request) {
    icmp(source.ipv6() ? request ? 128 : 129 : request ? 8 : 0, "0001 0001");
    stretches = true;
    return this;
  }

  Packet igmp(int type, int code, String body) {
    byte[] head = {(byte) type, (byte) code};
    return protocol(IGMP, HexFormat.of().formatHex(head) + "0000" + body, false, 2);
  }

  /** Any other payload, filled up. */
  Packet protocol(int number) {
    return protocol(number, "", true, NO_CHECKSUM);
  }

  /** Any other payload, and where in it the Internet checksum is. */
  Packet protocol(int number, String payload, boolean fill, int checksum) {
    protocol = number;
    start = hex(payload);
    stretches = fill;
    checksumAt = checksum;
    return this;
  }

  private static String digits(int port) {
    return HexFormat.of().toHexDigits((short) port);
  }

  /** The frame, filled up with zeros behind the packet to the shortest length. */
  Frame frame() {
    byte[] payload = payload();
    byte[] packet = source.ipv6() ? ipv6(payload) : ipv4(payload);
    Frame frame =
        Frames.ethernet(destinationMac, sourceMac, source.ipv6() ? 0x86dd : 0x0800, packet);
    return source.ipv6() ? frame : Frames.checksummed(frame);
  }

  private byte[] payload() {
    byte[] payload = start.clone();
    int headers = source.ipv6() ? 40 + hopByHopLength() + extensions.length : 20 + options.length;
    if (stretches) {
      payload = join(start, Frames.filler(Math.max(0, length - headers - start.length)));
    }
    if (protocol == UDP && checksumAt >= 0) {
      System.arraycopy(u16(payload.length), 0, payload, 4, 2);
    }
    if (checksumAt >= 0) {
      int checksum =
          coversItselfOnly()
              ? Frames.checksum(payload)
              : Frames.checksum(pseudoHeader(payload.length), payload);
      // RFC 768: a UDP checksum of 0 means that there is none.
      System.arraycopy(
          u16(checksum == 0 && protocol == UDP ? 0xffff : checksum), 0, payload, checksumAt, 2);
    }
    return payload;
  }

  /** Whether the checksum leaves out the addresses; RFC 2328, RFC 3768, RFC 7761 for the last. */
  private boolean coversItselfOnly() {
    return switch (protocol) {
      case ICMP, IGMP -> true;
      case OSPF, PIM, VRRP -> !source.ipv6();
      default -> false;
    };
  }

  private byte[] pseudoHeader(int payloadLength) {
    byte[] head = {0, (byte) protocol};
    return join(address(source), address(destination), head, u16(payloadLength));
  }

  private int hopByHopLength() {
    return hopByHop.length == 0 ? 0 : 2 + hopByHop.length;
  }

  private byte[] ipv4(byte[] payload) {
    byte[] head = {(byte) (0x45 + options.length / 4), (byte) ecn};
    byte[] middle = {(byte) ttl, (byte) protocol, 0, 0};
    return join(
        head,
        u16(20 + options.length + payload.length),
        u16(0x1234),
        u16(fragment),
        middle,
        address(source),
        address(destination),
        options,
        payload);
  }

  private byte[] ipv6(byte[] payload) {
    boolean extended = hopByHop.length > 0;
    int upper = extensions.length > 0 ? firstExtension : protocol;
    byte[] next = {(byte) (extended ? 0 : upper), (byte) ttl};
    byte[] extension = {(byte) upper, (byte) (hopByHopLength() / 8 - 1)};
    return join(
        new byte[] {0x60, (byte) (ecn << 4), 0, 0},
        u16(hopByHopLength() + extensions.length + payload.length),
        next,
        address(source),
        address(destination),
        extended ? join(extension, hopByHop) : new byte[0],
        extensions,
        payload);
  }

  /** The bytes of an address. */
  static byte[] address(IpAddress address) {
    HexFormat format = HexFormat.of();
    return address.ipv6()
        ? hex(format.toHexDigits(address.high()) + format.toHexDigits(address.low()))
        : hex(format.toHexDigits((int) address.low()));
  }
}
