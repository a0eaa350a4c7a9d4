package packettrap.runner.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import packettrap.spec.packet.Frame;

/** What the shell says where no recorded session shows it. */
class ShellTests {
  private final Conversation asic = new Conversation("AsicDriver", "pci/0000:01:00.0");

  @Test
  void several_objects_stand_in_one_json_array_as_iproute2_prints_them() {
    Conversation netdevsim = new Conversation("NetdevsimDriver", null);

    assertEquals(
        "{\"trap_policer\":{\"hosted/device0\":[{\"policer\":1,\"rate\":1000,\"burst\":128},"
            + "{\"policer\":2,\"rate\":2000,\"burst\":256},"
            + "{\"policer\":3,\"rate\":3000,\"burst\":512}]}}\n",
        netdevsim.says("devlink -j trap policer show"));
    assertEquals(
        """
        {
            "trap_policer": {
                "hosted/device0": [ {
                        "policer": 1,
                        "rate": 1000,
                        "burst": 128
                    },{
                        "policer": 2,
                        "rate": 2000,
                        "burst": 256
                    },{
                        "policer": 3,
                        "rate": 3000,
                        "burst": 512
                    } ]
            }
        }
        """,
        netdevsim.says("devlink trap policer show -jp"));
  }

  @Test
  void devices_are_listed_as_text_and_as_json() {
    assertEquals("pci/0000:01:00.0\n", asic.says("devlink dev show"));
    assertEquals("{\"dev\":{\"pci/0000:01:00.0\":{}}}\n", asic.says("devlink -j dev"));
    assertEquals("kernel answers: No such device\n", asic.says("devlink dev show hosted/device0"));
    assertEquals(
        "kernel answers: No such device\n",
        asic.says("devlink trap show hosted/device0 trap lldp"));
  }

  @Test
  void drop_monitor_is_used_as_in_dropwatch() {
    assertEquals(
        """
        Setting alert mode
        Alert mode successfully set
        setting hardware drops monitoring to 1
        setting software drops monitoring to 0
        Setting truncation length to 12
        Truncation length successfully set
        Setting queue length to 100
        Queue length successfully set
        Getting existing configuration
        Alert mode: Packet
        Truncation length: 12
        Queue length: 100
        Enabling monitoring...
        Kernel monitoring activated.
        Issue Ctrl-C to stop monitoring
        """,
        asic.says(
            "set alertmode packet",
            "set hw true",
            "set sw false",
            "set trunc 12",
            "set queue 100",
            "show",
            "start"));
    assertEquals(
        """
        Setting alert mode
        Failed config request, error: Device or resource busy
        Enabling monitoring...
        Failed activation request, error: Resource temporarily unavailable
        Getting statistics
        Software statistics:
        Tail dropped: 0
        Hardware statistics:
        Tail dropped: 0
        Deactivation requested, turning off monitoring
        Got a stop message
        """,
        asic.says("set alertmode summary", "start", "stats", "stop"));
  }

  @Test
  void a_scenario_hits_its_trap_and_drop_monitor_tells_of_it() {
    asic.says("set alertmode packet", "set hw true", "start");
    String said =
        asic.says(
            "devlink trap set pci/0000:01:00.0 trap source_mac_is_multicast action trap",
            "send source_mac_is_multicast");

    assertTrue(
        said.startsWith(
            """
            drop at: source_mac_is_multicast (l2_drops)
            origin: hardware
            input port ifindex: 101
            input port name: swp1
            timestamp: Thu Jan  1 00:00:0"""),
        said);
    assertTrue(
        said.matches("(?s).*\n[0-9]+ frames sent: [0-9]+ hit source_mac_is_multicast.*"), said);
    String shown = asic.says("devlink -s trap show pci/0000:01:00.0 trap source_mac_is_multicast");
    assertTrue(shown.matches("(?s).* packets [1-9][0-9]* .*"), shown);
  }

  @Test
  void a_summary_comes_when_its_second_is_over_and_a_limit_ends_it(@TempDir Path folder)
      throws Exception {
    Path file = Files.createFile(folder.resolve("one.pcap"));
    asic.capturing(Frame.parse("020000000002 030000000001 88b5" + "00".repeat(46)));
    asic.says(
        "devlink trap set pci/0000:01:00.0 trap source_mac_is_multicast action trap",
        "set hw true",
        "set alertlimit 1",
        "start");

    assertEquals(
        "1 frame sent: 1 hit source_mac_is_multicast\n", asic.says("send " + file + " port 2"));
    assertEquals(
        """
        1 drops at source_mac_is_multicast [hardware]
        Alert limit reached, deactivating!
        Deactivation requested, turning off monitoring
        Got a stop message
        """,
        asic.says("wait"));
  }

  @Test
  void ctrl_c_ends_monitoring_of_both_kinds() {
    asic.says("start", "devlink monitor trap-group");
    asic.shell.interrupt();

    assertEquals(
        "Deactivation requested, turning off monitoring\nGot a stop message\n", asic.printed());
    assertEquals("", asic.says("devlink dev reload pci/0000:01:00.0"));
  }

  @Test
  void the_monitor_hears_of_the_wanted_objects_only_until_it_is_off() {
    String said = asic.says("devlink monitor trap-policer", "devlink dev reload pci/0000:01:00.0");

    assertTrue(said.startsWith("[trap-policer,del] pci/0000:01:00.0: policer "), said);
    assertTrue(said.lines().allMatch(line -> line.startsWith("[trap-policer,")), said);
    assertEquals("", asic.says("monitor off", "devlink dev reload pci/0000:01:00.0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          devlink foo                                 | Object "foo" not found
          devlink trap foo                            | Command "foo" not found
          devlink trap group foo                      | Command "foo" not found
          devlink trap set                            | Devlink identification ("bus_name/dev_name") expected
          devlink trap set a/b trap                   | String parameter expected
          devlink trap set a/b trap x foo             | Unknown option "foo"
          devlink trap show a/b trap x action drop    | Unknown option "action"
          devlink trap policer set a/b policer x      | "x" is not a number or not within range
          devlink trap policer set a/b policer 4294967296 | "4294967296" is not a number or not within range
          devlink trap policer set a/b policer 1 rate | Unsigned number argument expected
          devlink monitor foo                         | Unknown object "foo"
          devlink -z trap show                        | devlink has no option -z here; there are -s, -v, -j and -p.
          foo                                         | There is no command foo; try help.
          set hw maybe                                | invalid boolean value
          set                                         | set takes a name and a value, as in: set alertmode packet
          set alertmode both                          | The alert mode is summary or packet, not both.
          set trunc -1                                | A number from 0 to 4294967295 is needed, not -1.
          start now                                   | start takes no more words, but got now
          monitor off                                 | devlink monitor was not on.
          send                                        | send takes FILE.pcap [ port N ], or the name of a scenario
          send nothing.pcap                           | There is neither a file nor a scenario nothing.pcap; scenarios lists these.
          wait long                                   | wait takes a number of seconds, or nothing for one
          scenarios zzz                               | No scenario of a trap of this device begins with "zzz".
          """)
  void wrong_words_get_one_sentence(String line, String sentence) {
    assertEquals(sentence + "\n", asic.says(line));
    assertFalse(asic.shell.succeeded());
    assertTrue(asic.shell.failed());
  }

  @Test
  void a_word_of_devlink_may_be_given_by_its_beginning() {
    assertEquals(asic.says("devlink trap policer show"), asic.says("devlink tr pol sh"));
    assertTrue(asic.shell.succeeded());
  }

  @Test
  void names_and_words_are_completed() {
    assertTrue(asic.shell.candidates(List.of()).containsAll(List.of("devlink", "send", "quit")));
    assertTrue(asic.shell.candidates(List.of("devlink", "-s", "trap")).contains("policer"));
    assertEquals(
        List.of("pci/0000:01:00.0"), asic.shell.candidates(List.of("devlink", "trap", "set")));
    List<String> trap = List.of("devlink", "trap", "set", "pci/0000:01:00.0", "trap");
    assertTrue(asic.shell.candidates(trap).contains("blackhole_route"));
    assertEquals(
        List.of("drop", "trap", "mirror"),
        asic.shell.candidates(List.of("devlink", "trap", "set", "a/b", "trap", "lldp", "action")));
    assertEquals(
        List.of("policer", "nopolicer"),
        asic.shell.candidates(
            List.of(
                "devlink", "trap", "group", "set", "a/b", "group", "l2_drops", "action", "drop")));
    assertEquals(List.of("summary", "packet"), asic.shell.candidates(List.of("set", "alertmode")));
    assertTrue(
        asic.shell.candidates(List.of("send")).stream()
            .anyMatch(name -> name.startsWith("blackhole_route")));
  }

  @Test
  void help_names_the_device_and_quit_ends() {
    assertTrue(asic.says("help").contains("DEV is pci/0000:01:00.0."));
    assertFalse(asic.shell.run(" quit "));
    assertTrue(asic.shell.run(""));
  }
}
