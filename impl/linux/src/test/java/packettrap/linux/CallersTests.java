package packettrap.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import packettrap.spec.device.Capability;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.trap.TrapAction;

/** Requests of callers without privilege: they are theirs, and the kernel decides. */
class CallersTests {
  private static final Reply REFUSED = new Reply.Failed(Errno.EPERM, null);
  private static final Reply UNSUPPORTED = new Reply.Failed(Errno.EOPNOTSUPP, null);

  @TempDir Path root;
  private FakeKernel kernel;

  @BeforeEach
  void boot() {
    kernel = new FakeKernel(root);
  }

  private LinuxDevice device(String writable) {
    LinuxDevice device = new LinuxDevice(kernel);
    device.options(Map.of("device", FakeKernel.DEVICE.text(), "writable", writable));
    device.description();
    kernel.changes.clear();
    return device;
  }

  private static Reply ask(LinuxDevice device, Request request) {
    return device.call(new Request.Unprivileged(request));
  }

  static List<Request> changes() {
    return List.of(
        Request.set("blackhole_route", TrapAction.DROP),
        new Request.GroupSet("l3_drops", null, 0L),
        new Request.PolicerSet(3L, 11L, null),
        new Request.OnDevice("pci/none", new Request.PolicerSet(3L, 11L, null)),
        new Request.MonitorConfigSet(0, 0L, 0L),
        new Request.MonitorStart(false, true),
        new Request.MonitorStop(false, true));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void the_kernel_refuses_what_changes_something(Request request) {
    LinuxDevice device = device("true");

    assertTrue(device.description().has(Capability.CALLERS));
    assertEquals(REFUSED, ask(device, request));
    assertEquals(List.of(), kernel.changes);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_kernel_that_lets_everybody_in_is_seen_to(Request request) {
    kernel.checksCallers = false;

    assertFalse(REFUSED.equals(ask(device("true"), request)));
  }

  @Test
  void the_kernel_lets_them_read() {
    LinuxDevice device = device("true");

    for (Request request :
        List.of(
            new Request.TrapGet("stp"),
            new Request.TrapDump(),
            new Request.GroupDump(),
            new Request.PolicerDump(),
            new Request.OnDevice("pci/none", new Request.TrapDump()),
            new Request.MonitorConfigGet(),
            new Request.MonitorStatsGet())) {
      assertEquals(device.call(request), ask(device, request), request::toString);
    }
    assertInstanceOf(Reply.OneTrap.class, ask(device, new Request.TrapGet("stp")));
  }

  @Test
  void monitoring_that_the_kernel_wrongly_lets_them_start_is_stopped() {
    kernel.checksCallers = false;
    LinuxDevice device = device("true");
    ask(device, new Request.MonitorStart(true, true));
    kernel.changes.clear();

    device.close();

    assertEquals(List.of("stop", "configure PACKET 60"), kernel.changes);
  }

  @Test
  void they_go_with_the_device() {
    LinuxDevice device = device("true");
    ask(device, new Request.TrapDump());
    ask(device, new Request.TrapDump());
    assertEquals(1, kernel.callersWithout);

    device.close();

    assertEquals(0, kernel.callersWithout);
  }

  @Test
  void without_writable_or_a_way_to_give_up_the_privilege_there_are_none() {
    LinuxDevice reading = device("false");
    assertFalse(reading.description().has(Capability.CALLERS));
    assertEquals(UNSUPPORTED, ask(reading, new Request.TrapDump()));

    kernel.hasCallersWithout = false;
    LinuxDevice writing = device("true");
    assertFalse(writing.description().has(Capability.CALLERS));
    assertEquals(UNSUPPORTED, ask(writing, new Request.TrapDump()));
  }

  @Test
  void they_ask_devlink_and_drop_monitor_and_nothing_else() {
    assertEquals(UNSUPPORTED, ask(device("true"), new Request.Unregister()));
  }
}
