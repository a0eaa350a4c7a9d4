package packettrap.conformance.report;

import java.util.List;

/**
 * What a complete test suite says of a driver: which faulty drivers cannot have passed.
 *
 * @param scope how much of the mechanism the specification's machine has
 * @param extraStates states that a faulty driver may have beyond the specification's
 * @param states states of the specification's machine, minimal for what can be done and seen
 * @param transitions of that machine
 * @param inputs what is done with the driver, in a few words each
 * @param seen what the driver lets one see, in a few words each
 * @param missing what the driver does not let one do, in a few words each
 * @param tests tests of the suite
 * @param steps their inputs, all together
 * @param passed tests that were passed; all of them, or there is no guarantee
 * @param sentence the guarantee, or why there is none
 */
public record Guarantee(
    String scope,
    int extraStates,
    long states,
    long transitions,
    List<String> inputs,
    List<String> seen,
    List<String> missing,
    long tests,
    long steps,
    long passed,
    String sentence) {
  public Guarantee {
    inputs = List.copyOf(inputs);
    seen = List.copyOf(seen);
    missing = List.copyOf(missing);
  }
}
