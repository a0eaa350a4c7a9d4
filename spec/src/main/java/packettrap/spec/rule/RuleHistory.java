package packettrap.spec.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Since which version of the specification a rule demands what it demands.
 *
 * <p>What a version demands is recorded in {@code catalogue-VERSION.txt} beside this class, a line
 * a rule: its id, its level, what a device must be like for it to apply, and its sentence. A rule's
 * reason, source and hint demand nothing, so they are not in it. A test compares the catalogue with
 * the record, so that no demand changes unnoticed.
 */
public final class RuleHistory {
  /**
   * The version of the specification. It is not the kit's: a kit may find more faults and demand
   * the same.
   *
   * <p>The first number changes when a device that was conformant need not be any more: a MUST is
   * added, or demands more, or applies to more devices. The second changes with everything else in
   * the record: a rule that demands less or is withdrawn, a SHOULD or a MAY, a sentence that says
   * the same more clearly.
   */
  public static final String CURRENT = "1.0";

  /** All versions, the oldest first. */
  private static final List<String> VERSIONS = List.of(CURRENT);

  /**
   * What a version demands.
   *
   * @param number as in 1.0
   * @param demands the line of each rule by the rule's id
   */
  record Version(String number, Map<String, String> demands) {}

  /** Read when somebody asks, for a run does not. */
  private static final class Records {
    static final RuleHistory ALL =
        new RuleHistory(VERSIONS.stream().map(v -> new Version(v, record(v))).toList());
  }

  private final List<Version> versions;

  RuleHistory(List<Version> versions) {
    this.versions = List.copyOf(versions);
  }

  /** What all versions up to now demanded. */
  static RuleHistory recorded() {
    return Records.ALL;
  }

  /** The version in which a rule came. */
  public static String since(Rule rule) {
    return recorded().cameWith(rule.id());
  }

  /** The version that last changed what a rule demands; the one in which it came if none did. */
  public static String changed(Rule rule) {
    return recorded().lastChangedWith(rule.id());
  }

  /** What the catalogue demands, in the form in which it is recorded. */
  public static String demands() {
    StringBuilder text = new StringBuilder();
    Catalogue.rules().forEach(rule -> line(rule, text).append('\n'));
    return text.toString();
  }

  /** The hash of what the catalogue demands, that of its record: SHA-256 in hexadecimal. */
  public static String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(demands().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  String cameWith(String id) {
    return versions.stream()
        .filter(version -> version.demands().containsKey(id))
        .map(Version::number)
        .findFirst()
        .orElse(CURRENT);
  }

  String lastChangedWith(String id) {
    String changed = cameWith(id);
    for (int i = 1; i < versions.size(); i++) {
      if (!Objects.equals(
          versions.get(i - 1).demands().get(id), versions.get(i).demands().get(id))) {
        changed = versions.get(i).number();
      }
    }
    return changed;
  }

  /** The versions' numbers, the oldest first. */
  List<String> numbers() {
    return versions.stream().map(Version::number).toList();
  }

  /** Ids of the rules that a version added, changed or withdrew; none for the first. */
  List<String> changedIn(String number) {
    int at = numbers().indexOf(number);
    return at == 0
        ? List.of()
        : differing(versions.get(at - 1).demands(), versions.get(at).demands());
  }

  /** Ids of the rules in which two records differ. */
  static List<String> differing(Map<String, String> one, Map<String, String> other) {
    TreeSet<String> ids = new TreeSet<>(one.keySet());
    ids.addAll(other.keySet());
    ids.removeIf(id -> Objects.equals(one.get(id), other.get(id)));
    return new ArrayList<>(ids);
  }

  /** The lines of a record by the ids of their rules. */
  static Map<String, String> parse(String record) {
    Map<String, String> lines = new LinkedHashMap<>();
    record.lines().forEach(line -> lines.put(line.substring(0, line.indexOf(' ')), line));
    return lines;
  }

  private static StringBuilder line(Rule rule, StringBuilder text) {
    TreeSet<String> needs = new TreeSet<>();
    rule.needs().forEach(need -> needs.add(need.name()));
    text.append(rule.id()).append(' ').append(rule.level()).append(' ').append(needs);
    return text.append(' ').append(rule.sentence());
  }

  private static Map<String, String> record(String version) {
    try (InputStream in = RuleHistory.class.getResourceAsStream(file(version))) {
      return in == null ? Map.of() : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(String version) {
    return "catalogue-" + version + ".txt";
  }

  /**
   * Records what the current version demands; once only, so that a version keeps meaning the same.
   *
   * @param arguments the folder of the records
   */
  public static void main(String[] arguments) throws IOException {
    Path record = Path.of(arguments[0], file(CURRENT));
    if (Files.exists(record) && !Files.readString(record).equals(demands())) {
      throw new IllegalStateException(
          "%s says otherwise in %s; what demands otherwise is a new version in RuleHistory, or, if nobody has %s yet, its record is deleted first"
              .formatted(
                  record, differing(parse(Files.readString(record)), parse(demands())), CURRENT));
    }
    Files.writeString(record, demands());
  }
}
