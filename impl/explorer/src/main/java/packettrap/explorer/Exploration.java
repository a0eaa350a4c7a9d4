package packettrap.explorer;

import java.util.Optional;

/**
 * What was found.
 *
 * @param states that inputs lead to
 * @param transitions enabled inputs of all states
 * @param depth inputs to the farthest state
 * @param coreSteps steps that the core made for it
 * @param found the violation; null if there is none
 */
public record Exploration(
    long states, long transitions, int depth, long coreSteps, Violation found) {
  /** The shortest violation, if there is one; then the counts are those up to it. */
  public Optional<Violation> violation() {
    return Optional.ofNullable(found);
  }
}
