package packettrap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static packettrap.reference.Conversation.failed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;

/** Who asks, and whom. */
class CallersTests {
  private final Conversation netdevsim = Conversation.withNetdevsim();

  static List<Request> changes() {
    return List.of(
        new Request.TrapSet("made_up", 3),
        new Request.GroupSet("l2_drops", 1, null),
        new Request.PolicerSet(1L, 1L, 8L),
        new Request.Reload(),
        new Request.MonitorConfigSet(1, null, null),
        new Request.MonitorStart(true, true),
        new Request.MonitorStop(true, true),
        new Request.OnDevice("netdevsim/netdevsim99", new Request.TrapSet("tail_drop", 1)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void changing_anything_needs_the_privilege(Request change) {
    State before = netdevsim.state();
    assertEquals(failed(Errno.EPERM), netdevsim.ask(new Request.Unprivileged(change)));
    assertSame(before, netdevsim.state());
    assertEquals(List.of(), netdevsim.driver.asked());
  }

  static List<Request> readings() {
    return List.of(
        new Request.TrapGet("tail_drop"),
        new Request.TrapGet("made_up"),
        new Request.TrapDump(),
        new Request.GroupGet("l2_drops"),
        new Request.GroupDump(),
        new Request.PolicerGet(1L),
        new Request.PolicerDump(),
        new Request.MonitorConfigGet(),
        new Request.MonitorStatsGet(),
        new Request.OnDevice(Conversation.DEVICE, new Request.TrapGet("tail_drop")));
  }

  @ParameterizedTest
  @MethodSource("readings")
  void reading_needs_no_privilege(Request reading) {
    assertEquals(netdevsim.ask(reading), netdevsim.ask(new Request.Unprivileged(reading)));
  }

  @Test
  void a_request_that_names_no_device_is_invalid() {
    assertEquals(
        failed(Errno.EINVAL),
        netdevsim.ask(new Request.OnDevice(null, new Request.TrapGet("tail_drop"))));
  }

  @Test
  void another_device_is_not_there() {
    assertEquals(
        failed(Errno.ENODEV),
        netdevsim.ask(
            new Request.OnDevice("netdevsim/netdevsim99", new Request.TrapSet("tail_drop", 1))));
    assertEquals(List.of(), netdevsim.driver.asked());
  }

  @Test
  void the_device_itself_may_be_named() {
    assertEquals(
        Reply.DONE,
        netdevsim.ask(
            new Request.OnDevice(Conversation.DEVICE, new Request.TrapSet("tail_drop", 1))));
  }

  @Test
  void a_device_that_was_unregistered_is_not_there_but_drop_monitor_is() {
    netdevsim.ask(new Request.Unregister());
    assertEquals(failed(Errno.ENODEV), netdevsim.ask(new Request.TrapGet("tail_drop")));
    assertEquals(failed(Errno.ENODEV), netdevsim.ask(new Request.GroupDump()));
    assertEquals(failed(Errno.ENODEV), netdevsim.ask(new Request.Reload()));
    assertEquals(failed(Errno.ENODEV), netdevsim.ask(new Request.Unregister()));
    assertInstanceOf(Reply.MonitorConfig.class, netdevsim.ask(new Request.MonitorConfigGet()));
  }
}
