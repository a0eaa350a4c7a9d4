package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;

class PacketAlertsTests {
  private static final Frame FRAME =
      Frame.parse("01 00 5e 00 00 01  02 00 00 00 00 01  08 00  45 00 00 1c");

  private final Conversation device = Conversation.withNetdevsim();

  private void monitor(Long truncation, Long queueLength) {
    device.ask(new Request.MonitorConfigSet(1, truncation, queueLength));
    assertEquals(Reply.DONE, device.ask(new Request.MonitorStart(true, true)));
  }

  private Reply stats() {
    return device.ask(new Request.MonitorStatsGet());
  }

  @Test
  void a_hardware_drop_is_told_with_all_that_is_known() {
    monitor(null, null);
    device.at(77);
    device.report("ingress_flow_action_drop", FRAME, Conversation.SWP3, new Cookie("c0ffee"));
    device.at(99);
    assertEquals(
        List.of(
            new Event.HardwareDrop(
                "acl_drops",
                "ingress_flow_action_drop",
                new Event.InputPort(103, "swp3"),
                new Cookie("c0ffee"),
                77,
                FRAME.length(),
                0x0800,
                FRAME)),
        device.drain());
    assertEquals(List.of(), device.drain());
  }

  @Test
  void a_packet_without_port_and_cookie_is_told_without_them() {
    monitor(null, null);
    device.report("tail_drop", FRAME, null, null);
    Event.HardwareDrop alert = (Event.HardwareDrop) device.drain().get(0);
    assertEquals(null, alert.inputPort());
    assertEquals(null, alert.cookie());
  }

  @Test
  void a_software_drop_is_told_with_all_that_is_known() {
    monitor(null, null);
    device.at(5);
    device.drop(0xffff_ffff_8100_0000L, FRAME);
    assertEquals(
        List.of(
            new Event.SoftwareDrop(
                0xffff_ffff_8100_0000L,
                "NOT_SPECIFIED",
                "ip_rcv",
                new Event.InputPort(103, null),
                5,
                FRAME.length(),
                0x0800,
                FRAME)),
        device.drain());
  }

  @Test
  void drops_and_exceptions_are_told_but_control_packets_are_not() {
    monitor(null, null);
    device.report("igmp_query", FRAME);
    device.report("ttl_value_is_too_small", FRAME);
    device.report("tail_drop", FRAME);
    assertEquals(
        List.of("ttl_value_is_too_small", "tail_drop"),
        device.drain().stream().map(event -> ((Event.HardwareDrop) event).trap()).toList());
  }

  @Test
  void nothing_is_told_of_what_is_not_monitored() {
    device.ask(new Request.MonitorConfigSet(1, null, null));
    device.ask(new Request.MonitorStart(true, false));
    device.report("tail_drop", FRAME);
    assertEquals(List.of(), device.drain());
    device.ask(new Request.MonitorStop(true, false));
    device.ask(new Request.MonitorStart(false, true));
    device.drop(1, FRAME);
    assertEquals(List.of(), device.drain());
    assertEquals(new Reply.MonitorStats(0, 0), stats());
  }

  @ParameterizedTest
  @CsvSource({
    // length, truncation, payload
    "    100,          0,     100",
    "    100,         60,      60",
    "    100,        100,     100",
    "    100,        101,     100",
    "    100,          1,       1",
    "  65526,          0,   65526",
    "  65527,          0,   65527",
    "  65528,          0,   65527",
    "  70000,      65528,   65527",
    "  70000, 4294967295,   65527",
    "  70000,      65526,   65526",
  })
  void payload_is_cut_to_what_fits_and_what_is_wanted(int length, long truncation, int payload) {
    monitor(truncation, null);
    Frame frame = Conversation.frame(length);
    device.report("tail_drop", frame);
    device.drop(1, frame);
    Event.SoftwareDrop software = (Event.SoftwareDrop) device.drain().get(0);
    assertEquals(payload, software.payload().length());
    assertEquals(length, software.originalLength());
    device.report("tail_drop", frame);
    Event.HardwareDrop hardware = (Event.HardwareDrop) device.drain().get(0);
    assertEquals(payload, hardware.payload().length());
    assertEquals(length, hardware.originalLength());
  }

  @Test
  void the_protocol_is_that_of_the_whole_packet() {
    monitor(1L, null);
    device.report("tail_drop", FRAME);
    Event.HardwareDrop alert = (Event.HardwareDrop) device.drain().get(0);
    assertEquals(0x0800, alert.protocol());
    assertEquals(FRAME.truncated(1), alert.payload());
  }

  @Test
  void payload_and_protocol_are_left_out_only_if_there_are_no_bytes() {
    monitor(0L, null);
    device.report("tail_drop", Conversation.frame(0));
    Event.HardwareDrop alert = (Event.HardwareDrop) device.drain().get(0);
    assertEquals(0, alert.originalLength());
    assertEquals(null, alert.payload());
    assertEquals(null, alert.protocol());
    device.report("tail_drop", Conversation.frame(1));
    alert = (Event.HardwareDrop) device.drain().get(0);
    assertEquals(1, alert.payload().length());
    assertEquals(0, alert.protocol());
  }

  @Test
  void the_packet_that_finds_the_queue_full_is_lost_and_counted_on_its_side() {
    monitor(null, 2L);
    for (int i = 0; i < 5; i++) {
      device.report("tail_drop", FRAME);
    }
    device.drop(1, FRAME);
    assertEquals(new Reply.MonitorStats(0, 3), stats());
    device.drop(1, FRAME);
    device.drop(1, FRAME);
    assertEquals(new Reply.MonitorStats(1, 3), stats());
    assertEquals(4, device.drain().size());
  }

  @Test
  void the_oldest_are_kept_and_told_in_their_order() {
    monitor(null, 2L);
    for (long pc = 1; pc <= 3; pc++) {
      device.drop(pc, FRAME);
    }
    assertEquals(
        List.of(1L, 2L),
        device.drain().stream().map(event -> ((Event.SoftwareDrop) event).pc()).toList());
    device.drop(4, FRAME);
    assertEquals(1, device.drain().size());
  }

  @Test
  void a_queue_of_length_0_loses_every_packet() {
    monitor(null, 0L);
    device.report("tail_drop", FRAME);
    device.drop(1, FRAME);
    assertEquals(List.of(), device.drain());
    assertEquals(new Reply.MonitorStats(1, 1), stats());
  }

  @Test
  void the_default_queue_holds_a_thousand() {
    monitor(null, null);
    for (int i = 0; i < 1001; i++) {
      device.report("tail_drop", FRAME);
    }
    assertEquals(new Reply.MonitorStats(0, 1), stats());
    assertEquals(1000, device.drain().size());
  }

  @Test
  void control_packets_take_no_place_in_the_queue() {
    monitor(null, 1L);
    device.report("igmp_query", FRAME);
    device.report("tail_drop", FRAME);
    assertEquals(new Reply.MonitorStats(0, 0), stats());
  }

  @Test
  void a_stop_discards_what_waits_and_does_not_count_it() {
    monitor(null, null);
    device.report("tail_drop", FRAME);
    device.drop(1, FRAME);
    device.ask(new Request.MonitorStop(false, true));
    List<Event> told = device.drain();
    assertEquals(1, told.size());
    assertSame(Event.SoftwareDrop.class, told.get(0).getClass());
    assertEquals(new Reply.MonitorStats(0, 0), stats());
  }

  @Test
  void losses_are_never_forgotten() {
    monitor(null, 0L);
    device.report("tail_drop", FRAME);
    device.ask(new Request.MonitorStop(true, true));
    device.ask(new Request.MonitorConfigSet(0, null, 1000L));
    device.ask(new Request.MonitorStart(true, true));
    device.ask(new Request.Reload());
    assertEquals(new Reply.MonitorStats(0, 1), stats());
  }

  @Test
  void a_reload_does_not_take_back_what_waits() {
    monitor(null, null);
    device.report("tail_drop", FRAME);
    device.ask(new Request.Reload());
    assertEquals(1, device.drain().size());
  }
}
