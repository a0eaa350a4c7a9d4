package packettrap.conformance;

/**
 * How much a run does with a device.
 *
 * @param profile what the user wants
 * @param slow whether the device runs in real time, and so takes long
 */
record Amount(Profile profile, boolean slow) {
  /** Scripts of a property. */
  long of(Property property, Scripts scripts) {
    return property.length() == 0 ? scripts.enumerated() : property.share() * each();
  }

  /** Scripts for each share; a device in real time is slow, and so gets fewer and longer ones. */
  private long each() {
    return switch (profile) {
      case QUICK -> slow ? 1 : 36;
      case FULL -> slow ? 8 : 500;
      case SOAK -> slow ? 200 : 5000;
    };
  }

  /** Requests for the walks through a scope; 0: there is no time for them. */
  long walking() {
    return switch (profile) {
      case QUICK -> slow ? 0 : 150_000;
      case FULL -> slow ? 0 : 2_000_000;
      case SOAK -> Long.MAX_VALUE / 2;
    };
  }
}
