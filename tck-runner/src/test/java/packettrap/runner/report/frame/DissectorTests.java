package packettrap.runner.report.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import packettrap.conformance.scenario.Scenarios;
import packettrap.spec.packet.Frame;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;

class DissectorTests {
  private static String dissected(String hex) {
    return Dissector.dissect(Frame.parse(hex)).stream()
        .map(
            layer ->
                layer.name()
                    + layer.fields().stream()
                        .map(f -> "\n  " + f.range() + " " + f.name() + ": " + f.value())
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  /** The example of RFC 1071's use in IPv4, with the checksum 0xb861 that is right for it. */
  @Test
  void a_udp_packet_in_a_vlan() {
    assertEquals(
        """
        Ethernet
          0-5 destination: ff:ff:ff:ff:ff:ff (broadcast)
          6-11 source: 02:00:00:00:00:01
          12-13 type: 0x8100 (VLAN tag)
        VLAN (802.1Q)
          14 priority: 5
          14 drop eligible: 0
          14-15 VLAN: 100
          16-17 type: 0x0800 (IPv4)
        IPv4
          18 version: 4
          18 header length: 5 (20 bytes)
          19 DSCP: 0
          19 ECN: 0
          20-21 total length: 29
          22-23 identification: 0
          24 flags: DF
          24-25 fragment offset: 0
          26 time to live: 64
          27 protocol: 17 (UDP)
          28-29 checksum: 0xb8b8 (wrong)
          30-33 source: 192.168.0.1
          34-37 destination: 192.168.0.199
        UDP
          38-39 source port: 68
          40-41 destination port: 67
          42-43 length: 9
          44-45 checksum: 0x0000
        payload
          46 bytes: 1 byte
        padding
          47-48 bytes: 2 bytes""",
        dissected(
            "ffffffffffff 020000000001 8100 a064 0800"
                + "4500 001d 0000 4000 4011 b8b8 c0a80001 c0a800c7"
                + "0044 0043 0009 0000 aa 0000"));
  }

  /** Source of the packet and its checksum: Wikipedia, "Internet checksum". */
  @Test
  void a_checksum_that_is_right_is_called_right() {
    String ip = "4500 0073 0000 4000 4011 b861 c0a80001 c0a800c7";
    assertTrue(dissected("020000000002 020000000001 0800" + ip).contains("0xb861 (right)"));
  }

  @Test
  void arp_and_neighbour_discovery() {
    assertTrue(
        dissected(
                "ffffffffffff 020000000001 0806 0001 0800 06 04 0001"
                    + "020000000001 c0000201 000000000000 c0000202")
            .endsWith(
                "\n  20-21 operation: 1 (request)"
                    + "\n  22-27 sender MAC: 02:00:00:00:00:01"
                    + "\n  28-31 sender IP: 192.0.2.1"
                    + "\n  32-37 target MAC: 00:00:00:00:00:00"
                    + "\n  38-41 target IP: 192.0.2.2"));
    String solicitation =
        dissected(
            "3333ff000002 020000000001 86dd 60000000 0018 3a ff"
                + "20010db8000000000000000000000001 ff0200000000000000000001ff000002"
                + "87 00 1234 00000000 20010db8000000000000000000000002");
    assertTrue(solicitation.contains("\n  22-37 source: 2001:db8::1\n"), solicitation);
    assertTrue(
        solicitation.contains("\nICMPv6\n  54 type: 135 (neighbour solicitation)"), solicitation);
  }

  @Test
  void what_is_cut_off_is_said_to_be() {
    assertEquals("Ethernet, cut off\n  0-7 bytes: 8 bytes", dissected("0200000000010200"));
    assertTrue(
        dissected("020000000002 020000000001 0800 4500")
            .endsWith("IPv4, cut off\n  14-15 bytes: 2 bytes"));
    assertTrue(dissected("020000000002 020000000001 0806").endsWith("ARP, missing"));
    assertEquals("Ethernet, missing", dissected(""));
  }

  /** Every byte is in exactly one layer, and every field within its layer. */
  private static void check(Frame frame) {
    int at = 0;
    for (Layer layer : Dissector.dissect(frame)) {
      assertEquals(at, layer.offset(), frame::toString);
      at += layer.length();
      for (Field field : layer.fields()) {
        assertTrue(
            field.offset() >= layer.offset()
                && field.length() >= 1
                && field.offset() + field.length() <= at,
            () -> field + " in " + frame);
      }
    }
    assertEquals(frame.length(), at, frame::toString);
  }

  @Test
  void the_layers_of_any_bytes_are_the_frame() {
    Random random = new Random(1);
    byte[][] beginnings = {
      {}, {8, 0, 0x45}, {8, 0, 0x4f}, {(byte) 0x86, (byte) 0xdd, 0x60}, {(byte) 0x81, 0}, {8, 6}
    };
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      byte[] type = beginnings[i % beginnings.length];
      System.arraycopy(
          type,
          0,
          bytes,
          Math.min(12, bytes.length),
          Math.min(type.length, Math.max(0, bytes.length - 12)));
      if (bytes.length > 24) {
        bytes[23] = new byte[] {1, 2, 4, 6, 17, 41, 47, 58}[i % 8];
        bytes[20] = new byte[] {0, 43, 44, 60, 4, 17, 41, 58}[i / 8 % 8];
      }
      check(Frame.of(bytes));
    }
  }

  @Test
  void every_frame_of_the_scenarios_is_taken_apart() {
    List<Frame> frames =
        Scenarios.bundled().stream()
            .map(Scenario::arrivals)
            .flatMap(List::stream)
            .map(Arrival::frame)
            .toList();
    assertTrue(frames.size() > 100, "only " + frames.size());
    frames.forEach(DissectorTests::check);
  }
}
