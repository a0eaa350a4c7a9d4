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

/** Scopes S and W, as ScopeS.tla and ScopeW.tla have them. */
final class SmallScope {
  private static final int D1 = 1;
  private static final int D2 = 2;
  private static final int E = 3;
  private static final int C = 4;
  private static final int UNKNOWN_TRAP = 5;
  private static final int MIXED = 1;
  private static final int EMPTY = 3;
  private static final int UNKNOWN_GROUP = 4;
  private static final int UNKNOWN_POLICER = 3;

  private static final Registration REGISTRATION =
      new Registration(
          List.of(new Policer(1, 1, 2, 1, 2, 1, 2), new Policer(2, 3, 1, 1, 2, 1, 1)),
          List.of(
              Group.specific(0, "mixed").boundTo(1),
              Group.specific(1, "controls").boundTo(1),
              Group.specific(2, "empty")),
          List.of(
              Trap.specific(0, "d1", TrapType.DROP, "mixed"),
              Trap.specific(1, "d2", TrapType.DROP, "mixed").startingWith(TrapAction.TRAP),
              Trap.specific(2, "e", TrapType.EXCEPTION, "mixed"),
              Trap.specific(3, "c", TrapType.CONTROL, "controls").startingWith(TrapAction.MIRROR)));

  static final Scope S =
      new Scope(
          "S",
          REGISTRATION,
          Scope.with(Callback.GROUP_SET, Callback.POLICER_SET),
          1,
          1,
          inputs().registers(0, 1, 4, 9).reloads(0, 1, 7).list());

  static final Scope W =
      new Scope(
          "W",
          REGISTRATION,
          Scope.with(Callback.GROUP_ACTION_SET),
          1,
          1,
          inputs()
              .groupSets(of(MIXED), of(DROP), of(ABSENT), of(1))
              .registers(0)
              .reloads(7)
              .list());

  private SmallScope() {}

  private static Inputs inputs() {
    return new Inputs()
        .trapSets(of(D1), of(DROP, TRAP, MIRROR, INVALID, ABSENT), of(0))
        .trapSets(of(D1), of(TRAP), of(1))
        .trapSets(of(D2), of(TRAP), of(1))
        .trapSets(of(E), of(DROP), of(0))
        .trapSets(of(E), of(TRAP), of(0, 1))
        .trapSets(of(UNKNOWN_TRAP), of(TRAP), of(0))
        .groupSets(of(MIXED), of(ABSENT), of(0, 1, UNKNOWN_POLICER, ABSENT), of(0))
        .groupSets(of(MIXED), of(ABSENT), of(0), of(1))
        .groupSets(of(MIXED), of(DROP), of(ABSENT), of(0, 2))
        .groupSets(of(MIXED), of(TRAP), of(0), of(0, 4))
        .groupSets(of(MIXED), of(TRAP), of(UNKNOWN_POLICER), of(0))
        .groupSets(of(MIXED), of(INVALID), of(0), of(0))
        .groupSets(of(EMPTY), of(TRAP), of(ABSENT), of(0))
        .groupSets(of(UNKNOWN_GROUP), of(TRAP), of(ABSENT), of(0))
        .policerSets(of(1), of(2), of(ABSENT), of(0, 1))
        .policerSets(of(1), of(1), of(1), of(0))
        .policerSets(of(1), of(0, 3), of(0), of(0))
        .policerSets(of(1), of(ABSENT), of(0, 3), of(0))
        .policerSets(of(2), of(ABSENT), of(ABSENT), of(0))
        .policerSets(of(UNKNOWN_POLICER), of(ABSENT), of(ABSENT), of(0))
        .gets(Kind.TRAP, D1, UNKNOWN_TRAP)
        .gets(Kind.GROUP, MIXED, UNKNOWN_GROUP)
        .gets(Kind.POLICER, 1, UNKNOWN_POLICER)
        .gets(Kind.MONITOR, 0)
        .dumps(Kind.TRAP, Kind.GROUP, Kind.POLICER)
        .misdirecteds(false, true)
        .unprivilegeds(Asking.values())
        .monitorConfigSets(of(PACKET, SUMMARY), of(ABSENT))
        .monitorConfigSets(of(ABSENT), of(0))
        .monitorConfigSets(of(INVALID), of(1))
        .monitorStarts(0, 1, 2, 3)
        .monitorStops(0, 1, 2, 3)
        .packets(D1, E, C);
  }
}
