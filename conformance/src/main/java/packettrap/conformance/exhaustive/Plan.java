package packettrap.conformance.exhaustive;

/**
 * What complete test suite is wanted.
 *
 * @param size how much of the mechanism it is about
 * @param extraStates states that a faulty driver may have beyond the specification's, 0 to 2
 */
public record Plan(Size size, int extraStates) {}
