package packettrap.explorer;

import static packettrap.explorer.Inputs.ABSENT;
import static packettrap.explorer.Inputs.DROP;
import static packettrap.explorer.Inputs.INVALID;
import static packettrap.explorer.Inputs.MIRROR;
import static packettrap.explorer.Inputs.PACKET;
import static packettrap.explorer.Inputs.SUMMARY;
import static packettrap.explorer.Inputs.TRAP;
import static packettrap.explorer.Inputs.of;

import java.util.List;
import packettrap.explorer.ModelInput.Asking;
import packettrap.explorer.ModelInput.Kind;
import packettrap.spec.trap.Callback;
import packettrap.spec.trap.Group;
import packettrap.spec.trap.Policer;
import packettrap.spec.trap.Registration;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/** Scopes M and L, as ScopeM.tla and ScopeL.tla have them. */
final class MediumScope {
  private static final int D1 = 1;
  private static final int D2 = 2;
  private static final int E = 3;
  private static final int C = 4;
  private static final int UNKNOWN_TRAP = 5;
  private static final int MIXED = 1;
  private static final int CONTROLS = 2;
  private static final int UNKNOWN_GROUP = 3;
  private static final int UNKNOWN_POLICER = 3;
  private static final int MAX_COUNT = 2;
  private static final int MAX_QUEUE = 2;

  private static Registration registering(long burst) {
    return new Registration(
        List.of(new Policer(1, 1, 2, 1, 2, 1, 2), new Policer(2, 2, burst, 1, 2, 1, 2)),
        List.of(Group.specific(0, "mixed").boundTo(1), Group.specific(1, "controls").boundTo(1)),
        List.of(
            Trap.specific(0, "d1", TrapType.DROP, "mixed"),
            Trap.specific(1, "d2", TrapType.DROP, "mixed").startingWith(TrapAction.TRAP),
            Trap.specific(2, "e", TrapType.EXCEPTION, "mixed"),
            Trap.specific(3, "c", TrapType.CONTROL, "controls").startingWith(TrapAction.MIRROR)));
  }

  static final Scope M = scope("M", registering(1), inputs());

  static final Scope L =
      scope(
          "L",
          registering(2),
          inputs().groupSets(of(CONTROLS), of(ABSENT), of(2), of(0)).packets(D2));

  private MediumScope() {}

  private static Scope scope(String name, Registration registration, Inputs inputs) {
    return new Scope(
        name,
        registration,
        Scope.with(Callback.GROUP_SET, Callback.POLICER_SET),
        MAX_COUNT,
        MAX_QUEUE,
        inputs.list());
  }

  private static Inputs inputs() {
    return new Inputs()
        .trapSets(of(D1), of(DROP, TRAP, MIRROR), of(0))
        .trapSets(of(D2), of(MIRROR), of(1))
        .trapSets(of(E), of(DROP), of(0))
        .groupSets(of(MIXED), of(ABSENT), of(0, 1), of(0))
        .groupSets(of(MIXED), of(DROP), of(ABSENT), of(0, 2))
        .groupSets(of(MIXED), of(TRAP), of(2), of(0))
        .groupSets(of(MIXED), of(MIRROR), of(UNKNOWN_POLICER), of(0))
        .groupSets(of(MIXED), of(INVALID), of(0), of(0))
        .groupSets(of(CONTROLS), of(ABSENT), of(0, 1), of(0))
        .policerSets(of(1), of(2), of(ABSENT), of(0))
        .policerSets(of(1), of(1), of(1), of(0))
        .policerSets(of(1), of(0, 3), of(0), of(0))
        .policerSets(of(1), of(ABSENT), of(0, 3), of(0))
        .gets(Kind.TRAP, UNKNOWN_TRAP)
        .gets(Kind.GROUP, UNKNOWN_GROUP)
        .gets(Kind.POLICER, 1, UNKNOWN_POLICER)
        .dumps(Kind.TRAP)
        .misdirecteds(true)
        .unprivilegeds(Asking.RELOAD)
        .monitorConfigSets(of(PACKET), of(1, 2))
        .monitorConfigSets(of(SUMMARY), of(ABSENT))
        .monitorConfigSets(of(INVALID), of(1))
        .monitorStarts(0, 2)
        .monitorStops(0, 3)
        .packets(D1, E, C)
        .registers(0)
        .reloads(7);
  }
}
