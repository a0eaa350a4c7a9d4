package packettrap.runner.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import packettrap.conformance.DeviceBroke;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Trap;

/**
 * Finds the trap that a frame hit by the trap's counters, which every trap has whatever its type
 * and action: drop monitor hears of no control packets, and the Rx path of no drops.
 */
final class TrapWatch {
  private final TrapDevice device;
  private final Map<String, TrapHit> hits = new HashMap<>();
  private long[] counted = {};

  TrapWatch(TrapDevice device, List<Trap> registered) {
    this.device = device;
    for (Trap trap : registered) {
      hits.put(trap.name(), TrapHit.of(trap));
    }
    hit();
  }

  /** The trap that was hit since the last call; null: none. */
  TrapHit hit() {
    if (!(device.call(new Request.TrapDump()) instanceof Reply.Traps dump)) {
      throw new DeviceBroke("The device did not list its traps.");
    }
    List<View.OfTrap> traps = dump.traps();
    long[] counts = new long[traps.size()];
    TrapHit found = null;
    for (int i = 0; i < counts.length; i++) {
      View.OfTrap trap = traps.get(i);
      counts[i] = trap.packets() + (trap.dropped() == null ? 0 : trap.dropped());
      if (i < counted.length && counts[i] != counted[i] && found == null) {
        found = hits.get(trap.name());
      }
    }
    counted = counts;
    return found;
  }
}
