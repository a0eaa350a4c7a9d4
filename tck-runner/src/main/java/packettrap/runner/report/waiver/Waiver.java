package packettrap.runner.report.waiver;

/**
 * A rule that a driver is known to break, as a file of waivers says it.
 *
 * @param rule id of the rule
 * @param versions the driver's versions that it is for, as in {@code [1.0,2.0)}; null: all
 * @param sha256 hash of the only jar or program that it is for; null: it is for all
 * @param reason why the rule is waived
 * @param link where that is followed up
 * @param expires the last day on which it holds, as in 2027-01-31
 */
public record Waiver(
    String rule, String versions, String sha256, String reason, String link, String expires) {
  /** Whether it is for a driver. */
  public boolean concerns(Identity driver) {
    return (sha256 == null || sha256.equals(driver.sha256()))
        && (versions == null
            || driver.version() != null && VersionRange.parse(versions).contains(driver.version()));
  }
}
