package packettrap.asic.bridge;

import java.util.List;

/** Sets of ports as the bits of a number: bit 1 is port 1. */
final class PortSet {
  private PortSet() {}

  /** The set of one port. */
  static int of(int port) {
    return 1 << port;
  }

  /** The set of several ports. */
  static int of(List<Integer> ports) {
    int set = 0;
    for (int port : ports) {
      set |= of(port);
    }
    return set;
  }

  /** Whether a port is in a set. */
  static boolean contains(int set, int port) {
    return (set >>> port & 1) != 0;
  }
}
