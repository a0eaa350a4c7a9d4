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
import packettrap.spec.trap.TrapType;

/** Scope XS, as ScopeXS.tla has it. */
final class SmallestScope {
  private static final int D1 = 1;
  private static final int D2 = 2;
  private static final int E = 3;
  private static final int UNKNOWN_TRAP = 4;
  private static final int MIXED = 1;
  private static final int UNKNOWN_POLICER = 2;
  private static final int HARDWARE = 2;

  private static final Registration REGISTRATION =
      new Registration(
          List.of(new Policer(1, 1, 2, 1, 2, 1, 2)),
          List.of(Group.specific(0, "mixed").boundTo(1)),
          List.of(
              Trap.specific(0, "d1", TrapType.DROP, "mixed"),
              Trap.specific(1, "d2", TrapType.DROP, "mixed"),
              Trap.specific(2, "e", TrapType.EXCEPTION, "mixed")));

  static final Scope XS =
      new Scope(
          "XS",
          REGISTRATION,
          Scope.with(Callback.GROUP_SET, Callback.POLICER_SET),
          1,
          1,
          new Inputs()
              .trapSets(of(D1), of(DROP, TRAP, MIRROR, INVALID), of(0))
              .trapSets(of(D1), of(TRAP), of(1))
              .trapSets(of(E), of(DROP), of(0))
              .trapSets(of(UNKNOWN_TRAP), of(TRAP), of(0))
              .groupSets(of(MIXED), of(DROP), of(ABSENT), of(0))
              .groupSets(of(MIXED), of(MIRROR), of(UNKNOWN_POLICER), of(0))
              .groupSets(of(MIXED), of(ABSENT), of(1), of(0, 1))
              .groupSets(of(MIXED), of(ABSENT), of(0), of(0))
              .policerSets(of(1), of(1), of(1), of(0, 1))
              .policerSets(of(1), of(ABSENT), of(0), of(0))
              .policerSets(of(1), of(3), of(ABSENT), of(0))
              .gets(Kind.TRAP, D1, D2, E)
              .gets(Kind.GROUP, MIXED)
              .gets(Kind.POLICER, 1)
              .gets(Kind.MONITOR, 0)
              .unprivilegeds(Asking.TRAP_SET, Asking.MONITOR_START)
              .monitorConfigSets(of(PACKET, SUMMARY), of(ABSENT))
              .monitorStarts(HARDWARE)
              .monitorStops(HARDWARE)
              .packets(D1, E)
              .reloads(0)
              .registeredOnly());

  private SmallestScope() {}
}
