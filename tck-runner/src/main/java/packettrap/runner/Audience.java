package packettrap.runner;

import packettrap.runner.report.Report;

/** Hears what a run found, once its report is written. */
interface Audience {
  /**
   * Tells the report.
   *
   * @param folder where it was written to
   * @return how the process is to end
   */
  Status hear(Report report, String folder);
}
