package packettrap.conformance.exhaustive;

import java.util.List;

/**
 * A driver's machine beside the specification's.
 *
 * @param scope how much of the mechanism it is about
 * @param extraStates states beyond the specification's that were looked for in any case
 * @param inputs what is done with the driver, in a few words each
 * @param missing what it does not let one do, in a few words each
 * @param states of the driver's machine
 * @param demanded states of the specification's machine, learned in the same way
 * @param divergences where they differ, the shortest way first; each kind once
 * @param devices new devices that were asked
 * @param steps what they were asked, in all
 * @param broken what kept the driver's machine from being learned; null: nothing
 */
public record Learned(
    String scope,
    int extraStates,
    List<String> inputs,
    List<String> missing,
    int states,
    int demanded,
    List<Divergence> divergences,
    long devices,
    long steps,
    String broken) {
  public Learned {
    inputs = List.copyOf(inputs);
    missing = List.copyOf(missing);
    divergences = List.copyOf(divergences);
  }
}
