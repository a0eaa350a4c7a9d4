package packettrap.explorer;

import java.util.ArrayList;
import java.util.List;
import packettrap.explorer.Output.Count;
import packettrap.explorer.Output.Counter;
import packettrap.reference.DevlinkState;
import packettrap.reference.Hardware;
import packettrap.reference.MonitorState;
import packettrap.reference.Outcome;
import packettrap.spec.message.Event;

/** Takes from an outcome of the core, and from the hardware, what one sees of a step. */
final class Observation {
  private Observation() {}

  static Output of(
      Outcome outcome, List<Output.Call> calls, Hardware hardware, Output.Fate fate, boolean on) {
    List<Event> notices = new ArrayList<>();
    List<Event> alerts = new ArrayList<>();
    boolean received = false;
    for (Event event : outcome.events()) {
      if (event instanceof Event.TrapNotice
          || event instanceof Event.GroupNotice
          || event instanceof Event.PolicerNotice) {
        notices.add(event);
      } else if (event instanceof Event.Received) {
        received = true;
      } else {
        alerts.add(event);
      }
    }
    MonitorState monitor = outcome.state().monitor();
    return new Output(
        outcome.reply(),
        calls,
        notices,
        alerts,
        fate,
        on,
        counted(outcome.state().devlink(), hardware),
        (int) monitor.software().lost(),
        (int) monitor.hardware().lost(),
        received);
  }

  private static List<Count> counted(DevlinkState devlink, Hardware hardware) {
    List<Count> counted = new ArrayList<>();
    for (int i = 0; i < devlink.trapCount(); i++) {
      add(counted, Counter.TRAP, i, devlink.trapPackets(i));
      add(counted, Counter.DROPS, i, hardware.trapDrops(i));
    }
    for (int i = 0; i < devlink.groupCount(); i++) {
      add(counted, Counter.GROUP, i, devlink.groupPackets(i));
    }
    for (int i = 0; i < devlink.policerCount(); i++) {
      add(counted, Counter.POLICER, i, hardware.policerDrops(i));
    }
    return counted;
  }

  private static void add(List<Count> counted, Counter counter, int index, long packets) {
    if (packets != 0) {
      counted.add(new Count(counter, index + 1, packets));
    }
  }
}
