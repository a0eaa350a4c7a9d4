package packettrap.asic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static packettrap.asic.Frames.HOST1;
import static packettrap.asic.Frames.HOST2;
import static packettrap.asic.Frames.bridged;

import java.util.List;
import org.junit.jupiter.api.Test;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.TrapAction;

class QueueTests {
  private static final Frame FIRST = bridged(HOST2, HOST1);
  private static final Frame SECOND = padded(2);
  private static final Frame THIRD = padded(3);

  /** The first frame with a byte of padding behind it. */
  private static Frame padded(int padding) {
    return Frame.of(Frames.join(FIRST.toByteArray(), new byte[] {(byte) padding}));
  }

  /** Port 2 sends 1000 packets a second, one in 1,000,000 ns, and holds two. */
  private final TestSwitch device = new TestSwitch(Setups.bridge().queue(2, 2, 1000));

  private void send(Frame... frames) {
    for (Frame frame : frames) {
      device.driver.receive(1, frame);
    }
  }

  @Test
  void a_full_queue_drops_at_its_tail() {
    send(FIRST, SECOND, THIRD);
    assertEquals(1, device.dropped("tail_drop"));
    device.passTime(10_000_000);
    assertEquals(
        List.of(new TestSwitch.Sent(2, FIRST), new TestSwitch.Sent(2, SECOND)), device.sent);
  }

  @Test
  void the_packet_that_finds_no_place_is_reported_as_it_came_in() {
    device.set("tail_drop", TrapAction.TRAP);
    Frame tagged = Frames.tagged(THIRD, 10);
    send(FIRST, SECOND, tagged);
    assertEquals(List.of(new TestSwitch.Report("tail_drop", 1, tagged, null)), device.reports);
    assertEquals(0, device.dropped("tail_drop"));
  }

  @Test
  void the_packet_that_finds_the_last_place_is_not_dropped() {
    send(FIRST, SECOND);
    assertEquals(0, device.dropped("tail_drop"));
  }

  @Test
  void a_packet_leaves_at_its_instant_and_not_a_nanosecond_before() {
    send(FIRST, SECOND);
    device.passTime(999_999);
    assertEquals(List.of(), device.sent);
    device.passTime(1);
    assertEquals(1, device.sent.size());
    device.passTime(999_999);
    assertEquals(1, device.sent.size());
    device.passTime(1);
    assertEquals(2, device.sent.size());
  }

  @Test
  void the_place_of_a_packet_that_is_due_is_free() {
    send(FIRST, SECOND);
    device.now += 1_000_000;
    send(THIRD);
    assertEquals(0, device.dropped("tail_drop"));
    assertEquals(List.of(new TestSwitch.Sent(2, FIRST)), device.sent);
  }

  @Test
  void an_idle_queue_saves_no_time() {
    device.passTime(50_000_000);
    send(FIRST);
    device.passTime(999_999);
    assertEquals(List.of(), device.sent);
    device.passTime(1_000_001);
    send(SECOND);
    device.passTime(999_999);
    assertEquals(1, device.sent.size());
  }

  @Test
  void instants_between_nanoseconds_add_up() {
    TestSwitch thirds = new TestSwitch(Setups.bridge().queue(2, 9, 3));
    for (int packet = 0; packet < 9; packet++) {
      thirds.driver.receive(1, FIRST);
    }
    thirds.passTime(333_333_333);
    assertEquals(0, thirds.sent.size());
    thirds.passTime(1);
    assertEquals(1, thirds.sent.size());
    thirds.passTime(2_666_666_665L);
    assertEquals(8, thirds.sent.size());
    thirds.passTime(1);
    assertEquals(9, thirds.sent.size());
  }

  @Test
  void no_rate_limit_or_time_is_too_large() {
    TestSwitch fast = new TestSwitch(Setups.bridge().queue(2, Integer.MAX_VALUE, Long.MAX_VALUE));
    fast.receive(1, FIRST);
    assertEquals(0, fast.sent.size());
    fast.passTime(Long.MAX_VALUE);
    assertEquals(1, fast.sent.size());
    TestSwitch stopped = new TestSwitch(Setups.bridge().queue(2, 1, 0));
    stopped.driver.receive(1, FIRST);
    stopped.passTime(Long.MAX_VALUE);
    stopped.driver.receive(1, FIRST);
    assertEquals(0, stopped.sent.size());
    assertEquals(1, stopped.dropped("tail_drop"));
  }

  @Test
  void a_new_configuration_empties_the_queues() {
    send(FIRST);
    device.configure(Setups.bridge().queue(2, 2, 1000));
    device.passTime(10_000_000);
    assertEquals(List.of(), device.sent);
  }

  @Test
  void a_port_without_a_queue_sends_at_once() {
    device.driver.receive(1, bridged("02:00:00:00:00:77", HOST1));
    assertEquals(List.of(3), device.sentPorts());
  }
}
