package packettrap.spec.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import packettrap.spec.device.DeviceDescription;

/**
 * One rule of the catalogue.
 *
 * @param family its family
 * @param number its number there, 1 to 127 (a generic trap's id in TRP); never given twice
 * @param level how binding it is
 * @param sentence what it says, in one sentence or two
 * @param why why it is so
 * @param source where it comes from: a kernel function, a section of a document
 * @param hint what to look at if a device breaks it
 * @param needs what a device must be like for it to apply
 */
public record Rule(
    Family family,
    int number,
    Level level,
    String sentence,
    String why,
    String source,
    String hint,
    Set<Need> needs) {
  /** One more than the highest {@link #index}. */
  public static final int INDEXES = Family.values().length * 128;

  public Rule {
    if (number < 0 || number > 127) {
      throw new IllegalArgumentException("no rule has the number " + number);
    }
    EnumSet<Need> copy = EnumSet.noneOf(Need.class);
    copy.addAll(needs);
    needs = Collections.unmodifiableSet(copy);
  }

  /** A rule that must be kept. */
  public static Rule must(Family family, int number, String sentence) {
    return new Rule(family, number, Level.MUST, sentence, "", "", "", Set.of());
  }

  /** A rule that should be kept. */
  public static Rule should(Family family, int number, String sentence) {
    return new Rule(family, number, Level.SHOULD, sentence, "", "", "", Set.of());
  }

  /** A freedom. */
  public static Rule may(Family family, int number, String sentence) {
    return new Rule(family, number, Level.MAY, sentence, "", "", "", Set.of());
  }

  /** The same rule with its reason. */
  public Rule why(String reason) {
    return new Rule(family, number, level, sentence, reason, source, hint, needs);
  }

  /** The same rule with its source. */
  public Rule from(String place) {
    return new Rule(family, number, level, sentence, why, place, hint, needs);
  }

  /** The same rule with what to look at if it is broken. */
  public Rule ifBroken(String advice) {
    return new Rule(family, number, level, sentence, why, source, advice, needs);
  }

  /** Whether it applies to a device, as far as its needs say. */
  public boolean appliesTo(DeviceDescription device) {
    return needs.stream().allMatch(need -> need.holds(device));
  }

  /** The same rule with what it needs. */
  public Rule needs(Need... all) {
    return new Rule(family, number, level, sentence, why, source, hint, Set.of(all));
  }

  /** The stable name, as in ACT-04. */
  public String id() {
    return family + (number < 10 ? "-0" : "-") + number;
  }

  /** A small number of its own, for tables. */
  public int index() {
    return family.ordinal() * 128 + number;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rule rule && rule.index() == index();
  }

  @Override
  public int hashCode() {
    return index();
  }

  @Override
  public String toString() {
    return id();
  }
}
