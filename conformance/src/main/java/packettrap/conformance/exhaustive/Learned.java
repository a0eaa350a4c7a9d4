package packettrap.conformance.exhaustive;

import java.util.List;

/**
 * A driver's machine beside the specification's.
 *
 * @param scope how much of the mechanism it is about
 * @param inputs what is done with the driver, in a few words each
 * @param states of the driver's machine
 * @param demanded states of the specification's machine, learned in the same way
 * @param divergences where they differ, the shortest way first; each kind once
 * @param devices new devices that were asked
 * @param steps what they were asked, in all
 * @param broken what kept the driver's machine from being learned; null: nothing
 */
public record Learned(
    String scope,
    List<String> inputs,
    int states,
    int demanded,
    List<Divergence> divergences,
    long devices,
    long steps,
    String broken) {
  public Learned {
    inputs = List.copyOf(inputs);
    divergences = List.copyOf(divergences);
  }
}
