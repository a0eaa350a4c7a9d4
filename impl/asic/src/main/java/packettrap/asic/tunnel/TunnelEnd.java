package packettrap.asic.tunnel;

import packettrap.asic.packet.Packet;
import packettrap.asic.packet.Packet.Carrier;
import packettrap.asic.table.PrefixMatch;
import packettrap.spec.config.Tunnel;

/** A tunnel as numbers. */
final class TunnelEnd {
  private final Carrier carrier;
  private final boolean fromAnyone;
  private final long remoteHigh;
  private final long remoteLow;
  private final long key;
  private final int vlan;

  TunnelEnd(Tunnel tunnel) {
    carrier =
        switch (tunnel.kind()) {
          case VXLAN -> Carrier.VXLAN;
          case GRE -> Carrier.GRE;
          case IP_IN_IP -> Carrier.IP;
        };
    fromAnyone = tunnel.remote() == null;
    remoteHigh = fromAnyone ? 0 : PrefixMatch.high(tunnel.remote());
    remoteLow = fromAnyone ? 0 : PrefixMatch.low(tunnel.remote());
    key = tunnel.key() == null ? -1 : tunnel.key();
    vlan = tunnel.vlan();
  }

  /** How packets are wrapped. */
  Carrier carrier() {
    return carrier;
  }

  /** Whether a packet to its address is of this tunnel. */
  boolean matches(Packet packet) {
    return carrier == packet.carrier
        && key == packet.carrierKey
        && (fromAnyone || packet.sourceHigh == remoteHigh && packet.sourceLow == remoteLow);
  }

  /** The VLAN of what was in VXLAN. */
  int vlan() {
    return vlan;
  }
}
