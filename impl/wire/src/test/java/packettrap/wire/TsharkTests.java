package packettrap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.spec.message.Cookie;
import packettrap.spec.message.Event;
import packettrap.spec.packet.Frame;
import packettrap.wire.monitor.AlertWriter;

/** What we write, read by somebody else. Skipped where tshark is not installed. */
class TsharkTests {
  private static final Message.Header HEADER = new Message.Header(24, 0, 0, 0);
  private static final Frame FRAME =
      Frame.parse("0200000000020200000000010800" + "45000014000000000011a68dc0000201c6336401");
  private static final List<String> FIELDS =
      List.of(
          "genl.ctrl.family_name",
          "net_dm.hw_trap_group_name",
          "net_dm.hw_trap_name",
          "net_dm.hw_trap_count",
          "net_dm.port.netdev_index",
          "net_dm.port.netdev_name",
          "net_dm.cookie",
          "net_dm.timestamp",
          "net_dm.orig_len",
          "net_dm.proto",
          "net_dm.origin",
          "net_dm.pc",
          "net_dm.symbol",
          "ip.src");

  @TempDir Path folder;

  @BeforeAll
  static void tshark_is_there() {
    assumeTrue(isThere(), "tshark is not installed");
  }

  private static boolean isThere() {
    try {
      return new ProcessBuilder("tshark", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void it_reads_the_alerts_that_were_written() throws Exception {
    List<Event> alerts =
        List.of(
            new Event.HardwareDrop(
                "acl_drops",
                "ingress_flow_action_drop",
                new Event.InputPort(55, "eth0"),
                new Cookie("0102a0"),
                1_700_000_000_123_456_789L,
                142,
                0x800,
                FRAME),
            new Event.SoftwareDrop(
                0x1234L,
                "NO_SOCKET",
                "udp_rcv+0x1/0x2",
                new Event.InputPort(7, null),
                5L,
                34,
                0x800,
                FRAME),
            new Event.HardwareSummary(
                List.of(
                    new Event.TrapCount("blackhole_route", 5),
                    new Event.TrapCount("fid_miss", 70_000))));

    List<String> lines = dissected(alerts);

    assertEquals(
        List.of(
            "NET_DM|||||||||||||",
            "|acl_drops|ingress_flow_action_drop||55|eth0|0102a0|"
                + "Nov 14, 2023 22:13:20.123456789 UTC|142|0x0800|1|||192.0.2.1",
            "||||7|||Jan  1, 1970 00:00:00.000000005 UTC|34|0x0800|0|"
                + "0x0000000000001234|udp_rcv+0x1/0x2|192.0.2.1",
            "||blackhole_route,fid_miss|5,70000||||||||||"),
        lines);
  }

  private List<String> dissected(List<Event> alerts) throws IOException, InterruptedException {
    Path capture = folder.resolve("alerts.pcap");
    try (OutputStream out = Files.newOutputStream(capture)) {
      Capture file = new Capture(out);
      file.write(
          0,
          new Family("NET_DM", HEADER.type(), 2, Map.of("events", 3L))
              .encode(ByteOrder.LITTLE_ENDIAN, new Message.Header(16, 0, 0, 0)));
      for (Event alert : alerts) {
        file.write(1, AlertWriter.encode(ByteOrder.LITTLE_ENDIAN, HEADER, alert));
      }
    }
    List<String> command =
        new ArrayList<>(
            List.of("tshark", "-n", "-r", capture.toString(), "-T", "fields", "-E", "separator=|"));
    FIELDS.forEach(field -> command.addAll(List.of("-e", field)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TZ", "UTC");
    Path output = folder.resolve("fields.txt");
    Path messages = folder.resolve("messages.txt");
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(messages.toFile()).start();
    assertEquals(0, process.waitFor(), () -> text(messages));
    return Files.readAllLines(output);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
