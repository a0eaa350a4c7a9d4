package packettrap.asic.tunnel;

import java.util.ArrayList;
import java.util.List;
import packettrap.asic.packet.Packet;
import packettrap.asic.packet.Packet.Carrier;
import packettrap.asic.table.PrefixMatch;
import packettrap.asic.table.WordTable;
import packettrap.spec.config.Tunnel;
import packettrap.spec.packet.IpAddress;

/** The tunnels that end at the switch, by the address at which they end. */
public final class Tunnels {
  private final List<List<TunnelEnd>> ends = new ArrayList<>();
  private final WordTable ipv4 = new WordTable();
  private final WordTable ipv6 = new WordTable();

  /** The tunnels as configured. */
  public Tunnels(List<Tunnel> tunnels) {
    for (Tunnel tunnel : tunnels) {
      at(tunnel.local()).add(new TunnelEnd(tunnel));
    }
  }

  private List<TunnelEnd> at(IpAddress local) {
    WordTable table = local.ipv6() ? ipv6 : ipv4;
    long index = table.get(PrefixMatch.high(local), PrefixMatch.low(local));
    if (index == WordTable.NONE) {
      index = ends.size();
      ends.add(new ArrayList<>());
      table.put(PrefixMatch.high(local), PrefixMatch.low(local), index);
    }
    return ends.get((int) index);
  }

  /**
   * Whether a packet to the switch is to be taken out of a tunnel: one of either sort, VXLAN or IP,
   * ends at its address. Fragments have to be put together first, which the CPU does.
   */
  public boolean isFor(Packet packet) {
    if (ends.isEmpty() || packet.fragment || !isTunnelled(packet.carrier)) {
      return false;
    }
    boolean vxlan = packet.carrier == Carrier.VXLAN;
    List<TunnelEnd> candidates = candidates(packet);
    for (int i = 0; i < candidates.size(); i++) {
      if ((candidates.get(i).carrier() == Carrier.VXLAN) == vxlan) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTunnelled(Carrier carrier) {
    return carrier == Carrier.VXLAN || carrier == Carrier.GRE || carrier == Carrier.IP;
  }

  /** The tunnel out of which a packet is to be taken: of its kind, key and source; null: none. */
  TunnelEnd find(Packet packet) {
    List<TunnelEnd> candidates = candidates(packet);
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).matches(packet)) {
        return candidates.get(i);
      }
    }
    return null;
  }

  private List<TunnelEnd> candidates(Packet packet) {
    WordTable table = packet.ipVersion == 6 ? ipv6 : ipv4;
    long index = table.get(packet.destinationHigh, packet.destinationLow);
    return index == WordTable.NONE ? List.of() : ends.get((int) index);
  }
}
