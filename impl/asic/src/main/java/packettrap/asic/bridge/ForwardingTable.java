package packettrap.asic.bridge;

import java.util.List;
import packettrap.asic.table.WordTable;
import packettrap.spec.config.SwitchConfig.FdbEntry;

/**
 * Which ports frames to a MAC address in a VLAN leave by: what was configured, and what was
 * learned.
 *
 * <p>What was configured is never learned over. Nothing grows old: only a new configuration
 * forgets.
 */
final class ForwardingTable {
  /** How many addresses are learned at most; beyond that, new ones are flooded. */
  static final int LEARNED_LIMIT = 16_384;

  private final WordTable configured = new WordTable();
  private final WordTable learned = new WordTable();

  ForwardingTable(List<FdbEntry> entries) {
    for (FdbEntry entry : entries) {
      configured.put(entry.mac().bits(), entry.vlan(), PortSet.of(entry.ports()));
    }
  }

  /** The ports as a {@link PortSet}; {@link WordTable#NONE} if the address is not known. */
  long lookUp(int vlan, long mac) {
    long ports = configured.get(mac, vlan);
    return ports != WordTable.NONE ? ports : learned.get(mac, vlan);
  }

  /** Notes that an address is behind a port. */
  void learn(int vlan, long mac, int port) {
    boolean room = learned.size() < LEARNED_LIMIT || learned.get(mac, vlan) != WordTable.NONE;
    if (room && configured.get(mac, vlan) == WordTable.NONE) {
      learned.put(mac, vlan, PortSet.of(port));
    }
  }
}
