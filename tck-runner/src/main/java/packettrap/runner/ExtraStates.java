package packettrap.runner;

/** Reads how many states beyond the specification's a driver may have. */
final class ExtraStates {
  private ExtraStates() {}

  /**
   * The number that an option has.
   *
   * @throws Unusable if it is not one of those that there are
   */
  static int parse(String option, String value) {
    if (!value.matches("[012]")) {
      throw new Unusable("%s must be 0, 1 or 2, not %s.".formatted(option, value));
    }
    return Integer.parseInt(value);
  }
}
