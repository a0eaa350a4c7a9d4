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
 * @param machine the driver's machine, as far as it was learned
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
    List<Transition> machine,
    List<Divergence> divergences,
    long devices,
    long steps,
    String broken) {
  /**
   * What the driver does with an input in a state; states have numbers, and 0 is the first.
   *
   * @param input in a few words
   * @param shown what is seen then
   */
  public record Transition(int from, String input, String shown, int to) {}

  public Learned {
    machine = List.copyOf(machine);
    inputs = List.copyOf(inputs);
    missing = List.copyOf(missing);
    divergences = List.copyOf(divergences);
  }
}
