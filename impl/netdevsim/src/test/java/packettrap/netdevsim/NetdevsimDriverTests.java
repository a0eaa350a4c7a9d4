package packettrap.netdevsim;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import packettrap.spec.device.Answer;
import packettrap.spec.device.Counter;
import packettrap.spec.device.TrapHost;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Errno;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;

class NetdevsimDriverTests implements TrapHost {
  private record Report(String trap, int port, Frame frame, Cookie cookie) {}

  private static final long TENTH = 100_000_000;

  private final NetdevsimDriver driver = new NetdevsimDriver();
  private final List<Report> reports = new ArrayList<>();
  private long now;

  @Override
  public long now() {
    return now;
  }

  @Override
  public void report(Trap trap, int port, Frame frame, Cookie cookie) {
    reports.add(new Report(trap.name(), port, frame, cookie));
  }

  @Override
  public void transmit(int port, Frame frame) {
    throw new AssertionError("nothing leaves a netdevsim port");
  }

  private void start() {
    driver.start(this);
    driver.registration().traps().forEach(driver::trapInit);
  }

  private void startUp() {
    start();
    driver.ports(true, null);
  }

  private void pass(long nanos) {
    now += nanos;
    driver.timePassed();
  }

  private Trap trap(String name) {
    return driver.registration().traps().stream()
        .filter(trap -> trap.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String reported() {
    String names = reports.stream().map(Report::trap).collect(joining(" "));
    reports.clear();
    return names;
  }

  /** As recorded: devlink -v trap show, devlink trap group show, devlink trap policer show. */
  @Test
  void it_registers_what_a_kernel_shows() {
    Registration registration = driver.registration();
    StringBuilder shown = new StringBuilder();
    for (Trap trap : registration.traps()) {
      shown.append(
          "name %s type %s generic %s action %s group %s %s%n"
              .formatted(
                  trap.name(),
                  lower(trap.type()),
                  trap.generic(),
                  lower(trap.initialAction()),
                  trap.group(),
                  trap.metadata().stream()
                      .map(NetdevsimDriverTests::lower)
                      .sorted()
                      .collect(joining(" "))));
    }
    for (Group group : registration.groups()) {
      shown.append("name %s policer %d%n".formatted(group.name(), group.policer()));
    }
    for (Policer policer : registration.policers()) {
      shown.append(
          "policer %d rate %d burst %d within %d to %d and %d to %d%n"
              .formatted(
                  policer.id(),
                  policer.initialRate(),
                  policer.initialBurst(),
                  policer.minRate(),
                  policer.maxRate(),
                  policer.minBurst(),
                  policer.maxBurst()));
    }
    assertEquals(
        """
        name source_mac_is_multicast type drop generic true action drop group l2_drops input_port
        name vlan_tag_mismatch type drop generic true action drop group l2_drops input_port
        name ingress_vlan_filter type drop generic true action drop group l2_drops input_port
        name ingress_spanning_tree_filter type drop generic true action drop group l2_drops input_port
        name port_list_is_empty type drop generic true action drop group l2_drops input_port
        name port_loopback_filter type drop generic true action drop group l2_drops input_port
        name fid_miss type exception generic false action trap group l2_drops input_port
        name blackhole_route type drop generic true action drop group l3_drops input_port
        name ttl_value_is_too_small type exception generic true action trap group l3_exceptions input_port
        name tail_drop type drop generic true action drop group buffer_drops input_port
        name ingress_flow_action_drop type drop generic true action drop group acl_drops flow_action_cookie input_port
        name egress_flow_action_drop type drop generic true action drop group acl_drops flow_action_cookie input_port
        name igmp_query type control generic true action mirror group mc_snooping input_port
        name igmp_v1_report type control generic true action trap group mc_snooping input_port
        name l2_drops policer 0
        name l3_drops policer 1
        name l3_exceptions policer 1
        name buffer_drops policer 2
        name acl_drops policer 3
        name mc_snooping policer 3
        policer 1 rate 1000 burst 128 within 1 to 8000 and 8 to 65536
        policer 2 rate 2000 burst 256 within 1 to 8000 and 8 to 65536
        policer 3 rate 3000 burst 512 within 1 to 8000 and 8 to 65536
        """,
        shown.toString());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void a_port_that_is_down_makes_no_packets() {
    start();
    pass(10 * TENTH);
    assertEquals("", reported());
  }

  @Test
  void a_port_that_is_up_reports_every_100_ms_on_each_trap_that_does_not_drop() {
    startUp();
    pass(TENTH - 1);
    assertEquals("", reported());
    pass(1);
    assertEquals("fid_miss ttl_value_is_too_small igmp_query igmp_v1_report", reported());
    driver.trapActionSet(trap("blackhole_route"), TrapAction.MIRROR);
    driver.trapActionSet(trap("fid_miss"), TrapAction.DROP);
    pass(2 * TENTH);
    String round = "blackhole_route ttl_value_is_too_small igmp_query igmp_v1_report";
    assertEquals(round + " " + round, reported());
  }

  @Test
  void after_a_leap_of_an_hour_it_does_not_report_an_hour_s_packets() {
    startUp();
    pass(36_000 * TENTH);
    assertEquals(4 * 100, reports.size());
    reported();
    pass(TENTH - 1);
    assertEquals("", reported());
  }

  @Test
  void a_packet_is_142_bytes_of_udp() {
    startUp();
    pass(TENTH);
    Report report = reports.get(0);
    assertEquals(1, report.port());
    Frame frame = report.frame();
    assertEquals(142, frame.length());
    assertEquals(0x02, frame.u8(0) & 0x03, "a local unicast address");
    assertEquals(0x02, frame.u8(6) & 0x03, "a local unicast address");
    assertEquals(
        // The checksum: 4500 + 0080 + 6411 + c000 + 0201 + c633 + 6401 = 295c6, so ~(95c6 + 2).
        "0800" + "4500008000000000" + "64116a37" + "c0000201" + "c6336401",
        frame.toString().substring(24, 68));
    assertEquals("006c" + "0000" + "00".repeat(100), frame.toString().substring(76));
    assertNotEquals(frame, reports.get(1).frame());
  }

  @Test
  void every_life_makes_the_same_packets() {
    startUp();
    pass(TENTH);
    List<Report> first = List.copyOf(reports);
    reports.clear();
    startUp();
    pass(TENTH);
    assertEquals(first, reports);
  }

  @Test
  void a_cookie_goes_with_packets_of_flow_rules_alone() {
    start();
    driver.ports(true, new Cookie("deadbeef"));
    driver.trapActionSet(trap("egress_flow_action_drop"), TrapAction.TRAP);
    pass(TENTH);
    Set<String> with = new HashSet<>();
    for (Report report : reports) {
      if (report.cookie() != null) {
        assertEquals("deadbeef", report.cookie().hex());
        with.add(report.trap());
      }
    }
    assertEquals(Set.of("egress_flow_action_drop"), with);
  }

  @Test
  void counters_count_how_often_they_were_read() {
    start();
    Policer one = driver.registration().policers().get(0);
    Policer two = driver.registration().policers().get(1);
    assertEquals(Counter.of(0), driver.trapDropped(trap("blackhole_route")));
    assertEquals(Counter.of(1), driver.trapDropped(trap("tail_drop")));
    assertEquals(Counter.of(0), driver.policerDropped(one));
    assertEquals(Counter.of(1), driver.policerDropped(one));
    assertEquals(Counter.of(0), driver.policerDropped(two));
    driver.start(this);
    assertEquals(Counter.of(0), driver.trapDropped(trap("tail_drop")));
    assertEquals(Counter.of(0), driver.policerDropped(one));
  }

  @Test
  void what_is_made_to_fail_fails_with_the_kernel_s_words() {
    start();
    Group group = driver.registration().groups().get(0);
    Policer policer = driver.registration().policers().get(0);
    for (Callback callback : Callback.values()) {
      driver.fail(callback, true);
    }
    assertEquals(Answer.refuse(Errno.EINVAL), driver.groupSet(group, policer));
    assertEquals(
        Answer.refuse(
            Errno.EINVAL, "netdevsim: User setup the operation to fail for testing purposes"),
        driver.policerSet(policer, 1, 8));
    assertEquals(Counter.failed(Errno.EINVAL), driver.policerDropped(policer));
    assertEquals(Counter.failed(Errno.EINVAL), driver.trapDropped(trap("tail_drop")));
    assertFalse(driver.trapInit(trap("tail_drop")).ok());
    assertFalse(driver.trapActionSet(trap("tail_drop"), TrapAction.TRAP).ok());
    for (Callback callback : Callback.values()) {
      driver.fail(callback, false);
    }
    assertTrue(driver.groupSet(group, policer).ok());
    assertTrue(driver.policerSet(policer, 1, 8).ok());
  }

  @Test
  void a_new_life_begins_with_the_port_down() {
    startUp();
    start();
    pass(TENTH);
    assertEquals("", reported());
    driver.ports(true, null);
    pass(TENTH);
    assertNotEquals("", reported());
    driver.ports(false, null);
    pass(TENTH);
    assertEquals("", reported());
  }
}
