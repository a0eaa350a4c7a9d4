package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static packettrap.asic.Frames.HOST1;
import static packettrap.asic.Frames.HOST2;
import static packettrap.asic.Frames.bridged;
import static packettrap.asic.Frames.routed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.device.Answer;
import packettrap.spec.message.Errno;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.TrapAction;

class ActionTests {
  private static final Frame GROUP_SOURCE = bridged(HOST2, "03:00:00:00:00:01");
  private static final Frame BLACKHOLED = routed("192.0.2.9", "203.0.113.129", 64);

  private final TestSwitch device = new TestSwitch(Setups.bridge());

  @Test
  void drop_drops_and_counts() {
    device.receive(1, GROUP_SOURCE);
    device.receive(1, GROUP_SOURCE);
    assertEquals(List.of(), device.reports);
    assertEquals(List.of(), device.sent);
    assertEquals(2, device.dropped("source_mac_is_multicast"));
    assertEquals(0, device.dropped("vlan_tag_mismatch"));
  }

  @Test
  void trap_leaves_the_sole_copy_to_the_cpu() {
    device.set("source_mac_is_multicast", TrapAction.TRAP);
    device.receive(1, GROUP_SOURCE);
    assertEquals(
        List.of(new TestSwitch.Report("source_mac_is_multicast", 1, GROUP_SOURCE, null)),
        device.reports);
    assertEquals(List.of(), device.sent);
    assertEquals(0, device.dropped("source_mac_is_multicast"));
  }

  @Test
  void mirror_forwards_and_copies() {
    device.set("source_mac_is_multicast", TrapAction.MIRROR);
    device.receive(1, GROUP_SOURCE);
    assertEquals(List.of("source_mac_is_multicast"), device.reportedTraps());
    assertEquals(List.of(new TestSwitch.Sent(2, GROUP_SOURCE)), device.sent);
    assertEquals(0, device.dropped("source_mac_is_multicast"));
  }

  @Test
  void a_mirrored_packet_is_copied_as_it_came_in() {
    TestSwitch router = new TestSwitch(Setups.router());
    router.set("sip_is_loopback_address", TrapAction.MIRROR);
    Frame frame = routed("127.0.0.1", "203.0.113.9", 64);
    router.receive(1, frame);
    assertEquals(frame, router.reports.get(0).frame());
    assertEquals(List.of(2), router.sentPorts());
    assertFalse(router.sent.get(0).frame().equals(frame), "the routed one is rewritten");
  }

  @Test
  void a_mirrored_vlan_or_spanning_tree_filter_does_not_filter() {
    TestSwitch bridge = new TestSwitch(Setups.bridge().bridgePort(Setups.trunk(4, 11)));
    bridge.set("ingress_vlan_filter", TrapAction.MIRROR);
    Frame frame = Frames.tagged(bridged(HOST2, HOST1), 11);
    bridge.receive(1, frame);
    assertEquals(List.of("ingress_vlan_filter"), bridge.reportedTraps());
    assertEquals(List.of(new TestSwitch.Sent(4, frame)), bridge.sent);

    SwitchConfig.Builder blocked =
        SwitchConfig.builder()
            .bridgePort(Setups.inState(1, SwitchConfig.SpanningTree.BLOCKING, true))
            .bridgePort(SwitchConfig.BridgePort.access(2, 10));
    bridge.configure(blocked);
    bridge.set("ingress_spanning_tree_filter", TrapAction.MIRROR);
    bridge.receive(1, bridged(HOST2, HOST1));
    assertEquals(List.of("ingress_spanning_tree_filter"), bridge.reportedTraps());
    assertEquals(List.of(2), bridge.sentPorts());
  }

  @Test
  void a_mirrored_unicast_packet_behind_a_group_mac_is_routed() {
    TestSwitch router = new TestSwitch(Setups.router());
    router.set("uc_dip_over_mc_dmac", TrapAction.MIRROR);
    byte[] bytes = routed("192.0.2.9", "203.0.113.9", 64).toByteArray();
    bytes[0] |= 1;
    router.receive(1, Frame.of(bytes));
    assertEquals(List.of("uc_dip_over_mc_dmac"), router.reportedTraps());
    assertEquals(List.of(2), router.sentPorts());
  }

  @Test
  void a_new_action_acts_from_the_next_frame_on() {
    for (TrapAction action : TrapAction.values()) {
      assertTrue(device.set("source_mac_is_multicast", action).ok());
      device.receive(1, GROUP_SOURCE);
      assertEquals(action == TrapAction.DROP ? 0 : 1, device.reports.size(), action::name);
      assertEquals(action == TrapAction.MIRROR ? 1 : 0, device.sent.size(), action::name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vlan_tag_mismatch",
        "port_list_is_empty",
        "port_loopback_filter",
        "blackhole_route",
        "tail_drop",
        "non_ip",
        "ip_header_corrupted"
      })
  void a_trap_without_a_way_on_cannot_mirror(String trap) {
    Answer answer = device.set(trap, TrapAction.MIRROR);
    assertEquals(Errno.EINVAL, answer.errno());
    assertEquals(
        "a packet of " + trap + " has no way on, so it cannot be mirrored", answer.message());
    assertTrue(device.set(trap, TrapAction.TRAP).ok());
  }

  @Test
  void a_refused_action_changes_nothing() {
    TestSwitch router = new TestSwitch(Setups.router());
    assertFalse(router.set("blackhole_route", TrapAction.MIRROR).ok());
    router.receive(1, BLACKHOLED);
    assertEquals(1, router.dropped("blackhole_route"));

    router.driver.fail(Callback.TRAP_ACTION_SET, true);
    assertFalse(router.set("blackhole_route", TrapAction.TRAP).ok());
    router.receive(1, BLACKHOLED);
    assertEquals(2, router.dropped("blackhole_route"));

    router.driver.fail(Callback.TRAP_ACTION_SET, false);
    assertTrue(router.set("blackhole_route", TrapAction.TRAP).ok());
    router.receive(1, BLACKHOLED);
    assertEquals(List.of("blackhole_route"), router.reportedTraps());
  }

  @Test
  void exception_and_control_traps_keep_their_action() {
    assertEquals(Errno.EINVAL, device.set("reject_route", TrapAction.MIRROR).errno());
    assertEquals(Errno.EINVAL, device.set("arp_request", TrapAction.TRAP).errno());
    assertTrue(device.set("reject_route", TrapAction.TRAP).ok());
    assertTrue(device.set("arp_request", TrapAction.MIRROR).ok());
    assertTrue(device.set("arp_request", TrapAction.DROP).ok(), "the last one before it ends");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "TRAP_INIT",
        "TRAP_ACTION_SET",
        "GROUP_SET",
        "POLICER_SET",
        "POLICER_COUNTER_GET",
        "DROP_COUNTER_GET"
      })
  void every_callback_can_be_made_to_refuse(Callback callback) {
    assertTrue(answer(callback).ok());
    device.driver.fail(callback, true);
    assertEquals(Errno.EINVAL, answer(callback).errno());
    device.driver.fail(callback, false);
    assertTrue(answer(callback).ok());
  }

  private Answer answer(Callback callback) {
    Answer answer =
        switch (callback) {
          case TRAP_INIT -> device.driver.trapInit(device.trap("stp"));
          case TRAP_ACTION_SET -> device.set("stp", TrapAction.TRAP);
          case GROUP_SET -> device.driver.groupSet(device.group("stp"), null);
          case POLICER_SET -> device.driver.policerSet(device.policer(1), 1, 1);
          case POLICER_COUNTER_GET ->
              counted(device.driver.policerDropped(device.policer(1)).errno());
          case DROP_COUNTER_GET -> counted(device.driver.trapDropped(device.trap("stp")).errno());
          case GROUP_ACTION_SET -> throw new AssertionError("the driver has no such callback");
        };
    if (!answer.ok()) {
      assertNotNull(answer.message());
    }
    return answer;
  }

  private static Answer counted(Errno errno) {
    return errno == null ? Answer.OK : Answer.refuse(errno, "the counter cannot be read");
  }

  @Test
  void a_start_starts_everything_over_but_what_is_to_fail() {
    device.set("source_mac_is_multicast", TrapAction.TRAP);
    device.receive(1, GROUP_SOURCE);
    device.driver.fail(Callback.GROUP_SET, true);
    device.driver.stop();
    device.start();
    assertEquals(0, device.dropped("source_mac_is_multicast"));
    assertFalse(device.driver.groupSet(device.group("stp"), null).ok());
    device.receive(1, bridged(HOST2, HOST1));
    assertEquals(List.of(), device.sent, "no configuration is left");
    device.receive(1, GROUP_SOURCE);
    assertEquals(List.of(), device.reports);
    assertEquals(1, device.dropped("source_mac_is_multicast"));
  }

  @Test
  void after_a_stop_nothing_happens() {
    device.driver.stop();
    device.receive(1, bridged(HOST2, HOST1));
    device.passTime(1_000_000_000);
    assertEquals(List.of(), device.sent);
    assertEquals("the switch is not started", device.set("stp", TrapAction.TRAP).message());
    assertEquals(
        "the switch is not started", device.driver.configure(SwitchConfig.EMPTY).message());
  }
}
