package packettrap.asic.bridge;

/**
 * A set of ports for every VLAN, in pages of 64 VLANs.
 *
 * <p>A switch uses few of its 4096 VLANs, and gets a new configuration often: only pages in use
 * take memory.
 */
final class VlanPorts {
  private static final int PAGE_BITS = 6;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int[] NO_PORTS = new int[PAGE];

  private final int[][] pages = new int[4096 / PAGE][];

  /** Adds ports to a VLAN, 0 to 4095. */
  void add(int vlan, int ports) {
    int page = vlan >>> PAGE_BITS;
    if (pages[page] == null) {
      pages[page] = new int[PAGE];
    }
    pages[page][vlan & PAGE - 1] |= ports;
  }

  /** The ports of a VLAN, 0 to 4095. */
  int of(int vlan) {
    int[] page = pages[vlan >>> PAGE_BITS];
    return (page == null ? NO_PORTS : page)[vlan & PAGE - 1];
  }
}
