package packettrap.runner;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The drivers that come with the runner: jars in the folder drivers beside its own. */
final class BundledDrivers {
  private BundledDrivers() {}

  /**
   * The jar that a user means.
   *
   * @param named a path, or a bundled driver's short name
   * @throws Unusable if it is a name and no bundled driver has it
   */
  static Path find(String named) {
    Path path = Path.of(named);
    if (named.endsWith(".jar") || path.getNameCount() > 1 || Files.exists(path)) {
      return path;
    }
    Path bundled = folder().resolve(named + ".jar");
    if (Files.exists(bundled)) {
      return bundled;
    }
    throw new Unusable(
        "There is neither a file nor a bundled driver %s; bundled are: %s."
            .formatted(named, String.join(", ", names())));
  }

  private static List<String> names() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .map(name -> name.substring(0, name.length() - ".jar".length()))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      return List.of("none");
    }
  }

  private static Path folder() {
    try {
      Path own =
          Path.of(BundledDrivers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own.resolveSibling("drivers");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the runner's own place has no path", e);
    }
  }
}
