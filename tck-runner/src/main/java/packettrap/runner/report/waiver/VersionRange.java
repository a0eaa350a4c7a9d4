package packettrap.runner.report.waiver;

import java.lang.module.ModuleDescriptor.Version;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions between two, written as Maven writes them: {@code [1.0,2.0)} is 1.0 and whatever comes
 * before 2.0; a side may be empty, and {@code [1.0]} is 1.0 alone.
 *
 * @param from the lowest; null: there is none
 * @param withFrom whether it belongs to the range
 * @param to the highest; null: there is none
 * @param withTo whether it belongs to the range
 */
record VersionRange(Version from, boolean withFrom, Version to, boolean withTo) {
  private static final Pattern FORM =
      Pattern.compile("([\\[(])\\s*([^,\\s\\[\\]()]*)\\s*(,?)\\s*([^,\\s\\[\\]()]*)\\s*([\\])])");

  /**
   * The range of a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  static VersionRange parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("no range: " + text);
    }
    Version from = version(form.group(2));
    Version to = form.group(3).isEmpty() ? from : version(form.group(4));
    boolean single = form.group(3).isEmpty();
    boolean withFrom = form.group(1).equals("[");
    boolean withTo = form.group(5).equals("]");
    int order = from == null || to == null ? -1 : from.compareTo(to);
    boolean empty = order > 0 || order == 0 && !(withFrom && withTo);
    if (empty || single && (from == null || !form.group(4).isEmpty() || !withFrom || !withTo)) {
      throw new IllegalArgumentException("no range: " + text);
    }
    return new VersionRange(from, withFrom, to, withTo);
  }

  private static Version version(String text) {
    return text.isEmpty() ? null : Version.parse(text);
  }

  /** Whether a version is one of them; one that cannot be read is not. */
  boolean contains(String text) {
    Version version;
    try {
      version = Version.parse(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
    int above = from == null ? 1 : version.compareTo(from);
    int below = to == null ? -1 : version.compareTo(to);
    return (above > 0 || above == 0 && withFrom) && (below < 0 || below == 0 && withTo);
  }
}
