package packettrap.conformance.engine;

import packettrap.reference.Hardware.Fate;
import packettrap.spec.scenario.Scenario;
import packettrap.spec.trap.TrapAction;

/**
 * A frame that came in, and what must have become of it.
 *
 * @param scenario whose frame it is
 * @param arrival the frame
 * @param trap index of the trap that it hits, -1: none
 * @param action the trap's action then; null: no trap
 * @param fate what becomes of the copy; null: no trap
 * @param policer index of the policer that its copy goes through, -1: none
 */
record Hit(
    Scenario scenario,
    Scenario.Arrival arrival,
    int trap,
    TrapAction action,
    Fate fate,
    int policer) {
  boolean copied() {
    return fate == Fate.COPIED;
  }
}
