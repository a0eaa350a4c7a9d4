package packettrap.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import packettrap.conformance.Profile;
import packettrap.conformance.Share;
import packettrap.conformance.exhaustive.Plan;
import packettrap.runner.report.Repetition;
import packettrap.runner.report.waiver.Waivers;
import packettrap.spec.rule.Rule;

/**
 * What the user asked for.
 *
 * @param candidate what is judged
 * @param driverOptions what the driver gets
 * @param profile how much to do
 * @param wanted the rules to look at
 * @param plan the complete test suite that is wanted; null: none
 * @param seed what all choices follow from
 * @param report the folder for the report
 * @param capture the file for drop monitor's alerts; null: none
 * @param limit the longest that one call of the driver may take
 * @param fork whether a driver from a jar gets a process of its own
 * @param rules patterns for the wanted rules, as the user gave them; empty: all
 * @param share which part of the run this is; null: it is not divided
 * @param waivers the rules that the driver is known to break
 */
record RunOptions(
    Candidate candidate,
    Map<String, String> driverOptions,
    Profile profile,
    Predicate<Rule> wanted,
    Plan plan,
    long seed,
    Path report,
    Path capture,
    Duration limit,
    boolean fork,
    List<String> rules,
    Share share,
    Waivers waivers) {
  /** What a report tells of them beside driver, profile and seed. */
  Repetition repetition() {
    return Repetition.of(driverOptions, rules, plan, limit.toSeconds());
  }

  /** What of the run is to be done. */
  Share work() {
    return share == null ? Share.ALL : share;
  }

  /** Ids of the rules that the driver may break, so that the kit goes on when it does. */
  Set<String> tolerated() {
    return waivers.rules(candidate.judged().identity());
  }
}
