package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static packettrap.asic.Frames.HOST2;
import static packettrap.asic.Frames.arp;
import static packettrap.asic.Frames.bridged;
import static packettrap.asic.Frames.ethernet;
import static packettrap.asic.Frames.hex;

import org.junit.jupiter.api.Test;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.TrapAction;

class PolicerTests {
  private static final Frame BPDU =
      ethernet("01:80:c2:00:00:00", Frames.HOST1, 0x26, hex("424203"), new byte[43]);
  private static final Frame LLDP =
      ethernet("01:80:c2:00:00:0e", Frames.HOST1, 0x88cc, new byte[46]);
  private static final long SECOND = 1_000_000_000L;

  private final TestSwitch device = new TestSwitch(Setups.bridge());

  private int through(Frame frame, int count) {
    int through = 0;
    for (int sent = 0; sent < count; sent++) {
      device.receive(1, frame);
      through += device.reports.size();
    }
    return through;
  }

  @Test
  void a_burst_gets_through_and_not_a_packet_more() {
    // Policer 3, to which stp is bound, starts with 500 packets/s and 16 packets.
    assertEquals(16, through(BPDU, 17));
    assertEquals(1, device.policerDropped(3));
  }

  @Test
  void a_token_comes_at_its_instant_and_not_a_nanosecond_before() {
    through(BPDU, 16);
    device.now += SECOND / 500 - 1;
    assertEquals(0, through(BPDU, 1));
    device.now += 1;
    assertEquals(1, through(BPDU, 2));
    assertEquals(2, device.policerDropped(3));
  }

  @Test
  void parts_of_tokens_add_up_exactly() {
    device.driver.policerSet(device.policer(3), 3, 16);
    through(BPDU, 16);
    // A third of a second is no whole number of ns: the third token comes at 1 s sharp.
    int through = 0;
    for (int step = 0; step < 3; step++) {
      device.now += 333_333_333;
      through += through(BPDU, 1);
    }
    assertEquals(0, through - 2 + through(BPDU, 1), "0.999999999 s are 2.999999997 tokens");
    device.now += 1;
    assertEquals(1, through(BPDU, 2));
  }

  @Test
  void the_bucket_never_holds_more_than_the_burst() {
    device.now += 1_000_000 * SECOND;
    assertEquals(16, through(BPDU, 20));
  }

  @Test
  void groups_share_the_tokens_of_their_policer() {
    assertEquals(10, through(BPDU, 10));
    assertEquals(6, through(LLDP, 10));
    assertEquals(4, device.policerDropped(3));
  }

  @Test
  void only_copies_are_policed() {
    device.driver.groupSet(device.group("neigh_discovery"), device.policer(3));
    Frame request = ethernet(Frames.BROADCAST, Frames.HOST1, 0x0806, arp(1));
    assertEquals(16, through(request, 20));
    assertEquals(2, device.sent.size(), "the last original was flooded all the same");
    assertEquals(4, device.policerDropped(3));
  }

  @Test
  void what_is_dropped_costs_no_token() {
    Frame dropped = bridged(HOST2, "03:00:00:00:00:01");
    device.driver.groupSet(device.group("l2_drops"), device.policer(3));
    through(dropped, 100);
    assertEquals(16, through(BPDU, 20));
    assertEquals(4, device.policerDropped(3));
  }

  @Test
  void a_discarded_copy_is_not_counted_as_dropped_by_the_trap() {
    device.driver.groupSet(device.group("l2_drops"), device.policer(3));
    device.set("source_mac_is_multicast", TrapAction.TRAP);
    assertEquals(16, through(bridged(HOST2, "03:00:00:00:00:01"), 20));
    assertEquals(0, device.dropped("source_mac_is_multicast"));
  }

  @Test
  void an_unbound_group_is_not_policed_and_binding_leaves_the_tokens() {
    through(BPDU, 16);
    device.driver.groupSet(device.group("stp"), null);
    assertEquals(100, through(BPDU, 100));
    device.driver.groupSet(device.group("stp"), device.policer(3));
    assertEquals(0, through(BPDU, 1));
  }

  @Test
  void a_smaller_burst_cuts_the_tokens_and_a_larger_one_adds_none() {
    device.driver.policerSet(device.policer(3), 500, 4);
    device.driver.policerSet(device.policer(3), 500, 4096);
    assertEquals(4, through(BPDU, 10));
    assertEquals(6, device.policerDropped(3), "and the count outlives a change");
    device.driver.policerSet(device.policer(3), 500, 16);
    assertEquals(6, device.policerDropped(3));
  }

  @Test
  void a_new_rate_acts_from_now_on() {
    through(BPDU, 16);
    device.now += SECOND / 1000;
    device.driver.policerSet(device.policer(3), 1_000_000, 16);
    assertEquals(0, through(BPDU, 1), "half a token of the old rate");
    device.now += 500;
    assertEquals(1, through(BPDU, 1), "and the other half of the new one");
  }

  @Test
  void no_rate_burst_or_time_is_too_large() {
    device.driver.policerSet(device.policer(3), Long.MAX_VALUE, Long.MAX_VALUE);
    device.now = Long.MAX_VALUE;
    assertEquals(100, through(BPDU, 100));
    device.driver.policerSet(device.policer(3), 0, 0);
    assertEquals(0, through(BPDU, 1));
  }

  @Test
  void a_refused_change_changes_nothing() {
    device.driver.fail(Callback.POLICER_SET, true);
    device.driver.fail(Callback.GROUP_SET, true);
    assertFalse(device.driver.policerSet(device.policer(3), 1, 1).ok());
    assertFalse(device.driver.groupSet(device.group("stp"), null).ok());
    assertEquals(16, through(BPDU, 17));
    device.driver.fail(Callback.POLICER_SET, false);
    assertEquals(
        "a policer's rate and burst are 0 or more, not -1 and 1",
        device.driver.policerSet(device.policer(3), -1, 1).message());
    assertTrue(device.driver.policerSet(device.policer(3), 1, 1).ok());
  }
}
