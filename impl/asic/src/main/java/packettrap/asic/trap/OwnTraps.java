package packettrap.asic.trap;

import packettrap.spec.trap.Group;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** What the switch traps beside the generic traps. */
public final class OwnTraps {
  /** How many traps there are. */
  static final int COUNT = 1;

  /** Operation, administration and maintenance of links and VLANs. */
  public static final Group GROUP = Group.specific(0, "oam");

  /**
   * Connectivity fault management (IEEE 802.1Q clauses 18 to 22, ITU-T G.8013), by which the two
   * ends of a VLAN find out that the path between them is broken. The CPU runs the maintenance
   * points. It gets a copy: frames of other maintenance levels are to pass a bridge untouched, and
   * which those are only the CPU knows.
   */
  static final Trap CFM =
      Trap.specific(0, "cfm", TrapType.CONTROL, GROUP.name()).startingWith(TrapAction.MIRROR);

  private OwnTraps() {}
}
