package packettrap.runner;

/** What a run prints on its standard output. */
enum Speech {
  /** A summary on one screen. */
  SUMMARY,
  /** The verdict alone, on one line. */
  QUIET,
  /** The report as JSON, for programs. */
  JSON
}
