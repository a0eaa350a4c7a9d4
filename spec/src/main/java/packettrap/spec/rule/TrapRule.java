package packettrap.spec.rule;

import packettrap.spec.trap.GenericTraps;

/** Begins the rule of a generic trap, which has the trap's id as its number. */
final class TrapRule {
  private TrapRule() {}

  /** A rule about frames on a switch that was configured for them. */
  static Rule of(String trap, String sentence) {
    return anywhere(trap, sentence).needs(Need.FRAMES, Need.SWITCH);
  }

  /** A rule about frames that hit their trap however the switch is configured. */
  static Rule anywhere(String trap, String sentence) {
    return Rule.must(Family.TRP, GenericTraps.named(trap).id(), sentence).needs(Need.FRAMES);
  }
}
