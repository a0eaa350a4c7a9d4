package packettrap.conformance.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.json.Json;
import packettrap.spec.json.JsonException;
import packettrap.spec.scenario.Scenario;

/** Reads the scenarios that come with the kit. */
public final class Scenarios {
  private static final String FOLDER = "/packettrap/conformance/scenarios/";

  /** The traps that have a file, in the order of the registry; a jar cannot list its folders. */
  private static final List<String> TRAPS =
      List.of(
          "source_mac_is_multicast",
          "vlan_tag_mismatch",
          "ingress_vlan_filter",
          "ingress_spanning_tree_filter",
          "port_list_is_empty",
          "port_loopback_filter",
          "blackhole_route",
          "ttl_value_is_too_small",
          "tail_drop",
          "non_ip",
          "uc_dip_over_mc_dmac",
          "dip_is_loopback_address",
          "sip_is_mc",
          "sip_is_loopback_address",
          "ip_header_corrupted",
          "ipv4_sip_is_limited_bc",
          "mtu_value_is_too_small",
          "unresolved_neigh",
          "reject_route",
          "ipv4_lpm_miss",
          "ipv6_lpm_miss",
          "ingress_flow_action_drop",
          "egress_flow_action_drop",
          "stp",
          "lacp",
          "lldp",
          "igmp_query",
          "igmp_v2_report",
          "mld_query",
          "ipv4_dhcp",
          "arp_request",
          "arp_response",
          "ipv6_neigh_solicit",
          "ipv6_neigh_advert",
          "ipv4_bgp",
          "local_route",
          "flow_action_sample",
          "flow_action_trap");

  private Scenarios() {}

  /** The traps that have scenarios, in the order of the registry. */
  public static List<String> traps() {
    return TRAPS;
  }

  /**
   * All scenarios, by trap in the order of the registry. They are read once. Equal configurations
   * are the same object.
   */
  public static List<Scenario> bundled() {
    return Bundle.SCENARIOS;
  }

  private static final class Bundle {
    private static final List<Scenario> SCENARIOS = readAll();

    private static List<Scenario> readAll() {
      Map<String, SwitchConfig> configs = new HashMap<>();
      return TRAPS.stream().flatMap(trap -> readFile(trap, configs)).toList();
    }
  }

  private static Stream<Scenario> readFile(String trap, Map<String, SwitchConfig> configs) {
    return read(trap + ".json", ScenarioFile.class).scenarios().stream()
        .map(
            entry ->
                new Scenario(
                    entry.name(),
                    trap,
                    entry.title(),
                    entry.config() == null
                        ? null
                        : configs.computeIfAbsent(entry.config(), Scenarios::config),
                    entry.settle(),
                    entry.arrivals()));
  }

  private static SwitchConfig config(String name) {
    return read("switches/" + name + ".json", SwitchConfig.class);
  }

  private static <T> T read(String name, Class<T> type) {
    try (InputStream stream = Scenarios.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("the kit lacks its file " + FOLDER + name);
      }
      return Json.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException e) {
      throw new IllegalStateException(FOLDER + name + ", " + e.getMessage(), e);
    }
  }
}
