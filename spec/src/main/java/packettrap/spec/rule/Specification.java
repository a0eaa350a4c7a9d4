package packettrap.spec.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes {@code SPECIFICATION.md}: the prose of {@code specification.md} beside this class, with
 * the rules and the tables in their places.
 */
public final class Specification {
  private static final String PROSE = "specification.md";
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)(?: ([A-Z]+))?\\}\\}");

  private Specification() {}

  /**
   * Writes the specification to a file.
   *
   * @param arguments the file's path
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("one argument is needed: the file to write");
    }
    Files.writeString(Path.of(arguments[0]), text());
  }

  /** The whole document, in Markdown. */
  public static String text() {
    Set<Family> told = EnumSet.noneOf(Family.class);
    String text = PLACE.matcher(prose()).replaceAll(place -> quoted(fill(place, told)));
    if (told.size() < Family.values().length) {
      Set<Family> missing = EnumSet.complementOf(EnumSet.copyOf(told));
      throw new IllegalStateException(PROSE + " has no place for the rules of " + missing);
    }
    return text;
  }

  private static String fill(MatchResult place, Set<Family> told) {
    return switch (place.group(1)) {
      case "title" -> Family.valueOf(place.group(2)).title();
      case "rules" -> {
        Family family = Family.valueOf(place.group(2));
        told.add(family);
        yield RuleText.of(family);
      }
      case "version" -> RuleHistory.CURRENT;
      case "freedoms" -> RuleText.freedoms();
      case "family-links" -> SpecificationTables.familyLinks();
      case "levels" -> SpecificationTables.levels();
      case "capabilities" -> SpecificationTables.capabilities();
      case "traps" -> SpecificationTables.traps();
      case "groups" -> SpecificationTables.groups();
      case "errnos" -> SpecificationTables.errnos();
      case "trap-count" -> SpecificationTables.trapCount();
      case "group-count" -> SpecificationTables.groupCount();
      default -> throw new IllegalStateException(PROSE + " has an unknown place " + place.group());
    };
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private static String prose() {
    try (InputStream in = Specification.class.getResourceAsStream(PROSE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
