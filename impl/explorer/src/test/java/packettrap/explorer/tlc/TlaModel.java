package packettrap.explorer.tlc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The TLA+ modules of the mechanism and one scope.
 *
 * @param scope name of the scope's module, such as ScopeS
 * @param files text by file name
 */
record TlaModel(String scope, Map<String, String> files) {
  static final String MODULE = "PacketTraps.tla";

  /** As the specification has it. */
  static TlaModel of(String scope) {
    Map<String, String> files = new TreeMap<>();
    for (String file : new String[] {MODULE, scope + ".tla", scope + ".cfg"}) {
      files.put(file, read(file));
    }
    return new TlaModel(scope, files);
  }

  /** With another text in the mechanism's module, which must occur exactly once. */
  TlaModel mutated(String text, String replacement) {
    String module = files.get(MODULE);
    int at = module.indexOf(text);
    if (at < 0 || module.indexOf(text, at + 1) >= 0) {
      throw new IllegalArgumentException("not exactly once in " + MODULE + ": " + text);
    }
    Map<String, String> changed = new TreeMap<>(files);
    changed.put(MODULE, module.replace(text, replacement));
    return new TlaModel(scope, changed);
  }

  /** Also checked are these properties of steps. */
  TlaModel checking(Iterable<String> properties) {
    Map<String, String> changed = new TreeMap<>(files);
    StringBuilder cfg = new StringBuilder(files.get(scope + ".cfg"));
    properties.forEach(property -> cfg.append("PROPERTY ").append(property).append('\n'));
    changed.put(scope + ".cfg", cfg.toString());
    return new TlaModel(scope, changed);
  }

  void write(Path directory) {
    try {
      Files.createDirectories(directory);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(directory.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file beside the modules. */
  static String read(String file) {
    try (InputStream in = TlaModel.class.getResourceAsStream("/packettrap/spec/tla/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no file packettrap/spec/tla/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
