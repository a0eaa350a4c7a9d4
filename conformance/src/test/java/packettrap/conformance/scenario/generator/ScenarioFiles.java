package packettrap.conformance.scenario.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
      files.put(file.trap() + ".json", Json.pretty(file));
    }
    files.put("switches/" + CommonSwitch.NAME + ".json", Json.pretty(CommonSwitch.config()));
    files.put("switches/" + EdgeSwitch.NAME + ".json", Json.pretty(EdgeSwitch.config()));
    return files;
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
            NeighbourPages.all(),
            ServicePages.all())
        .flatMap(List::stream)
        .toList();
  }
}
