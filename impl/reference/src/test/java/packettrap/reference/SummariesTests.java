package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.HardwareSummary;
import packettrap.spec.message.Event.PlaceCount;
import packettrap.spec.message.Event.SoftwareSummary;
import packettrap.spec.message.Event.TrapCount;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapType;

class SummariesTests {
  private static final long SECOND = 1_000_000_000L;
  private static final Frame FRAME = Conversation.frame(60);

  /** Names of 38, 39 and 40 characters. */
  private static final List<String> LONG_NAMES =
      IntStream.rangeClosed(38, 40).mapToObj("n"::repeat).toList();

  private final Conversation device = monitored(Conversation.withNetdevsim());

  private static Conversation monitored(Conversation device) {
    assertEquals(Reply.DONE, device.ask(new Request.MonitorStart(true, true)));
    return device;
  }

  private static Registration registering(List<String> names) {
    List<Trap> traps = new ArrayList<>();
    for (String name : names) {
      traps.add(Trap.specific(traps.size(), name, TrapType.DROP, "l2_drops"));
    }
    return Registration.of(List.of(Group.generic("l2_drops")), traps);
  }

  @Test
  void names_are_counted_in_the_order_of_their_first_packet() {
    device.report("tail_drop", FRAME);
    device.report("fid_miss", FRAME);
    device.report("tail_drop", FRAME);
    assertEquals(
        List.of(
            new HardwareSummary(
                List.of(new TrapCount("tail_drop", 2), new TrapCount("fid_miss", 1)))),
        device.at(SECOND));
  }

  @Test
  void places_in_the_stack_are_counted_apart() {
    device.drop(-1, FRAME);
    device.drop(2, FRAME);
    device.drop(-1, FRAME);
    device.report("tail_drop", FRAME);
    assertEquals(
        List.of(
            new SoftwareSummary(List.of(new PlaceCount(-1, 2), new PlaceCount(2, 1))),
            new HardwareSummary(List.of(new TrapCount("tail_drop", 1)))),
        device.at(SECOND));
  }

  @Test
  void control_packets_are_never_counted() {
    device.report("igmp_query", FRAME);
    assertEquals(List.of(), device.at(SECOND));
  }

  @Test
  void a_summary_goes_out_one_second_after_the_first_new_name() {
    device.at(300);
    device.report("tail_drop", FRAME);
    device.at(500);
    device.report("fid_miss", FRAME);
    assertEquals(List.of(), device.at(SECOND + 299));
    assertEquals(1, device.at(SECOND + 300).size());
    assertEquals(List.of(), device.at(2 * SECOND + 500));
  }

  @Test
  void the_table_starts_empty_after_a_summary() {
    device.report("tail_drop", FRAME);
    device.at(SECOND);
    device.report("tail_drop", FRAME);
    assertEquals(List.of(), device.at(2 * SECOND - 1));
    assertEquals(
        List.of(new HardwareSummary(List.of(new TrapCount("tail_drop", 1)))),
        device.at(2 * SECOND));
  }

  @Test
  void a_quiet_second_has_no_summary() {
    assertEquals(List.of(), device.at(SECOND));
    assertEquals(List.of(), device.at(100 * SECOND));
  }

  @Test
  void in_this_mode_nothing_waits_in_a_queue_and_nothing_is_lost() {
    device.report("tail_drop", FRAME);
    device.drop(1, FRAME);
    assertEquals(List.of(), device.drain());
    assertEquals(new Reply.MonitorStats(0, 0), device.ask(new Request.MonitorStatsGet()));
  }

  @Test
  void the_65th_name_is_lost_but_known_ones_still_count() {
    List<String> names = IntStream.range(0, 65).mapToObj(i -> "trap" + i).toList();
    Conversation many = monitored(Conversation.with(registering(names)));
    names.forEach(name -> many.report(name, FRAME));
    many.report("trap0", FRAME);
    many.report("trap63", FRAME);
    List<TrapCount> counts = ((HardwareSummary) many.at(SECOND).get(0)).counts();
    assertEquals(64, counts.size());
    assertEquals(new TrapCount("trap0", 2), counts.get(0));
    assertEquals(new TrapCount("trap1", 1), counts.get(1));
    assertEquals(new TrapCount("trap63", 2), counts.get(63));
    assertEquals(new Reply.MonitorStats(0, 0), many.ask(new Request.MonitorStatsGet()));
  }

  @Test
  void the_65th_place_is_lost_too() {
    for (long pc = 0; pc < 65; pc++) {
      device.drop(pc, FRAME);
    }
    assertEquals(64, ((SoftwareSummary) device.at(SECOND).get(0)).counts().size());
  }

  @Test
  void a_name_of_38_characters_is_found_again_and_longer_ones_are_not() {
    Conversation longNames = monitored(Conversation.with(registering(LONG_NAMES)));
    for (String name : LONG_NAMES) {
      longNames.report(name, FRAME);
      longNames.report(name, FRAME);
    }
    String kept = "n".repeat(38);
    assertEquals(
        List.of(
            new HardwareSummary(
                List.of(
                    new TrapCount(kept, 2),
                    // Of 39 characters, stored as 38, looked for as 39; then of 40.
                    new TrapCount(kept, 1),
                    new TrapCount(kept, 1),
                    new TrapCount(kept, 1),
                    new TrapCount(kept, 1)))),
        longNames.at(SECOND));
  }

  @Test
  void a_packet_alert_has_the_whole_name_however_long() {
    Conversation longNames = Conversation.with(registering(LONG_NAMES));
    longNames.ask(new Request.MonitorConfigSet(1, null, null));
    longNames.ask(new Request.MonitorStart(false, true));
    longNames.report(LONG_NAMES.get(2), FRAME);
    Event.HardwareDrop alert = (Event.HardwareDrop) longNames.drain().get(0);
    assertEquals("n".repeat(40), alert.trap());
  }

  @Test
  void a_stop_discards_what_was_counted_and_the_timer() {
    device.report("tail_drop", FRAME);
    device.drop(1, FRAME);
    device.ask(new Request.MonitorStop(true, true));
    device.at(SECOND / 2);
    device.ask(new Request.MonitorStart(true, true));
    assertEquals(List.of(), device.at(SECOND));
    device.report("tail_drop", FRAME);
    assertEquals(List.of(), device.at(2 * SECOND - 1));
    assertEquals(1, device.at(2 * SECOND).size());
  }

  @Test
  void the_end_of_time_is_not_mistaken_for_an_alarm() {
    Conversation idle = Conversation.withNetdevsim();
    assertEquals(List.of(), idle.at(Long.MAX_VALUE));
    assertFalse(idle.state().monitor().hardware().running());
  }

  @Test
  void a_summary_that_is_due_after_the_end_of_time_never_comes() {
    device.at(Long.MAX_VALUE - 1);
    device.report("tail_drop", FRAME);
    device.drop(1, FRAME);
    assertEquals(List.of(), device.at(Long.MAX_VALUE - 1));
    assertEquals(List.of(), device.at(Long.MAX_VALUE));
  }
}
