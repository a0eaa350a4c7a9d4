package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import packettrap.spec.device.Capability;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.TrapAction;

class ReferenceDriverTests {
  private static final long SECOND = 1_000_000_000L;

  private final HostedDevice device = new HostedDevice(new ReferenceDriver());

  @BeforeEach
  void forget_the_announcement() {
    device.poll();
  }

  private List<Event> inject(String trap, int count) {
    Frame frame = ReferenceDriver.frameFor(trap, 100);
    Request.Inject inject = new Request.Inject(2, java.util.Collections.nCopies(count, frame));
    assertEquals(Reply.DONE, device.call(inject));
    return device.poll();
  }

  private View.OfTrap trap(String name) {
    return ((Reply.OneTrap) device.call(new Request.TrapGet(name))).trap();
  }

  private long discarded(long policer) {
    Reply.OnePolicer reply = (Reply.OnePolicer) device.call(new Request.PolicerGet(policer));
    return Objects.requireNonNull(reply.policer().dropped());
  }

  @Test
  void it_has_every_callback_and_every_capability_but_a_switch_and_traffic_of_its_own() {
    assertEquals(java.util.Set.of(Callback.values()), device.description().callbacks());
    assertEquals(java.util.Set.of(Callback.values()), device.description().faults());
    java.util.Set<Capability> missing =
        java.util.Set.of(Capability.SWITCH, Capability.OWN_TRAFFIC, Capability.PORTS);
    for (Capability capability : Capability.values()) {
      assertEquals(!missing.contains(capability), device.description().has(capability));
    }
  }

  @Test
  void a_frame_that_names_no_trap_is_forwarded() {
    Event forwarded = new Event.Transmitted(3, ReferenceDriver.frameFor("no_trap", 100));
    assertEquals(List.of(forwarded), inject("no_trap", 1));
    Frame empty = Frame.of();
    device.call(new Request.Inject(8, List.of(empty)));
    assertEquals(List.of(new Event.Transmitted(1, empty)), device.poll());
  }

  @Test
  void drop_sends_no_copy_and_counts_in_the_device() {
    assertEquals(List.of(), inject("vlan_tag_mismatch", 2));
    assertEquals(2, trap("vlan_tag_mismatch").dropped());
    assertEquals(0, trap("vlan_tag_mismatch").packets());
  }

  @Test
  void trap_sends_the_sole_copy() {
    device.call(Request.set("vlan_tag_mismatch", TrapAction.TRAP));
    assertEquals(List.of(), inject("vlan_tag_mismatch", 1));
    assertEquals(1, trap("vlan_tag_mismatch").packets());
    assertEquals(100, trap("vlan_tag_mismatch").bytes());
    assertEquals(0, trap("vlan_tag_mismatch").dropped());
  }

  @Test
  void mirror_forwards_and_copies() {
    device.call(Request.set("vlan_tag_mismatch", TrapAction.MIRROR));
    Frame frame = ReferenceDriver.frameFor("vlan_tag_mismatch", 100);
    assertEquals(List.of(new Event.Transmitted(3, frame)), inject("vlan_tag_mismatch", 1));
    assertEquals(1, trap("vlan_tag_mismatch").packets());
  }

  @Test
  void a_policer_passes_its_burst_and_then_a_packet_for_each_token() {
    device.call(Request.set("tail_drop", TrapAction.TRAP));
    inject("tail_drop", 20);
    // Policer 2: 2000 a second, burst 16.
    assertEquals(16, trap("tail_drop").packets());
    assertEquals(4, discarded(2));
    device.call(new Request.Advance(SECOND / 2000 - 1));
    inject("tail_drop", 1);
    assertEquals(16, trap("tail_drop").packets());
    device.call(new Request.Advance(1));
    inject("tail_drop", 2);
    assertEquals(17, trap("tail_drop").packets());
    assertEquals(6, discarded(2));
  }

  @Test
  void the_original_of_a_mirrored_packet_is_not_policed() {
    device.call(Request.set("tail_drop", TrapAction.MIRROR));
    assertEquals(20, inject("tail_drop", 20).size());
    assertEquals(16, trap("tail_drop").packets());
  }

  @Test
  void a_group_without_a_policer_is_not_policed() {
    device.call(Request.set("tail_drop", TrapAction.TRAP));
    device.call(new Request.GroupSet("buffer_drops", null, 0L));
    inject("tail_drop", 50);
    assertEquals(50, trap("tail_drop").packets());
  }

  @Test
  void a_callback_that_was_made_to_fail_refuses_and_changes_nothing() {
    device.call(new Request.Fail(Callback.TRAP_ACTION_SET, true));
    Reply reply = device.call(Request.set("tail_drop", TrapAction.TRAP));
    assertEquals(Errno.EINVAL, ((Reply.Failed) reply).errno());
    assertEquals(List.of(), inject("tail_drop", 1));
    assertEquals(1, trap("tail_drop").dropped());
    device.call(new Request.Fail(Callback.TRAP_ACTION_SET, false));
    assertEquals(Reply.DONE, device.call(Request.set("tail_drop", TrapAction.TRAP)));
  }

  @Test
  void it_starts_over_after_a_reload() {
    device.call(Request.set("tail_drop", TrapAction.TRAP));
    inject("tail_drop", 20);
    device.call(new Request.Reload());
    assertEquals(0, discarded(2));
    device.call(Request.set("tail_drop", TrapAction.TRAP));
    inject("tail_drop", 16);
    assertEquals(16, trap("tail_drop").packets());
  }

  @Test
  void it_brings_a_hit_and_a_near_miss_for_each_trap() {
    List<String> names = device.description().scenarios().stream().map(Scenario::name).toList();
    device
        .description()
        .registration()
        .traps()
        .forEach(
            trap -> {
              assertTrue(names.contains(trap.name() + "/hit"), trap.name());
              assertTrue(names.contains(trap.name() + "/near-miss"), trap.name());
            });
  }
}
