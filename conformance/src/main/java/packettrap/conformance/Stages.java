package packettrap.conformance;

/**
 * The stages of a run, by number: the introduction, the complete suite, each property, the walks.
 */
final class Stages {
  /** The device is met; every share does that. */
  static final int INTRODUCTION = -1;

  /** The complete suite, if one is wanted; the first share does it. */
  static final int SUITE = 0;

  /** The walks, which come only if nothing was found; the last share does them. */
  static final int WALKS = 1 + Property.values().length;

  private Stages() {}

  /** The stage of a property, of which each share does some scripts. */
  static int of(Property property) {
    return 1 + property.ordinal();
  }

  /** Whether each share does a part of it, and not one of them all. */
  static boolean isDivided(int stage) {
    return stage > SUITE && stage < WALKS;
  }
}
