package packettrap.asic.tunnel;

import packettrap.asic.packet.Packet;

/**
 * Explicit congestion notification of a packet that leaves a tunnel.
 *
 * <p>Source: RFC 6040 section 4.2. Beyond it, any mark outside for a packet that may not have one
 * is an error, as hardware has it ({@code devlink_trap_tunnel_vxlan.sh}, {@code ecn_decap_test}).
 */
final class Ecn {
  private static final int NOT_CAPABLE = 0;
  private static final int ECT_1 = 1;
  private static final int CE = 3;

  private Ecn() {}

  private static int of(Packet packet) {
    return packet.trafficClass & 3;
  }

  /** Whether what the outer header says may be said of the inner packet, if that is IP. */
  static boolean fits(Packet outer, Packet inner) {
    return inner.ipVersion == 0 || of(inner) != NOT_CAPABLE || of(outer) == NOT_CAPABLE;
  }

  /** Writes into the inner IP header what both say together, if there is one. */
  static void merge(Packet outer, Packet inner, byte[] bytes, int header) {
    int from = of(inner);
    boolean marks = of(outer) == CE || of(outer) == ECT_1 && from != CE;
    if (inner.ipVersion == 0 || !marks || from == of(outer)) {
      return;
    }
    if (inner.ipVersion == 6) {
      bytes[header + 1] = (byte) (bytes[header + 1] & 0xcf | of(outer) << 4);
      return;
    }
    bytes[header + 1] = (byte) (bytes[header + 1] & 0xfc | of(outer));
    // RFC 1624, equation 3.
    int sum = (bytes[header + 10] & 0xff) << 8 | bytes[header + 11] & 0xff;
    sum = (~sum & 0xffff) + (~from & 0xffff) + of(outer);
    sum = (sum & 0xffff) + (sum >>> 16);
    sum = (sum & 0xffff) + (sum >>> 16);
    bytes[header + 10] = (byte) (~sum >> 8);
    bytes[header + 11] = (byte) ~sum;
  }
}
