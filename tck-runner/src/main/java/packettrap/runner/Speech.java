package packettrap.runner;

/** What a run prints on its standard output. */
enum Speech {
  /** A summary on one screen. */
  SUMMARY,
  /** The verdict alone, on one line. */
  QUIET,
  /** The report as JSON, for programs. */
  JSON;

  /**
   * What the options ask for.
   *
   * @throws Unusable if they ask for both
   */
  static Speech of(boolean quiet, boolean json) {
    if (quiet && json) {
      throw new Unusable("--quiet and --json cannot be given together: both say what is printed.");
    }
    return json ? JSON : quiet ? QUIET : SUMMARY;
  }
}
