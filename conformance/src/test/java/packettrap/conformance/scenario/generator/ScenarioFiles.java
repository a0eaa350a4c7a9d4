package packettrap.conformance.scenario.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import packettrap.conformance.scenario.ScenarioFile;
import packettrap.spec.json.Json;

/** Writes the scenario files; a test checks that those in the repository are what it writes. */
public final class ScenarioFiles {
  /** Where the files are, from the module's folder. */
  public static final Path FOLDER = Path.of("src/main/resources/packettrap/conformance/scenarios");

  private ScenarioFiles() {}

  /** Writes all files into {@link #FOLDER}. */
  public static void main(String... arguments) throws IOException {
    for (Map.Entry<String, String> file : all().entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  /** The text of each file, by its path within the folder. */
  public static Map<String, String> all() {
    Map<String, String> files = new TreeMap<>();
    for (Page page : pages()) {
      ScenarioFile file = page.file();
      files.put(file.trap() + ".json", text(file));
    }
    files.put("switches/" + CommonSwitch.NAME + ".json", Json.pretty(CommonSwitch.config()));
    files.put("switches/" + EdgeSwitch.NAME + ".json", Json.pretty(EdgeSwitch.config()));
    files.put("switches/" + LearningSwitch.NAME + ".json", Json.pretty(LearningSwitch.config()));
    files.put("switches/" + PortSwitch.NAME + ".json", Json.pretty(PortSwitch.config()));
    files.put("switches/" + MulticastSwitch.NAME + ".json", Json.pretty(MulticastSwitch.config()));
    files.put("switches/" + OverlaySwitch.NAME + ".json", Json.pretty(OverlaySwitch.config()));
    files.put("switches/" + RedSwitch.NAME + ".json", Json.pretty(RedSwitch.config()));
    return files;
  }

  /** A line for each scenario and each arrival: short to load, and easy to compare. */
  private static String text(ScenarioFile file) {
    return open(new ScenarioFile(file.trap(), List.of()))
        + file.scenarios().stream().map(ScenarioFiles::text).collect(lines())
        + "]}\n";
  }

  private static String text(ScenarioFile.Entry entry) {
    return open(
            new ScenarioFile.Entry(
                entry.name(),
                entry.title(),
                entry.config(),
                entry.settle(),
                entry.rules(),
                List.of()))
        + entry.arrivals().stream().map(Json::write).collect(lines())
        + "]}";
  }

  /** The text of what ends with an empty list, up to where the list's elements go. */
  private static String open(Object withEmptyList) {
    String text = Json.write(withEmptyList);
    return text.substring(0, text.length() - "]}".length());
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining(",\n", "\n", "\n");
  }

  private static List<Page> pages() {
    return Stream.of(
            IngressPages.all(),
            ForwardingPages.all(),
            HeaderPages.all(),
            AddressPages.all(),
            RoutePages.all(),
            ExceptionPages.all(),
            FlowPages.all(),
            LinkLocalPages.all(),
            SnoopingPages.all(),
            MembershipPages.all(),
            NeighbourPages.all(),
            RouterDiscoveryPages.all(),
            ServicePages.all(),
            DatagramPages.all(),
            RoutingProtocolPages.all(),
            PtpPages.all(),
            EapolPages.all(),
            LinkParserPages.all(),
            IpParserPages.all(),
            UpperParserPages.all(),
            TunnelParserPages.all(),
            PortPages.all(),
            ListeningPages.all(),
            GroupPages.all(),
            NexthopPages.all(),
            TunnelPages.all(),
            List.of(EarlyPages.earlyDrop()))
        .flatMap(List::stream)
        .toList();
  }
}
