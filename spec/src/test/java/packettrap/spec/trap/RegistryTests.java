package packettrap.spec.trap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The registry of generic traps and groups is the kernel's. */
class RegistryTests {
  /** Names and types in the order of {@code enum devlink_trap_generic_id}, Linux 6.12. */
  private static final String TRAPS =
      """
      source_mac_is_multicast drop
      vlan_tag_mismatch drop
      ingress_vlan_filter drop
      ingress_spanning_tree_filter drop
      port_list_is_empty drop
      port_loopback_filter drop
      blackhole_route drop
      ttl_value_is_too_small exception
      tail_drop drop
      non_ip drop
      uc_dip_over_mc_dmac drop
      dip_is_loopback_address drop
      sip_is_mc drop
      sip_is_loopback_address drop
      ip_header_corrupted drop
      ipv4_sip_is_limited_bc drop
      ipv6_mc_dip_reserved_scope drop
      ipv6_mc_dip_interface_local_scope drop
      mtu_value_is_too_small exception
      unresolved_neigh exception
      mc_reverse_path_forwarding exception
      reject_route exception
      ipv4_lpm_miss exception
      ipv6_lpm_miss exception
      non_routable_packet drop
      decap_error exception
      overlay_smac_is_mc drop
      ingress_flow_action_drop drop
      egress_flow_action_drop drop
      stp control
      lacp control
      lldp control
      igmp_query control
      igmp_v1_report control
      igmp_v2_report control
      igmp_v3_report control
      igmp_v2_leave control
      mld_query control
      mld_v1_report control
      mld_v2_report control
      mld_v1_done control
      ipv4_dhcp control
      ipv6_dhcp control
      arp_request control
      arp_response control
      arp_overlay control
      ipv6_neigh_solicit control
      ipv6_neigh_advert control
      ipv4_bfd control
      ipv6_bfd control
      ipv4_ospf control
      ipv6_ospf control
      ipv4_bgp control
      ipv6_bgp control
      ipv4_vrrp control
      ipv6_vrrp control
      ipv4_pim control
      ipv6_pim control
      uc_loopback control
      local_route control
      external_route control
      ipv6_uc_dip_link_local_scope control
      ipv6_dip_all_nodes control
      ipv6_dip_all_routers control
      ipv6_router_solicit control
      ipv6_router_advert control
      ipv6_redirect control
      ipv4_router_alert control
      ipv6_router_alert control
      ptp_event control
      ptp_general control
      flow_action_sample control
      flow_action_trap control
      early_drop drop
      vxlan_parsing drop
      llc_snap_parsing drop
      vlan_parsing drop
      pppoe_ppp_parsing drop
      mpls_parsing drop
      arp_parsing drop
      ip_1_parsing drop
      ip_n_parsing drop
      gre_parsing drop
      udp_parsing drop
      tcp_parsing drop
      ipsec_parsing drop
      sctp_parsing drop
      dccp_parsing drop
      gtp_parsing drop
      esp_parsing drop
      blackhole_nexthop drop
      dmac_filter drop
      eapol control
      locked_port drop
      """;

  /** Names in the order of {@code enum devlink_trap_group_generic_id}, Linux 6.12. */
  private static final String GROUPS =
      """
      l2_drops
      l3_drops
      l3_exceptions
      buffer_drops
      tunnel_drops
      acl_drops
      stp
      lacp
      lldp
      mc_snooping
      dhcp
      neigh_discovery
      bfd
      ospf
      bgp
      vrrp
      pim
      uc_loopback
      local_delivery
      external_delivery
      ipv6
      ptp_event
      ptp_general
      acl_sample
      acl_trap
      parser_error_drops
      eapol
      """;

  @Test
  void the_traps_are_the_kernels_94_in_the_kernels_order() {
    assertEquals(94, GenericTraps.COUNT);
    assertEquals(
        TRAPS.lines().toList(),
        GenericTraps.all().stream().map(trap -> trap.name() + " " + lower(trap.type())).toList());
  }

  @Test
  void the_groups_are_the_kernels_27_in_the_kernels_order() {
    assertEquals(27, GenericGroups.COUNT);
    assertEquals(
        GROUPS.lines().toList(),
        GenericGroups.all().stream().map(GenericGroups.Entry::name).toList());
  }

  @Test
  void an_id_is_a_place_in_the_order() {
    assertEquals(
        IntStream.range(0, 94).boxed().toList(),
        GenericTraps.all().stream().map(GenericTraps.Entry::id).toList());
    assertEquals(
        IntStream.range(0, 27).boxed().toList(),
        GenericGroups.all().stream().map(GenericGroups.Entry::id).toList());
  }

  @Test
  void some_traps_are_as_everyone_knows_them() {
    GenericTraps.Entry ttl = GenericTraps.named("ttl_value_is_too_small");
    assertEquals(7, ttl.id());
    assertEquals(TrapType.EXCEPTION, ttl.type());
    assertEquals("l3_exceptions", ttl.usualGroup());
    assertEquals(TrapAction.TRAP, ttl.usualAction());

    assertEquals(TrapAction.MIRROR, GenericTraps.named("igmp_query").usualAction());
    assertEquals(93, GenericTraps.named("locked_port").id());
    assertEquals(26, GenericGroups.named("eapol").id());
  }

  @Test
  void every_trap_is_usually_in_a_group_that_exists_and_no_group_is_empty() {
    Set<String> used = new HashSet<>();
    for (GenericTraps.Entry trap : GenericTraps.all()) {
      assertTrue(GenericGroups.contains(trap.usualGroup()), trap.name());
      used.add(trap.usualGroup());
    }
    assertEquals(GenericGroups.COUNT, used.size());
  }

  @Test
  void every_trap_and_every_group_is_described_in_one_sentence() {
    GenericTraps.all().forEach(trap -> assertSentence(trap.name(), trap.description()));
    GenericGroups.all().forEach(group -> assertSentence(group.name(), group.description()));
  }

  @Test
  void no_two_traps_have_the_same_description() {
    Set<String> seen = new HashSet<>();
    GenericTraps.all().forEach(trap -> assertTrue(seen.add(trap.description()), trap.name()));
  }

  @Test
  void a_name_that_is_not_in_the_registry_is_refused_with_the_name() {
    assertFalse(GenericTraps.contains("fid_miss"));
    assertFalse(GenericGroups.contains("made_up"));
    assertEquals(
        "no generic trap is named fid_miss",
        assertThrows(IllegalArgumentException.class, () -> GenericTraps.named("fid_miss"))
            .getMessage());
    assertEquals(
        "no generic group is named made_up",
        assertThrows(IllegalArgumentException.class, () -> GenericGroups.named("made_up"))
            .getMessage());
  }

  @Test
  void the_registry_agrees_with_tables_made_elsewhere() throws IOException {
    String folder = System.getProperty("registry.tables");
    assumeTrue(folder != null, "no tables: -Dregistry.tables=FOLDER names none");
    List<String> traps = Files.readAllLines(Path.of(folder, "generic-traps.tsv"));
    assertEquals(
        traps.stream().skip(1).map(line -> firstColumns(line, 4)).toList(),
        GenericTraps.all().stream()
            .map(
                trap ->
                    String.join(
                        "\t",
                        String.valueOf(trap.id()),
                        trap.name(),
                        lower(trap.type()),
                        trap.usualGroup()))
            .toList());
    List<String> groups = Files.readAllLines(Path.of(folder, "generic-groups.tsv"));
    assertEquals(
        groups.stream().skip(1).toList(),
        GenericGroups.all().stream().map(group -> group.id() + "\t" + group.name()).toList());
  }

  private static String firstColumns(String line, int count) {
    return String.join("\t", List.of(line.split("\t")).subList(0, count));
  }

  private static void assertSentence(String name, String text) {
    assertTrue(text.matches("[A-Z][^.!?]*(\\d\\.[^.!?]*)*\\."), name + ": " + text);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
