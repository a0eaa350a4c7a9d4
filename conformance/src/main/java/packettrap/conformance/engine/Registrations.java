package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import packettrap.spec.trap.GenericGroups;
import packettrap.spec.trap.GenericTraps;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Metadata;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Registrations that differ from a device's own in one thing, most of them to be refused. */
final class Registrations {
  private static final Policer POLICER = new Policer(7001, 5, 5, 1, 100, 1, 100);
  private static final Group GROUP = Group.specific(500, "kit_group");
  private static final Trap TRAP = Trap.specific(500, "kit_trap", TrapType.DROP, "kit_group");

  private Registrations() {}

  static Registration variant(Registration own, int select) {
    List<Policer> policers = new ArrayList<>(own.policers());
    List<Group> groups = new ArrayList<>(own.groups());
    List<Trap> traps = new ArrayList<>(own.traps());
    policers.add(POLICER);
    groups.add(GROUP);
    traps.add(TRAP);
    switch (select % 24) {
      case 1 -> traps.add(trap(600, null, false, TrapType.DROP));
      case 2 -> traps.add(trap(GenericTraps.COUNT, "kit_generic", true, TrapType.DROP));
      case 3 -> traps.add(trap(93, "kit_locked_port", true, TrapType.DROP));
      case 4 -> traps.add(trap(92, "eapol", true, TrapType.DROP));
      case 5 -> traps.add(trap(GenericTraps.COUNT - 1, "kit_low", false, TrapType.DROP));
      case 6 -> traps.add(trap(600, "gtp_parsing", false, TrapType.DROP));
      case 7 -> traps.add(TRAP);
      case 8 -> traps.add(trap(600, "kit_lost", false, TrapType.DROP).inGroup("kit_nowhere"));
      case 9 -> traps.add(trap(TRAP.id(), "kit_twin", false, TrapType.EXCEPTION));
      case 10 -> groups.add(new Group(600, null, false, 0));
      case 11 -> groups.add(new Group(GenericGroups.COUNT, "kit_generic", true, 0));
      case 12 -> groups.add(new Group(26, "kit_eapol", true, 0));
      case 13 -> groups.add(new Group(GenericGroups.COUNT - 1, "kit_low", false, 0));
      case 14 -> groups.add(new Group(600, "eapol", false, 0));
      case 15 -> groups.add(GROUP);
      case 16 -> groups.add(Group.specific(501, "kit_bound").boundTo(7777));
      case 17 -> policers.add(new Policer(0, 5, 5, 1, 100, 1, 100));
      case 18 -> policers.add(new Policer(7002, 5, 5, 100, 99, 1, 100));
      case 19 -> policers.add(new Policer(7002, 5, 5, 1, 100, 100, 99));
      case 20 -> policers.add(POLICER);
      case 21 -> policers.add(new Policer(7002, 1_000_000, 0, 1, 100, 1, 100));
      case 22 -> groups.add(Group.specific(501, "kit_empty"));
      case 23 -> groups.add(Group.specific(501, "kit_bound").boundTo(POLICER.id()));
      default -> traps.add(trap(601, "kit_control", false, TrapType.CONTROL));
    }
    return new Registration(policers, groups, traps);
  }

  private static Trap trap(int id, String name, boolean generic, TrapType type) {
    return new Trap(
        id, name, type, generic, TrapAction.DROP, "kit_group", Set.of(Metadata.INPUT_PORT));
  }
}
