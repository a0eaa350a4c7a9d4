package packettrap.conformance.scenario;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a dissector must find in frames that hit the traps of addresses, options and tunnels.
 *
 * <p>A near miss may have it, too: it differs in where the frame arrives or goes.
 */
final class RoutingMarks {
  /** Fields that are looked at here alone. */
  static final List<String> FIELDS = List.of("ip.opt.type", "gre.proto");

  private static final Map<String, Predicate<Map<String, String>>> MARKS =
      Map.ofEntries(
          Map.entry("ipv6_mc_dip_reserved_scope", f -> f.get("ipv6.dst").matches("ff[0-9a-f]0:.*")),
          Map.entry(
              "ipv6_mc_dip_interface_local_scope",
              f -> f.get("ipv6.dst").matches("ff[0-9a-f]1:.*")),
          Map.entry(
              "mc_reverse_path_forwarding",
              starts("ip.dst", "239.").or(starts("ipv6.dst", "ff0e:"))),
          Map.entry(
              "non_routable_packet",
              starts("ip.dst", "224.0.0.")
                  .or(f -> f.get("ipv6.dst").matches("ff[0-9a-f]2:.*"))
                  .or(has("ip.proto", "2"))),
          Map.entry("decap_error", isTunnelled()),
          Map.entry(
              "overlay_smac_is_mc",
              f -> isTunnelled().test(f) && f.get("eth.src.ig").endsWith(",1")),
          Map.entry(
              "arp_overlay", f -> isTunnelled().test(f) && f.get("arp.opcode").matches("[12]")),
          Map.entry("ipv6_uc_dip_link_local_scope", f -> f.get("ipv6.dst").matches("fe[89ab].:.*")),
          Map.entry("ipv6_dip_all_nodes", has("ipv6.dst", "ff02::1")),
          Map.entry("ipv6_dip_all_routers", has("ipv6.dst", "ff02::2")),
          Map.entry("ipv4_router_alert", f -> f.get("ip.opt.type").contains("148")),
          Map.entry("ipv6_router_alert", f -> !f.get("ipv6.opt.router_alert").isEmpty()));

  private RoutingMarks() {}

  /** The marks, by trap. */
  static Map<String, Predicate<Map<String, String>>> all() {
    return MARKS;
  }

  /** Whether a field of what came out of a tunnel is one of what was in it. */
  static boolean carries(Map<String, String> outside, String field, Map<String, String> inside) {
    boolean type = field.equals("eth.type");
    return type && outside.get(field).isEmpty()
        || outside.get(field).endsWith(inside.get(field))
        || outside.get("gre.proto").equals(inside.get(field))
        || type && outside.get("frame.protocols").matches(".*:ip(v6)?:ip(v6)?:.*");
  }

  private static Predicate<Map<String, String>> isTunnelled() {
    return fields ->
        fields.get("frame.protocols").matches(".*:(ip|ipv6):(udp:vxlan|gre|ip|ipv6)(:.*)?");
  }

  private static Predicate<Map<String, String>> has(String field, String... values) {
    return fields -> List.of(values).contains(fields.get(field));
  }

  private static Predicate<Map<String, String>> starts(String field, String... beginnings) {
    return fields -> Stream.of(beginnings).anyMatch(fields.get(field)::startsWith);
  }
}
