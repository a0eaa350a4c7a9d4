package packettrap.conformance.broken;

import static packettrap.conformance.broken.BrokenControl.changing;
import static packettrap.conformance.broken.Faults.accepts;
import static packettrap.conformance.broken.Faults.asked;
import static packettrap.conformance.broken.Faults.event;
import static packettrap.conformance.broken.Faults.fault;
import static packettrap.conformance.broken.Faults.refuses;
import static packettrap.conformance.broken.Faults.saidBy;
import static packettrap.conformance.broken.Faults.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import packettrap.reference.DevlinkState;
import packettrap.reference.Outcome;
import packettrap.reference.State;
import packettrap.spec.message.Errno;
import packettrap.spec.message.Event;
import packettrap.spec.message.Event.Change;
import packettrap.spec.message.Reply;
import packettrap.spec.message.Request;
import packettrap.spec.message.View;

/**
 * Devices that come, go and reload wrongly.
 *
 * <p>Everything in here is wrong on purpose.
 */
final class BrokenLifecycle {
  private BrokenLifecycle() {}

  static List<Broken> all() {
    List<Broken> all = new ArrayList<>();
    all.addAll(registration());
    all.addAll(notifications());
    all.addAll(reload());
    return all;
  }

  private static List<Broken> registration() {
    List<Broken> all = new ArrayList<>();
    for (int number = 3; number <= 19; number++) {
      if (number != 10) {
        all.add(accepts(String.format("REG-%02d", number), Bases::full));
      }
    }
    all.add(
        fault(
            "REG-02",
            "refuses a second registration",
            (before, input, right, driver) ->
                asked(input) instanceof Request.Register one
                        && one.registration() != null
                        && saidBy(right, "REG-02")
                    ? right.with(new Reply.Failed(Errno.EINVAL, null)).with(List.<Event>of())
                    : right));
    all.add(refuses("REG-10", Errno.EEXIST));
    all.add(refuses("REG-20", Errno.EINVAL));
    all.add(
        fault(
            "REG-21",
            "leaves behind what was registered before the failure",
            (before, input, right, driver) ->
                asked(input) instanceof Request.Register
                        && right.reply() instanceof Reply.Failed
                        && before.registered()
                    ? right.with(before)
                    : right));
    all.add(accepts("REG-22", Bases::full));
    all.add(
        fault(
            "REG-23",
            "cannot be unregistered while the driver refuses",
            (before, input, right, driver) ->
                asked(input) instanceof Request.Unregister
                        && before.devlink().trapCount() > 0
                        && !driver
                            .trapActionSet(
                                before.devlink().registeredTrap(0), before.devlink().action(0))
                            .ok()
                    ? right.with(new Reply.Failed(Errno.EBUSY, null))
                    : right));
    all.add(Faults.errno("REG-24", Bases::full, Errno.EINVAL));
    all.add(
        remembering(
            "REG-25",
            "keeps the actions for the next time",
            Request.Register.class,
            (old, s) -> {
              for (int i = 0; i < s.trapCount(); i++) {
                s = s.withAction(i, old.action(i));
              }
              return s;
            }));
    return all;
  }

  @FunctionalInterface
  private interface Memory {
    DevlinkState restore(DevlinkState before, DevlinkState fresh);
  }

  /** After a registration or a reload, something is as it was before. */
  private static <R extends Request> Broken remembering(
      String rule, String text, Class<R> kind, Memory memory) {
    return new Broken(
        rule,
        text,
        () -> {
          DevlinkState[] last = {null};
          return Faults.fault(
                  rule,
                  text,
                  (before, input, right, driver) -> {
                    DevlinkState devlink = before.devlink();
                    if (devlink.trapCount() > 0) {
                      last[0] = devlink;
                    }
                    boolean again =
                        kind.isInstance(asked(input))
                            && right.reply() instanceof Reply.Done
                            && last[0] != null
                            && last[0].trapCount() == right.state().devlink().trapCount();
                    return again
                        ? right.with(changing(right, s -> memory.restore(last[0], s)))
                        : right;
                  })
              .device()
              .get();
        });
  }

  private static List<Broken> notifications() {
    return List.of(
        fault(
            "NTF-01",
            "announces traps before groups before policers",
            (before, input, right, driver) ->
                asked(input) instanceof Request.Register ? reversed(right) : right),
        event(
            "NTF-02",
            "announces every trap as generic",
            Event.TrapNotice.class,
            event -> generic((Event.TrapNotice) event)),
        fault(
            "NTF-03",
            "announces deletions in the order of registration",
            (before, input, right, driver) ->
                asked(input) instanceof Request.Unregister ? reversed(right) : right),
        fault(
            "NTF-05",
            "announces every change of an action",
            (before, input, right, driver) ->
                asked(input) instanceof Request.TrapSet set && saidBy(right, "ACT-03")
                    ? right.with(List.of(changed(right, set.trap())))
                    : right),
        fault(
            "NTF-06",
            "announces what is then not registered",
            (before, input, right, driver) ->
                asked(input) instanceof Request.Register && right.reply() instanceof Reply.Failed
                    ? right.with(
                        List.of(
                            new Event.PolicerNotice(Change.NEW, new View.OfPolicer(1, 1, 1, 0L))))
                    : right),
        fault(
            "NTF-07",
            "reloads in silence",
            (before, input, right, driver) ->
                asked(input) instanceof Request.Reload ? right.with(List.<Event>of()) : right));
  }

  private static Outcome reversed(Outcome right) {
    List<Event> events = new ArrayList<>(right.events());
    Collections.reverse(events);
    return right.with(events);
  }

  private static Event generic(Event.TrapNotice notice) {
    View.OfTrap trap = notice.trap();
    return new Event.TrapNotice(
        notice.change(),
        new View.OfTrap(
            trap.name(),
            trap.type(),
            true,
            trap.action(),
            trap.group(),
            trap.metadata(),
            trap.packets(),
            trap.bytes(),
            trap.dropped()));
  }

  private static Event changed(Outcome right, String name) {
    DevlinkState state = right.state().devlink();
    int trap = state.trap(name);
    var registered = state.registeredTrap(trap);
    return new Event.TrapNotice(
        Change.NEW,
        new View.OfTrap(
            name,
            registered.type(),
            registered.generic(),
            state.action(trap),
            registered.group(),
            registered.metadata(),
            state.trapPackets(trap),
            state.trapBytes(trap),
            0L));
  }

  private static List<Broken> reload() {
    return List.of(
        remembering(
            "RLD-01",
            "actions survive a reload",
            Request.Reload.class,
            (old, s) -> {
              for (int i = 0; i < s.trapCount(); i++) {
                s = s.withAction(i, old.action(i));
              }
              return s;
            }),
        remembering(
            "RLD-02",
            "bindings survive a reload",
            Request.Reload.class,
            (old, s) -> {
              for (int i = 0; i < s.groupCount(); i++) {
                s = s.withBinding(i, old.binding(i));
              }
              return s;
            }),
        remembering(
            "RLD-03",
            "parameters survive a reload",
            Request.Reload.class,
            (old, s) -> {
              for (int i = 0; i < s.policerCount(); i++) {
                s = s.withParameters(i, old.rate(i), old.burst(i));
              }
              return s;
            }),
        remembering(
            "RLD-04",
            "statistics survive a reload",
            Request.Reload.class,
            (old, s) -> {
              for (int i = 0; i < s.trapCount(); i++) {
                s = s.counting(i, old.trapPackets(i), old.trapBytes(i));
              }
              return s;
            }),
        state(
            "RLD-06",
            "a reload resets drop monitor",
            Request.Reload.class,
            (before, right) -> {
              State fresh = State.initial("");
              return right.state().with(fresh.monitor());
            }));
  }
}
