package packettrap.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.spec.device.Capability;
import packettrap.spec.device.Port;
import packettrap.spec.json.Json;
import packettrap.spec.message.AlertMode;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.wire.devlink.Handle;

class LinuxDeviceTests {
  private static final Reply READ_ONLY =
      new Reply.Failed(
          Errno.EOPNOTSUPP, "The bridge only reads unless it gets --option writable=true");

  @TempDir Path root;
  private FakeKernel kernel;

  @BeforeEach
  void boot() {
    kernel = new FakeKernel(root);
  }

  private LinuxDevice device(String... options) {
    Map<String, String> given = new TreeMap<>(Map.of("device", FakeKernel.DEVICE.text()));
    for (String option : options) {
      given.put(option.substring(0, option.indexOf('=')), option.replaceFirst("[^=]*=", ""));
    }
    LinuxDevice device = new LinuxDevice(kernel);
    device.options(given);
    return device;
  }

  @Test
  void a_device_is_described_as_the_kernel_shows_it() {
    var description = device().description();

    assertEquals("pci/0000:01:00.0", description.handle());
    assertEquals(List.of(new Port(1, 7, "swp1")), description.ports());
    assertEquals(
        List.of(
            Trap.generic("blackhole_route").startingWith(TrapAction.MIRROR),
            Trap.generic("stp").inGroup("l3_drops")),
        description.registration().traps());
    assertEquals(
        List.of(Group.generic("l3_drops").boundTo(3)), description.registration().groups());
    assertEquals(
        Set.of(
            Callback.TRAP_INIT, Callback.TRAP_ACTION_SET, Callback.GROUP_SET, Callback.POLICER_SET),
        description.callbacks());
    assertEquals(
        Set.of(Capability.NOTIFICATIONS, Capability.HANDLES, Capability.OWN_TRAFFIC),
        description.capabilities());
  }

  @Test
  void without_writable_nothing_reaches_the_kernel_that_changes_anything() {
    LinuxDevice device = device();
    device.description();

    for (Request request :
        List.of(
            Request.set("blackhole_route", TrapAction.DROP),
            new Request.GroupSet("l3_drops", null, 0L),
            new Request.PolicerSet(3L, 11L, null),
            new Request.Reload(),
            new Request.OnDevice("pci/other", new Request.PolicerSet(3L, 11L, null)),
            new Request.MonitorConfigSet(0, null, null),
            new Request.MonitorStart(false, true),
            new Request.MonitorStop(false, true))) {
      assertEquals(READ_ONLY, device.call(request), request::toString);
    }
    device.close();
    assertEquals(List.of(), kernel.changes);
  }

  @Test
  void without_writable_the_device_can_be_read_but_not_drop_monitor_which_is_not_its_own() {
    LinuxDevice device = device();

    assertEquals(
        TrapAction.MIRROR,
        ((Reply.OneTrap) device.call(new Request.TrapGet("blackhole_route"))).trap().action());
    Reply unsupported = new Reply.Failed(Errno.EOPNOTSUPP, null);
    assertEquals(unsupported, device.call(new Request.MonitorConfigGet()));
    assertEquals(unsupported, device.call(new Request.MonitorStatsGet()));
  }

  @Test
  void the_limits_of_a_policer_are_found_and_its_values_put_back() {
    var description = device("writable=true").description();

    assertEquals(
        List.of(new Policer(3, 100, 64, 10, 1000, 16, 512)), description.registration().policers());
    assertEquals(100, kernel.rate);
    assertEquals(64, kernel.burst);
  }

  @Test
  void callbacks_that_are_not_there_are_found_by_asking_for_what_nobody_has() {
    kernel.bindsGroups = false;
    kernel.setsPolicers = false;
    var description = device("writable=true").description();

    assertEquals(Set.of(Callback.TRAP_INIT, Callback.TRAP_ACTION_SET), description.callbacks());
    assertEquals(
        List.of(new Policer(3, 100, 64, 0, -1, 0, -1)), description.registration().policers());
    assertEquals(List.of("configure SUMMARY 0"), kernel.changes);
  }

  @Test
  void callbacks_that_are_there_are_found_too() {
    assertEquals(
        Set.of(
            Callback.TRAP_INIT, Callback.TRAP_ACTION_SET, Callback.GROUP_SET, Callback.POLICER_SET),
        device("writable=true").description().callbacks());
    assertEquals(3, kernel.bound);
  }

  @Test
  void close_puts_back_what_was_found_in_an_order_that_disturbs_nothing() {
    LinuxDevice device = device("writable=true");
    device.description();
    device.call(new Request.MonitorStart(true, true));
    device.call(Request.set("blackhole_route", TrapAction.DROP));
    device.call(new Request.GroupSet("l3_drops", null, 0L));
    device.call(new Request.PolicerSet(3L, 999L, 17L));
    kernel.up = false;
    kernel.changes.clear();

    device.close();

    assertEquals(
        List.of(
            "stop",
            "configure PACKET 60",
            "policer 100 64",
            "group l3_drops 3",
            "trap blackhole_route 2",
            "port up"),
        kernel.changes);
    assertEquals(List.of(), kernel.said);
  }

  @Test
  void what_was_not_changed_is_not_touched_at_the_end() {
    LinuxDevice device = device("writable=true");
    device.description();
    kernel.changes.clear();

    device.close();

    assertEquals(List.of("configure PACKET 60"), kernel.changes);
  }

  @Test
  void the_end_of_the_jvm_puts_back_too() {
    LinuxDevice device = device("writable=true");
    device.call(Request.set("blackhole_route", TrapAction.DROP));
    kernel.changes.clear();

    kernel.last.run();

    assertEquals(List.of("configure PACKET 60", "trap blackhole_route 2"), kernel.changes);
  }

  @Test
  void a_run_that_is_killed_leaves_a_will_that_is_carried_out() {
    LinuxDevice device = device("writable=true");
    assertNull(kernel.will);
    device.call(Request.set("blackhole_route", TrapAction.DROP));
    device.call(new Request.MonitorStart(false, true));

    List<String> said = PutBack.of(kernel, Json.read(kernel.will, LastWill.class));

    assertEquals(
        List.of("The run of the kit was killed; the state of pci/0000:01:00.0 is put back."), said);
    assertEquals(TrapAction.MIRROR, kernel.actions.get("blackhole_route"));
    assertFalse(kernel.monitoring);
    assertEquals(new Reply.MonitorConfig(AlertMode.PACKET, 60, 1000), kernel.config);
  }

  @Test
  void a_will_that_cannot_be_read_is_a_sentence_and_stays(@TempDir Path folder) throws IOException {
    PutBack.putBack(kernel, folder.resolve("none"));
    assertEquals(
        List.of(
            "The run of the kit was killed, and what it had touched cannot be read: "
                + folder.resolve("none")
                + "."),
        kernel.said);

    Path garbage = Files.writeString(folder.resolve("garbage"), "{");
    PutBack.putBack(kernel, garbage);
    assertTrue(kernel.said.get(1).startsWith("The run of the kit was killed, and nothing could"));
    assertTrue(Files.exists(garbage));
  }

  @Test
  void a_run_that_ends_or_only_reads_leaves_no_will() {
    LinuxDevice reading = device();
    reading.description();
    assertNull(kernel.will);

    LinuxDevice writing = device("writable=true");
    writing.description();
    writing.close();
    assertNotNull(kernel.will);
    kernel.last.run();
    assertNull(kernel.will);
  }

  @Test
  void what_cannot_be_put_back_is_said() {
    LinuxDevice device = device("writable=true");
    device.call(Request.set("blackhole_route", TrapAction.DROP));
    kernel.privileged = false;

    device.close();

    assertEquals(
        List.of(
            "Drop monitor's configuration was not put back: Operation not permitted.",
            "Trap blackhole_route was not put back: Operation not permitted."),
        kernel.said);
  }

  @Test
  void a_device_that_was_only_tried_is_not_touched() {
    LinuxDevice device = device("writable=true");

    List<String> announcement = device.announcement();
    device.close();

    assertEquals(
        "pci/0000:01:00.0 will be changed: actions of 2 traps, bindings of 1 groups, parameters of"
            + " 1 policers.",
        announcement.get(0));
    assertEquals(List.of(), kernel.changes);
  }

  @Test
  void a_device_that_is_kept_is_changed_by_requests_alone() {
    LinuxDevice device = device("writable=true", "keep=true");

    assertEquals(
        List.of("pci/0000:01:00.0 is taken as it is, and left as the requests leave it."),
        device.announcement());
    device.description();
    assertEquals(List.of(), kernel.changes);
    device.call(Request.set("blackhole_route", TrapAction.DROP));
    List<String> asked = List.copyOf(kernel.changes);
    assertEquals(1, asked.size());
    device.close();
    assertEquals(asked, kernel.changes);
    assertNull(kernel.will);
  }

  @Test
  void monitoring_that_was_started_on_a_kept_device_is_stopped_at_the_end() {
    LinuxDevice device = device("writable=true", "keep=true");
    device.call(new Request.MonitorStart(false, true));
    device.close();
    assertEquals("stop", kernel.changes.get(kernel.changes.size() - 1));
  }

  @Test
  void drop_monitors_statistics_are_counted_from_the_beginning() {
    LinuxDevice device = device("writable=true");

    assertEquals(new Reply.MonitorStats(0, 0), device.call(new Request.MonitorStatsGet()));
  }

  @Test
  void another_device_of_the_machine_is_not_changed() {
    kernel.devices.add(new Handle("pci", "other"));
    LinuxDevice device = device("writable=true");
    device.description();
    kernel.changes.clear();

    assertEquals(
        new Reply.Failed(Errno.EPERM, "The bridge changes no device but pci/0000:01:00.0"),
        device.call(
            new Request.OnDevice("pci/other", Request.set("blackhole_route", TrapAction.DROP))));
    assertEquals(List.of(), kernel.changes);
    assertEquals(
        new Reply.Failed(Errno.EINVAL, null),
        device.call(new Request.OnDevice(null, new Request.TrapDump())));
  }

  @Test
  void time_really_passes_but_not_for_ever() {
    LinuxDevice device = device();

    assertEquals(Reply.DONE, device.call(new Request.Advance(1_000)));
    assertEquals(
        new Reply.Failed(Errno.EINVAL, "Real time advances by 0 to 5000000000 ns in one request"),
        device.call(new Request.Advance(5_000_000_001L)));
    assertEquals(List.of("wait 1000"), kernel.changes);
  }

  @Test
  void what_the_device_cannot_do_is_not_supported() {
    LinuxDevice device = device("writable=true");

    for (Request request :
        List.of(
            new Request.Unregister(),
            new Request.Register(null),
            new Request.Reload(),
            new Request.Fail(Callback.GROUP_SET, true),
            new Request.Inject(1, List.of()))) {
      assertEquals(
          new Reply.Failed(Errno.EOPNOTSUPP, null), device.call(request), request::toString);
    }
  }

  @Test
  void lost_events_end_the_run_and_the_state_is_put_back() {
    LinuxDevice device = device("writable=true");
    device.call(Request.set("blackhole_route", TrapAction.DROP));
    kernel.losing = true;

    IllegalStateException thrown = assertThrows(IllegalStateException.class, device::poll);

    assertEquals(
        "Events were lost, so nothing can be said about them: The kernel had more to tell than the"
            + " socket's buffer holds, and dropped the rest.",
        thrown.getMessage());
    assertEquals(TrapAction.MIRROR, kernel.actions.get("blackhole_route"));
  }

  @Test
  void a_device_that_cannot_be_made_new_is_left_as_it_was() {
    LinuxDevice device = device("writable=true", "reload=true");

    IllegalStateException thrown = assertThrows(IllegalStateException.class, device::description);

    assertEquals(
        "The device cannot be reloaded: Device or resource busy (in use).", thrown.getMessage());
    assertEquals(List.of("configure SUMMARY 0", "configure PACKET 60"), kernel.changes);
  }

  @Test
  void without_drop_monitor_its_rules_are_left_out_and_that_is_said() {
    kernel.hasMonitor = false;
    LinuxDevice device = device();

    assertFalse(device.description().has(Capability.DROP_MONITOR));
    assertEquals(
        new Reply.Failed(Errno.EOPNOTSUPP, null), device.call(new Request.MonitorConfigGet()));
    assertEquals(
        "This kernel has no drop monitor (CONFIG_NET_DROP_MONITOR), so its rules are left out.",
        device.announcement().get(1));
  }
}
