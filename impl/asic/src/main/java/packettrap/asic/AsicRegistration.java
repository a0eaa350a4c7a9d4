package packettrap.asic;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import packettrap.asic.trap.Check;
import packettrap.asic.trap.OwnTraps;
import packettrap.spec.trap.GenericGroups;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;

/** What the switch registers: a policer each for drops, exceptions, link control and protocols. */
final class AsicRegistration {
  private static final long MAX_RATE = 1_000_000;
  private static final long MAX_BURST = 4096;

  private static final List<Policer> POLICERS =
      List.of(
          policer(1, 1_000, 128),
          policer(2, 2_000, 256),
          policer(3, 500, 16),
          policer(4, 10_000, 512));

  /** Flow rules and buffers are not policed until someone asks for it. */
  private static final Map<String, Long> FIRST_POLICER =
      Map.ofEntries(
          Map.entry("l2_drops", 1L),
          Map.entry("l3_drops", 1L),
          Map.entry("l3_exceptions", 2L),
          Map.entry("stp", 3L),
          Map.entry("lacp", 3L),
          Map.entry("lldp", 3L),
          Map.entry("eapol", 3L),
          Map.entry("bfd", 3L),
          Map.entry("ospf", 3L),
          Map.entry("vrrp", 3L),
          Map.entry("pim", 3L),
          Map.entry("ptp_event", 4L),
          Map.entry("ptp_general", 4L),
          Map.entry("parser_error_drops", 1L),
          Map.entry("oam", 3L),
          Map.entry("mc_snooping", 2L),
          Map.entry("dhcp", 2L),
          Map.entry("neigh_discovery", 4L),
          Map.entry("bgp", 4L),
          Map.entry("tunnel_drops", 1L),
          Map.entry("uc_loopback", 2L),
          Map.entry("ipv6", 4L),
          Map.entry("external_delivery", 4L),
          Map.entry("local_delivery", 4L));

  static final Registration REGISTRATION = new Registration(POLICERS, groups(), traps());

  private AsicRegistration() {}

  private static Policer policer(long id, long rate, long burst) {
    return new Policer(id, rate, burst, 1, MAX_RATE, 1, MAX_BURST);
  }

  private static List<Trap> traps() {
    return Check.all().stream().map(Check::trap).toList();
  }

  private static List<Group> groups() {
    List<String> used = traps().stream().map(Trap::group).toList();
    Stream<Group> generic =
        GenericGroups.all().stream()
            .map(GenericGroups.Entry::name)
            .filter(used::contains)
            .map(Group::generic);
    return Stream.concat(generic, Stream.of(OwnTraps.GROUP))
        .map(group -> group.boundTo(FIRST_POLICER.getOrDefault(group.name(), 0L)))
        .toList();
  }
}
