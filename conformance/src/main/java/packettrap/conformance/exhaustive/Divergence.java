package packettrap.conformance.exhaustive;

import java.util.List;

/**
 * A way in which a driver's machine differs from the specification's.
 *
 * @param way what leads there, one after the other: a shortest way
 * @param input what is done then
 * @param demanded what the specification shows then
 * @param observed what the driver shows then
 * @param times in how many pairs of a state of the specification and one of the driver
 */
public record Divergence(
    List<Step> way, String input, String demanded, String observed, long times) {
  /** A step on the way, on which both show the same. */
  public record Step(String input, String shown) {}

  public Divergence {
    way = List.copyOf(way);
  }
}
