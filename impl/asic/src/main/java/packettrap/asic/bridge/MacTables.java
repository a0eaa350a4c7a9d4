package packettrap.asic.bridge;

import java.util.List;
import packettrap.asic.packet.Packet;
import packettrap.asic.table.WordTable;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.TrapUnit;
import packettrap.spec.config.MacTable;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.packet.Mac;

/** Which destination MAC addresses the ports take frames to: all, if a port has no table. */
public final class MacTables {
  private static final long BROADCAST = 0xffff_ffff_ffffL;

  private final WordTable addresses = new WordTable();
  private final long routerMac;
  private final TrapUnit traps;
  private int filtering;

  /** The tables as configured. */
  public MacTables(SwitchConfig config, TrapUnit traps) {
    this.routerMac = config.routerMac() == null ? WordTable.NONE : config.routerMac().bits();
    this.traps = traps;
    for (MacTable table : config.macTables()) {
      filtering |= PortSet.of(table.port());
      add(table.port(), table.addresses());
    }
  }

  private void add(int port, List<Mac> macs) {
    for (Mac mac : macs) {
      addresses.put(mac.bits(), port, 1);
    }
  }

  /** Whether a packet that comes in goes on. */
  public boolean pass(Packet packet) {
    return !PortSet.contains(filtering, packet.port)
        || packet.destination == BROADCAST
        || packet.destination == routerMac
        || addresses.get(packet.destination, packet.port) != WordTable.NONE
        || traps.hit(Check.DMAC_FILTER);
  }
}
