package packettrap.conformance.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;
import packettrap.spec.scenario.Scenario.Departure;

/**
 * A dissector that knows nothing of the kit finds in the frames what they are meant to be.
 *
 * <p>Needs tshark; skipped where it is not installed, unless the environment says {@code CI=true}.
 */
class DissectionTests {
  private static final List<String> CHECKSUMS =
      Stream.of("ip", "udp", "tcp", "icmp", "icmpv6", "igmp")
          .map(protocol -> protocol + ".checksum.status")
          .toList();

  private static final List<String> FIELDS =
      Stream.of(
              CHECKSUMS,
              RoutingMarks.FIELDS,
              ProtocolMarks.FIELDS,
              List.of(
                  "frame.protocols",
                  "_ws.malformed",
                  "eth.src",
                  "eth.dst",
                  "eth.type",
                  "eth.src.ig",
                  "eth.dst.ig",
                  "vlan.id",
                  "vlan.etype",
                  "ip.version",
                  "ip.hdr_len",
                  "ip.ttl",
                  "ip.len",
                  "ip.src",
                  "ip.dst",
                  "ip.proto",
                  "ip.frag_offset",
                  "ipv6.version",
                  "ipv6.hlim",
                  "ipv6.plen",
                  "ipv6.src",
                  "ipv6.dst",
                  "ipv6.opt.router_alert",
                  "udp.dstport",
                  "tcp.srcport",
                  "tcp.dstport",
                  "igmp.type",
                  "icmpv6.type",
                  "arp.opcode",
                  "llc.dsap",
                  "slow.subtype",
                  "lldp.chassis.subtype"))
          .flatMap(List::stream)
          .toList();

  /** Where a checksum, a version or a header length is wrong because that is the point. */
  private static boolean isWrongOnPurpose(Dissected d) {
    String trap = d.arrival().trap();
    return d.scenario().trap().equals("ip_header_corrupted")
        || d.scenario().name().endsWith("/before-the-parser")
        || d.scenario().name().equals("udp_parsing/control")
        || trap != null && (trap.endsWith("_parsing") || trap.equals("ip_header_corrupted"))
        || WRONG_AND_SOUND.contains(d.scenario().name());
  }

  /** Frames that are sound for a switch, whatever is in them, and malformed for others. */
  private static final Set<String> WRONG_AND_SOUND =
      Set.of("llc_snap_parsing/bpdu", "mpls_parsing/bottom-at-the-end");

  /** What the dissector must find in a frame that hits a trap, and nowhere in near misses. */
  private static final Map<String, Predicate<Map<String, String>>> OF_FORWARDING =
      Map.ofEntries(
          Map.entry("source_mac_is_multicast", has("eth.src.ig", "1")),
          Map.entry(
              "vlan_tag_mismatch",
              f -> f.get("vlan.id").isEmpty() || f.get("vlan.id").startsWith("0")),
          Map.entry(
              "ttl_value_is_too_small", has("ip.ttl", "0", "1").or(has("ipv6.hlim", "0", "1"))),
          Map.entry("non_ip", f -> !f.get("frame.protocols").contains(":ip")),
          Map.entry(
              "uc_dip_over_mc_dmac",
              has("eth.dst.ig", "1").and(f -> !f.get("ip.dst").equals("255.255.255.255"))),
          Map.entry("dip_is_loopback_address", starts("ip.dst", "127.").or(has("ipv6.dst", "::1"))),
          Map.entry("sip_is_loopback_address", starts("ip.src", "127.").or(has("ipv6.src", "::1"))),
          Map.entry(
              "sip_is_mc", starts("ip.src", "224.", "232.", "239.").or(starts("ipv6.src", "ff"))),
          Map.entry("ipv4_sip_is_limited_bc", has("ip.src", "255.255.255.255")),
          Map.entry(
              "ip_header_corrupted",
              has("ip.checksum.status", "0")
                  .or(f -> !f.get("ip.version").matches("4?"))
                  .or(f -> !f.get("ipv6.version").matches("6?"))
                  .or(f -> f.get("ip.hdr_len").matches("\\d|1\\d"))
                  .or(f -> f.get("frame.protocols").endsWith("ethertype:ip"))
                  .or(f -> !f.get("_ws.malformed").isEmpty())),
          Map.entry(
              "mtu_value_is_too_small",
              f ->
                  ipLength(f) > (f.get("ip.dst").matches("10\\.[79].*") ? 1500 : 1300)
                      || ipLength(f) > 1500 && f.get("ipv6.dst").startsWith("2001:db8:a7:")),
          Map.entry("ipv4_lpm_miss", f -> !f.get("ip.dst").isEmpty()),
          Map.entry("ipv6_lpm_miss", f -> !f.get("ipv6.dst").isEmpty()),
          Map.entry("stp", f -> f.get("frame.protocols").contains(":stp")),
          Map.entry("lacp", f -> f.get("frame.protocols").endsWith("slow:lacp")),
          Map.entry("lldp", f -> f.get("frame.protocols").endsWith(":lldp")),
          Map.entry("igmp_query", has("igmp.type", "0x11")),
          Map.entry("igmp_v2_report", has("igmp.type", "0x16")),
          Map.entry("mld_query", has("icmpv6.type", "130").and(has("ipv6.opt.router_alert", "0"))),
          Map.entry(
              "ipv4_dhcp", has("udp.dstport", "67", "68").and(f -> !f.get("ip.dst").isEmpty())),
          Map.entry("arp_request", has("arp.opcode", "1").and(isArp())),
          Map.entry("arp_response", has("arp.opcode", "2").and(isArp())),
          Map.entry(
              "ipv6_neigh_solicit", has("icmpv6.type", "135").and(starts("ipv6.version", "6"))),
          Map.entry(
              "ipv6_neigh_advert", has("icmpv6.type", "136").and(starts("ipv6.version", "6"))),
          Map.entry("ipv4_bgp", has("tcp.dstport", "179").or(has("tcp.srcport", "179"))));

  private static final Map<String, Predicate<Map<String, String>>> MARKS = new HashMap<>();

  static {
    MARKS.putAll(ProtocolMarks.ofControl());
    MARKS.putAll(ProtocolMarks.ofErrors());
    MARKS.putAll(OF_FORWARDING);
    MARKS.putAll(RoutingMarks.all());
  }

  /** Of these a near miss differs in something else: where the frame arrives or goes. */
  private static final Set<String> DECIDED_ELSEWHERE =
      Set.of(
          "vlan_tag_mismatch",
          "ttl_value_is_too_small",
          "non_ip",
          "uc_dip_over_mc_dmac",
          "dip_is_loopback_address",
          "sip_is_loopback_address",
          "sip_is_mc",
          "ipv4_sip_is_limited_bc",
          "ip_header_corrupted",
          "mtu_value_is_too_small",
          "ipv4_lpm_miss",
          "ipv6_lpm_miss",
          "stp",
          "lacp",
          "lldp",
          "ipv4_bgp",
          "ipv6_bgp");

  /** What leaves there is not what came in, but was in it. */
  private static final Set<String> OUT_OF_TUNNELS =
      Set.of("decap_error", "overlay_smac_is_mc", "arp_overlay");

  private record Dissected(Scenario scenario, Arrival arrival, Map<String, String> fields) {
    boolean hits() {
      return scenario.trap().equals(arrival.trap());
    }

    String where() {
      return scenario.name() + ", " + arrival.what() + ": " + fields;
    }
  }

  private static final List<Dissected> ARRIVING = new ArrayList<>();
  private static final List<Dissected> DEPARTING = new ArrayList<>();

  @BeforeAll
  static void dissect(@TempDir Path folder) throws Exception {
    assumeTrue(
        Tshark.isThere() || "true".equals(System.getenv("CI")), "tshark is not installed here");
    List<Frame> frames = new ArrayList<>();
    for (Scenario scenario : Scenarios.bundled()) {
      for (Arrival arrival : scenario.arrivals()) {
        frames.add(arrival.frame());
        departures(arrival).forEach(departure -> frames.add(departure.frame()));
      }
    }
    List<Map<String, String>> fields = Tshark.dissect(folder, frames, FIELDS);
    assertEquals(frames.size(), fields.size());
    int at = 0;
    for (Scenario scenario : Scenarios.bundled()) {
      for (Arrival arrival : scenario.arrivals()) {
        ARRIVING.add(new Dissected(scenario, arrival, fields.get(at++)));
        for (int i = 0; i < departures(arrival).size(); i++) {
          DEPARTING.add(new Dissected(scenario, arrival, fields.get(at++)));
        }
      }
    }
  }

  private static List<Departure> departures(Arrival arrival) {
    return arrival.departures() == null ? List.of() : arrival.departures();
  }

  @Test
  void no_frame_is_malformed() {
    check(
        all().filter(d -> !d.scenario().name().endsWith("-too-short")),
        d -> d.fields().get("_ws.malformed").isEmpty());
  }

  @Test
  void all_checksums_are_right() {
    check(
        all(),
        d ->
            CHECKSUMS.stream()
                .flatMap(field -> Arrays.stream(d.fields().get(field).split(",")))
                .noneMatch("0"::equals));
  }

  @Test
  void a_frame_that_hits_a_trap_has_what_the_trap_is_about() {
    check(
        ARRIVING.stream().filter(d -> d.hits() && MARKS.containsKey(d.scenario().trap())),
        d -> MARKS.get(d.scenario().trap()).test(d.fields()));
  }

  @Test
  void a_near_miss_lacks_what_the_trap_is_about() {
    check(
        ARRIVING.stream()
            .filter(d -> !d.hits() && MARKS.containsKey(d.scenario().trap()))
            .filter(d -> !DECIDED_ELSEWHERE.contains(d.scenario().trap()))
            // Another trap of the same frame comes first.
            .filter(d -> !d.scenario().name().endsWith("/after-a-flow-rule"))
            .filter(d -> !RoutingMarks.all().containsKey(d.scenario().trap()))
            .filter(d -> !isWonByAnother(d))
            .filter(d -> !ProtocolMarks.ofErrors().containsKey(d.scenario().trap())),
        d -> !MARKS.get(d.scenario().trap()).test(d.fields()));
  }

  /** Where traps compete, a frame is about both. */
  private static boolean isWonByAnother(Dissected d) {
    return d.arrival().trap() != null
        && (d.scenario().rules().contains("PKT-07") || d.scenario().rules().contains("PKT-08"));
  }

  @Test
  void a_routed_frame_has_one_hop_less_and_the_routers_source() {
    check(
        DEPARTING.stream()
            .filter(d -> !OUT_OF_TUNNELS.contains(d.scenario().trap()))
            .filter(d -> d.arrival().frame().destination().toString().endsWith(":fe"))
            .filter(d -> !d.fields().get("eth.dst").endsWith(":fe")),
        d -> {
          int ttl = d.arrival().frame().u16(12) == 0x8100 ? 4 : 0;
          Frame in = d.arrival().frame();
          int before = in.u8(14 + ttl) >> 4 == 4 ? in.u8(22 + ttl) : in.u8(21 + ttl);
          String after = d.fields().get("ip.ttl") + d.fields().get("ipv6.hlim");
          return after.equals("" + (before - 1)) && d.fields().get("eth.src").endsWith(":fe");
        });
  }

  @Test
  void what_comes_out_of_a_tunnel_was_in_it() {
    Map<Arrival, Map<String, String>> arrived = new IdentityHashMap<>();
    ARRIVING.forEach(d -> arrived.put(d.arrival(), d.fields()));
    check(
        30,
        DEPARTING.stream()
            .filter(d -> OUT_OF_TUNNELS.contains(d.scenario().trap()))
            .filter(d -> !d.scenario().name().endsWith("/passes-through")),
        d ->
            Stream.of("eth.type", "ip.src", "ip.dst", "ipv6.src", "ipv6.dst", "udp.dstport")
                .filter(field -> !d.fields().get(field).isEmpty())
                .allMatch(
                    field -> RoutingMarks.carries(arrived.get(d.arrival()), field, d.fields())));
  }

  private static Stream<Dissected> all() {
    return Stream.concat(ARRIVING.stream(), DEPARTING.stream()).filter(d -> !isWrongOnPurpose(d));
  }

  private static void check(Stream<Dissected> dissected, Predicate<Dissected> right) {
    check(50, dissected, right);
  }

  private static void check(int least, Stream<Dissected> dissected, Predicate<Dissected> right) {
    List<Dissected> list = dissected.toList();
    assertTrue(list.size() > least, "only " + list.size() + " frames were looked at");
    assertEquals(
        "",
        list.stream()
            .filter(d -> !right.test(d))
            .map(Dissected::where)
            .collect(Collectors.joining("\n")));
  }

  /** Not reverse ARP, which has the same fields. */
  private static Predicate<Map<String, String>> isArp() {
    return has("eth.type", "0x0806").or(has("vlan.etype", "0x0806"));
  }

  private static Predicate<Map<String, String>> has(String field, String... values) {
    return fields -> List.of(values).contains(fields.get(field));
  }

  private static Predicate<Map<String, String>> starts(String field, String... beginnings) {
    return fields -> Stream.of(beginnings).anyMatch(fields.get(field)::startsWith);
  }

  private static int ipLength(Map<String, String> fields) {
    return fields.get("ip.len").isEmpty()
        ? 40 + Integer.parseInt(fields.get("ipv6.plen"))
        : Integer.parseInt(fields.get("ip.len"));
  }
}
