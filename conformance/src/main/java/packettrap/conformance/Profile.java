package packettrap.conformance;

/** How much a run does. */
public enum Profile {
  /** Some seconds. */
  QUICK,
  /** Half a minute. */
  FULL,
  /** As long as one likes to wait: ten times as much as full. */
  SOAK
}
