package packettrap.conformance.engine;

import java.util.ArrayList;
import java.util.List;
import packettrap.spec.device.Capability;
import packettrap.spec.message.Event;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;
import packettrap.spec.scenario.Scenario.Departure;
import packettrap.spec.trap.Trap;
import packettrap.spec.trap.TrapAction;
import packettrap.spec.trap.TrapType;

/**
 * Sends a frame once more, to find out what the device makes of it now.
 *
 * <p>All of it is outside the conversation: the script is over when anybody asks.
 */
final class Replay {
  /** Time in which every policer has a token again, ns. */
  private static final long REST = 10_000_000_000L;

  private final Subject subject;
  private final Oracle oracle;

  Replay(Subject subject, Oracle oracle) {
    this.subject = subject;
    this.oracle = oracle;
  }

  /** What is shown of a trap; null: it is not. */
  View.OfTrap show(int trap) {
    String name = oracle.devlink().registeredTrap(trap).name();
    Reply reply = subject.probe(new Request.TrapGet(name));
    return reply instanceof Reply.OneTrap one ? one.trap() : null;
  }

  /** Whether a frame is known to hit a trap: reported on it if that lets it be, or dropped. */
  boolean reported(Hit hit, int trap) {
    Trap registered = oracle.devlink().registeredTrap(trap);
    if (registered.type() == TrapType.DROP) {
      subject.probe(Request.set(registered.name(), TrapAction.TRAP));
    }
    subject.probe(new Request.Advance(REST));
    View.OfTrap before = show(trap);
    subject.probe(inject(hit));
    View.OfTrap after = show(trap);
    return before != null
        && after != null
        && (after.packets() > before.packets()
            || after.dropped() != null && after.dropped() > before.dropped());
  }

  /** Whether a frame is treated now as its trap's action demands. */
  boolean right(Hit hit) {
    return treatedAs(hit, hit.action());
  }

  /** Whether a frame is treated now as an action demands, be it its trap's or not. */
  boolean treatedAs(Hit hit, TrapAction action) {
    subject.probe(new Request.Advance(REST));
    View.OfTrap before = show(hit.trap());
    List<Event> events = subject.provoke(inject(hit));
    View.OfTrap after = show(hit.trap());
    if (before == null || after == null) {
      return false;
    }
    boolean drops = action == TrapAction.DROP;
    long copies = after.packets() - before.packets();
    boolean counted = after.dropped() == null || after.dropped() - before.dropped() == bit(drops);
    return copies == bit(!drops) && counted && leavesRight(hit, action, events);
  }

  /** Whether nothing is seen of a frame, as if its trap dropped it. */
  boolean vanishes(Hit hit) {
    return subject.description().has(Capability.EGRESS) && subject.provoke(inject(hit)).isEmpty();
  }

  /** Whether a frame is treated rightly after the trap's action was set once more. */
  boolean rightOnceSet(Hit hit) {
    Trap trap = oracle.devlink().registeredTrap(hit.trap());
    subject.probe(Request.set(trap.name(), hit.action()));
    return right(hit);
  }

  private boolean leavesRight(Hit hit, TrapAction action, List<Event> events) {
    boolean mirrored = action == TrapAction.MIRROR;
    List<Departure> departures = mirrored ? hit.arrival().departures() : List.of();
    boolean queued = hit.scenario().config() != null && !hit.scenario().config().queues().isEmpty();
    if (queued || departures == null || !subject.description().has(Capability.EGRESS)) {
      return true;
    }
    List<Event> rest = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof Event.Transmitted) {
        rest.add(event);
      }
    }
    boolean all = true;
    for (Departure departure : departures) {
      all &= rest.remove(new Event.Transmitted(departure.port(), departure.frame()));
    }
    return all && rest.isEmpty();
  }

  private static Request inject(Hit hit) {
    return new Request.Inject(hit.arrival().port(), List.of(hit.arrival().frame()));
  }

  private static int bit(boolean value) {
    return value ? 1 : 0;
  }
}
