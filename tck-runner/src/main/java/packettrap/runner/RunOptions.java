package packettrap.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import packettrap.conformance.Profile;
import packettrap.conformance.exhaustive.Plan;
import packettrap.spec.rule.Rule;

/**
 * What the user asked for.
 *
 * @param jar the driver's jar
 * @param service class of the driver, if the jar offers several; null: the only one
 * @param driverOptions what the driver gets
 * @param profile how much to do
 * @param wanted the rules to look at
 * @param plan the complete test suite that is wanted; null: none
 * @param seed what all choices follow from
 * @param report the folder for the report
 * @param capture the file for drop monitor's alerts; null: none
 * @param limit the longest that one call of the driver may take
 */
record RunOptions(
    Path jar,
    String service,
    Map<String, String> driverOptions,
    Profile profile,
    Predicate<Rule> wanted,
    Plan plan,
    long seed,
    Path report,
    Path capture,
    Duration limit) {}
