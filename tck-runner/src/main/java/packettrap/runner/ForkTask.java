package packettrap.runner;

import java.util.List;
import java.util.Map;
import packettrap.conformance.Checkpoint;
import packettrap.conformance.Profile;
import packettrap.conformance.Share;
import packettrap.conformance.exhaustive.Plan;

/**
 * What a process that runs a driver and the kit gets to do, as the line that it reads first.
 *
 * @param jar path of the driver's jar
 * @param service class of the driver
 * @param options what the driver gets
 * @param profile how much to do
 * @param rules ids of the rules to look at
 * @param plan the complete test suite that is wanted; null: none
 * @param seed what all choices follow from
 * @param share what of the run is to be done
 * @param tolerated ids of rules that are known to be broken
 * @param limitSeconds the longest that one call of the driver may take
 * @param from where an earlier process broke off; null: the beginning
 * @param aloud every request is told before it is asked, so that it is known even if the process
 *     ends in it
 * @param socket path of the socket on which the process speaks {@link ForkWord}s
 */
record ForkTask(
    String jar,
    String service,
    Map<String, String> options,
    Profile profile,
    List<String> rules,
    Plan plan,
    long seed,
    Share share,
    List<String> tolerated,
    long limitSeconds,
    Checkpoint from,
    boolean aloud,
    String socket) {
  /** The same, with the socket. */
  ForkTask on(String path) {
    return new ForkTask(
        jar,
        service,
        options,
        profile,
        rules,
        plan,
        seed,
        share,
        tolerated,
        limitSeconds,
        from,
        aloud,
        path);
  }
}
