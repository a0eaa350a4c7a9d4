package packettrap.conformance.report;

import java.util.List;
import packettrap.spec.trap.TrapType;

/**
 * How a registered trap was put to the test with frames.
 *
 * @param trap its name
 * @param type its type
 * @param group its group's name
 * @param dropped frames of the kit that hit it while its action was drop
 * @param trapped frames that hit it while its action was trap
 * @param mirrored frames that hit it while its action was mirror
 * @param scenarios names of the scenarios that are about it and can be played on the device
 */
public record TrapCoverage(
    String trap,
    TrapType type,
    String group,
    long dropped,
    long trapped,
    long mirrored,
    List<String> scenarios) {
  public TrapCoverage {
    scenarios = List.copyOf(scenarios);
  }

  /** Frames that hit it, whatever its action was. */
  public long frames() {
    return dropped + trapped + mirrored;
  }
}
