package packettrap.asic.bridge;

import packettrap.asic.table.WordTable;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.config.SwitchConfig.FdbEntry;

/** What is configured for the bridge, in the form in which packets look it up. */
public final class BridgeTables {
  private final BridgePorts ports;
  private final WordTable addresses = new WordTable();

  /** The tables of a switch with so many ports. */
  public BridgeTables(SwitchConfig config, int portCount) {
    ports = new BridgePorts(config.bridge(), portCount);
    for (FdbEntry entry : config.fdb()) {
      addresses.put(entry.mac().bits(), entry.vlan(), PortSet.of(entry.ports()));
    }
  }

  BridgePorts ports() {
    return ports;
  }

  /** Ports, as a {@link PortSet}, by MAC address and VLAN. */
  WordTable addresses() {
    return addresses;
  }
}
