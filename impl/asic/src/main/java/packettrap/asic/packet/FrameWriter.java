package packettrap.asic.packet;

import packettrap.spec.packet.Frame;

/**
 * Writes the frame that leaves, as it came in or rewritten, with and without a VLAN tag.
 *
 * <p>Each of the two forms is written once, however many ports it leaves by.
 */
public final class FrameWriter {
  private static final int CUSTOMER_TAG = 0x8100;

  private byte[] scratch = new byte[2048];
  private Packet packet;
  private boolean routed;
  private long destination;
  private long source;
  private int tagControl;
  private Frame untagged;
  private Frame tagged;

  /** The packet leaves in its VLAN with its addresses. */
  public void bridge(Packet leaving) {
    // The priority survives, also when the VLAN is another one (802.1Q 6.9.3).
    begin(leaving, false, leaving.destination, leaving.source);
    tagControl = leaving.tagControl & 0xf000 | leaving.vlan;
    untagged = leaving.tagged ? null : leaving.frame;
    tagged = leaving.tagged && leaving.vlanId() == leaving.vlan ? leaving.frame : null;
  }

  /** The packet was routed: new addresses, a lower TTL, and in a VLAN that may be 0. */
  public void route(Packet leaving, long newDestination, long newSource, int vlan) {
    begin(leaving, true, newDestination, newSource);
    tagControl = vlan;
    untagged = null;
    tagged = null;
  }

  private void begin(Packet leaving, boolean isRouted, long newDestination, long newSource) {
    packet = leaving;
    routed = isRouted;
    destination = newDestination;
    source = newSource;
  }

  /** The packet that leaves. */
  public Packet packet() {
    return packet;
  }

  /** The destination MAC address with which it leaves. */
  public long destination() {
    return destination;
  }

  /** The source MAC address with which it leaves. */
  public long source() {
    return source;
  }

  /** The frame, with the VLAN's tag or without. */
  public Frame frame(boolean withTag) {
    if (withTag) {
      tagged = tagged == null ? write(true) : tagged;
      return tagged;
    }
    untagged = untagged == null ? write(false) : untagged;
    return untagged;
  }

  private Frame write(boolean withTag) {
    Frame original = packet.frame;
    // What is routed is Ethernet II: the EtherType stands in front of the IP header, also in SNAP.
    int from = routed ? packet.payload - 2 : 12 + packet.tagLength();
    int to = withTag ? 16 : 12;
    int length = original.length() - from + to;
    if (scratch.length < length) {
      scratch = new byte[length];
    }
    put48(0, destination);
    put48(6, source);
    if (withTag) {
      put16(12, CUSTOMER_TAG);
      put16(14, tagControl);
    }
    original.copyTo(from, scratch, to, original.length() - from);
    if (routed) {
      lowerTtl(to + 2);
    }
    return Frame.of(scratch, 0, length);
  }

  private void lowerTtl(int start) {
    if (packet.ipVersion == 6) {
      scratch[start + 7]--;
      return;
    }
    scratch[start + 8]--;
    put16(start + 10, 0);
    int sum = 0;
    int end = start + (scratch[start] & 15) * 4;
    for (int offset = start; offset < end; offset += 2) {
      sum += (scratch[offset] & 0xff) << 8 | scratch[offset + 1] & 0xff;
    }
    sum = (sum & 0xffff) + (sum >>> 16);
    sum = (sum & 0xffff) + (sum >>> 16);
    put16(start + 10, ~sum);
  }

  private void put16(int offset, int value) {
    scratch[offset] = (byte) (value >> 8);
    scratch[offset + 1] = (byte) value;
  }

  private void put48(int offset, long value) {
    put16(offset, (int) (value >> 32));
    put16(offset + 2, (int) (value >> 16));
    put16(offset + 4, (int) value);
  }
}
