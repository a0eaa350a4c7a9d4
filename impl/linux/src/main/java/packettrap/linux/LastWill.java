package packettrap.linux;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import packettrap.spec.message.Reply;
import packettrap.spec.message.View;
import packettrap.spec.trap.Callback;
import packettrap.wire.devlink.Handle;

/**
 * The state found, in a form that another process can read and put back.
 *
 * @param device bus and name
 * @param traps with their actions
 * @param groups with their bindings
 * @param policers with their parameters
 * @param monitor drop monitor's configuration; null: there is no drop monitor
 * @param up the driver's numbers of the ports that were up
 * @param down those of the others
 * @param refusing callbacks that were made to refuse
 * @param obeying the others that can be made to refuse
 */
record LastWill(
    String device,
    List<View.OfTrap> traps,
    List<View.OfGroup> groups,
    List<View.OfPolicer> policers,
    Reply.MonitorConfig monitor,
    List<Long> up,
    List<Long> down,
    List<Callback> refusing,
    List<Callback> obeying) {

  /** What a device's state says. */
  static LastWill of(Handle device, FoundState found) {
    return new LastWill(
        device.text(),
        found.traps(),
        found.groups(),
        found.policers(),
        found.monitor(),
        keys(found.up(), true),
        keys(found.up(), false),
        keys(found.switches(), true),
        keys(found.switches(), false));
  }

  private static <K extends Comparable<? super K>> List<K> keys(
      Map<K, Boolean> map, boolean wanted) {
    List<K> keys = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          if (value == wanted) {
            keys.add(key);
          }
        });
    keys.sort(Comparator.naturalOrder());
    return keys;
  }

  /** The state that it was made of. */
  FoundState found() {
    Map<Long, Boolean> ports = new TreeMap<>();
    up.forEach(port -> ports.put(port, true));
    down.forEach(port -> ports.put(port, false));
    Map<Callback, Boolean> switches = new EnumMap<>(Callback.class);
    refusing.forEach(callback -> switches.put(callback, true));
    obeying.forEach(callback -> switches.put(callback, false));
    return new FoundState(traps, groups, policers, monitor, ports, switches);
  }
}
