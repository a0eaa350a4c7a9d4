package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.Change;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Announcements, the end, and reload. */
class LifecycleTests {
  private static final Registration SMALL =
      new Registration(
          List.of(new Policer(1, 10, 10, 1, 100, 1, 100), new Policer(2, 20, 20, 1, 100, 1, 100)),
          List.of(Group.generic("l2_drops").boundTo(2), Group.generic("l3_drops")),
          List.of(
              Trap.generic("vlan_tag_mismatch"),
              Trap.specific(0, "fid_miss", TrapType.EXCEPTION, "l2_drops"),
              Trap.generic("blackhole_route")));

  private final RecordingCallbacks driver = new RecordingCallbacks(SMALL);
  private final Conversation device = Conversation.before(driver);
  private List<Event> announced;

  @BeforeEach
  void register() {
    announced = events(new Request.Register(null));
    driver.asked();
  }

  private List<Event> events(Request request) {
    Outcome outcome = device.feed(new Input.Asked(request));
    assertEquals(Reply.DONE, outcome.reply());
    return outcome.events();
  }

  private static List<String> told(List<Event> events) {
    List<String> told = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof Event.PolicerNotice notice) {
        told.add(notice.change() + " policer " + notice.policer().id());
      } else if (event instanceof Event.GroupNotice notice) {
        told.add(notice.change() + " group " + notice.group().name());
      } else if (event instanceof Event.TrapNotice notice) {
        told.add(notice.change() + " trap " + notice.trap().name());
      }
    }
    return told;
  }

  @Test
  void a_registration_is_announced_in_its_order() {
    assertEquals(
        List.of(
            "NEW policer 1",
            "NEW policer 2",
            "NEW group l2_drops",
            "NEW group l3_drops",
            "NEW trap vlan_tag_mismatch",
            "NEW trap fid_miss",
            "NEW trap blackhole_route"),
        told(announced));
  }

  @Test
  void a_notice_shows_what_a_request_would_show() {
    assertEquals(
        new Event.PolicerNotice(Change.NEW, new View.OfPolicer(2, 20, 20, 20L)), announced.get(1));
    assertEquals(
        new Event.GroupNotice(Change.NEW, new View.OfGroup("l2_drops", true, 2, 0, 0)),
        announced.get(2));
    assertEquals(new Event.TrapNotice(Change.NEW, device.trap("fid_miss")), announced.get(5));
  }

  @Test
  void a_notice_whose_counter_cannot_be_read_is_not_sent() {
    driver.refusing("count of fid_miss", Errno.EIO, null);
    List<String> told = told(events(new Request.Register(null)));
    assertFalse(told.contains("NEW trap fid_miss"), told.toString());
    assertEquals("NEW trap blackhole_route", told.get(told.size() - 1));
  }

  @Test
  void the_end_is_announced_in_reverse() {
    List<String> expected = new ArrayList<>(told(announced));
    Collections.reverse(expected);
    expected.replaceAll(line -> line.replace("NEW", "DEL"));
    assertEquals(expected, told(events(new Request.Unregister())));
  }

  @Test
  void the_end_sets_every_trap_to_drop_in_reverse_and_then_removes_it() {
    events(new Request.Unregister());
    assertEquals(
        List.of(
            "set blackhole_route DROP",
            "set fid_miss DROP",
            "set vlan_tag_mismatch DROP",
            "trap fini blackhole_route",
            "trap fini fid_miss",
            "trap fini vlan_tag_mismatch",
            "policer fini 2",
            "policer fini 1",
            "stop"),
        driver.asked());
  }

  @Test
  void at_the_end_every_trap_shows_drop_whatever_the_driver_says() {
    driver.refusing("set fid_miss DROP", Errno.EIO, "no");
    driver.refusing("set vlan_tag_mismatch DROP", Errno.EIO, "no");
    device.ask(Request.set("blackhole_route", TrapAction.MIRROR));
    List<Event> gone = events(new Request.Unregister());
    assertEquals(7, gone.size());
    for (Event event : gone.subList(0, 3)) {
      assertEquals(TrapAction.DROP, ((Event.TrapNotice) event).trap().action());
    }
  }

  @Test
  void the_last_notice_shows_the_statistics_and_the_binding_of_the_end() {
    device.report("fid_miss", Conversation.frame(100));
    device.ask(new Request.GroupSet("l2_drops", null, 1L));
    List<Event> gone = events(new Request.Unregister());
    assertEquals(100, ((Event.TrapNotice) gone.get(1)).trap().bytes());
    assertEquals(
        new Event.GroupNotice(Change.DEL, new View.OfGroup("l2_drops", true, 1, 1, 100)),
        gone.get(4));
  }

  @Test
  void a_reload_is_an_end_and_a_beginning() {
    List<Event> expected = new ArrayList<>();
    Conversation twin = Conversation.with(SMALL);
    expected.addAll(twin.feed(new Input.Asked(new Request.Unregister())).events());
    expected.addAll(announced);
    assertEquals(expected, events(new Request.Reload()));
    List<String> asked = driver.asked();
    assertEquals("start", asked.get(asked.indexOf("stop") + 1));
  }

  @Test
  void after_a_reload_everything_is_as_it_was_at_first() {
    String fresh = Conversation.describe(device.state());
    device.ask(Request.set("blackhole_route", TrapAction.TRAP));
    device.ask(new Request.GroupSet("l3_drops", null, 1L));
    device.ask(new Request.PolicerSet(1L, 99L, 99L));
    device.report("blackhole_route", Conversation.frame(60));
    events(new Request.Reload());
    assertEquals(fresh, Conversation.describe(device.state()));
  }

  @Test
  void a_reload_leaves_drop_monitor_alone() {
    device.ask(new Request.MonitorConfigSet(1, 64L, 5L));
    device.ask(new Request.MonitorStart(false, true));
    MonitorState monitor = device.state().monitor();
    events(new Request.Reload());
    assertEquals(monitor, device.state().monitor());
  }

  @Test
  void a_reload_whose_registration_fails_leaves_a_device_without_objects() {
    driver.refusing("trap init fid_miss", Errno.EIO, "gone");
    Outcome outcome = device.feed(new Input.Asked(new Request.Reload()));
    assertEquals(Conversation.failed(Errno.EIO, "gone"), outcome.reply());
    assertEquals(7, outcome.events().size());
    assertEquals(new Reply.Traps(List.of()), device.ask(new Request.TrapDump()));
  }

  @Test
  void a_registered_device_that_is_registered_again_ends_first() {
    Registration other = Registration.of(List.of(Group.generic("l3_drops")), List.of());
    List<String> told = told(events(new Request.Register(other)));
    assertEquals("DEL trap blackhole_route", told.get(0));
    assertEquals("NEW group l3_drops", told.get(told.size() - 1));
    assertEquals(1, device.state().devlink().groupCount());
    assertEquals(0, device.state().devlink().trapCount());
  }
}
