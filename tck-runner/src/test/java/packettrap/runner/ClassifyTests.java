package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import packettrap.spec.packet.Frame;

/** What {@code trap-tck classify} says of captures, on a switch that is small enough to foresee. */
class ClassifyTests {
  private static final Frame LLDP = Frame.parse("0180c200000e 020000000001 88cc 0000");
  private static final Frame GROUP_SOURCE = Frame.parse("020000000002 030000000001 0800 0000");
  private static final Frame PLAIN = Frame.parse("020000000002 020000000001 0800 0000");
  private static final Frame SHORT = Frame.parse("0200");

  /**
   * A hub of three ports whose policers let nothing pass, and which, once it has a queue, sends a
   * millisecond late.
   */
  private static final String SIEVE =
      """
      import java.util.*;
      import packettrap.spec.config.*;
      import packettrap.spec.device.*;
      import packettrap.spec.packet.*;
      import packettrap.spec.trap.*;
      public class Sieve implements TrapDriver, DriverAbility.BindsGroups,
          DriverAbility.CountsTrapDrops, DriverAbility.Configurable, DriverAbility.KeepsTime {
        static final Trap LLDP = Trap.generic("lldp").startingWith(TrapAction.MIRROR);
        static final Trap SOURCE = Trap.generic("source_mac_is_multicast");
        static final Trap RUNT = Trap.specific(0, "runt_frame", TrapType.DROP, "own");
        TrapHost host;
        Map<String, TrapAction> actions = new HashMap<>();
        Set<String> policed = new HashSet<>();
        long dropped;
        boolean late;
        List<Frame> waiting = new ArrayList<>();
        public int interfaceVersion() { return VERSION; }
        public List<Port> ports() { return Port.numbered(3); }
        public Registration registration() {
          return new Registration(
              List.of(new Policer(1, 0, 0, 0, 0, 0, 0)),
              List.of(Group.generic("lldp").boundTo(1), Group.generic("l2_drops").boundTo(1),
                  Group.specific(0, "own")),
              List.of(LLDP, SOURCE, RUNT));
        }
        public void start(TrapHost host) { this.host = host; actions.clear(); policed.clear(); }
        public Answer groupInit(Group group, Policer policer) { return groupSet(group, policer); }
        public Answer groupSet(Group group, Policer policer) {
          if (policer == null) { policed.remove(group.name()); } else { policed.add(group.name()); }
          return Answer.OK;
        }
        public Answer trapInit(Trap trap) {
          actions.put(trap.name(), trap.initialAction());
          return Answer.OK;
        }
        public Answer trapActionSet(Trap trap, TrapAction action) {
          if (trap.equals(RUNT) && action == TrapAction.TRAP) {
            return Answer.refuse(packettrap.spec.message.Errno.EINVAL, "a runt is only dropped");
          }
          actions.put(trap.name(), action);
          return Answer.OK;
        }
        public Counter trapDropped(Trap trap) { return Counter.of(trap.equals(RUNT) ? dropped : 0); }
        public Answer configure(SwitchConfig config) {
          if (config.queues().size() > 1) {
            return Answer.refuse(packettrap.spec.message.Errno.EINVAL, "there is one queue");
          }
          late = !config.queues().isEmpty();
          return Answer.OK;
        }
        public void receive(int port, Frame frame) {
          Trap trap = frame.length() < 14 ? RUNT : frame.source().isMulticast() ? SOURCE
              : frame.u16(12) == 0x88cc ? LLDP : null;
          if (trap != null) {
            TrapAction action = actions.get(trap.name());
            if (action == TrapAction.DROP) { dropped++; return; }
            if (!policed.contains(trap.group())) { host.report(trap, port, frame); }
            if (action == TrapAction.TRAP) { return; }
          }
          if (frame.length() > 100) { return; }
          if (late) { waiting.add(frame); return; }
          for (int other = 3; other > 0; other--) {
            if (other != port) { host.transmit(other, frame); }
          }
        }
        public void timePassed() {
          waiting.forEach(frame -> host.transmit(3, frame));
          waiting.clear();
        }
      }
      """;

  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void build() {
    jar = new DriverJars(folder).source("Sieve", SIEVE).service("Sieve").jar("sieve.jar");
  }

  private CommandLineRun classify(Path capture, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("classify", capture.toString(), "--driver", jar.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(new FakeEngine(), arguments.toArray(String[]::new));
  }

  private Path pcap(Frame... frames) {
    return TestCaptures.pcap(folder.resolve("some.pcap"), List.of(frames));
  }

  private void assertRefused(String sentence, CommandLineRun run) {
    assertEquals("trap-tck: " + sentence + "\n", run.err());
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  @Test
  void each_frame_gets_a_line_and_no_policer_hides_one() {
    Path capture = pcap(LLDP, GROUP_SOURCE, PLAIN, SHORT, Frame.of(new byte[101]), GROUP_SOURCE);
    CommandLineRun run = classify(capture);
    assertEquals("", run.err());
    assertEquals(
        """
        some.pcap into port 1 of Sieve in sieve.jar, configured as common-switch
        2 trap groups were unbound from their policers, so that no packet is hidden.
        1 drop trap got the action trap in place of drop: as little goes on, and drop monitor hears of it.

             1     0.000000000    16  lldp (control, group lldp, action mirror) and forwarded to ports 2, 3, TRP-31: An LLDP message, by which neighbours introduce themselves.
             2     0.001000000    16  source_mac_is_multicast (drop, group l2_drops, action drop), TRP-00: Its source MAC address has the group bit set.
             3     0.002000000    16  forwarded to ports 2, 3
             4     0.003000000     2  runt_frame (drop, group own, action drop): It is a trap of the driver's own, and only its driver says what hits it.
             5     0.004000000   101  goes nowhere: no trap takes it, and it leaves by no port
             6     0.005000000    16  source_mac_is_multicast (drop, group l2_drops, action drop), TRP-00: Its source MAC address has the group bit set.

        6 frames: 4 trapped (1 of them forwarded too), 1 forwarded, 1 nowhere
             2  source_mac_is_multicast
             1  lldp
             1  runt_frame
        """,
        run.out());
    assertEquals(0, run.status());
  }

  @Test
  void frames_come_in_on_the_port_that_was_asked_for() {
    CommandLineRun run = classify(pcap(PLAIN), "--port", "3");
    assertTrue(run.out().startsWith("some.pcap into port 3 of "), run::out);
    assertTrue(run.out().contains("  forwarded to ports 1, 2\n"), run::out);
    assertRefused(
        "--port must be from 1 to 3, the ports of sieve.jar, not 4.",
        classify(pcap(PLAIN), "--port", "4"));
  }

  @Test
  void what_leaves_later_is_told_of_the_frame_that_it_was() throws IOException {
    Path config = folder.resolve("late.json");
    Files.writeString(config, "{\"queues\": [{\"port\": 3, \"limit\": 9, \"rate\": 1000}]}");
    Frame other = Frame.parse("020000000002 020000000001 0800 " + "11".repeat(40));
    CommandLineRun run =
        classify(pcap(PLAIN, Frame.of(new byte[101]), other), "--config", config.toString());
    assertEquals(
        """
             1     0.000000000    16  forwarded to port 3
             2     0.001000000   101  goes nowhere: no trap takes it, and it leaves by no port
             3     0.002000000    54  forwarded to port 3

        3 frames: 0 trapped, 2 forwarded, 1 nowhere
        """,
        run.out().substring(run.out().indexOf("     1 ")));
  }

  @Test
  void frames_that_the_capture_has_only_a_part_of_are_marked() {
    byte[] file = read(pcap(PLAIN));
    file[24 + 12] = 99; // the length on the wire
    CommandLineRun run = classify(TestCaptures.write(folder.resolve("cut.pcap"), file));
    assertTrue(
        run.out().contains("     1     0.000000000 16 of 99  forwarded to ports 2, 3\n"), run::out);
    assertTrue(
        run.out()
            .endsWith(
                "\nOf 1 frame the capture has only the beginning, and the switch got no more.\n"),
        run::out);
  }

  @Test
  void the_json_document_says_the_same_and_keeps_its_schema() throws IOException {
    CommandLineRun run = classify(pcap(LLDP, PLAIN, SHORT), "--json");
    assertEquals("", run.err());
    assertValid(run.out());
    assertTrue(
        run.out()
            .contains(
                """
                  "config": "common-switch",
                  "port": 1,
                  "remarks": ["2 trap groups were unbound from their policers, so that no packet is hidden.","1 drop trap got the action trap in place of drop: as little goes on, and drop monitor hears of it."],
                  "frames": [
                    {"number":1,"time":"1970-01-01T00:16:40.000000000Z","sinceFirst":0,"length":16,"captured":16,"fate":"trapped","trap":{"name":"lldp","type":"control","group":"lldp","action":"mirror","rule":"TRP-31","why":"An LLDP message, by which neighbours introduce themselves."},"ports":[2,3]},
                    {"number":2,"time":"1970-01-01T00:16:40.001000000Z","sinceFirst":1000000,"length":16,"captured":16,"fate":"forwarded","ports":[2,3]},
                    {"number":3,"time":"1970-01-01T00:16:40.002000000Z","sinceFirst":2000000,"length":2,"captured":2,"fate":"trapped","trap":{"name":"runt_frame","type":"drop","group":"own","action":"drop","why":"It is a trap of the driver's own, and only its driver says what hits it."},"ports":[]}
                  ],
                  "summary": {"frames":3,"trapped":2,"trappedAndForwarded":1,"forwarded":1,"nowhere":0,"traps":[{"trap":"lldp","frames":1},{"trap":"runt_frame","frames":1}]}
                }
                """),
        run::out);
    CommandLineRun none = classify(pcap(), "--json");
    assertValid(none.out());
    assertEquals(0, none.status());
  }

  private static void assertValid(String document) throws IOException {
    String resource = "/packettrap/runner/classify/classification.schema.json";
    try (InputStream schema = ClassifyTests.class.getResourceAsStream(resource)) {
      assertEquals(
          List.of(),
          List.copyOf(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                  .validate(document, InputFormat.JSON)));
    }
  }

  @Test
  void the_alerts_of_drop_monitor_have_the_times_of_the_capture() {
    Dissector.isNeeded();
    Path alerts = folder.resolve("alerts.pcap");
    CommandLineRun run =
        classify(
            pcap(LLDP, GROUP_SOURCE, PLAIN), "--capture", alerts.toString(), "--trunc-len", "14");
    assertTrue(run.out().endsWith("\nalerts.pcap has 1 alert of drop monitor.\n"), run::out);
    assertEquals(
        List.of(
            "1000.001000000|||||",
            "1000.001000000|source_mac_is_multicast|101|Jan  1, 1970 00:16:40.001000000 UTC|16|"
                + "03:00:00:00:00:01"),
        Dissector.fields(
            alerts,
            "frame.time_epoch",
            "net_dm.hw_trap_name",
            "net_dm.port.netdev_index",
            "net_dm.timestamp",
            "net_dm.orig_len",
            "eth.src"));
    classify(
        pcap(GROUP_SOURCE, GROUP_SOURCE),
        "--capture",
        alerts.toString(),
        "--alert-mode",
        "summary");
    assertEquals(
        List.of("|", "source_mac_is_multicast|2"),
        Dissector.fields(alerts, "net_dm.hw_trap_name", "net_dm.hw_trap_count"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | is empty; a capture without frames has a header all the same
          d4c3 | is cut short: the number that names its format has 4 bytes from byte 0 on, and 2 are there
          48656c6c6f2c20776f726c64 | is neither a pcap nor a pcapng file: it begins with 48656c6c
          1f8b08000000 | is compressed; gunzip makes a capture of it
          d4c3b2a1020004000000 | is cut short: the file's header has 20 bytes from byte 4 on, and 6 are there
          d4c3b2a1020004000000000000000000ffff000071000000 | has frames of link type 113 (Linux cooked capture, as of the interface any); a switch takes link type 1 (Ethernet)
          d4c3b2a1020004000000000000000000ffff00000f270000 | has frames of link type 9999; a switch takes link type 1 (Ethernet)
          d4c3b2a1020004000000000000000000ffff00000100000000000000000000000400000004000000aabb | is cut short: frame 1 has 4 bytes from byte 40 on, and 2 are there
          d4c3b2a1020004000000000000000000ffff000001000000000000000000000004 | is cut short: the header of frame 1 has 16 bytes from byte 24 on, and 9 are there
          d4c3b2a1020004000000000000000000ffff0000010000000000000000000000ffffffff00000000 | is damaged: at byte 32 frame 1 claims 4294967295 bytes, and none has more than 262144
          0a0d0d0a1c000000 | is cut short: the header of a section has 8 bytes from byte 4 on, and 4 are there
          0a0d0d0a1c00000000000000 | is damaged: the byte order mark at byte 8 is neither 1a2b3c4d nor 4d3c2b1a
          0a0d0d0a1d0000004d3c2b1a | is damaged: at byte 4 a block claims 29 bytes; a multiple of 4 from 28 to 16777216 is possible
          0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff20000000 | is damaged: a block that ends at byte 28 claims 28 bytes in front and 32 behind
          0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff1c00000006000000240000000000000000000000000000000200000002000000aabb000024000000 | is damaged: a packet (byte 32) names interface 0, and there are 0
          0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff1c0000000100000014000000690000000000000014000000030000001400000004000000aabbccdd14000000 | has frames of link type 105 (IEEE 802.11); a switch takes link type 1 (Ethernet)
          0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff1c0000000100000014000000010000000000000014000000030000001400000005000000aabbccdd14000000 | is damaged: frame 1 claims 5 bytes in a block (byte 52) that has room for 4
          """)
  void what_is_no_whole_capture_of_ethernet_is_told_in_a_sentence(String hex, String predicate)
      throws IOException {
    Path file = folder.resolve("bad.pcap");
    TestCaptures.write(file, HexFormat.of().parseHex(hex));
    Path alerts = folder.resolve("alerts.pcap");
    assertRefused(file + " " + predicate + ".", classify(file, "--json"));
    assertRefused(file + " " + predicate + ".", classify(file, "--capture", alerts.toString()));
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.noneMatch(one -> one.toString().contains("alerts")));
    }
  }

  @Test
  void both_formats_both_byte_orders_and_all_kinds_of_packets_are_read() {
    // Nanoseconds, big-endian: 1 s and 2 ns.
    assertRead(
        "a1b23c4d 00020004 00000000 00000000 0000ffff 00000001"
            + "00000001 00000002 00000004 00000006 aabbccdd",
        "\"time\":\"1970-01-01T00:00:01.000000002Z\",\"sinceFirst\":0,\"length\":6,\"captured\":4");
    // An interface with units of 2^-1 s and 100 s to add; a block that nobody knows; 3 units.
    String section = "0a0d0d0a 0000001c 1a2b3c4d 00010000 ffffffffffffffff 0000001c";
    String clock =
        "00000001 0000002c 0001 0000 00000000 0009000181000000 000e0008"
            + "0000000000000064 00000000 0000002c";
    assertRead(
        section
            + clock
            + "00000bad 00000010 12345678 00000010"
            + "00000006 00000024 00000000 00000000 00000003 00000002 00000003 aabb0000 00000024",
        "\"time\":\"1970-01-01T00:01:41.500000000Z\",\"sinceFirst\":0,\"length\":3,\"captured\":2");
    // The obsolete kind, 1 unit; then a simple one, which has no time, cut to the snapshot length.
    String cut = "00000001 00000014 0001 0000 00000002 00000014";
    assertRead(
        section
            + cut
            + "00000002 00000024 00000000 00000000 000f4240 00000002 00000002 aabb0000 00000024"
            + "00000003 00000014 00000004 aabb0000 00000014",
        "\"number\":2,\"time\":\"1970-01-01T00:00:01.000000000Z\",\"sinceFirst\":0,\"length\":4,"
            + "\"captured\":2");
  }

  private void assertRead(String hex, String expected) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    CommandLineRun run = classify(TestCaptures.write(folder.resolve("one.pcap"), bytes), "--json");
    assertEquals("", run.err());
    assertTrue(run.out().contains(expected), run::out);
    assertEquals(0, run.status());
  }

  @Test
  void a_configuration_that_cannot_be_used_is_told_in_a_sentence() throws IOException {
    Path config = folder.resolve("switch.json");
    String name = config.toString();
    Files.writeString(config, "{\n  \"routes\": 7\n}");
    assertRefused(
        name
            + " is no switch configuration: line 2, column 13, at routes: expected an array, found"
            + " a number.",
        classify(pcap(), "--config", name));
    Files.write(config, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertRefused(
        name + " is no switch configuration: it is not text in UTF-8.",
        classify(pcap(), "--config", name));
    Files.writeString(config, "{\"queues\": [{\"port\": 1}, {\"port\": 2}]}");
    assertRefused(
        "sieve.jar refuses the configuration " + name + ": there is one queue.",
        classify(pcap(), "--config", name));
    assertRefused(
        folder + " is a directory; --config takes a JSON file.",
        classify(pcap(), "--config", folder.toString()));
  }

  @Test
  void a_bundled_switch_is_found_by_its_name() {
    CommandLineRun run = classify(pcap(), "--config", "learning-switch");
    assertTrue(run.out().contains(", configured as learning-switch\n"), run::out);
  }

  @Test
  void a_driver_that_cannot_be_configured_is_taken_as_it_is() {
    jar = DriverJars.hostile(folder, "{}").jar("plain.jar");
    CommandLineRun run = classify(pcap(PLAIN));
    assertTrue(
        run.out()
            .startsWith(
                """
                some.pcap into port 1 of Hostile in plain.jar
                The driver's switch cannot be configured, so it is as it was built.
                """),
        run::out);
    assertEquals(0, run.status());
    assertRefused(
        "plain.jar cannot classify frames: it cannot be configured, and --config was given.",
        classify(pcap(), "--config", "common-switch"));
  }

  @Test
  void a_policer_that_a_group_cannot_be_unbound_from_is_raised_or_told_of() {
    String registration =
        """
        public Registration registration() {
          return new Registration(List.of(new Policer(1, 1, 1, 1, 500, 1, 7)),
              List.of(Group.generic("lldp").boundTo(1)), List.of(Trap.generic("lldp")));
        }
        """;
    jar = DriverJars.hostile(folder, "{ " + registration + "}").jar("bound.jar");
    assertTrue(
        classify(pcap())
            .out()
            .contains("\nGroup lldp stays bound to policer 1, which may hide packets of it.\n"));
    String raising =
        "implements DriverAbility.SetsPolicers {"
            + " public Answer policerSet(Policer p, long rate, long burst) { return Answer.OK; }";
    jar = DriverJars.hostile(folder, raising + registration + "}").jar("raised.jar");
    assertTrue(
        classify(pcap())
            .out()
            .contains(
                "\nPolicer 1 was raised to 500 packets/s, as its groups cannot be unbound.\n"));
  }

  @Test
  void a_driver_that_breaks_is_told_so_and_nothing_is_written() {
    jar =
        DriverJars.hostile(
                folder,
                "{ public void receive(int port, Frame frame) { throw new"
                    + " IllegalStateException(\"no\"); } }")
            .jar("hostile.jar");
    Path alerts = folder.resolve("alerts.pcap");
    CommandLineRun run = classify(pcap(PLAIN), "--capture", alerts.toString());
    assertEquals("", run.out());
    assertTrue(run.err().contains("IllegalStateException"), run::err);
    assertEquals(4, run.status());
    assertTrue(Files.notExists(alerts));
  }

  @Test
  void the_capture_that_is_read_is_not_overwritten() {
    Path capture = pcap(PLAIN);
    byte[] before = read(capture);
    assertRefused(
        "--capture must name another file than %s, which is read.".formatted(capture),
        classify(capture, "--capture", capture.toString()));
    assertEquals(HexFormat.of().formatHex(before), HexFormat.of().formatHex(read(capture)));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
