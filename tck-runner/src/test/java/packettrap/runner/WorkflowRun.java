package packettrap.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Does what a workflow of GitHub Actions says, on this machine: all of its jobs, one after the
 * other, each in a folder of its own, and what they hand on to one another.
 *
 * <p>Checking out and setting up are the caller's.
 */
final class WorkflowRun {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*matrix\\.(\\w+)\\s*}}");

  /** What a caller lays out before a job begins, in its folder. */
  interface Layout {
    void prepare(String action, Map<String, Object> with, Path folder) throws IOException;
  }

  private final Path folder;
  private final Layout layout;
  private final Map<String, String> environment;
  private final Map<String, Path> artifacts = new TreeMap<>();
  private final List<String> output = new ArrayList<>();

  WorkflowRun(Path folder, Map<String, String> environment, Layout layout) {
    this.folder = folder;
    this.environment = environment;
    this.layout = layout;
  }

  /** A file, as long as it is YAML without surprises: no key twice, no types of its own. */
  static Map<String, Object> read(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return map(new Yaml(new SafeConstructor(options)).load(Files.readString(file)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  /** All jobs, in the order in which they stand; commands that the filter takes are left out. */
  void pass(Map<String, Object> workflow, Pattern leftOut) throws Exception {
    List<String> done = new ArrayList<>();
    for (Map.Entry<String, Object> entry : map(workflow.get("jobs")).entrySet()) {
      Map<String, Object> job = map(entry.getValue());
      assertNotNull(job.get("runs-on"), entry.getKey());
      if (job.containsKey("needs")) {
        assertTrue(done.contains(job.get("needs")), entry.getKey() + " needs " + job.get("needs"));
      }
      for (Map<String, String> chosen : matrix(job)) {
        Path place = Files.createDirectory(folder.resolve(entry.getKey() + chosen.values()));
        for (Object step : list(job.get("steps"))) {
          step(filled(map(step), chosen), place, leftOut);
        }
      }
      done.add(entry.getKey());
    }
  }

  private static List<Map<String, String>> matrix(Map<String, Object> job) {
    if (!job.containsKey("strategy")) {
      return List.of(Map.of());
    }
    Map.Entry<String, Object> only =
        map(map(job.get("strategy")).get("matrix")).entrySet().iterator().next();
    return list(only.getValue()).stream().map(v -> Map.of(only.getKey(), v.toString())).toList();
  }

  private static Map<String, Object> filled(Map<String, Object> node, Map<String, String> chosen) {
    Map<String, Object> filled = new TreeMap<>();
    node.forEach(
        (key, value) ->
            filled.put(
                key,
                value instanceof Map ? filled(map(value), chosen) : filled("" + value, chosen)));
    return filled;
  }

  private static String filled(String text, Map<String, String> chosen) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(chosen.get(m.group(1))));
  }

  private void step(Map<String, Object> step, Path place, Pattern leftOut) throws Exception {
    assertTrue(step.containsKey("run") ^ step.containsKey("uses"), step::toString);
    if (step.containsKey("uses")) {
      Map<String, Object> with = step.containsKey("with") ? map(step.get("with")) : Map.of();
      use(((String) step.get("uses")).replaceAll("@.*", ""), with, place);
    } else if (!leftOut.matcher((String) step.get("run")).find()) {
      run((String) step.get("run"), place);
    }
  }

  private void run(String command, Path place) throws Exception {
    Path log = folder.resolve("log");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-e", "-c", command)
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    shell.environment().putAll(environment);
    int status = shell.start().waitFor();
    String said = Files.readString(log);
    assertEquals(0, status, command + "\n" + said);
    output.add(said);
  }

  private void use(String action, Map<String, Object> with, Path place) throws IOException {
    if (action.equals("actions/upload-artifact")) {
      Path uploaded = place.resolve((String) with.get("path"));
      assertTrue(Files.exists(uploaded), () -> "nothing to upload: " + uploaded);
      artifacts.put((String) with.get("name"), uploaded);
    } else if (!action.equals("actions/download-artifact")) {
      layout.prepare(action, with, place);
    } else if (with.containsKey("name")) {
      copy(artifacts.get(with.get("name")), place);
    } else {
      String prefix = ((String) with.get("pattern")).replace("*", "");
      for (Map.Entry<String, Path> artifact : artifacts.entrySet()) {
        if (artifact.getKey().startsWith(prefix)) {
          copy(artifact.getValue(), place.resolve(artifact.getKey()));
        }
      }
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  /** What a job handed on. */
  Path artifact(String name) {
    return artifacts.get(name);
  }

  /** What the commands printed, in their order. */
  List<String> output() {
    return output;
  }
}
