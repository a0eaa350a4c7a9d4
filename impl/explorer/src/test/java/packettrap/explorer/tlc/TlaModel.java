package packettrap.explorer.tlc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The TLA+ modules of the mechanism and one scope.
 *
 * @param scope name of the scope's module, such as ScopeS
 * @param files text by file name
 */
record TlaModel(String scope, Map<String, String> files) {
  /** The machine. */
  static final String MODULE = "PacketTraps.tla";

  /** The property that asks one rule. */
  static final String ASKED = "Asked";

  private static final Pattern EXTENDED = Pattern.compile("(?m)^EXTENDS (Packet\\w+|Scope\\w+)$");

  /** As the specification has it. */
  static TlaModel of(String scope) {
    Map<String, String> files = new TreeMap<>();
    files.put(scope + ".cfg", read(scope + ".cfg"));
    Deque<String> modules = new ArrayDeque<>(List.of(scope));
    while (!modules.isEmpty()) {
      String module = modules.pop();
      String text = read(module + ".tla");
      files.put(module + ".tla", text);
      EXTENDED.matcher(text).results().map(found -> found.group(1)).forEach(modules::push);
    }
    return new TlaModel(scope, files);
  }

  /** With another text in one operator of the machine: its first occurrence there. */
  TlaModel mutated(String operator, String text, String replacement) {
    String module = files.get(MODULE);
    Matcher definition = Pattern.compile("(?m)^" + operator + "(\\([^)]*\\))? ==").matcher(module);
    if (!definition.find()) {
      throw new IllegalArgumentException("no operator " + operator + " in " + MODULE);
    }
    int end = module.indexOf("\n\n", definition.start());
    int at = module.indexOf(text, definition.end());
    if (at < 0 || at >= end) {
      throw new IllegalArgumentException("not in " + operator + ": " + text);
    }
    return with(
        MODULE, module.substring(0, at) + replacement + module.substring(at + text.length()));
  }

  /**
   * Asking whether a rule is kept or, which should be the same, what is asked of each step or
   * state.
   */
  TlaModel asking(String rule) {
    boolean ofStates = RuleBook.OF_STATES.contains(rule);
    String cfg =
        withoutRules().files.get(scope + ".cfg")
            + (ofStates ? "INVARIANT " : "PROPERTY ")
            + ASKED
            + "\n";
    String module = files.get(scope + ".tla");
    int end = module.lastIndexOf("\n====");
    String asked = ofStates ? rule + " \\/ EveryState" : "[][" + rule + " \\/ EveryRule]_vars";
    return with(scope + ".cfg", cfg)
        .with(
            scope + ".tla",
            module.substring(0, end) + "\n" + ASKED + " == " + asked + module.substring(end));
  }

  /** Asking nothing, only exploring. */
  TlaModel withoutRules() {
    return with(
        scope + ".cfg", files.get(scope + ".cfg").replaceAll("(?m)^(INVARIANT|PROPERTY) .*\n", ""));
  }

  /** Asking all rules of each step, which takes its time. */
  TlaModel askingAll() {
    return with(scope + ".cfg", files.get(scope + ".cfg") + "PROPERTY EveryStep\n");
  }

  private TlaModel with(String file, String text) {
    Map<String, String> changed = new TreeMap<>(files);
    changed.put(file, text);
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
    return read(TlaModel.class, "/packettrap/spec/tla/" + file);
  }

  static String read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
