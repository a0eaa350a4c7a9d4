package packettrap.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import packettrap.explorer.ModelInput.Asking;

/**
 * States, inputs and outputs as the TLA+ module has them: numbers, texts, truths, lists and, for
 * records, maps.
 */
public final class Plain {
  private static final String[] PHASES = {"no", "nothing", "yes"};
  private static final String[] ACTIONS = {"drop", "trap", "mirror", "invalid"};
  private static final String[] MODES = {"summary", "packet", "", "invalid"};
  private static final Map<Asking, String> ASKED =
      Map.of(
          Asking.TRAP_SET, "TrapSet",
          Asking.GROUP_SET, "GroupSet",
          Asking.POLICER_SET, "PolicerSet",
          Asking.RELOAD, "Reload",
          Asking.MONITOR_CONFIG_SET, "MonitorConfigSet",
          Asking.MONITOR_START, "MonitorStart",
          Asking.MONITOR_STOP, "MonitorStop",
          Asking.MONITOR_CONFIG_GET, "MonitorConfigGet");

  private Plain() {}

  /** A value as TLA+ writes it; the fields of records in the order of their names. */
  public static String text(Object plain) {
    if (plain instanceof Map<?, ?> record) {
      List<String> fields = new ArrayList<>();
      record.forEach((name, value) -> fields.add(name + " |-> " + text(value)));
      return "[" + String.join(", ", fields) + "]";
    } else if (plain instanceof List<?> list) {
      return "<<" + String.join(", ", list.stream().map(Plain::text).toList()) + ">>";
    } else if (plain instanceof String) {
      return "\"" + plain + "\"";
    }
    return plain.toString().toUpperCase(Locale.ROOT);
  }

  static Map<String, Object> record(Object... fields) {
    Map<String, Object> record = new TreeMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      record.put((String) fields[i], fields[i + 1]);
    }
    return record;
  }

  static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  /** The state of a machine. */
  public static Map<String, Object> state(Machine machine, long state) {
    Layout layout = machine.layout();
    boolean there = layout.phase.get(state) == Layout.REGISTERED;
    List<Object> actions = new ArrayList<>();
    List<Object> bindings = new ArrayList<>();
    List<Object> rates = new ArrayList<>();
    List<Object> bursts = new ArrayList<>();
    List<Object> tokens = new ArrayList<>();
    for (int i = 0; there && i < layout.action.length; i++) {
      actions.add(ACTIONS[layout.action[i].get(state)]);
    }
    for (int i = 0; there && i < layout.binding.length; i++) {
      bindings.add(layout.binding[i].get(state));
    }
    for (int i = 0; there && i < layout.rate.length; i++) {
      rates.add(layout.rates.get(i).get(layout.rate[i].get(state)).intValue());
      bursts.add(layout.bursts.get(i).get(layout.burst[i].get(state)).intValue());
      tokens.add(layout.tokens[i].get(state));
    }
    List<Object> queue = new ArrayList<>();
    for (int trap : layout.queues.get(layout.hardwareQueue.get(state))) {
      queue.add(trap + 1);
    }
    List<Object> table = new ArrayList<>();
    List<Integer> counts = layout.tables.get(layout.hardwareTable.get(state));
    for (int i = 0; i < counts.size(); i += 2) {
      table.add(List.of(counts.get(i) + 1, counts.get(i + 1)));
    }
    return record(
        "registered",
        PHASES[layout.phase.get(state)],
        "action",
        actions,
        "binding",
        bindings,
        "rate",
        rates,
        "burst",
        bursts,
        "tokens",
        tokens,
        "mode",
        MODES[layout.mode.get(state)],
        "queueLength",
        layout.queueLengths.get(layout.queueLength.get(state)).intValue(),
        "software",
        layout.softwareRuns.get(state) == 1,
        "hardware",
        layout.hardwareRuns.get(state) == 1,
        "softwareQueue",
        layout.softwareQueue.get(state),
        "hardwareQueue",
        queue,
        "softwareTable",
        layout.softwareTable.get(state),
        "hardwareTable",
        table);
  }

  /** An input. */
  public static Map<String, Object> input(ModelInput input) {
    Map<String, Object> record = record("kind", input.getClass().getSimpleName());
    if (input instanceof ModelInput.TrapSet set) {
      record.putAll(record("trap", set.trap(), "action", action(set.action())));
      record.put("refuse", set.refuse());
    } else if (input instanceof ModelInput.GroupSet set) {
      record.putAll(record("group", set.group(), "action", action(set.action())));
      record.putAll(record("policer", set.policer(), "refuse", set.refuse()));
    } else if (input instanceof ModelInput.PolicerSet set) {
      record.putAll(record("policer", set.policer(), "rate", set.rate(), "burst", set.burst()));
      record.put("refuse", set.refuse());
    } else if (input instanceof ModelInput.Get get) {
      record.putAll(record("of", lower(get.of()), "object", get.object()));
    } else if (input instanceof ModelInput.Dump dump) {
      record.put("of", lower(dump.of()));
    } else if (input instanceof ModelInput.Misdirected one) {
      record.put("device", one.named() ? "unknown" : "absent");
    } else if (input instanceof ModelInput.Unprivileged one) {
      record.put("request", ASKED.get(one.request()));
    } else if (input instanceof ModelInput.MonitorConfigSet set) {
      record.put("mode", set.mode() == ModelInput.ABSENT ? "absent" : MODES[set.mode()]);
      record.put("queueLength", set.queueLength());
    } else if (input instanceof ModelInput.MonitorStart start) {
      record.putAll(record("software", start.software(), "hardware", start.hardware()));
    } else if (input instanceof ModelInput.MonitorStop stop) {
      record.putAll(record("software", stop.software(), "hardware", stop.hardware()));
    } else if (input instanceof ModelInput.Packet packet) {
      record.put("trap", packet.trap());
    } else if (input instanceof ModelInput.Register || input instanceof ModelInput.Reload) {
      record.put("refuse", input.refuse());
    }
    return record;
  }

  private static String action(int action) {
    return action == ModelInput.ABSENT ? "absent" : ACTIONS[action];
  }

  /** An output. */
  public static Map<String, Object> output(Scope scope, Output output) {
    return PlainOutput.of(scope.registration(), output);
  }
}
