package packettrap.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Packs states of the TLA+ module; {@link Plain#state} is the way back. */
public final class PlainStates {
  private static final List<String> PHASES = List.of("no", "nothing", "yes");
  private static final List<String> ACTIONS = List.of("drop", "trap", "mirror");
  private static final List<String> MODES = List.of("summary", "packet");

  private PlainStates() {}

  /** The packed state, or -1 if the machine has none for it. */
  public static long packed(Machine machine, Map<String, Object> state) {
    try {
      long packed = pack(machine.layout(), state);
      return Plain.state(machine, packed).equals(state) ? packed : -1;
    } catch (IndexOutOfBoundsException e) {
      return -1;
    }
  }

  private static long pack(Layout layout, Map<String, Object> state) {
    long packed =
        layout.phase.put(PHASES.indexOf(state.get("registered")))
            | layout.mode.put(MODES.indexOf(state.get("mode")))
            | layout.queueLength.put(
                layout.queueLengths.indexOf((long) (Integer) state.get("queueLength")))
            | layout.softwareRuns.put((Boolean) state.get("software") ? 1 : 0)
            | layout.hardwareRuns.put((Boolean) state.get("hardware") ? 1 : 0)
            | layout.softwareQueue.put((Integer) state.get("softwareQueue"))
            | layout.softwareTable.put((Integer) state.get("softwareTable"));
    List<Integer> queue = new ArrayList<>();
    for (Object trap : (List<?>) state.get("hardwareQueue")) {
      queue.add((Integer) trap - 1);
    }
    List<Integer> table = new ArrayList<>();
    for (Object line : (List<?>) state.get("hardwareTable")) {
      table.add((Integer) ((List<?>) line).get(0) - 1);
      table.add((Integer) ((List<?>) line).get(1));
    }
    packed |= layout.hardwareQueue.put(layout.queuePlaces.getOrDefault(queue, 0));
    packed |= layout.hardwareTable.put(layout.tablePlaces.getOrDefault(table, 0));
    List<?> actions = (List<?>) state.get("action");
    for (int i = 0; i < actions.size(); i++) {
      packed |= layout.action[i].put(ACTIONS.indexOf(actions.get(i)));
    }
    List<?> bindings = (List<?>) state.get("binding");
    for (int i = 0; i < bindings.size(); i++) {
      packed |= layout.binding[i].put((Integer) bindings.get(i));
    }
    List<?> rates = (List<?>) state.get("rate");
    List<?> bursts = (List<?>) state.get("burst");
    List<?> tokens = (List<?>) state.get("tokens");
    for (int i = 0; i < rates.size(); i++) {
      packed |=
          layout.rate[i].put(layout.rates.get(i).indexOf((long) (Integer) rates.get(i)))
              | layout.burst[i].put(layout.bursts.get(i).indexOf((long) (Integer) bursts.get(i)))
              | layout.tokens[i].put((Integer) tokens.get(i));
    }
    return packed;
  }
}
