package packettrap.runner.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import packettrap.spec.message.View;

/**
 * What devlink shows of a trap, a group or a policer, as text and as JSON.
 *
 * <p>Source: {@code pr_out_trap}, {@code pr_out_trap_group}, {@code pr_out_trap_policer} of
 * iproute2's devlink.
 *
 * @param fields in their order
 * @param metadata null: not shown
 * @param statistics of what was received; null: not shown
 */
record DevlinkObject(
    Map<String, Object> fields, List<String> metadata, Map<String, Object> statistics) {

  static DevlinkObject of(View view, DevlinkOptions options) {
    if (view instanceof View.OfTrap trap) {
      return ofTrap(trap, options);
    } else if (view instanceof View.OfGroup group) {
      return ofGroup(group, options);
    }
    return ofPolicer((View.OfPolicer) view, options);
  }

  private static DevlinkObject ofTrap(View.OfTrap trap, DevlinkOptions options) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", trap.name());
    fields.put("type", lower(trap.type()));
    fields.put("generic", trap.generic());
    fields.put("action", lower(trap.action()));
    fields.put("group", trap.group());
    List<String> metadata =
        options.verbose() ? trap.metadata().stream().map(DevlinkObject::lower).toList() : null;
    Map<String, Object> statistics = null;
    if (options.statistics()) {
      statistics = received(trap.bytes(), trap.packets());
      if (trap.dropped() != null) {
        statistics.put("dropped", trap.dropped());
      }
    }
    return new DevlinkObject(fields, metadata, statistics);
  }

  private static DevlinkObject ofGroup(View.OfGroup group, DevlinkOptions options) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", group.name());
    fields.put("generic", group.generic());
    if (group.policer() != 0) {
      fields.put("policer", group.policer());
    }
    return new DevlinkObject(
        fields, null, options.statistics() ? received(group.bytes(), group.packets()) : null);
  }

  private static DevlinkObject ofPolicer(View.OfPolicer policer, DevlinkOptions options) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("policer", policer.id());
    fields.put("rate", policer.rate());
    fields.put("burst", policer.burst());
    boolean counts = options.statistics() && policer.dropped() != null;
    return new DevlinkObject(fields, null, counts ? Map.of("dropped", policer.dropped()) : null);
  }

  private static Map<String, Object> received(long bytes, long packets) {
    Map<String, Object> statistics = new LinkedHashMap<>();
    statistics.put("bytes", bytes);
    statistics.put("packets", packets);
    return statistics;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The fields on one line, as a notification has them. */
  String line() {
    return words(fields);
  }

  /** The lines below the device's name. */
  String text() {
    StringBuilder text = new StringBuilder("  ").append(line()).append('\n');
    if (metadata != null) {
      text.append("    metadata:\n");
      if (!metadata.isEmpty()) {
        text.append("      ").append(String.join(" ", metadata)).append('\n');
      }
    }
    if (statistics != null) {
      text.append("    stats:\n        rx:\n          ").append(words(statistics)).append('\n');
    }
    return text.toString();
  }

  /** As JSON has it. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>(fields);
    if (metadata != null) {
      json.put("metadata", metadata);
    }
    if (statistics != null) {
      json.put("stats", Map.of("rx", statistics));
    }
    return json;
  }

  private static String words(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + " " + word(field.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String word(Object value) {
    return value instanceof Long number ? Long.toUnsignedString(number) : String.valueOf(value);
  }
}
