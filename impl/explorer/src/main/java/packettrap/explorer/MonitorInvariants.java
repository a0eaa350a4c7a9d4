package packettrap.explorer;

import static packettrap.spec.rule.MonitorRules.MON_02;
import static packettrap.spec.rule.MonitorRules.MON_03;
import static packettrap.spec.rule.MonitorRules.MON_05;
import static packettrap.spec.rule.MonitorRules.MON_07;
import static packettrap.spec.rule.MonitorRules.MON_08;
import static packettrap.spec.rule.MonitorRules.MON_09;
import static packettrap.spec.rule.MonitorRules.MON_12;

import java.util.List;
import packettrap.explorer.ModelInput.MonitorConfigSet;
import packettrap.explorer.ModelInput.MonitorStart;
import packettrap.explorer.ModelInput.MonitorStop;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Reply;

/** Rules about requests to drop monitor, as invariants of steps. */
final class MonitorInvariants {
  private final Layout layout;

  private MonitorInvariants(Machine machine) {
    layout = machine.layout();
  }

  static List<Invariant> of(Machine machine) {
    return new MonitorInvariants(machine).all();
  }

  private List<Invariant> all() {
    return List.of(
        Invariants.of(
            MON_03,
            (before, input, output, after) ->
                !(input instanceof MonitorConfigSet)
                    || !runs(before, true) && !runs(before, false)
                    || Invariants.failed(
                        output, Errno.EBUSY, "Cannot configure drop monitor during monitoring")),
        Invariants.of(
            MON_05,
            (before, input, output, after) ->
                !(input instanceof MonitorConfigSet set)
                    || set.mode() != ModelInput.INVALID
                    || before == after && output.reply() instanceof Reply.Failed),
        Invariants.of(
            MON_02,
            (before, input, output, after) ->
                !(input instanceof MonitorConfigSet set)
                    || !Invariants.done(output)
                    || (set.mode() == ModelInput.ABSENT
                            ? layout.mode.get(after) == layout.mode.get(before)
                            : layout.mode.get(after) == set.mode())
                        && (set.queueLength() == ModelInput.ABSENT
                            ? layout.queueLength.get(after) == layout.queueLength.get(before)
                            : layout.queueLengths.get(layout.queueLength.get(after))
                                == set.queueLength())),
        Invariants.of(
            MON_08,
            (before, input, output, after) ->
                !(input instanceof MonitorStart start)
                    || start.hardware() && !start.software()
                    || !runs(before, true)
                    || Invariants.failed(
                        output, Errno.EAGAIN, "Trace state already set to requested state")),
        Invariants.of(
            MON_09,
            (before, input, output, after) ->
                !(input instanceof MonitorStart start)
                    || !start.hardware()
                    || !runs(before, false)
                    || start.software() && runs(before, true)
                    || Invariants.failed(
                        output, Errno.EAGAIN, "Hardware monitoring already enabled")),
        Invariants.of(
            MON_07,
            (before, input, output, after) ->
                !(input instanceof MonitorStart start)
                    || !Invariants.done(output)
                    || runs(after, true)
                            == (runs(before, true) || !start.hardware() || start.software())
                        && runs(after, false) == (runs(before, false) || start.hardware())),
        Invariants.of(
            MON_12,
            (before, input, output, after) ->
                !(input instanceof MonitorStop stop)
                    || Invariants.done(output)
                        && !(stop.hardware() && runs(after, false))
                        && !((stop.software() || !stop.hardware()) && runs(after, true))));
  }

  private boolean runs(long state, boolean software) {
    return (software ? layout.softwareRuns : layout.hardwareRuns).get(state) == 1;
  }
}
