package packettrap.asic.bridge;

import packettrap.asic.table.WordTable;

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

  private final WordTable configured;
  private final WordTable learned = new WordTable();

  /** A table that has learned nothing. */
  ForwardingTable(WordTable configured) {
    this.configured = configured;
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
