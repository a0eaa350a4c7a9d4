package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import packettrap.conformance.scenario.Scenarios;
import packettrap.spec.config.SwitchConfig;
import packettrap.spec.json.Json;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.scenario.Scenario.Arrival;

/** The bundled switch, as it is shipped, and captures of the scenarios and of the world. */
class ClassifyIT {
  private static final Pattern FRAME =
      Pattern.compile(
          "\\{\"number\":(\\d+),.*\"captured\":(\\d+),\"fate\":\"(\\w+)\""
              + "(,\"trap\":\\{\"name\":\"(\\w+)\".*\\})?,\"ports\":\\[(.*)\\]\\}");

  @TempDir Path folder;

  /** A frame of the JSON document: what it hit and where it left. */
  private record Told(String trap, String ports) {}

  private static CommandLineRun classify(Path capture, String... more) {
    List<String> arguments = new ArrayList<>(List.of("classify", capture.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(Engine.KIT, arguments.toArray(String[]::new));
  }

  private static List<Told> told(CommandLineRun run) {
    assertEquals("", run.err());
    assertEquals(0, run.status());
    List<Told> frames = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      Matcher found = FRAME.matcher(line);
      if (found.find()) {
        frames.add(new Told(found.group(5), found.group(6)));
      }
    }
    return frames;
  }

  /** What can be repeated on the switch on which most scenarios play, by the port. */
  private static Map<Integer, List<Arrival>> arrivals() throws IOException {
    String name = "/packettrap/conformance/scenarios/switches/common-switch.json";
    SwitchConfig common;
    try (var in = Scenarios.class.getResourceAsStream(name)) {
      common = Json.read(new String(in.readAllBytes(), "UTF-8"), SwitchConfig.class);
    }
    Map<Integer, List<Arrival>> arrivals = new TreeMap<>();
    for (Scenario scenario : Scenarios.bundled()) {
      if (scenario.settle() == 0 && common.equals(scenario.config())) {
        for (Arrival arrival : scenario.arrivals()) {
          if (arrival.trap() == null || Scenarios.traps().contains(arrival.trap())) {
            arrivals.computeIfAbsent(arrival.port(), port -> new ArrayList<>()).add(arrival);
          }
        }
      }
    }
    return arrivals;
  }

  private Path capture(List<Arrival> arrivals) {
    return TestCaptures.pcap(
        folder.resolve("frames.pcap"), arrivals.stream().map(Arrival::frame).toList());
  }

  @Test
  void the_frames_of_the_scenarios_hit_their_traps_and_leave_where_they_should() throws Exception {
    int checked = 0;
    for (Map.Entry<Integer, List<Arrival>> onPort : arrivals().entrySet()) {
      List<Arrival> arrivals = onPort.getValue();
      List<Told> told = told(classify(capture(arrivals), "--json", "--port", "" + onPort.getKey()));
      assertEquals(arrivals.size(), told.size());
      for (int i = 0; i < told.size(); i++) {
        Arrival arrival = arrivals.get(i);
        assertEquals(arrival.trap(), told.get(i).trap(), arrival::what);
        if (arrival.trap() == null && arrival.departures() != null) {
          assertEquals(ports(arrival), told.get(i).ports(), arrival::what);
          checked++;
        }
      }
    }
    assertTrue(checked > 100, "only " + checked + " frames were forwarded");
  }

  private static String ports(Arrival arrival) {
    return String.join(
        ",",
        arrival.departures().stream()
            .map(one -> one.port())
            .distinct()
            .sorted()
            .map(String::valueOf)
            .toList());
  }

  @Test
  void drop_monitor_tells_of_the_same_drops_with_ports_and_cookies() throws Exception {
    Dissector.isNeeded();
    List<Arrival> arrivals = arrivals().get(1);
    Path frames = capture(arrivals);
    Path alerts = folder.resolve("alerts.pcap");
    List<String> expected = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Arrival arrival : arrivals) {
      if (arrival.trap() != null && !isControl(arrival.trap())) {
        String cookie = arrival.cookie() == null ? "" : arrival.cookie().hex();
        int length = arrival.frame().length();
        expected.add("5|1|%s|%s|101|swp1|%d".formatted(arrival.trap(), cookie, length));
        counts.merge(arrival.trap(), 1, Integer::sum);
      }
    }
    String[] fields = {
      "net_dm.cmd",
      "net_dm.origin",
      "net_dm.hw_trap_name",
      "net_dm.cookie",
      "net_dm.port.netdev_index",
      "net_dm.port.netdev_name",
      "net_dm.orig_len"
    };
    assertTrue(expected.stream().anyMatch(line -> line.contains("|deadbeef|")), "no cookie");
    assertTrue(expected.size() > 50, "only " + expected.size() + " drops");
    for (String truncation : List.of("0", "14", "60")) {
      told(classify(frames, "--json", "--capture", "" + alerts, "--trunc-len", truncation));
      List<String> lines = Dissector.fields(alerts, fields);
      assertEquals(expected, lines.subList(1, lines.size()));
      int longest =
          Dissector.fields(alerts, "frame.len").stream()
              .mapToInt(Integer::parseInt)
              .max()
              .orElse(0);
      // There is a frame of 9000 bytes, and what is not payload has some 200.
      assertTrue(truncation.equals("0") ? longest > 9000 : longest < 300, () -> "" + longest);
    }

    told(classify(frames, "--json", "--capture", "" + alerts, "--alert-mode", "summary"));
    Map<String, Integer> summed = new TreeMap<>();
    for (String line : Dissector.fields(alerts, "net_dm.hw_trap_name", "net_dm.hw_trap_count")) {
      String[] names = line.replaceFirst("\\|.*", "").split(",");
      String[] numbers = line.replaceFirst(".*\\|", "").split(",");
      for (int i = 0; i < names.length && !names[i].isEmpty(); i++) {
        summed.merge(names[i], Integer.parseInt(numbers[i]), Integer::sum);
      }
    }
    assertEquals(counts, summed);
  }

  private static boolean isControl(String trap) {
    return packettrap.spec.trap.GenericTraps.named(trap).type()
        == packettrap.spec.trap.TrapType.CONTROL;
  }

  @Test
  void every_message_of_a_run_is_one_of_drop_monitor() {
    Dissector.isNeeded();
    Path alerts = folder.resolve("run.pcap");
    CommandLineRun run =
        CommandLineRun.of(
            Engine.KIT,
            "run",
            "--rule",
            "MON-*",
            "--report",
            folder.resolve("report").toString(),
            "--capture",
            alerts.toString());
    assertEquals(0, run.status(), run::out);
    Matcher sentence =
        Pattern.compile("run.pcap has (\\d+) alerts of drop monitor\\.").matcher(run.out());
    assertTrue(sentence.find(), run::out);
    List<String> commands = Dissector.fields(alerts, "net_dm.cmd", "net_dm.origin");
    assertEquals(Integer.parseInt(sentence.group(1)) + 1, commands.size());
    commands = commands.subList(1, commands.size());
    assertTrue(commands.stream().allMatch(line -> line.matches("1\\||5\\|[01]")), "not net_dm");
    for (String kind : List.of("1|", "5|0", "5|1")) {
      assertTrue(commands.contains(kind), "none of the kind " + kind);
    }
  }

  /**
   * The folder that the system property {@code captures} or the environment's {@code TRAP_CAPTURES}
   * names, or else shared/pcaps beside the repository.
   */
  private static Path captures() {
    String named = System.getProperty("captures", System.getenv("TRAP_CAPTURES"));
    Path captures =
        named == null
            ? Path.of("").toAbsolutePath().getParent().resolveSibling("shared").resolve("pcaps")
            : Path.of(named).toAbsolutePath();
    Assumptions.assumeTrue(
        Files.isDirectory(captures),
        () -> "no captures in " + captures + ", see -Dcaptures=FOLDER");
    return captures;
  }

  @Test
  void every_capture_is_classified_or_refused_in_one_sentence() throws IOException {
    int classified = 0;
    List<Path> files;
    try (Stream<Path> all = Files.list(captures())) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      CommandLineRun run = classify(file, "--json");
      if (run.status() == 0) {
        int frames = told(run).size();
        assertTrue(run.out().contains("\"summary\": {\"frames\":" + frames + ","), file::toString);
        classified++;
      } else {
        assertEquals(2, run.status(), () -> file + ": " + run.err());
        assertEquals("", run.out());
        assertTrue(
            run.err().matches("trap-tck: \\Q" + file + "\\E (has frames|is)[^\n]*\\.\n"), run::err);
      }
    }
    assertTrue(classified > files.size() / 2, "only " + classified + " of " + files.size());
  }
}
