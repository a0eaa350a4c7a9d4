package packettrap.asic.tunnel;

import packettrap.asic.packet.Packet;
import packettrap.asic.packet.Packet.Carrier;
import packettrap.asic.packet.Parser;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;
import packettrap.spec.packet.Frame;

/** Takes packets out of the tunnels that end here, and says what keeps them in. */
public final class Decapsulation {
  private static final long VXLAN_FLAGS = 0x0800_0000L;

  private final Tunnels tunnels;
  private final long routerMac;
  private final TrapUnit traps;
  private final Packet opened = new Packet();
  private byte[] scratch = new byte[2048];

  /**
   * Takes packets out of tunnels.
   *
   * @param routerMac what a packet without an Ethernet header is addressed to
   */
  public Decapsulation(Tunnels tunnels, long routerMac, TrapUnit traps) {
    this.tunnels = tunnels;
    this.routerMac = routerMac;
    this.traps = traps;
  }

  /**
   * What was in a packet that is for one of the tunnels; null if it ends here.
   *
   * <p>What was in VXLAN has its VLAN set; what was in IP has none and is addressed to the router.
   */
  public Packet open(Packet outer) {
    TunnelEnd end = tunnels.find(outer);
    boolean whole = end != null && outer.hasInner && Ecn.fits(outer, outer.inner);
    if (!whole || !(outer.carrier == Carrier.VXLAN ? isFrame(outer) : isIp(outer))) {
      traps.hit(Check.DECAP_ERROR);
      return null;
    }
    return outer.carrier == Carrier.VXLAN ? frame(outer, end) : ip(outer);
  }

  /** Source: RFC 7348 sections 5 (what is reserved is zero) and 6.1 (no VLAN inside). */
  private static boolean isFrame(Packet outer) {
    return outer.frame.u32(outer.carrierHeader) == VXLAN_FLAGS
        && outer.frame.u8(outer.carrierHeader + 7) == 0
        && outer.inner.tags == 0;
  }

  private static boolean isIp(Packet outer) {
    return !outer.inner.hasEthernet && outer.inner.ipVersion != 0;
  }

  private Packet frame(Packet outer, TunnelEnd end) {
    Packet inner = outer.inner;
    if (Packet.isGroup(inner.source) && !traps.hit(Check.OVERLAY_SMAC_IS_MC)) {
      return null;
    }
    int length = inner.end - inner.start;
    copy(inner, length, 0);
    Ecn.merge(outer, inner, scratch, inner.payload - inner.start);
    return parsed(length, end.vlan());
  }

  private Packet ip(Packet outer) {
    Packet inner = outer.inner;
    copy(inner, inner.ipLength, Parser.ETHERNET_HEADER);
    Ecn.merge(outer, inner, scratch, Parser.ETHERNET_HEADER);
    for (int i = 0; i < 6; i++) {
      scratch[i] = (byte) (routerMac >> 40 - 8 * i);
      scratch[6 + i] = 0;
    }
    int type = inner.ipVersion == 4 ? Packet.IPV4 : Packet.IPV6;
    scratch[12] = (byte) (type >> 8);
    scratch[13] = (byte) type;
    return parsed(Parser.ETHERNET_HEADER + inner.ipLength, 0);
  }

  private void copy(Packet inner, int length, int to) {
    if (scratch.length < to + length) {
      scratch = new byte[to + length];
    }
    inner.frame.copyTo(inner.start, scratch, to, length);
  }

  private Packet parsed(int length, int vlan) {
    // Port 0: it came in by none, so that it may leave by all.
    Parser.parse(0, Frame.of(scratch, 0, length), opened);
    opened.vlan = vlan;
    return opened;
  }
}
