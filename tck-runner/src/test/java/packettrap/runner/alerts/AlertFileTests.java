package packettrap.runner.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.conformance.Devices;
import packettrap.reference.ReferenceDriver;
import packettrap.runner.Dissector;
import packettrap.runner.Unusable;
import packettrap.spec.device.DeviceDescription;
import packettrap.spec.device.TrapDevice;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.packet.Frame;

/** What is heard of a device's drop monitor is in the file, as somebody else reads it. */
class AlertFileTests {
  private static final Frame FRAME =
      Frame.parse("0200000000020200000000010800" + "45000014000000000011a68dc0000201c6336401");

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("alerts.pcap");
  }

  /** A device that has these events to tell whenever it is polled. */
  private record Telling(List<Event> events) implements TrapDevice {
    @Override
    public int interfaceVersion() {
      return 1;
    }

    @Override
    public DeviceDescription description() {
      throw new AssertionError("alerts are written without a description");
    }

    @Override
    public Reply call(Request request) {
      return Reply.DONE;
    }

    @Override
    public List<Event> poll() {
      return events;
    }

    @Override
    public void close() {}
  }

  @Test
  void all_kinds_of_alerts_are_written_with_their_names_and_numbers_and_nothing_else() {
    Dissector.isNeeded();
    List<Event> events =
        List.of(
            new Event.HardwareDrop(
                "acl_drops",
                "ingress_flow_action_drop",
                new Event.InputPort(101, "swp1"),
                new Cookie("deadbeef"),
                1_565_607_140_445_911_505L,
                142,
                0x800,
                FRAME.truncated(20)),
            new Event.Received(1, FRAME),
            new Event.SoftwareDrop(
                0xffffffff81234567L,
                "NO_SOCKET",
                "udp_rcv",
                new Event.InputPort(7, null),
                5L,
                34,
                0x800,
                FRAME),
            new Event.Transmitted(2, FRAME),
            new Event.HardwareSummary(
                List.of(
                    new Event.TrapCount("blackhole_route", 5),
                    new Event.TrapCount("non_ip", 70_000))),
            new Event.HardwareDrop(null, null, null, null, 0, 0, null, null));
    AlertFile alerts = AlertFile.create(file());
    TrapDevice device = alerts.listeningTo(new Telling(events));
    device.call(new Request.Advance(1_500_000_000));
    assertEquals(events, device.poll());
    assertEquals(
        "alerts.pcap has 3 alerts of drop monitor; 1 more fit into no message.", alerts.finish());
    assertEquals(
        List.of(
            "1.500000000|NET_DM|||||||||||||",
            "1.500000000||1|acl_drops|ingress_flow_action_drop||101|swp1|deadbeef|"
                + "Aug 12, 2019 10:52:20.445911505 UTC|142|0x0800|||",
            "1.500000000||0||||7|||Jan  1, 1970 00:00:00.000000005 UTC|34|0x0800|"
                + "0xffffffff81234567|udp_rcv|192.0.2.1",
            "1.500000000||||blackhole_route,non_ip|5,70000|||||||||"),
        Dissector.fields(
            file(),
            "frame.time_epoch",
            "genl.ctrl.family_name",
            "net_dm.origin",
            "net_dm.hw_trap_group_name",
            "net_dm.hw_trap_name",
            "net_dm.hw_trap_count",
            "net_dm.port.netdev_index",
            "net_dm.port.netdev_name",
            "net_dm.cookie",
            "net_dm.timestamp",
            "net_dm.orig_len",
            "net_dm.proto",
            "net_dm.pc",
            "net_dm.symbol",
            "ip.src"));
  }

  @Test
  void drop_monitor_of_the_reference_is_heard_in_both_modes_truncated_and_whole() {
    Dissector.isNeeded();
    AlertFile alerts = AlertFile.create(file());
    for (long truncation : new long[] {0, 16}) {
      for (int mode : new int[] {1, 0}) {
        TrapDevice device = alerts.listeningTo(Devices.hosting(ReferenceDriver::new));
        device.description();
        device.call(new Request.MonitorConfigSet(mode, truncation, null));
        device.call(new Request.MonitorStart(true, true));
        device.call(new Request.Advance(3_000_000_000L));
        device.call(new Request.SoftwareDrop(2, FRAME, 0x1234, "ip_rcv", "NO_REASON"));
        device.poll();
        device.call(new Request.Advance(1_000_000_000));
        device.poll();
      }
    }
    assertEquals("alerts.pcap has 4 alerts of drop monitor.", alerts.finish());
    String attributes = "|0x0000000000001234|ip_rcv|";
    // 16 bytes of netlink's cooked header count, and payload is padded to a multiple of 4.
    List<String> lines =
        Dissector.fields(
            file(),
            "frame.time_epoch",
            "net_dm.cmd",
            "net_dm.pc",
            "net_dm.symbol",
            "net_dm.orig_len",
            "frame.len");
    assertEquals(5, lines.size(), lines::toString);
    assertTrue(lines.get(1).startsWith("3.000000000|5" + attributes + "34|"), lines::toString);
    assertTrue(lines.get(2).startsWith("4.000000000|1||||"), lines::toString);
    assertTrue(lines.get(3).startsWith("3.000000000|5" + attributes + "34|"), lines::toString);
    int whole = Integer.parseInt(lines.get(1).replaceFirst(".*\\|", ""));
    int truncated = Integer.parseInt(lines.get(3).replaceFirst(".*\\|", ""));
    assertEquals(36 - 16, whole - truncated);
  }

  @Test
  void the_file_is_there_at_the_end_and_not_before() throws IOException {
    Files.writeString(file(), "old");
    AlertFile alerts = AlertFile.create(file());
    alerts.write(0, new Event.HardwareSummary(List.of(new Event.TrapCount("non_ip", 1))));
    assertEquals("old", Files.readString(file()));
    assertEquals("alerts.pcap has 1 alert of drop monitor.", alerts.finish());
    byte[] written = Files.readAllBytes(file());
    assertTrue(written.length > 100, () -> "only " + written.length + " bytes");
    alerts.write(0, new Event.HardwareSummary(List.of()));
    alerts.withdraw();
    assertEquals(written.length, Files.size(file()));
    assertEquals(List.of("alerts.pcap"), names());
  }

  @Test
  void a_file_that_is_withdrawn_leaves_nothing() throws IOException {
    AlertFile alerts = AlertFile.create(file());
    alerts.write(0, new Event.HardwareSummary(List.of()));
    alerts.withdraw();
    assertEquals(List.of(), names());
  }

  @Test
  void what_cannot_be_written_is_told_at_once() {
    assertEquals(
        "The capture cannot be written to %s (NoSuchFile).".formatted(folder.resolve("no/a.pcap")),
        refusal(folder.resolve("no/a.pcap")));
    assertEquals(folder + " is a directory; --capture must name a file.", refusal(folder));
    assertEquals("--capture must name a file, and its name is empty.", refusal(Path.of("")));
  }

  private static String refusal(Path file) {
    return assertThrows(Unusable.class, () -> AlertFile.create(file)).getMessage();
  }

  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(one -> names.add(one.getFileName().toString()));
    }
    return names;
  }
}
